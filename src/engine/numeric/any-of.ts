/**
 * The chance that at least one of several independent events happens: 1 − ∏(1 − qᵢ).
 *
 * Model: independent events. Units: probabilities in [0, 1], result in [0, 1]. An empty list gives 0.
 * Errors: none; NaN in, NaN out. Accuracy: relative error about 1e-16 per factor, also where the result is far below
 * 1e-16 (the complement is never formed). Cost: one log1p per factor.
 * Source: W. Kahan, "Branch cuts for complex elementary functions" (1987), on log1p and expm1.
 *
 * @example anyOf([0.001, 0.002]) // => 0.002998
 */
export function anyOf(chances: Iterable<number>): number {
  let log = 0;
  for (const chance of chances) log += Math.log1p(-chance);
  return Math.abs(Math.expm1(log));
}

/**
 * The chance that at least one of N independent events of the same chance p happens: 1 − (1 − p)ᴺ.
 *
 * Model: independent events. Units: p in [0, 1], N ≥ 0 (need not be whole), result in [0, 1]. N = 0 gives 0.
 * Errors: none. Accuracy: relative error about 2e-16. Cost: constant.
 * Source: J. Dean, L. A. Barroso, "The tail at scale", CACM 56 (2013), figure "probability of one-second response".
 *
 * @example anyOfSame(0.01, 100) // => 0.6339676587267709
 */
export function anyOfSame(chance: number, count: number): number {
  if (count === 1) return chance;
  if (count === 0) return 0;
  return Math.abs(Math.expm1(count * Math.log1p(-chance)));
}
