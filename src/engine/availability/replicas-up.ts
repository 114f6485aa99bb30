import { twoKindsChance } from '../numeric/two-kinds.ts';
import { groupChances, type Group } from './group.ts';

/**
 * How many replicas of a group are up while it is not down, with the chance of each number.
 *
 * Model: replicas fail independently; what takes the whole group is known not to have happened, and of those that serve only
 * failures that were noticed (rule 8 of the scenario format). Units: `standing` replicas of which as many as are needed are up at
 * least; the chances add up to 1. Errors: none where fewer stand than are needed: there are no levels. Accuracy: relative error
 * ≤ 1e-12. Cost: a binomial chance a level; more where coverage is incomplete. Source: docs/load-maths.md.
 *
 * @example replicasUp({ replicas: 2, needed: 1, unavailability: 0.1, beta: 0 }).map(({ up }) => up) // => [2, 1]
 */
export function replicasUp(
  group: Group,
  standing = group.replicas,
): { readonly up: number; readonly probability: number }[] {
  const { needed } = group;
  const { alone, uncovered } = groupChances(group);
  const spares = standing - needed;
  // Without a spare coverage changes nothing.
  const missed = spares > 0 ? uncovered * alone : 0;
  const covered = missed < 1 ? (alone - missed) / (1 - missed) : 0;
  const levels = Array.from({ length: Math.max(0, spares + 1) }, (_, failed) => ({
    up: standing - failed,
    probability: twoKindsChance(needed, covered, Math.max(0, spares), alone, failed),
  }));
  const sum = levels.reduce((total, { probability }) => total + probability, 0);
  return levels.map((level) => ({ ...level, probability: level.probability / sum }));
}
