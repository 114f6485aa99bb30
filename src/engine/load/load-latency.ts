import type { LoadLatencyCurve, LoadLatencyPoint } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { logGrid } from '../numeric/log-grid.ts';
import { reachedFrom, timedJourney, type TimedBy } from './journey-under.ts';
import { saturationOf } from './saturation.ts';

/** Of what there is up to the end, how much is left: dense before it. */
const LEFT = [1, 0.85, 0.7, ...logGrid(0.55, 0.005, 20), 0];
/** So many times today's load is shown where nothing ever saturates. */
const MOST_TIMES = 10;

/**
 * What a journey's requests take against their rate, up to the saturation of what saturates first.
 *
 * Model: all clients send in step; the calm state of each load. Units: requests per second, seconds, shares of requests.
 * Errors: no points where the client has no rate; quantiles null where nothing is answered well. Accuracy: the end to
 * 0.1 %; the rest that of `loadedStepwise`. Cost: some 30 times `loadedStepwise`; yields between them. Source: docs/load-maths.md.
 *
 * @example finished(loadLatencyOf(samples.checkout.designs[0], 0, { algebra: sampleAlgebra, visits: createLatencyCache(), times: sampleAlgebra })).points // => []
 */
export function* loadLatencyOf(
  design: ResolvedDesign,
  client: number,
  by: TimedBy,
): Generator<unknown, LoadLatencyCurve> {
  const rate = design.components[client]!.ratePerSecond ?? 0;
  const points: LoadLatencyPoint[] = [];
  if (rate === 0)
    return { question: 'load-latency', points, today: null, saturatesAtRatePerSecond: null, component: null };
  const at = function* (times: number): Generator<unknown, LoadLatencyPoint> {
    const { p50, p99, success } = yield* timedJourney(design, client, by, { times });
    return { ratePerSecond: rate * times, p50, p99, success };
  };
  const today = yield* at(1);
  const saturation = yield* saturationOf(design, reachedFrom(design, client), by);
  const end = saturation?.at ?? MOST_TIMES;
  for (const left of LEFT) points.push(yield* at(end * (1 - left)));
  return {
    question: 'load-latency',
    points,
    today,
    saturatesAtRatePerSecond: saturation === null ? null : rate * saturation.at,
    component: saturation === null ? null : design.components[saturation.place]!.id,
  };
}
