import { nodeChances, ownChances, rootUnavailability, variableChances } from './evaluate.ts';
import type { Group } from './group.ts';
import { compiled } from './importance.ts';
import { partsOf, type Part } from './part.ts';
import type { Plan, Root } from './plan.ts';
import type { Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

/** A journey's numbers, before they are turned into figures. */
export interface Journey {
  readonly unavailability: number;
  /** Those that the exact function depends on: components in the order of the design, then domains in theirs. */
  readonly parts: readonly Part[];
  /** The unavailability when failures have other chances. */
  readonly withChances: (change: ChangedChance) => number;
}

/** Another chance for a failure, from the one that it has today. */
export type ChangedChance = (what: OwnVariable, today: number) => number;

/**
 * A journey's unavailability and what every component's group and every domain does to it.
 *
 * Model: the structure function over independent groups, domains and branches. Units: `groups` by component, chances.
 * Errors: none. Accuracy: relative error ≤ 1e-12. Cost: linear in the nodes, times the passes that the shares need.
 * Source: Z. W. Birnbaum, "On the importance of different components" (1969); docs/availability-maths.md.
 *
 * @example sampleJourney(samples.checkout).unavailability // => 0.0005029985
 */
export function journeyOf(structure: Structure, plan: Plan, root: Root, groups: readonly Group[]): Journey {
  const of = compiled(plan, root);
  const today = variableChances(structure, plan, ownChances(structure, groups));
  const evaluated = (chances: Float64Array): number =>
    rootUnavailability(root, chances, nodeChances(plan, chances, of.nodes));
  return {
    unavailability: evaluated(today),
    parts: partsOf(structure, of, groups, today),
    withChances: (change) =>
      evaluated(
        today.map((chance, variable) => {
          const what = plan.variables[variable]!;
          return 'of' in what ? chance : change(what, chance);
        }),
      ),
  };
}
