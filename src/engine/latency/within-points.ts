import type { WithinCurve } from '../../model/report.ts';
import { logGrid } from '../numeric/log-grid.ts';
import type { Algebra, Measure } from './algebra.ts';

/** Quantiles that have a point of the curve to themselves, with one just before it: so an exact time is a step. */
const MARKED = [
  0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998,
  0.999, 0.9995, 0.9999, 0.99999,
];
const JUST_BEFORE = 1 - 1e-9;

/** Points evenly over the logarithm, beside those. */
const POINTS = 96;

/**
 * The share of requests that are answered well within t, as points of a curve.
 *
 * Model: `good` times `share`; what is never answered well, `never`, is beyond every t. From a tenth less than the first
 * good answers to somewhat more than p99.999. Units: seconds, shares of all requests. Errors: no points where nothing
 * is answered well. Accuracy: that of the algebra; both sides keep their digits. Cost: some 150 readings.
 * Source: docs/latency-maths.md.
 *
 * @example withinPoints(sampleAlgebra, sampleAlgebra.at(0), 0.9, 0.1) // => [{ seconds: 0, within: 0.9, beyond: 0.1 }]
 */
export function withinPoints(
  algebra: Algebra,
  good: Measure,
  share: number,
  never: number,
): WithinCurve['points'][number][] {
  if (!(good.mass > 0)) return [];
  const marked = MARKED.map((quantile) => algebra.quantile(good, quantile)).filter(Number.isFinite);
  const [first, last] = [marked.find((seconds) => seconds > 0), marked.at(-1)];
  const seconds =
    first === undefined || last === undefined
      ? [0]
      : [...marked.flatMap((each) => [each * JUST_BEFORE, each]), ...logGrid(0.9 * first, 1.2 * last, POINTS)];
  return [...new Set(seconds)]
    .sort((a, b) => a - b)
    .map((each) => ({
      seconds: each,
      within: Math.min(1, share * algebra.within(good, each)),
      beyond: Math.min(1, never + share * algebra.beyond(good, each)),
    }));
}
