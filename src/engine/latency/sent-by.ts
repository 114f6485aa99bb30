import type { Response } from './response.ts';

const NONE: ReadonlySet<string> = new Set();

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
  for (const part of partsFirst(response).reverse()) {
    const weight = weights.get(part)!;
    const { along, parts } = part.sends;
    if (along !== undefined && without.has(along[0])) continue;
    if (along !== undefined) sums[along[0]] = (sums[along[0]] ?? 0) + weight * along[1];
    for (const [inner, count] of parts) weights.set(inner, (weights.get(inner) ?? 0) + weight * count);
  }
  return sums;
}

/** Everything that a response is made of, each after all that it is made of itself. */
function partsFirst(response: Response): Response[] {
  const order: Response[] = [];
  const begun = new Set([response]);
  const path = [{ response, next: 0 }];
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const part = last.response.sends.parts[last.next++]?.[0];
    if (part === undefined) {
      order.push(last.response);
      path.pop();
    } else if (!begun.has(part)) {
      begun.add(part);
      path.push({ response: part, next: 0 });
    }
  }
  return order;
}
