import type { FanOut } from '../../model/report.ts';
import type { ResolvedCall } from '../../model/resolved.ts';

/**
 * The calls that fan out: made more than once for one request, the widest first.
 *
 * Model: none; a call's `times`. Units: whole numbers. Domain: any calls. Errors: none.
 * Accuracy: exact. Cost: a sort.
 * Source: J. Dean, L. A. Barroso, "The Tail at Scale", CACM 56(2), 2013, for why they matter.
 *
 * @example fanOuts(samples.checkout.designs[0].calls).length // => 0
 */
export function fanOuts(calls: readonly ResolvedCall[]): FanOut[] {
  return calls
    .filter(({ times }) => times > 1)
    .map(({ id, times }) => ({ call: id, callees: times }))
    .sort((a, b) => b.callees - a.callees);
}
