import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import { createDesignLatency, type DesignLatency } from '../latency/design-latency.ts';
import { isTripped, retriedOf } from './limits.ts';
import type { Loaded, LoadedBy, LoadOptions, LoadState } from './loading.ts';
import { stormyTraffic } from './stormy-traffic.ts';
import { stretchedDesign } from './stretched.ts';
import { trafficOf, type Traffic } from './traffic.ts';
import { roundsOf, waitsOf, type Rounds } from './waits.ts';

/** Rates have settled when none changes by more than this of itself. */
const SETTLED = 1e-6;
const MOST_ROUNDS = 200;
/** The share that a breaker admits is found to 2⁻¹² of all. */
const HALVINGS = 12;

/** The largest change of a rate, over itself. */
function changeOf(before: Traffic, after: Traffic): number {
  return after.rates.reduce((most, rate, place) => {
    const larger = Math.max(rate, before.rates[place]!);
    return larger === 0 ? most : Math.max(most, Math.abs(rate - before.rates[place]!) / larger);
  }, 0);
}

/** A rate that turns back goes half as much of the way next time, and then a little more again. */
const MORE = 1.2;

/** The next rates to try. */
function createPace(): (now: Traffic, next: Traffic) => Traffic {
  const known = new Map<number | string, { readonly way: number; readonly share: number }>();
  const paced = (key: number | string, now: number, next: number): number => {
    const before = known.get(key) ?? { way: 0, share: 1 };
    const way = next - now;
    const share = way * before.way < 0 ? before.share / 2 : Math.min(1, before.share * MORE);
    known.set(key, { way, share });
    return share === 1 ? next : now + share * way;
  };
  return (now, next) => ({
    ...next,
    rates: next.rates.map((rate, place) => paced(place, now.rates[place]!, rate)),
    calls: Object.fromEntries(
      Object.entries(next.calls).map(([id, rate]) => [id, paced(id, now.calls[id] ?? 0, rate)]),
    ),
  });
}

/** Everything that one run depends on. */
interface Run {
  readonly design: ResolvedDesign;
  readonly rounds: Rounds;
  readonly start: Traffic;
  readonly state: LoadState;
  readonly times: number;
  readonly by: LoadedBy;
}

const withRetried = (design: ResolvedDesign, like: readonly ResolvedCall[]): ResolvedDesign => ({
  ...design,
  calls: design.calls.map((call, at) => ({ ...call, retried: like[at]!.retried })),
});

type Settled = Loaded & { readonly latency: DesignLatency };

/** Rates, waits and attempts until they settle, with the breakers as they are. */
function* settledStepwise({ design, rounds, start, state, times, by }: Run): Generator<unknown, Settled> {
  const paced = createPace();
  let now = start;
  let tried = design;
  for (let round = 1; ; round++) {
    yield round;
    const filled = waitsOf(tried, rounds, now, state, by);
    const calls = filled.design.calls.map((call) => {
      const retried = retriedOf(by.algebra, call, filled.latency, state.down);
      return Math.abs(retried - call.retried) > SETTLED * retried ? { ...call, retried } : call;
    });
    const isSame = calls.every((call, at) => call === filled.design.calls[at]);
    const budgeted = isSame ? filled.design : { ...filled.design, calls };
    const latency = isSame ? filled.latency : createDesignLatency(budgeted, by.algebra, by.visits);
    const next = trafficOf(budgeted, latency, state.down, times);
    // A storm is begun without knowing what is given up.
    const isKnown = now.streams !== undefined || next.streams === undefined;
    const settled = isSame && isKnown && changeOf(now, next) <= SETTLED;
    if (settled || round === MOST_ROUNDS) return { ...filled, ...next, design: budgeted, latency, settled };
    now = paced(now, next);
    if (!isSame) tried = withRetried(design, calls);
  }
}

/** The same where breakers refuse so many attempts that of the others no more fail than they let through. */
function* admittedStepwise(run: Run): Generator<unknown, Settled> {
  const { design, by, state } = run;
  const whole = yield* settledStepwise(run);
  const tripped = ({ latency, design: { calls } }: Settled, at: number): boolean =>
    isTripped(by.algebra, calls[at]!, latency, state.down);
  const open = new Map<number, readonly [low: number, high: number]>();
  design.calls.forEach((_, at) => {
    if (tripped(whole, at)) open.set(at, [0, 1]);
  });
  if (open.size === 0) return whole;
  const admitting = (of: (low: number, high: number) => number): Run => ({
    ...run,
    design: {
      ...design,
      calls: design.calls.map((call, at) => {
        const range = open.get(at);
        return range === undefined ? call : { ...call, admitted: of(...range) };
      }),
    },
  });
  for (let halving = 0; halving < HALVINGS; halving++) {
    const tried = yield* settledStepwise(admitting((low, high) => (low + high) / 2));
    for (const [at, [low, high]] of open) {
      const middle = (low + high) / 2;
      open.set(at, tripped(tried, at) ? [low, middle] : [middle, high]);
    }
  }
  return yield* settledStepwise(admitting((low) => low));
}

/**
 * A design with the waits that its clients' rates make, step by step: rates make waits, waits make attempts, and attempts
 * make rates.
 *
 * Model: rule 12 of the scenario format; retry budgets thin out retries, breakers refuse attempts. From `calm`, where nobody waits at first, rates rise to the least state that
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
  if (rounds.length === 0 && design.calls.every(({ retryBudget, breaker }) => (retryBudget ?? breaker) === null))
    return { design, ...calm, lines: design.components.map(() => null), pools: {}, settled: true };
  const start = from === 'calm' ? calm : stormyTraffic(design, times);
  const { latency: _, ...loaded } = yield* admittedStepwise({ design, rounds, start, state, times, by });
  return loaded;
}
