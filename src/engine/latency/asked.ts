import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import type { Algebra, Measure } from './algebra.ts';
import type { Cuts } from './attempts.ts';
import { createDesignLatency, type Down } from './design-latency.ts';
import type { LatencyCache } from './latency-cache.ts';
import type { Response } from './response.ts';

/** What questions about one design are answered with; `cache` is of this algebra. */
export interface Asked {
  readonly design: ResolvedDesign;
  /** What is down all the time; everything else is up. */
  readonly down?: Down;
  readonly algebra: Algebra;
  readonly cache: LatencyCache;
}

/**
 * The design with some fields of one call changed.
 *
 * Model: none. Units: as the fields. Errors: none. Accuracy: exact. Cost: linear in the calls. Source: none needed.
 *
 * @example withCall(samples.checkout.designs[0], samples.checkout.designs[0].calls[0], { times: 3 }).calls[0].times // => 3
 */
export function withCall(
  design: ResolvedDesign,
  call: ResolvedCall,
  change: Partial<ResolvedCall> & Cuts,
): ResolvedDesign {
  return { ...design, calls: design.calls.map((each) => (each.id === call.id ? { ...call, ...change } : each)) };
}

/**
 * How one visit to a component is answered, with everything up that ever is, if the design were another one; yields
 * between the visits that it is made of.
 *
 * Model: as `createDesignLatency`. Units: as `Response`. Errors: none. Accuracy: that of the algebra. Cost: only what
 * differs from designs that were asked about before. Source: docs/latency-maths.md.
 *
 * @example finished(responseIn({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }, 0)).failure // => 0
 */
export function* responseIn(
  { algebra, cache, design, down }: Asked,
  place: number,
  other = design,
): Generator<unknown, Response> {
  return yield* createDesignLatency(other, algebra, cache).responseStepwise(place, down);
}

/**
 * How the request of one call is answered, with all its attempts, whether it is waited for or not.
 *
 * Model: as that of a client which makes this call alone, so many times, all of which must answer. Units: as `Response`.
 * Errors: none. Accuracy: that of the algebra. Cost: one call; what it leads to is remembered.
 * Source: docs/latency-maths.md.
 *
 * @example finished(callAlone({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }, samples.checkout.designs[0].calls[0], {})).failure // => 0
 */
export function* callAlone(
  asked: Asked,
  call: ResolvedCall,
  change: Partial<ResolvedCall>,
): Generator<unknown, Response> {
  const { components, calls } = asked.design;
  const from = components.length;
  const client = { ...components[call.to]!, id: '', kind: 'client' as const };
  const alone = { ...call, from, times: 1, probability: 1, optional: false, async: false, ...change };
  return yield* responseIn(asked, from, {
    ...asked.design,
    components: [...components, client],
    calls: [...calls, alone],
  });
}

/** Of one attempt without a copy and without an end: what timeouts and hedges are chosen by. */
export const ONE_ATTEMPT = { timeoutSeconds: null, deadlineSeconds: null, hedgeSeconds: null, retries: 0 } as const;

/**
 * A quantile of good answers; null where nothing is answered well, or where it is beyond all bounds.
 *
 * Model: docs/latency-maths.md. Units: seconds. Errors: none. Accuracy: that of the algebra. Cost: as `Algebra.quantile`.
 * Source: none needed.
 *
 * @example secondsAt(sampleAlgebra, sampleAlgebra.at(2), 0.99) // => 2
 */
export function secondsAt(algebra: Algebra, measure: Measure, quantile: number): number | null {
  const seconds = measure.mass > 0 ? algebra.quantile(measure, quantile) : Number.POSITIVE_INFINITY;
  return Number.isFinite(seconds) ? seconds : null;
}
