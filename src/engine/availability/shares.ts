import type { Cause } from '../../model/report.ts';
import { integrals } from '../numeric/integral.ts';
import { standingOf } from './evaluate.ts';
import { groupGrowth, groupUnavailability, isPlain, type Group, type GroupGrowth } from './group.ts';
import { importance, workFor, type Compiled } from './importance.ts';
import { tooFewLeftSlope } from './replicas-left.ts';
import type { Structure } from './structure.ts';

/** A part of the unavailability: what the failures of one variable, of one sort, bring to it. */
export interface Share {
  readonly variable: number;
  readonly cause: Cause;
  /** In [0, 1]. */
  readonly share: number;
}

/** A variable whose chance grows with the scale of all failures. */
interface Growing {
  readonly variable: number;
  readonly chance: (scale: number) => number;
  readonly causes: readonly Cause[];
  /** Writes x · dQ/dx by cause, from place `at` on. */
  readonly growth: (scale: number, out: Float64Array, at: number) => void;
}

const BY_CAUSE: readonly (readonly [Exclude<Cause, 'domain'>, (growth: GroupGrowth) => number])[] = [
  ['replicas', (growth) => growth.replicas],
  ['common', (growth) => growth.common],
  ['failover', (growth) => growth.uncovered + growth.takeover],
  ['planned', (growth) => growth.planned],
];

function growingDomain(variable: number, unavailability: number): Growing {
  return {
    variable,
    chance: (scale) => scale * unavailability,
    causes: ['domain'],
    growth: (_, out, at) => {
      out[at] = unavailability;
    },
  };
}

function growingGroup(variable: number, group: Group, standing: number): Growing {
  const { needed, unavailability } = group;
  // Anything but replicas that fail one by one needs the whole formula.
  const plain = isPlain(group);
  const growing = groupGrowth(group, standing, 0.5);
  const present = plain ? BY_CAUSE.slice(0, 1) : BY_CAUSE.filter(([, part]) => part(growing) > 0);
  return {
    variable,
    chance: (scale) => groupUnavailability(group, standing, scale),
    causes: present.map(([cause]) => cause),
    growth: (scale, out, at) => {
      if (plain) {
        out[at] = unavailability * tooFewLeftSlope(standing, needed, scale * unavailability, 0).replicas;
        return;
      }
      const growth = groupGrowth(group, standing, scale);
      present.forEach(([, part], index) => {
        out[at + index] = part(growth);
      });
    },
  };
}

function growingOf(structure: Structure, groups: readonly Group[], of: Compiled): Growing[] {
  return [...of.variables].flatMap((variable): Growing[] => {
    const what = of.plan.variables[variable]!;
    if ('of' in what) return [];
    if ('domain' in what) {
      const { unavailability } = structure.domains[what.domain]!;
      return unavailability > 0 ? [growingDomain(variable, unavailability)] : [];
    }
    const group = groups[what.component]!;
    const standing = standingOf(structure, what);
    // What its domains have taken already grows no more.
    return standing < group.needed || !(groupUnavailability(group, standing) > 0)
      ? []
      : [growingGroup(variable, group, standing)];
  });
}

/**
 * Every failure's share of the unavailability: the integral over t from 0 to 1 of x · dQ/dx · B / u, where t scales all failure chances.
 *
 * Model: failures grow together from none to today's; whatever u gains on the way is credited to the failure whose growth
 * brought it, so that a rare set of failures that needs several is split equally among them (Aumann and Shapley).
 * Branches keep their chances. Units: `groups` by component, `chances` by variable; shares add up to 1 − u(0)/u.
 * Errors: none; u = 0 gives no shares. Accuracy: the shares together to 1e-9.
 * Cost: 15 passes up and down, more where a large group fails steeply.
 * Source: R. J. Aumann, L. S. Shapley, "Values of Non-Atomic Games" (1974); Y. Dutuit, A. Rauzy (2001) for B.
 *
 * @example sampleJourney(samples.checkout).parts[3].share // => 0.99403784434
 */
export function* shares(
  structure: Structure,
  of: Compiled,
  groups: readonly Group[],
  chances: Float64Array,
): Generator<number, Share[]> {
  const work = workFor(of);
  const total = importance(of, chances, work).unavailability;
  if (!(total > 0)) return [];
  const growing = growingOf(structure, groups, of);
  const scaled = Float64Array.from(chances);
  const scaleTo = (scale: number): void => {
    for (const { variable, chance } of growing) scaled[variable] = chance(scale);
  };
  scaleTo(0);
  const gained = total - importance(of, scaled, work).unavailability;
  const slots = growing.flatMap(({ variable, causes }) => causes.map((cause) => ({ variable, cause })));
  const integrand = (scale: number, out: Float64Array): void => {
    scaleTo(scale);
    const { birnbaum } = importance(of, scaled, work);
    let slot = 0;
    for (const { variable, causes, growth } of growing) {
      growth(scale, out, slot);
      for (let rest = causes.length; rest > 0; rest--, slot++) out[slot] = out[slot]! * birnbaum[variable]!;
    }
  };
  let parts: Float64Array = new Float64Array(slots.length);
  for (const tolerance of [1e-10, 1e-12]) {
    parts = yield* integrals(slots.length, integrand, tolerance * total);
    if (Math.abs(parts.reduce((sum, part) => sum + part, 0) - gained) <= 1e-10 * total) break;
  }
  return slots.map((slot, index) => ({ ...slot, share: parts[index]! / total }));
}
