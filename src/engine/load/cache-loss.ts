import type { CacheLoss } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { busiestAmong } from './busiest.ts';
import { replicasCarrying } from './component-load.ts';
import { forOnce, reachedFrom, timesUnder, type TimedBy } from './journey-under.ts';
import { loadedStepwise } from './loaded.ts';
import { EVERYTHING_UP, type Loaded, type LoadedBy } from './loading.ts';

/**
 * What the callees of a cache get, and how the journeys that it serves are answered, as it is, while it is empty and while
 * it is down.
 *
 * Model: empty is a hit ratio of 0, down is by its `whenDown`; the calm state of each, with the retries that it brings. Units:
 * requests per second, seconds, shares of requests. Errors: quantiles null where nothing is answered well; nothing where
 * nobody calls the cache. Accuracy: that of `loadedStepwise`. Cost: three times `loadedStepwise`, and three responses a journey. Source: docs/load-maths.md.
 *
 * @example finished(cacheLossOf(samples.checkout.designs[0], 3, { algebra: sampleAlgebra, visits: createLatencyCache(), times: sampleAlgebra })).callees // => []
 */
export function* cacheLossOf(design: ResolvedDesign, place: number, by: TimedBy): Generator<unknown, CacheLoss> {
  const cache = design.components[place]!;
  const empty = { ...design, components: design.components.with(place, { ...cache, hitRatio: 0 }) };
  const clients = design.components.flatMap(({ kind }, client) =>
    kind === 'client' && reachedFrom(design, client).has(place) ? [client] : [],
  );
  if (clients.length === 0) return { question: 'cache-loss', hitRatio: cache.hitRatio, callees: [], journeys: [] };
  const gone = new Set([place]);
  const loads: Loads = {
    now: yield* loadedStepwise(design, EVERYTHING_UP, {}, forOnce(by)),
    none: yield* loadedStepwise(empty, EVERYTHING_UP, {}, forOnce(by)),
    down: yield* loadedStepwise(design, { down: gone, up: EVERYTHING_UP.up }, {}, forOnce(by)),
  };
  const journeys: CacheLoss['journeys'][number][] = [];
  for (const client of clients) {
    const now = yield* timesUnder(loads.now, client, by.times);
    const none = yield* timesUnder(loads.none, client, by.times);
    const down = yield* timesUnder(loads.down, client, by.times, gone);
    journeys.push({
      journey: design.components[client]!.id,
      success: now.success,
      p99: now.p99,
      emptySuccess: none.success,
      emptyP99: none.p99,
      downSuccess: down.success,
      downP99: down.p99,
    });
  }
  const callees = new Set(design.calls.flatMap(({ from, to }) => (from === place ? [to] : [])));
  return {
    question: 'cache-loss',
    hitRatio: cache.hitRatio,
    callees: [...callees].map((callee) => calleeOf(design, callee, loads, by)),
    journeys,
  };
}

/** With the cache as it is, empty, and down. */
type Loads = Readonly<Record<'now' | 'none' | 'down', Loaded>>;

function calleeOf(
  design: ResolvedDesign,
  place: number,
  { now, none, down }: Loads,
  { algebra }: LoadedBy,
): CacheLoss['callees'][number] {
  const [busy, emptyBusy, downBusy] = [now, none, down].map(
    (loaded) => busiestAmong(loaded, new Set([place]))?.utilisation ?? 0,
  );
  return {
    component: design.components[place]!.id,
    ratePerSecond: now.rates[place]!,
    utilisation: busy!,
    emptyRatePerSecond: none.rates[place]!,
    emptyUtilisation: emptyBusy!,
    downRatePerSecond: down.rates[place]!,
    downUtilisation: downBusy!,
    replicasNeededWhenEmpty: replicasCarrying({ design, loaded: none, algebra }, place),
  };
}
