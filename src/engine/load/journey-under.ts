import type { ResolvedDesign } from '../../model/resolved.ts';
import type { Algebra } from '../latency/algebra.ts';
import { secondsAt } from '../latency/asked.ts';
import { createDesignLatency } from '../latency/design-latency.ts';
import { createLatencyCache } from '../latency/latency-cache.ts';
import { loadedStepwise } from './loaded.ts';
import { EVERYTHING_UP, type Loaded, type LoadedBy, type LoadOptions } from './loading.ts';

/** A journey while its clients send so much. */
export interface JourneyUnder {
  readonly loaded: Loaded;
  readonly success: number;
}

/** And how long good answers take; null where there are none. */
export interface TimedJourney extends JourneyUnder {
  readonly p50: number | null;
  readonly p99: number | null;
}

/** Loads by one algebra, times by a finer one. */
export interface TimedBy extends LoadedBy {
  readonly times: Algebra;
}

/**
 * The same algebra for a load that is looked at once: it knows what was known, and keeps nothing, since another load has
 * other waits everywhere.
 *
 * Model: none. Units: none. Errors: none. Accuracy: answers are the same bit for bit. Cost: a copy of what is known.
 * Source: docs/load-maths.md.
 *
 * @example forOnce({ algebra: sampleAlgebra, visits: createLatencyCache() }).algebra === sampleAlgebra // => true
 */
export function forOnce({ algebra, visits }: LoadedBy): LoadedBy {
  return { algebra, visits: createLatencyCache(visits) };
}

/**
 * How many of a journey's requests are answered well under a load.
 *
 * Model: as `loadedStepwise`; what is computed for it is not kept in `by`. Units:
 * shares of requests. Errors: none. Accuracy: that of the algebra. Cost: that of `loadedStepwise`. Source: docs/load-maths.md.
 *
 * @example finished(journeyUnder(samples.checkout.designs[0], 0, { algebra: sampleAlgebra, visits: createLatencyCache() })).success // => 1
 */
export function* journeyUnder(
  design: ResolvedDesign,
  client: number,
  by: LoadedBy,
  options: LoadOptions = {},
): Generator<unknown, JourneyUnder> {
  const own = forOnce(by);
  const loaded = yield* loadedStepwise(design, EVERYTHING_UP, options, own);
  const { failure } = createDesignLatency(loaded.design, own.algebra, own.visits).response(client);
  return { loaded, success: 1 - failure };
}

/**
 * How a journey's requests are answered in a design whose load is known, and when.
 *
 * Model: that of the design's waits. Units: seconds, shares of requests; `down` by place. Errors: quantiles null where nothing
 * is answered well. Accuracy: that of the algebra. Cost: one response. Source: docs/load-maths.md.
 *
 * @example finished(timesUnder({ design: samples.checkout.designs[0], rates: [], calls: {}, lines: [], pools: {}, settled: true }, 0, sampleAlgebra)).success // => 1
 */
export function* timesUnder(
  loaded: Loaded,
  client: number,
  times: Algebra,
  down = EVERYTHING_UP.down,
): Generator<unknown, TimedJourney> {
  const latency = createDesignLatency(loaded.design, times, createLatencyCache());
  const { success, failure } = yield* latency.responseStepwise(client, down);
  const [p50, p99] = [0.5, 0.99].map((share) => secondsAt(times, success, share));
  return { loaded, success: 1 - failure, p50: p50!, p99: p99! };
}

/**
 * How a journey's requests are answered under a load, and when.
 *
 * Model: as `journeyUnder`. Units: seconds, shares of requests. Errors: quantiles null where nothing is answered well.
 * Accuracy: that of both algebras. Cost: that of `journeyUnder`, and of one response. Source: docs/load-maths.md.
 *
 * @example finished(timedJourney(samples.checkout.designs[0], 0, { algebra: sampleAlgebra, visits: createLatencyCache(), times: sampleAlgebra })).p99 // => 0
 */
export function* timedJourney(
  design: ResolvedDesign,
  client: number,
  by: TimedBy,
  options: LoadOptions = {},
): Generator<unknown, TimedJourney> {
  const loaded = yield* loadedStepwise(design, EVERYTHING_UP, options, forOnce(by));
  return yield* timesUnder(loaded, client, by.times);
}

/**
 * Everything that requests from a component lead to, itself among it.
 *
 * Model: rule 12 of the scenario format: what is only sent is load too. Units: places. Errors: none. Accuracy: exact.
 * Cost: linear. Source: none needed.
 *
 * @example [...reachedFrom(samples.checkout.designs[0], 2)] // => [2, 3, 4]
 */
export function reachedFrom({ calls }: Pick<ResolvedDesign, 'calls'>, place: number): ReadonlySet<number> {
  const reached = new Set([place]);
  for (const each of reached) for (const { from, to } of calls) if (from === each) reached.add(to);
  return reached;
}
