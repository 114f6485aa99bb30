import { NO_TIME, type ResolvedTime } from '../../model/resolved-time.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { QUANTILES, type QuantileName } from '../../model/report.ts';
import type { Measure } from './algebra.ts';
import { createDesignLatency } from './design-latency.ts';
import type { Computed } from './journey-sum.ts';
import { ofQuantiles } from './seconds-of.ts';

const SHARES = Object.entries(QUANTILES) as [QuantileName, number][];

/**
 * The quantiles of all parts added up along their calls, for each client, step by step: what people do by hand, and what
 * is wrong.
 *
 * Model: every time is the constant that is its quantile, and nothing errs; the quantile of what comes of that, since
 * branches are still drawn. Units: seconds, by place. Errors: null where nothing is ever answered. Accuracy: exact but for
 * the quantiles of the parts. Cost: six evaluations of constants. Source: docs/latency-maths.md.
 *
 * @example finished(addedSeconds(samples.checkout.designs[0], sampleComputed(samples.checkout), [0]))[0].p99 // => 0
 */
export function* addedSeconds(
  design: ResolvedDesign,
  { algebra, latency }: Computed,
  clients: readonly number[],
): Generator<number, Record<QuantileName, number | null>[]> {
  const byQuantile = new Map<QuantileName, (number | null)[]>();
  for (const [name, share] of SHARES) {
    const constant = (time: Measure): ResolvedTime => {
      const seconds = algebra.quantile(time, share);
      return seconds > 0 ? { of: 'constant', seconds } : NO_TIME;
    };
    const { responseStepwise } = createDesignLatency(
      {
        ...design,
        components: design.components.map((one, place) => ({ ...one, time: constant(latency.own(place)), errors: 0 })),
        calls: design.calls.map((call) => ({ ...call, network: constant(latency.network(call)) })),
      },
      algebra,
    );
    const seconds: (number | null)[] = [];
    for (const client of clients) {
      const { success } = yield* responseStepwise(client);
      seconds.push(success.mass > 0 ? algebra.quantile(success, share) : null);
    }
    byQuantile.set(name, seconds);
  }
  return clients.map((_, index) => ofQuantiles((_, name) => byQuantile.get(name)![index]!));
}
