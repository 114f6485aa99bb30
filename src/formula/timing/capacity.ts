import type { ResolvedCall, ResolvedComponent } from '../../model/resolved.ts';
import { callsByCaller } from '../calls-by-caller.ts';
import { inside, type Place, type Reader } from '../reader.ts';
import { meanOf } from './mean.ts';

/** Requests per second that reach each component with everything up: times, chances, cache misses and gates counted. */
export function arrivalRates(
  components: readonly ResolvedComponent[],
  calls: readonly ResolvedCall[],
  order: readonly number[],
): Float64Array {
  const rates = Float64Array.from(components, (component) => component.ratePerSecond ?? 0);
  const outgoing = callsByCaller(calls);
  for (const index of order) {
    const component = components[index];
    const made = outgoing.get(index) ?? [];
    const missed = component?.kind === 'cache' ? 1 - component.hitRatio : 1;
    const share = component?.kind === 'gate' ? gateShares(component, made) : () => 1;
    for (const call of made) {
      rates[call.to]! += rates[index]! * missed * share(call) * call.probability * call.times;
    }
  }
  return rates;
}

/** Rule 12: a race asks all, a balance by weight, a failover the first while everything is up. */
function gateShares({ mode }: ResolvedComponent, made: readonly ResolvedCall[]): (call: ResolvedCall) => number {
  if (mode === 'race') return () => 1;
  if (mode === 'failover') {
    const first = made.toSorted((a, b) => a.step - b.step)[0];
    return (call) => (call === first ? 1 : 0);
  }
  const weights = made.reduce((sum, call) => sum + call.weight, 0);
  return (call) => (weights > 0 ? call.weight / weights : 1 / made.length);
}

/**
 * `needed: capacity` (rule 12): the smallest number of replicas whose workers are busy at most the target share. More
 * than there are is left standing, and the group counts as down.
 */
export function capacityNeeded(
  place: Place,
  { time, replicas, workers, target }: ResolvedComponent,
  rate: number,
  reader: Reader,
): number {
  const at = inside(place, 'needed');
  if (workers === null) return 1;
  const busy = rate === 0 ? 0 : (rate * meanOf(time)) / (workers * target);
  if (rate === 0) {
    reader.finding(
      'capacity-without-rate',
      at,
      `${place.where}: no client says how many requests come, so 1 replica is taken to carry them.`,
    );
  }
  const needed = Math.max(1, Math.ceil(busy * (1 - 1e-12)));
  if (needed <= replicas) return needed;
  const count = Number.isFinite(needed) ? `${needed} replicas` : 'more replicas than can be';
  reader.finding(
    'capacity-short',
    at,
    `${place.where}: its load needs ${count}, and there are ${replicas}. It counts as down.`,
  );
  return Number.isFinite(needed) ? needed : replicas + 1;
}
