import { anyOfSame } from './any-of.ts';
import { atLeast } from './poisson-binomial.ts';

/**
 * The failure chance of a call, from that of one visit to its callee: p · (1 − (1 − g)ᴺ).
 *
 * Model: the N visits draw their branches independently; the call is made with probability p (rule 4 of the format).
 * Units: chances in [0, 1], N ≥ 0. Errors: none. Accuracy: relative error about 3e-16. Cost: constant.
 * Source: docs/availability-maths.md, "Branches".
 *
 * @example callFailure({ probability: 0.05, times: 2 }, 0.1) // => 0.0095
 */
export function callFailure(call: { readonly probability: number; readonly times: number }, callee: number): number {
  return call.probability * anyOfSame(callee, call.times);
}

/**
 * The failure chance of a gate, from those of its callees.
 *
 * Model: k of the callees must work, each failing independently. In a race a call made N times counts as N callees.
 * Balanced, the request goes to one of those that can work (g < 1), by weight (in equal shares where none of them has
 * any); fewer than k of those is a failure.
 * Units: `callees` are chances in [0, 1] of one visit, in the order of `calls`. Errors: none.
 * Accuracy: relative error about 1e-15. Cost: callees × k. Source: docs/availability-maths.md, "Gates".
 *
 * @example gateFailure('failover', 1, [{ times: 1, weight: 1 }, { times: 1, weight: 1 }], [0.1, 0.2]) // => 0.02
 */
export function gateFailure(
  mode: 'failover' | 'race' | 'balance',
  needed: number,
  calls: readonly { readonly times: number; readonly weight: number }[],
  callees: readonly number[],
): number {
  if (mode === 'race') {
    const counts = calls.map((call) => call.times);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return atLeast(callees, total - needed + 1, counts);
  }
  const chances = calls.map((call, index) => anyOfSame(callees[index]!, call.times));
  if (mode === 'failover') return atLeast(chances, chances.length - needed + 1);
  const open = chances.filter((chance) => chance < 1).length;
  if (open < needed) return 1;
  if (open === 0) return 0;
  const listed = calls.reduce((sum, call, index) => (chances[index]! < 1 ? sum + call.weight : sum), 0);
  return calls.reduce((sum, call, index) => {
    const share = listed > 0 ? call.weight / listed : 1 / open;
    return chances[index]! < 1 ? sum + share * chances[index]! : sum;
  }, 0);
}
