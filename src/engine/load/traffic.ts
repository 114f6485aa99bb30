import type { ResolvedDesign } from '../../model/resolved.ts';
import type { DesignLatency, Down } from '../latency/design-latency.ts';
import { sentBy } from '../latency/sent-by.ts';

/** Requests per second. */
export interface Traffic {
  /** By place: what arrives at the whole group; of a client, what it sends. */
  readonly rates: readonly number[];
  /** By call id. */
  readonly calls: Readonly<Record<string, number>>;
}

/**
 * The rates along all calls, and at all components, that the clients' rates come to.
 *
 * Model: rule 12 of the scenario format: the client's rate times the attempts and copies that one of its requests is
 * expected to make; what a queue passes on goes at most as fast as its consumers take it. Units: requests per second;
 * `times` of all clients' rates. Errors: none; a client without a rate sends nothing. Accuracy: that of the failures.
 * Cost: linear in what the clients' responses are made of. Source: J. R. Jackson, "Networks of waiting lines" (1957), for the flows.
 *
 * @example ((design) => trafficOf({ ...design, components: design.components.with(0, { ...design.components[0], ratePerSecond: 10 }) }, createDesignLatency(design, sampleAlgebra), new Set(), 2).rates)(samples.checkout.designs[0]) // => [20, 20, 20, 20, 20]
 */
export function trafficOf(design: ResolvedDesign, latency: DesignLatency, down: Down, times = 1): Traffic {
  const { components } = design;
  const rates = components.map(() => 0);
  const calls: Record<string, number> = Object.fromEntries(design.calls.map(({ id }) => [id, 0]));
  const to = new Map(design.calls.map((call) => [call.id, call.to]));
  const isHeld = (place: number): boolean => components[place]!.consumedPerSecond !== null;
  const held = design.calls.filter(({ from }) => isHeld(from));
  const send = (place: number, rate: number): void => {
    if (rate === 0) return;
    const without = new Set(held.filter(({ from }) => from !== place).map(({ id }) => id));
    for (const [id, count] of Object.entries(sentBy(latency.response(place, down), without))) {
      calls[id]! += rate * count;
      rates[to.get(id)!]! += rate * count;
    }
  };
  for (const place of latency.order.toReversed()) {
    const { ratePerSecond, consumedPerSecond } = components[place]!;
    if (ratePerSecond !== null) send(place, (rates[place] = ratePerSecond * times));
    else if (consumedPerSecond !== null) send(place, Math.min(rates[place]!, consumedPerSecond));
  }
  return { rates, calls };
}
