import { anyOfSame } from '../numeric/any-of.ts';

/**
 * The chance that at least one of N callees is slow, and so the request: 1 − (1 − p)ᴺ.
 *
 * Model: callees are slow independently with chance p; the request waits for all. Units: p in [0, 1], N ≥ 0, result in
 * [0, 1]. Errors: none. Accuracy: relative error about 2e-16. Cost: constant.
 * Source: J. Dean, L. A. Barroso, "The tail at scale", CACM 56 (2013).
 *
 * @example fanOutTail(0.01, 100) // => 0.6339676587267709
 */
export function fanOutTail(slowProbability: number, callees: number): number {
  return anyOfSame(slowProbability, callees);
}

/**
 * The smallest number of callees at which at least half of all requests are slow: ⌈ln ½ / ln(1 − p)⌉.
 *
 * Model, source: as `fanOutTail`. Units: p in [0, 1], a whole number ≥ 1. Errors: null for p = 0, where there is none.
 * Accuracy: exact but where (1 − p)ᴺ is within 1e-15 of one half. Cost: constant.
 *
 * @example fanOutHalf(0.01) // => 69
 */
export function fanOutHalf(slowProbability: number): number | null {
  if (!(slowProbability > 0)) return null;
  if (slowProbability >= 0.5) return 1;
  return Math.ceil(-Math.LN2 / Math.log1p(-slowProbability) - 1e-12);
}
