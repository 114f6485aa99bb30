import type { ResolvedCall } from '../../model/resolved.ts';
import type { Algebra } from '../latency/algebra.ts';
import { attempt } from '../latency/attempts.ts';
import type { DesignLatency, Down } from '../latency/design-latency.ts';

const ROUNDING = 1e-9;

type Arrivals = Pick<DesignLatency, 'arrived'>;

/** Attempts that fail with an error or a timeout, after which there may be another one. */
function failedShares(algebra: Algebra, call: ResolvedCall, latency: Arrivals, down: Down) {
  return latency.arrived(call, down).list.map(({ weight, response }) => {
    const { failure, never } = attempt(algebra, call, response);
    return { weight, failed: failure - never };
  });
}

/**
 * The share of retries that the budget of a call lets through; 1 where it has none.
 *
 * Model: of the further attempts that are expected for a first one, Σ (rf)ⁱ, as many are made as the budget lets. Units: shares.
 * Errors: none. Accuracy: that of the failures. Cost: that of one attempt, and 50 sums. Source: rule 12 of the scenario format;
 * M. Brooker, "Timeouts, retries, and backoff with jitter", Amazon Builders' Library (2019).
 *
 * @example ((call) => retriedOf(sampleAlgebra, { ...call, retries: 1, retryBudget: 0.1 }, { arrived: () => single(failing(sampleAlgebra, false)) }, new Set()))(samples.checkout.designs[0].calls[0]) // => 0.1
 */
export function retriedOf(algebra: Algebra, call: ResolvedCall, latency: Arrivals, down: Down): number {
  const { retries, retryBudget } = call;
  if (retryBudget === null || retries === 0) return 1;
  const shares = failedShares(algebra, call, latency, down);
  const furtherWith = (retried: number): number =>
    shares.reduce((sum, { weight, failed }) => {
      const again = retried * failed;
      return sum + weight * (again < 1 ? (again * (1 - again ** retries)) / (1 - again) : retries);
    }, 0);
  if (furtherWith(1) <= retryBudget) return 1;
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (furtherWith(middle) > retryBudget) high = middle;
    else low = middle;
  }
  return low;
}

/**
 * Whether so many of the attempts that are sent fail that the breaker of a call refuses some.
 *
 * Model: the share of failed attempts, of those that are sent, is above the breaker's. Units: none. Errors: none. Accuracy: that of
 * the failures. Cost: that of one attempt. Source: M. Nygard, "Release it!" (2007).
 *
 * @example ((call) => isTripped(sampleAlgebra, { ...call, breaker: 0.5 }, { arrived: () => single(failing(sampleAlgebra, false)) }, new Set()))(samples.checkout.designs[0].calls[0]) // => true
 */
export function isTripped(algebra: Algebra, call: ResolvedCall, latency: Arrivals, down: Down): boolean {
  if (call.breaker === null) return false;
  const shares = failedShares(algebra, { ...call, admitted: 1 }, latency, down);
  return shares.reduce((sum, { weight, failed }) => sum + weight * failed, 0) > call.breaker * (1 + ROUNDING);
}
