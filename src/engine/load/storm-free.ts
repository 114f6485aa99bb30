import { busiestAmong } from './busiest.ts';
import type { Loaded } from './loading.ts';
import { stormyTraffic } from './stormy-traffic.ts';

/**
 * The load up to which nothing is overloaded even if every attempt is made: what has tipped over comes back below it.
 *
 * Model: λ(R + 1) = cμ, for one queue without a limit, first come first served, where R retries follow each timeout; with several
 * calls the product of what each multiplies, holds staying as they are in a calm state. Units: times all clients' rates.
 * Errors: Infinity where no worker is limited. Accuracy: exact for such a queue; of others the usual size. Cost: linear.
 * Source: N. Bronson et al., "Metastable failures in distributed systems", HotOS (2021); docs/load-maths.md.
 *
 * @example stormFreeTimes({ design: samples.checkout.designs[0], rates: [], calls: {}, lines: [], pools: {}, settled: true }) > 1e300 // => true
 */
export function stormFreeTimes(calm: Loaded): number {
  const all = stormyTraffic(calm.design, 1).rates;
  return calm.rates.reduce((least, rate, place) => {
    const busy = busiestAmong(calm, new Set([place]));
    return busy === null || rate === 0 ? least : Math.min(least, rate / (all[place]! * busy.utilisation));
  }, Number.POSITIVE_INFINITY);
}
