import { integrals } from '../numeric/integral.ts';
import { groupSlope, groupUnavailability, type Group } from './group.ts';
import { importance, workFor, type Compiled } from './importance.ts';

/**
 * Each group's share of the unavailability: ∫₀¹ Qᵢ′(t) Bᵢ(t) dt / u, where t scales every replica's failure chance.
 *
 * Model: failures grow together from none to today's; whatever u gains on the way is credited to the group whose growth
 * brought it, so that a rare set of failures that needs several groups is split equally among them (Aumann and Shapley).
 * Branches keep their chances. Units: `groups` by variable (null for branches), `chances` by variable, shares in [0, 1] by
 * variable; they add up to 1 − u(0)/u. Errors: none; u = 0 gives no shares. Accuracy: the shares together to 1e-9.
 * Cost: 15 passes up and down, more where a large group fails steeply.
 * Source: R. J. Aumann, L. S. Shapley, "Values of Non-Atomic Games" (1974); Y. Dutuit, A. Rauzy (2001) for B.
 *
 * @example [...shares(compiled({ variable: [0, 0], low: [0, 1], high: [0, 1], variables: [{ component: 0 }] }, { series: [0], diagrams: [] }), [{ replicas: 1, needed: 1, unavailability: 0.1, beta: 0 }], [0.1])] // => [1]
 */
export function shares(of: Compiled, groups: readonly (Group | null)[], chances: Float64Array): Float64Array {
  const result = new Float64Array(groups.length);
  const work = workFor(of);
  const total = importance(of, chances, work).unavailability;
  if (!(total > 0)) return result;
  const growing = [...of.variables].filter((variable) => (groups[variable]?.unavailability ?? 0) > 0);
  const scaled = Float64Array.from(chances);
  const scaleTo = (t: number): void => {
    for (const variable of growing) {
      const group = groups[variable]!;
      scaled[variable] = groupUnavailability({ ...group, unavailability: t * group.unavailability });
    }
  };
  scaleTo(0);
  const gained = total - importance(of, scaled, work).unavailability;
  const integrand = (t: number, out: Float64Array): void => {
    scaleTo(t);
    const { birnbaum } = importance(of, scaled, work);
    growing.forEach((variable, index) => {
      const group = groups[variable]!;
      const slope = groupSlope({ ...group, unavailability: t * group.unavailability });
      out[index] = slope === 0 ? 0 : group.unavailability * slope * birnbaum[variable]!;
    });
  };
  let parts: Float64Array = new Float64Array(growing.length);
  for (const tolerance of [1e-10, 1e-12]) {
    parts = integrals(growing.length, integrand, tolerance * total);
    if (Math.abs(parts.reduce((sum, part) => sum + part, 0) - gained) <= 1e-10 * total) break;
  }
  growing.forEach((variable, index) => {
    result[variable] = parts[index]! / total;
  });
  return result;
}
