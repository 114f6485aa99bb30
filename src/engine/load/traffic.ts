import type { ResolvedDesign } from '../../model/resolved.ts';
import type { DesignLatency, Down } from '../latency/design-latency.ts';
import { sentBy } from '../latency/sent-by.ts';
import { countOf, sumOf, timesOf, type Stream } from '../latency/stream.ts';

/** Requests per second. */
export interface Traffic {
  /** By place: what arrives at the whole group; of a client, what it sends. */
  readonly rates: readonly number[];
  /** By call id. */
  readonly calls: Readonly<Record<string, number>>;
  /** By call id, where any call is cancelled: the same by how long they are waited for. */
  readonly streams?: Readonly<Record<string, Stream>>;
}

/**
 * The rates along all calls, and at all components, that the clients' rates come to.
 *
 * Model: rule 12 of the scenario format: the client's rate times the attempts and copies that one of its requests is
 * expected to make; what a queue passes on goes at most as fast as its consumers take it. What is
 * given up along a cancelled call sends nothing more. Units: requests per second;
 * `times` of all clients' rates. Errors: none; a client without a rate sends nothing. Accuracy: that of the failures.
 * Cost: linear in what the clients' responses are made of. Source: J. R. Jackson, "Networks of waiting lines" (1957), for the flows.
 *
 * @example ((design) => trafficOf({ ...design, components: design.components.with(0, { ...design.components[0], ratePerSecond: 10 }) }, createDesignLatency(design, sampleAlgebra), new Set(), 2).rates)(samples.checkout.designs[0]) // => [20, 20, 20, 20, 20]
 */
export function trafficOf(design: ResolvedDesign, latency: DesignLatency, down: Down, times = 1): Traffic {
  const { components } = design;
  const isCancelled = design.calls.some(({ cancel }) => cancel);
  const streams: Record<string, Stream> = {};
  const rates = components.map(() => 0);
  const calls: Record<string, number> = Object.fromEntries(design.calls.map(({ id }) => [id, 0]));
  const to = new Map(design.calls.map((call) => [call.id, call.to]));
  const isHeld = (place: number): boolean => components[place]!.consumedPerSecond !== null;
  const held = design.calls.filter(({ from }) => isHeld(from));
  const send = (place: number, rate: number): void => {
    if (rate === 0) return;
    const without = new Set(held.filter(({ from }) => from !== place).map(({ id }) => id));
    const response = latency.response(place, down);
    const along = (id: string, count: number): void => {
      calls[id]! += rate * count;
      rates[to.get(id)!]! += rate * count;
    };
    if (!isCancelled) for (const [id, count] of Object.entries(sentBy(response, without))) along(id, count);
    else
      for (const [id, stream] of Object.entries(latency.streams(response, without))) {
        along(id, countOf(stream));
        streams[id] = sumOf([...(streams[id] === undefined ? [] : [streams[id]]), timesOf(stream, rate)]);
      }
  };
  for (const place of latency.order.toReversed()) {
    const { ratePerSecond, consumedPerSecond } = components[place]!;
    if (ratePerSecond !== null) send(place, (rates[place] = ratePerSecond * times));
    else if (consumedPerSecond !== null) send(place, Math.min(rates[place]!, consumedPerSecond));
  }
  return isCancelled ? { rates, calls, streams } : { rates, calls };
}
