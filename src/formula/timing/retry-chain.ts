import type { ResolvedCall } from '../../model/resolved.ts';
import { callsByCaller } from '../calls-by-caller.ts';
import type { Untimed } from '../late-parts.ts';
import { inside, type Reader } from '../reader.ts';

/** One request that becomes more than this is a storm. */
const MOST_TRIES = 1000;

/** How many times one request is tried at most, and along which calls, from the first that tries again. */
interface Chain {
  readonly tries: number;
  readonly calls: readonly ResolvedCall[];
}

/** Says where retries inside retries multiply beyond measure: of a design, the chain that makes most. */
export function sayRetryChain(
  { components, calls: drafts, order }: Untimed,
  calls: readonly ResolvedCall[],
  reader: Reader,
): void {
  const outgoing = callsByCaller(calls);
  const chains = components.map((): Chain => ({ tries: 1, calls: [] }));
  let worst: Chain = { tries: MOST_TRIES, calls: [] };
  for (const index of order) {
    const before = chains[index]!;
    for (const call of outgoing.get(index) ?? []) {
      const tries = before.tries * (1 + Math.min(call.retries, call.retryBudget ?? Number.POSITIVE_INFINITY));
      if (tries <= chains[call.to]!.tries) continue;
      const chain = { tries, calls: [...before.calls, call] };
      chains[call.to] = chain;
      if (tries > worst.tries) worst = chain;
    }
  }
  const last = worst.calls.at(-1);
  if (last === undefined) return;
  const names = [worst.calls[0]!.from, ...worst.calls.map(({ to }) => to)].map((place) => components[place]!.name);
  const { place } = drafts.find(({ resolved }) => resolved?.id === last.id)!;
  reader.finding(
    'retries-multiply',
    inside(place, 'retries'),
    `${names.join(' → ')}: retries inside retries multiply, and one request can become ${Math.round(worst.tries).toLocaleString('en')} at ${names.at(-1)!}. Try again at one of these calls alone, or give them a retry budget.`,
  );
}
