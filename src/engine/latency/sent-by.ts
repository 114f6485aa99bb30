import type { ResolvedDesign } from '../../model/resolved.ts';
import type { Algebra } from './algebra.ts';
import type { Response, SentPart } from './response.ts';
import { begunLater, countOf, givenUp, sumOf, timesOf, type Stream } from './stream.ts';

const NONE: ReadonlySet<string> = new Set();

const innerOf = ({ sends }: Response): Response[] => sends.parts.map(([part]) => part);

/**
 * By call id: how many requests are to be expected along it for one response.
 *
 * Model: expectations add; abandoned work runs to its end. Calls `without` are left out, with all behind them. Units: requests. Errors: none. Accuracy: rounding.
 * Cost: linear in the responses that this one is made of. Source: rule 12 of the scenario format.
 *
 * @example sentBy(attempts(sampleAlgebra, { ...PLAIN_TIMING, id: 'a->b', retries: 1 }, answering(sampleAlgebra, sampleAlgebra.at(1), 0.5))) // => { 'a->b': 1.5 }
 */
export function sentBy(response: Response, without: ReadonlySet<string> = NONE): Record<string, number> {
  const sums: Record<string, number> = {};
  const weights = new Map<Response, number>([[response, 1]]);
  for (const part of partsFirst(response, innerOf).reverse()) {
    const weight = weights.get(part)!;
    const { along, parts } = part.sends;
    if (along !== undefined && without.has(along[0])) continue;
    if (along !== undefined) sums[along[0]] = (sums[along[0]] ?? 0) + weight * along[1];
    for (const [inner, count] of parts) weights.set(inner, (weights.get(inner) ?? 0) + weight * count);
  }
  return sums;
}

/**
 * By call id: the requests that are to be expected along it for one response, by how long they are waited for.
 *
 * Model: what is abandoned stops along calls that are cancelled, and sends nothing more; what has been sent along others runs to its
 * end. Units: requests. Errors: none. Accuracy: counts that of the algebra, times that of a `Stream`. Cost: some 32 quantiles for each response
 * that this one is made of. Source: docs/load-maths.md.
 *
 * @example streamsBy(sampleAlgebra, attempts(sampleAlgebra, { ...PLAIN_TIMING, id: 'a->b', timeoutSeconds: 2, cancel: true }, answering(sampleAlgebra, sampleAlgebra.at(1)))) // => { 'a->b': { whole: 0, stops: [[2, 1]] } }
 */
export function streamsBy(algebra: Algebra, response: Response, without = NONE): Record<string, Stream> {
  const along = new Map<string, Stream[]>();
  const timed = ({ sends }: Response): readonly SentPart[] =>
    sends.timed?.() ?? sends.parts.map(([part, count]) => ({ response: part, count }));
  const partsOf = new Map<Response, readonly SentPart[]>();
  const order = partsFirst(response, (part) => {
    const parts = timed(part);
    partsOf.set(part, parts);
    return parts.map((inner) => inner.response);
  });
  const arriving = new Map<Response, Stream[]>([[response, [{ whole: 1, stops: [] }]]]);
  const add = <Key>(streams: Map<Key, Stream[]>, key: Key, stream: Stream): void => {
    const all = streams.get(key);
    if (all === undefined) streams.set(key, [stream]);
    else all.push(stream);
  };
  for (const part of order.reverse()) {
    const stream = sumOf(arriving.get(part) ?? []);
    const id = part.sends.along?.[0];
    if (id !== undefined && without.has(id)) continue;
    for (const { response: inner, count, begins, until, apart = false } of partsOf.get(part)!) {
      const begun = begins === undefined ? timesOf(stream, count) : begunLater(algebra, stream, begins, count);
      const left = apart ? { whole: countOf(begun), stops: [] } : until === undefined ? begun : givenUp(begun, until());
      add(arriving, inner, left);
      if (id !== undefined) add(along, id, left);
    }
  }
  return Object.fromEntries([...along].map(([id, streams]) => [id, sumOf(streams)]));
}

/**
 * By call id: how many requests are to be expected along it for one response of a design.
 *
 * Model: as `sentBy`, and as `streamsBy` where a call is cancelled. Units: requests. Errors: none. Accuracy and cost: as those. Source: rule 12 of the scenario
 * format.
 *
 * @example sentIn(samples.checkout.designs[0], sampleAlgebra, answering(sampleAlgebra, sampleAlgebra.at(1))) // => {}
 */
export function sentIn(
  { calls }: Pick<ResolvedDesign, 'calls'>,
  algebra: Algebra,
  response: Response,
): Record<string, number> {
  if (!calls.some(({ cancel }) => cancel)) return sentBy(response);
  return Object.fromEntries(Object.entries(streamsBy(algebra, response)).map(([id, stream]) => [id, countOf(stream)]));
}

/** Everything that a response is made of, each after all that it is made of itself. */
function partsFirst(response: Response, partsOf: (response: Response) => readonly Response[]): Response[] {
  const order: Response[] = [];
  const begun = new Set([response]);
  const path = [{ response, parts: partsOf(response), next: 0 }];
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const part = last.parts[last.next++];
    if (part === undefined) {
      order.push(last.response);
      path.pop();
    } else if (!begun.has(part)) {
      begun.add(part);
      path.push({ response: part, parts: partsOf(part), next: 0 });
    }
  }
  return order;
}
