import type { ResolvedCall } from '../../model/resolved.ts';
import { logGrid } from '../numeric/log-grid.ts';
import { callAlone, ONE_ATTEMPT, secondsAt, type Asked } from './asked.ts';

/**
 * Delays or timeouts worth looking at: around the quantiles of one attempt of a call, as people would write them, rising.
 *
 * Model: evenly over the logarithm from half its p50 to twice its p99.9, the quantiles themselves and `today` among
 * them. Units: seconds, three digits. Errors: none where nothing is answered or nothing takes time. Accuracy: three
 * digits. Cost: one evaluation of the call. Source: none needed.
 *
 * @example finished(callGrid({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }, samples.checkout.designs[0].calls[0], null)) // => []
 */
export function* callGrid(asked: Asked, call: ResolvedCall, today: number | null): Generator<unknown, number[]> {
  const { success } = yield* callAlone(asked, call, ONE_ATTEMPT);
  const quantiles = [0.5, 0.9, 0.95, 0.99, 0.999].flatMap((each) => secondsAt(asked.algebra, success, each) ?? []);
  const [first, last] = [quantiles[0] ?? 0, quantiles.at(-1) ?? 0];
  if (!(first > 0)) return [];
  const grid = [...quantiles, ...logGrid(first / 2, 2 * last, 12)].map((seconds) => Number(seconds.toPrecision(3)));
  return [...new Set(today === null ? grid : [...grid, today])].sort((a, b) => a - b);
}
