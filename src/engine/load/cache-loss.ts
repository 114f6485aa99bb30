import type { CacheLoss } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { busiestAmong } from './busiest.ts';
import { replicasCarrying } from './component-load.ts';
import { reachedFrom, timedJourney, type TimedBy, type TimedJourney } from './journey-under.ts';
import { EVERYTHING_UP, type LoadedBy } from './loading.ts';

/**
 * What the callees of a cache get, and how the journeys that it serves are answered, as it is, while it is empty and while
 * it is down.
 *
 * Model: empty is a hit ratio of 0, down is by its `whenDown`; the calm state of each, with the retries that it brings. Units:
 * requests per second, seconds, shares of requests. Errors: quantiles null where nothing is answered well; nothing where
 * nobody calls the cache. Accuracy: that of `loadedStepwise`. Cost: three times `loadedStepwise`. Source: docs/load-maths.md.
 *
 * @example finished(cacheLossOf(samples.checkout.designs[0], 3, { algebra: sampleAlgebra, visits: createLatencyCache(), times: sampleAlgebra })).callees // => []
 */
export function* cacheLossOf(design: ResolvedDesign, place: number, by: TimedBy): Generator<unknown, CacheLoss> {
  const cache = design.components[place]!;
  const empty = { ...design, components: design.components.with(place, { ...cache, hitRatio: 0 }) };
  const clients = design.components.flatMap(({ kind }, client) =>
    kind === 'client' && reachedFrom(design, client).has(place) ? [client] : [],
  );
  const state = { down: new Set([place]), up: EVERYTHING_UP.up };
  const journeys: { client: number; now: TimedJourney; none: TimedJourney; down: TimedJourney }[] = [];
  for (const client of clients) {
    const now = yield* timedJourney(design, client, by);
    const none = yield* timedJourney(empty, client, by);
    journeys.push({ client, now, none, down: yield* timedJourney(design, client, by, {}, state) });
  }
  const first = journeys[0];
  const callees = new Set(design.calls.flatMap(({ from, to }) => (from === place ? [to] : [])));
  return {
    question: 'cache-loss',
    hitRatio: cache.hitRatio,
    callees: first === undefined ? [] : [...callees].map((callee) => calleeOf(design, callee, first, by)),
    journeys: journeys.map(({ client, now, none, down }) => ({
      journey: design.components[client]!.id,
      success: now.success,
      p99: now.p99,
      emptySuccess: none.success,
      emptyP99: none.p99,
      downSuccess: down.success,
      downP99: down.p99,
    })),
  };
}

/** The load of a design is the same whatever journey was asked about. */
function calleeOf(
  design: ResolvedDesign,
  place: number,
  { now, none, down }: Readonly<Record<'now' | 'none' | 'down', TimedJourney>>,
  { algebra }: LoadedBy,
): CacheLoss['callees'][number] {
  const [busy, emptyBusy, downBusy] = [now, none, down].map(
    ({ loaded }) => busiestAmong(loaded, new Set([place]))?.utilisation ?? 0,
  );
  return {
    component: design.components[place]!.id,
    ratePerSecond: now.loaded.rates[place]!,
    utilisation: busy!,
    emptyRatePerSecond: none.loaded.rates[place]!,
    emptyUtilisation: emptyBusy!,
    downRatePerSecond: down.loaded.rates[place]!,
    downUtilisation: downBusy!,
    replicasNeededWhenEmpty: replicasCarrying({ design, loaded: none.loaded, algebra }, place),
  };
}
