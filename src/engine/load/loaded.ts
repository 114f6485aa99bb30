import type { ResolvedDesign } from '../../model/resolved.ts';
import { createDesignLatency } from '../latency/design-latency.ts';
import type { Loaded, LoadedBy, LoadOptions, LoadState } from './loading.ts';
import { stormyTraffic } from './stormy-traffic.ts';
import { stretchedDesign } from './stretched.ts';
import { trafficOf, type Traffic } from './traffic.ts';
import { roundsOf, waitsOf } from './waits.ts';

/** Rates have settled when none changes by more than this of itself. */
const SETTLED = 1e-6;
const MOST_ROUNDS = 200;

/** The largest change of a rate, over itself. */
function changeOf(before: Traffic, after: Traffic): number {
  return after.rates.reduce((most, rate, place) => {
    const larger = Math.max(rate, before.rates[place]!);
    return larger === 0 ? most : Math.max(most, Math.abs(rate - before.rates[place]!) / larger);
  }, 0);
}

/** The next rates to try: where a rate turns back, half of the way. */
function damped(last: Traffic | null, now: Traffic, next: Traffic): Traffic {
  if (last === null) return next;
  const between = (before: number, at: number, after: number): number =>
    (at - before) * (after - at) < 0 ? (at + after) / 2 : after;
  return {
    rates: next.rates.map((rate, place) => between(last.rates[place]!, now.rates[place]!, rate)),
    calls: Object.fromEntries(
      Object.entries(next.calls).map(([id, rate]) => [id, between(last.calls[id] ?? 0, now.calls[id] ?? 0, rate)]),
    ),
  };
}

/**
 * A design with the waits that its clients' rates make, step by step: rates make waits, waits make attempts, and attempts
 * make rates.
 *
 * Model: rule 12 of the scenario format. From `calm`, where nobody waits at first, rates rise to the least state that
 * keeps itself up; from `stormy`, where every attempt fails late, they fall to the largest; mostly both are the same. Units:
 * requests per second, seconds. Domain: calls without rings. Errors: `settled` false where rates still change by
 * more than 1e-6 of themselves after 200 rounds. Accuracy: that of the lines and of the algebra. Cost: a round computes what attempts and
 * holds depend on; without timeouts, hedges and limited queues one is enough. Source: docs/load-maths.md;
 * N. Bronson et al., "Metastable failures in distributed systems", HotOS (2021).
 *
 * @example finished(loadedStepwise(samples.checkout.designs[0], EVERYTHING_UP, {}, { algebra: sampleAlgebra, visits: createLatencyCache() })).settled // => true
 */
export function* loadedStepwise(
  resolved: ResolvedDesign,
  state: LoadState,
  { times = 1, from = 'calm' }: LoadOptions,
  by: LoadedBy,
): Generator<unknown, Loaded> {
  const design = stretchedDesign(resolved, state);
  const idle = createDesignLatency(design, by.algebra, by.visits);
  const rounds = roundsOf(design, idle, state.down);
  const calm = trafficOf(design, idle, state.down, times);
  if (rounds.length === 0)
    return { design, ...calm, lines: design.components.map(() => null), pools: {}, settled: true };
  let last: Traffic | null = null;
  let now = from === 'calm' ? calm : stormyTraffic(design, times);
  for (let round = 1; ; round++) {
    yield round;
    const { latency, ...filled } = waitsOf(design, rounds, now, state, by);
    const next = trafficOf(filled.design, latency, state.down, times);
    const settled = changeOf(now, next) <= SETTLED;
    if (settled || round === MOST_ROUNDS) return { ...filled, ...next, settled };
    [last, now] = [now, damped(last, now, next)];
  }
}
