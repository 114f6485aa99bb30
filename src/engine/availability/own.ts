import { anyOf } from '../numeric/any-of.ts';
import { nodeChances, ownChances, rootUnavailability, variableChances } from './evaluate.ts';
import type { Group } from './group.ts';
import { compiled, importance } from './importance.ts';
import { ownFrequency, type Outages } from './outages.ts';
import type { Plan, Root } from './plan.ts';
import type { Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

/** The failure of a component itself, with the domains that it stands in. */
export interface Own {
  readonly unavailability: number;
  readonly outages: readonly Outages[];
}

const idOf = ({ components, domains }: Structure, what: OwnVariable): string =>
  'domain' in what ? domains[what.domain]!.id : components[what.component]!.id;

/**
 * The failure of several things in series: how likely any is down, and the outages that each brings while the others are up.
 *
 * Model: independent failures in series. Units: chances; outages a second. Errors: null frequencies pass on.
 * Accuracy: relative error ≤ 1e-11. Cost: quadratic in their number. Source: docs/availability-maths.md, "How often".
 *
 * @example ownInSeries(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components, [{ component: 4 }]).unavailability // => 0.0005
 */
export function ownInSeries(structure: Structure, groups: readonly Group[], series: readonly OwnVariable[]): Own {
  const chances = series.map(ownChances(structure, groups));
  const outages = series.map((what, index): Outages => {
    const frequency = ownFrequency(structure, groups, what);
    const others = series.length === 1 ? 1 : 1 - anyOf(chances.filter((_, place) => place !== index));
    return { id: idOf(structure, what), perSecond: frequency === null ? null : others * frequency };
  });
  return { unavailability: anyOf(chances), outages };
}

/**
 * The failure of a group whose replicas are dealt over domains.
 *
 * Model: docs/availability-maths.md, "Failure domains". Units: `root` is its own failure in the plan; chances; outages a
 * second. Errors: null frequencies pass on. Accuracy: relative error ≤ 1e-11. Cost: linear in its nodes.
 * Source: W. E. Vesely (1970); Y. Dutuit, A. Rauzy (2001).
 *
 * @example ownDealt(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components, { variables: [], counts: [], variable: [0, 0], low: [0, 1], high: [0, 1] }, { series: [], diagrams: [] }).unavailability // => 0
 */
export function ownDealt(structure: Structure, groups: readonly Group[], plan: Plan, root: Root): Own {
  const of = compiled(plan, root);
  const chances = variableChances(structure, plan, ownChances(structure, groups));
  const { birnbaum } = importance(of, chances);
  const outages = [...of.variables].flatMap((variable): Outages[] => {
    const what = plan.variables[variable]!;
    const weight = birnbaum[variable]!;
    if ('of' in what || weight === 0) return [];
    const frequency = ownFrequency(structure, groups, what);
    return [{ id: idOf(structure, what), perSecond: frequency === null ? null : weight * frequency }];
  });
  return { unavailability: rootUnavailability(root, chances, nodeChances(plan, chances, of.nodes)), outages };
}
