import type { ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../model/resolved.ts';
import { childrenFirst } from '../graph/children-first.ts';
import type { Traffic } from './traffic.ts';

/** Rule 12: a race asks all, a balance by weight; with every attempt timed out a failover asks all. */
function shareOf(
  { kind, mode, hitRatio }: ResolvedComponent,
  call: ResolvedCall,
  made: readonly ResolvedCall[],
): number {
  if (kind === 'cache') return 1 - hitRatio;
  if (kind !== 'gate' || mode !== 'balance') return 1;
  const total = made.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? call.weight / total : 1 / made.length;
}

/** Attempts and copies of one call if none is ever answered. */
function mostAttempts({ retries, retryBudget, timeoutSeconds, hedgeSeconds, tied }: ResolvedCall): number {
  const isCopied = hedgeSeconds !== null && !tied && hedgeSeconds < (timeoutSeconds ?? Number.POSITIVE_INFINITY);
  return (1 + Math.min(retries, retryBudget ?? retries)) * (isCopied ? 2 : 1);
}

/**
 * The rates that the clients' rates come to if every attempt fails late: more than they can ever be.
 *
 * Model: rule 12 of the scenario format with all retries and copies made, and all steps reached. Units: requests per second;
 * `times` of all clients' rates. Errors: none. Accuracy: an upper bound. Cost: linear. Source: docs/load-maths.md.
 *
 * @example ((design) => stormyTraffic({ ...design, components: design.components.with(0, { ...design.components[0], ratePerSecond: 10 }), calls: design.calls.map((call) => ({ ...call, retries: 1 })) }, 1).rates)(samples.checkout.designs[0]) // => [10, 20, 40, 80, 80]
 */
export function stormyTraffic({ components, calls }: ResolvedDesign, times: number): Traffic {
  const made: ResolvedCall[][] = components.map(() => []);
  for (const call of calls) made[call.from]!.push(call);
  const order = childrenFirst(
    made.map((list) => list.map(({ to }) => to)),
    [],
  );
  const rates = components.map(({ ratePerSecond }) => (ratePerSecond ?? 0) * times);
  const along: Record<string, number> = {};
  for (const place of order.toReversed()) {
    const component = components[place]!;
    const rate = Math.min(rates[place]!, component.consumedPerSecond ?? Number.POSITIVE_INFINITY);
    for (const call of made[place]!) {
      const sent = rate * shareOf(component, call, made[place]!) * call.probability * call.times * mostAttempts(call);
      along[call.id] = sent;
      rates[call.to]! += sent;
    }
  }
  return { rates, calls: along };
}
