import { anyOf, anyOfSame } from '../numeric/any-of.ts';
import { binomialTailSlope, binomialUpperTail } from '../numeric/binomial-tail.ts';
import { twoKindsChance, twoKindsUpperTail } from '../numeric/two-kinds.ts';

/**
 * The chance that a group's replicas do not suffice: that fewer than k of n are up, or that one of the k that serve has
 * failed without its spare noticing.
 *
 * Model: replicas fail independently, each with a; of the failures of those that serve the share s goes unnoticed and
 * takes the group down (the chance that a replica is down stays a in all). Units: whole n ≥ 0, k ≥ 1; a, s in [0, 1].
 * n < k gives 1; without a spare coverage changes nothing. Errors: none. Accuracy: relative error ≤ 1e-12, all terms are
 * positive. Cost: a binomial tail; k of them where s > 0.
 * Source: W. G. Bouricius et al., "Reliability modeling techniques for self-repairing computer systems" (1969).
 *
 * @example tooFewLeft(2, 1, 0.01, 0.1) // => 0.00109
 */
export function tooFewLeft(standing: number, needed: number, alone: number, unnoticed: number): number {
  if (standing < needed) return 1;
  const spares = standing - needed;
  if (unnoticed === 0 || spares === 0) return binomialUpperTail(standing, spares + 1, alone);
  return anyOf([anyOfSame(unnoticed * alone, needed), tooFewNoticed(standing, needed, alone, unnoticed)]);
}

/**
 * The chance that fewer than k of n replicas are up, given that every failure of one that serves was noticed.
 *
 * Model, units, errors, accuracy, cost and source as for `tooFewLeft`; n ≥ k.
 *
 * @example tooFewNoticed(2, 1, 0.01, 0) // => 0.0001
 */
export function tooFewNoticed(standing: number, needed: number, alone: number, unnoticed: number): number {
  const spares = standing - needed;
  const missed = unnoticed * alone;
  if (missed === 0) return binomialUpperTail(standing, spares + 1, alone);
  if (missed >= 1) return 0;
  const covered = ((1 - unnoticed) * alone) / (1 - missed);
  return twoKindsUpperTail(needed, covered, spares, alone, spares + 1);
}

/**
 * How fast that chance grows with a, the failure chance of one replica, and which part of it is failures that were not
 * covered.
 *
 * Model, units, errors and source as for `tooFewLeft`; results ≥ 0, n < k gives 0. Accuracy: relative error ≤ 1e-11.
 * Cost: as `tooFewLeft`.
 *
 * @example tooFewLeftSlope(2, 1, 0.01, 0.1).uncovered // => 0.1
 */
export function tooFewLeftSlope(
  standing: number,
  needed: number,
  alone: number,
  unnoticed: number,
): { readonly replicas: number; readonly uncovered: number } {
  const spares = standing - needed;
  if (spares < 0) return { replicas: 0, uncovered: 0 };
  if (unnoticed === 0 || spares === 0) {
    return { replicas: binomialTailSlope(standing, spares + 1, alone), uncovered: 0 };
  }
  const missed = unnoticed * alone;
  if (missed >= 1) return { replicas: 0, uncovered: 0 };
  const covered = ((1 - unnoticed) * alone) / (1 - missed);
  const othersNotice = Math.exp((needed - 1) * Math.log1p(-missed));
  // With one serving replica up: the others still suffice, or are just enough; the same for a spare.
  const suffice = othersNotice * (1 - twoKindsUpperTail(needed - 1, covered, spares, alone, spares + 1));
  const justEnough = othersNotice * twoKindsChance(needed - 1, covered, spares, alone, spares);
  const spareCounts = othersNotice * (1 - missed) * twoKindsChance(needed, covered, spares - 1, alone, spares);
  return {
    replicas: needed * (1 - unnoticed) * justEnough + spares * spareCounts,
    uncovered: needed * unnoticed * suffice,
  };
}
