import type { StormCurve, StormRemedy, StormState } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { createDesignLatency } from '../latency/design-latency.ts';
import { logGrid } from '../numeric/log-grid.ts';
import { busiestAmong } from './busiest.ts';
import { reachedFrom, timedJourney, type TimedBy } from './journey-under.ts';
import { EVERYTHING_UP, type Loaded, type LoadedBy } from './loading.ts';
import { saturationOf } from './saturation.ts';
import { stormFreeTimes } from './storm-free.ts';
import { remedied, stormRemedies } from './storm-remedies.ts';
import { settlingOf, tippingOf, type Settled } from './tipping.ts';
import { trafficOf } from './traffic.ts';

/** Loads that are shown, over the one at which something saturates. */
const SHOWN = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 1.05, 1.15, 1.3];

/** Loads from there to one that is beyond them. */
const BEYOND = 6;

/** Where two states begin and end they are shown on either side. */
const BESIDE = 1.002;

/** How exactly it is known where a remedy lets it tip over and come back. */
const ROUGHLY = 3e-3;

/** Where nothing can tip over. */
export const NO_STORM: StormCurve = {
  question: 'storm',
  points: [],
  today: null,
  tipsAbove: null,
  recoversBelow: null,
  component: null,
  remedies: [],
};

/** The most good answers today, in the worse of the states; then the one that lets a storm pass under the highest load. */
const byEffect = (one: StormRemedy, other: StormRemedy): number =>
  other.success - one.success || ends(other) - ends(one);
const ends = ({ recoversBelow }: StormRemedy): number => recoversBelow ?? Number.MAX_VALUE;

/** What comes to each component for the clients' requests today, if nothing is ever tried again. */
function ratesWithoutRetries(design: ResolvedDesign, by: LoadedBy): readonly number[] {
  const once = { ...design, calls: design.calls.map((call) => ({ ...call, retries: 0, hedgeSeconds: null })) };
  return trafficOf(once, createDesignLatency(once, by.algebra, by.visits), EVERYTHING_UP.down).rates;
}

const busyAt = (loaded: Loaded, place: number): number => busiestAmong(loaded, new Set([place]))?.utilisation ?? 0;

/** The busiest of those that are overloaded once it has tipped over, by how busy it was before; one of `of` has limited workers. */
function overloadedFirst({ calm, stormy }: Settled, of: ReadonlySet<number>): number {
  const overloaded = new Set([...of].filter((place) => busyAt(stormy.loaded, place) >= 1));
  return busiestAmong(calm.loaded, overloaded.size > 0 ? overloaded : of)!.place;
}

/**
 * What timeouts and retries make of a journey's load: every load's states, where it tips over and comes back, and what can
 * be done about it.
 *
 * Model: all clients send in step; for each load the least and the largest state that keeps itself up. Remedies are answered
 * one at a time, the one with the most good answers today at the head. Units: requests per second, shares of requests; states are of
 * the component that is overloaded first. Errors: nothing where the client has no rate or no worker is limited; where nothing is tried
 * again both states are the same. Accuracy: loads to 0.1 %, of remedies to 0.3 %; as `tippingOf`. Cost: some 70 times `loadedStepwise`, and 20 for
 * each remedy; yields between them. Source: N. Bronson et al., "Metastable failures in distributed systems", HotOS (2021).
 *
 * @example finished(stormOf(samples.checkout.designs[0], 0, { algebra: sampleAlgebra, visits: createLatencyCache(), times: sampleAlgebra })).points // => []
 */
export function* stormOf(design: ResolvedDesign, client: number, by: TimedBy): Generator<unknown, StormCurve> {
  const rate = design.components[client]!.ratePerSecond ?? 0;
  const reached = reachedFrom(design, client);
  const saturation = rate > 0 ? yield* saturationOf(design, reached, by) : null;
  if (saturation === null) return NO_STORM;
  const { below, at } = saturation;
  const settling = settlingOf(design, client, by);
  const guess = stormFreeTimes((yield* settling(below)).calm.loaded);
  const tipping = yield* tippingOf(settling, saturation, { guess });
  const { recoversBelow = null, tipsAbove = null } = tipping ?? {};
  const settled = yield* settling(tipping?.twofold ?? below);
  const place = overloadedFirst(settled, reached);
  const withoutRetries = ratesWithoutRetries(design, by)[place]!;
  const state = function* (times: number, from: 'calm' | 'stormy'): Generator<unknown, StormState> {
    const { loaded, success, p99 } = yield* timedJourney(design, client, by, { times, from });
    const amplification = withoutRetries > 0 ? loaded.rates[place]! / (withoutRetries * times) : 1;
    return { success, amplification, utilisation: busyAt(loaded, place), p99 };
  };
  const point = function* (times: number): Generator<unknown, StormCurve['points'][number]> {
    const calm = yield* state(times, 'calm');
    const isTwofold =
      recoversBelow !== null && times > recoversBelow && times < (tipsAbove ?? Number.POSITIVE_INFINITY);
    return { ratePerSecond: rate * times, calm, stormy: isTwofold ? yield* state(times, 'stormy') : calm };
  };
  const points: StormCurve['points'][number][] = [];
  const edges = [recoversBelow ?? at, tipsAbove ?? at].flatMap((edge) => [edge / BESIDE, edge * BESIDE]);
  const end = SHOWN.at(-1)! * at;
  // Today is shown, however far beyond saturation it is.
  const beyond = end < 1 ? logGrid(end, 1, BEYOND).slice(1) : [];
  const shown = new Set([...SHOWN.map((part) => part * at), ...edges, ...beyond]);
  for (const times of [...shown].sort((one, other) => one - other)) points.push(yield* point(times));
  const remedies: StormRemedy[] = [];
  if (tipping !== null)
    for (const edit of stormRemedies(settled.calm.loaded, place, settled.stormy.loaded.calls)) {
      const changed = remedied(design, edit);
      const end = yield* saturationOf(changed, reached, by, { guess: at * (1 + ROUGHLY / 2), close: ROUGHLY });
      const answers = settlingOf(changed, client, by);
      // What never saturates is looked at where it did.
      const left = yield* tippingOf(answers, end ?? saturation, { guess: tipping.recoversBelow, close: ROUGHLY });
      const { calm, stormy } = yield* answers(1);
      remedies.push({
        ...edit,
        tipsAbove: left?.tipsAbove == null ? null : rate * left.tipsAbove,
        recoversBelow: left === null ? null : rate * left.recoversBelow,
        success: Math.min(calm.success, stormy.success),
      });
    }
  return {
    question: 'storm',
    points,
    today: yield* point(1),
    tipsAbove: tipsAbove === null ? null : rate * tipsAbove,
    recoversBelow: recoversBelow === null ? null : rate * recoversBelow,
    component: design.components[place]!.id,
    remedies: remedies.sort(byEffect),
  };
}
