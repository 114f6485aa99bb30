import { branchChance, countValues } from './branch.ts';
import { groupUnavailability, type Group } from './group.ts';
import { cellsStanding } from './placement.ts';
import type { Plan, Root } from './plan.ts';
import type { Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

/** The chance of each failure that is drawn by itself. */
export type OwnChance = (variable: OwnVariable) => number;

/**
 * How many replicas of a group its domains leave standing in the state that a variable speaks of.
 *
 * Model: rule 9 of the scenario format. Units: replicas. Errors: none. Accuracy: exact. Cost: constant.
 * Source: docs/availability-maths.md, "Failure domains".
 *
 * @example standingOf(structureOf(samples.checkout.designs[0]), { component: 2 }) // => 3
 */
export function standingOf(structure: Structure, variable: Extract<OwnVariable, { component: number }>): number {
  const { component, cells, standing } = variable;
  if (cells === undefined) return standing ?? structure.components[component]!.replicas;
  return cellsStanding(structure.placements[component]!, cells);
}

/**
 * Today's chance of each failure, from groups that may be others than the design's.
 *
 * Model: docs/availability-maths.md, "Groups". Units: `groups` by component; chances. Errors: none.
 * Accuracy: that of `groupUnavailability`. Cost: a binomial tail a variable.
 * Source: docs/availability-maths.md, "Failure domains".
 *
 * @example ownChances(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components)({ component: 4 }) // => 0.0005
 */
export function ownChances(structure: Structure, groups: readonly Group[]): OwnChance {
  return (variable) =>
    'domain' in variable
      ? structure.domains[variable.domain]!.unavailability
      : groupUnavailability(groups[variable.component]!, standingOf(structure, variable));
}

/**
 * The chances of a plan's variables: of a failure to be there, of a branch to be taken.
 *
 * Model: variables are independent. Units: chances by variable. Errors: none. Accuracy: that of the branches.
 * Cost: linear. Source: docs/availability-maths.md, "Branches".
 *
 * @example [...variableChances(structureOf(samples.checkout.designs[0]), { variables: [{ component: 1 }], counts: [] }, () => 0.5)] // => [0.5]
 */
export function variableChances(
  structure: Structure,
  { variables, counts }: Pick<Plan, 'variables' | 'counts'>,
  own: OwnChance,
): Float64Array {
  const chances = new Float64Array(variables.length);
  const values = countValues(structure, counts);
  variables.forEach((variable, index) => {
    chances[index] = 'of' in variable ? branchChance(structure, variable, values) : own(variable);
  });
  return chances;
}

/**
 * The chance of every node of a plan to be 1, children first.
 *
 * Model: independent variables (Shannon's expansion). Units: chances by variable in, by node out. `only` restricts the
 * pass to some nodes, ascending and closed downwards; `into` is overwritten. Errors: none.
 * Accuracy: all terms are positive, relative error about 2e-16 a level. Cost: linear in the nodes.
 * Source: A. Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System Safety 40 (1993).
 *
 * @example nodeChances({ variable: [0, 0], low: [0, 1], high: [0, 1] }, [])[1] // => 1
 */
export function nodeChances(
  plan: { readonly variable: ArrayLike<number>; readonly low: ArrayLike<number>; readonly high: ArrayLike<number> },
  chances: ArrayLike<number>,
  only?: ArrayLike<number>,
  into: Float64Array = new Float64Array(plan.variable.length),
): Float64Array {
  const { variable, low, high } = plan;
  into[1] = 1;
  const count = only?.length ?? variable.length - 2;
  for (let index = 0; index < count; index++) {
    const node = only === undefined ? index + 2 : only[index]!;
    const chance = chances[variable[node]!]!;
    into[node] = chance * into[high[node]!]! + (1 - chance) * into[low[node]!]!;
  }
  return into;
}

/**
 * The unavailability of a visit, from its independent parts: 1 − ∏(1 − part).
 *
 * Model: independent parts. Units: chances by variable and by node. Errors: none. Accuracy: relative error about 1e-16 a
 * part. Cost: one log1p a part. Source: as `anyOf`.
 *
 * @example rootUnavailability({ series: [0, 1], diagrams: [] }, [0.001, 0.002], []) // => 0.002998
 */
export function rootUnavailability(
  root: { readonly series: ArrayLike<number>; readonly diagrams: readonly number[] },
  chances: ArrayLike<number>,
  nodes: ArrayLike<number>,
): number {
  let log = 0;
  for (let index = 0; index < root.series.length; index++) log += Math.log1p(-chances[root.series[index]!]!);
  for (const node of root.diagrams) log += Math.log1p(-nodes[node]!);
  return Math.abs(Math.expm1(log));
}

/**
 * The nodes of a root, ascending, ends left out.
 *
 * Model: none. Units: nodes of the plan. Errors: none. Accuracy: exact. Cost: n log n in its nodes.
 * Source: depth-first search.
 *
 * @example nodesOf({ low: [0, 0, 0], high: [0, 1, 1] }, { series: [], diagrams: [2] }).length // => 1
 */
export function nodesOf(plan: Plan, root: Root): Int32Array {
  const seen = new Set<number>();
  const stack = root.diagrams.filter((node) => node > 1);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (plan.low[node]! > 1) stack.push(plan.low[node]!);
    if (plan.high[node]! > 1) stack.push(plan.high[node]!);
  }
  return Int32Array.from(seen).sort();
}
