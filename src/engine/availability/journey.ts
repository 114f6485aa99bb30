import { nodeChances, ownChances, rootUnavailability, variableChances } from './evaluate.ts';
import type { Group } from './group.ts';
import { compiled } from './importance.ts';
import { partsOf, type Part } from './part.ts';
import type { Plan, Root } from './plan.ts';
import type { Structure } from './structure.ts';
import type { OwnVariable, Variable } from './whole.ts';

/** A journey's numbers, before they are turned into figures. */
export interface Journey {
  readonly unavailability: number;
  /** Those that the exact function depends on: components in the order of the design, then domains in theirs. */
  readonly parts: readonly Part[];
  /** How many nodes an evaluation passes, at least 1. */
  readonly nodes: number;
  /** What the variables stand for, and today's chance of each. */
  readonly variables: readonly Variable[];
  readonly chances: Float64Array;
  /** The unavailability when the variables have other chances. */
  readonly withChances: (chances: Float64Array) => number;
}

/**
 * A journey's unavailability and what every component's group and every domain does to it, step by step.
 *
 * Model: the structure function over independent groups, domains and branches. Units: `groups` by component, chances.
 * Errors: none. Accuracy: relative error ≤ 1e-12. Cost: linear in the nodes, times the passes that the shares need.
 * Source: Z. W. Birnbaum, "On the importance of different components" (1969); docs/availability-maths.md.
 *
 * @example sampleJourney(samples.checkout).unavailability // => 0.0005029985
 */
export function* journeyOf(
  structure: Structure,
  plan: Plan,
  root: Root,
  groups: readonly Group[],
): Generator<number, Journey> {
  const of = compiled(plan, root);
  const chances = variableChances(structure, plan, ownChances(structure, groups));
  const withChances = (changed: Float64Array): number =>
    rootUnavailability(root, changed, nodeChances(plan, changed, of.nodes));
  const parts = yield* partsOf(structure, of, groups, chances);
  return {
    unavailability: withChances(chances),
    parts,
    nodes: 1 + of.nodes.length,
    variables: plan.variables,
    chances,
    withChances,
  };
}

/**
 * A journey's chances with those of some failures changed.
 *
 * Model: none. Units: chances by variable. Errors: none. Accuracy: exact. Cost: linear.
 * Source: docs/availability-maths.md, "Up and down once".
 *
 * @example changedChances({ variables: [{ component: 0 }], chances: Float64Array.of(0.5) }, () => 0.25)[0] // => 0.25
 */
export function changedChances(
  { variables, chances }: Pick<Journey, 'variables' | 'chances'>,
  change: (what: OwnVariable, today: number) => number,
): Float64Array {
  return chances.map((chance, variable) => {
    const what = variables[variable]!;
    return 'of' in what ? chance : change(what, chance);
  });
}
