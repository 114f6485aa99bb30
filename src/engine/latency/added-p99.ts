import type { Waiting } from '../../model/resolved-load.ts';
import { NO_TIME, type ResolvedTime } from '../../model/resolved-time.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { QUANTILES } from '../../model/report.ts';
import type { Algebra, Measure } from './algebra.ts';
import { createDesignLatency } from './design-latency.ts';
import type { Computed } from './journey-sum.ts';
import { createLatencyCache, type LatencyCache } from './latency-cache.ts';

/** By algebra: what is known of constants, apart from all else. */
const caches = new WeakMap<Algebra, LatencyCache>();

/**
 * The p99 of all parts added up along their calls, for each client, step by step: what people do by hand, and what is
 * wrong.
 *
 * Model: every time and every wait is the constant that is its p99, and nothing errs; the p99 of what comes of that, since branches are
 * still drawn. Units: seconds, by place. Errors: null where nothing is ever answered, as when a p99 is beyond its timeout.
 * Accuracy: exact but for the p99 of the parts. Cost: one evaluation of constants. Source: docs/latency-maths.md.
 *
 * @example finished(addedP99(samples.checkout.designs[0], sampleComputed(samples.checkout), [0]))[0] // => 0
 */
export function* addedP99(
  design: ResolvedDesign,
  { algebra, latency }: Computed,
  clients: readonly number[],
): Generator<number, (number | null)[]> {
  const constant = (time: Measure): ResolvedTime => {
    const seconds = algebra.quantile(time, QUANTILES.p99);
    return seconds > 0 ? { of: 'constant', seconds } : NO_TIME;
  };
  const waited = (waiting: Waiting | null): Waiting | null =>
    waiting && { ...waiting, wait: constant(algebra.of(waiting.wait)), shed: waiting.unstable ? waiting.shed : 0 };
  const cache = caches.get(algebra) ?? createLatencyCache();
  caches.set(algebra, cache);
  const { responseStepwise } = createDesignLatency(
    {
      ...design,
      components: design.components.map((one, place) => ({
        ...one,
        time: constant(latency.own(place)),
        errors: 0,
        waiting: waited(one.waiting),
      })),
      calls: design.calls.map((call) => ({
        ...call,
        network: constant(latency.network(call)),
        admitted: 1,
        waiting: waited(call.waiting),
      })),
    },
    algebra,
    cache,
  );
  const added: (number | null)[] = [];
  for (const client of clients) {
    const { success } = yield* responseStepwise(client);
    added.push(success.mass > 0 ? algebra.quantile(success, QUANTILES.p99) : null);
  }
  return added;
}
