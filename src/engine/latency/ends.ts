import type { Algebra, Measure } from './algebra.ts';

/** The same good answers with all times rounded down and with all rounded up, and the chance of the states that were not counted. */
export interface Bounded {
  readonly early: { readonly algebra: Algebra; readonly measure: Measure };
  readonly late: { readonly algebra: Algebra; readonly measure: Measure };
  readonly remainder: number;
}

interface Ends<End> {
  readonly low: End;
  readonly high: End;
}

/**
 * The two ends that the share of requests answered well within a time certainly lies between.
 *
 * Model: every operation keeps the stochastic order, so rounding down all times bounds the share from above and rounding
 * them up from below; in states that were not counted anything may happen. Units: seconds, probabilities. Errors: none.
 * Accuracy: a bound, but for rounding in the last digits. Cost: two readings.
 * Source: M. Shaked, J. G. Shanthikumar, "Stochastic orders" (2007), theorems 1.A.3 and 1.A.4.
 *
 * @example shareEnds({ early: { algebra: sampleAlgebra, measure: sampleAlgebra.at(1, 0.9) }, late: { algebra: sampleAlgebra, measure: sampleAlgebra.at(2, 0.9) }, remainder: 0 }, 1.5) // => { low: 0, high: 0.9 }
 */
export function shareEnds({ early, late, remainder }: Bounded, seconds: number): Ends<number> {
  return {
    low: late.algebra.within(late.measure, seconds),
    high: Math.min(1, early.algebra.within(early.measure, seconds) + remainder),
  };
}

/**
 * The two ends that a quantile of the good answers certainly lies between.
 *
 * Model: from where the larger share may reach q of the smaller mass, to where the smaller share must have reached q of
 * the larger. Units: seconds. Errors: null where nothing is answered, or where the upper end is beyond all bounds.
 * Accuracy and source as `shareEnds`. Cost: two quantiles.
 *
 * @example quantileEnds({ early: { algebra: sampleAlgebra, measure: sampleAlgebra.at(1) }, late: { algebra: sampleAlgebra, measure: sampleAlgebra.at(2) }, remainder: 0 }, 0.99) // => { low: 1, high: 2 }
 */
export function quantileEnds({ early, late, remainder }: Bounded, quantile: number): Ends<number | null> {
  const [most, least] = [early.measure.mass, late.measure.mass];
  if (!(most > 0)) return { low: null, high: null };
  const needed = Math.max(0, (quantile * least - remainder) / most);
  const reached = least > 0 ? (quantile * Math.min(1, most + remainder)) / least : Number.POSITIVE_INFINITY;
  const low = early.algebra.quantile(early.measure, needed);
  const high = reached > 1 ? Number.POSITIVE_INFINITY : late.algebra.quantile(late.measure, reached);
  return { low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
}
