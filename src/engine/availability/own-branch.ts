import type { Structure } from './structure.ts';

/**
 * Whether all that lies behind a call is reached through this call alone, by component that is called: then it is a module
 * of the drawing, and a visit to it can meet no other visit.
 *
 * Model: the calls that can fail their caller. Units: by component. Domain: calls without rings. Errors: none.
 * Accuracy: exact. Cost: what lies behind each component that has a single caller.
 * Source: Y. Dutuit, A. Rauzy, "A linear-time algorithm to find modules of fault trees", IEEE Trans. Rel. 45 (1996).
 *
 * @example reachedByOneCall(structureOf(samples.checkout.designs[0])) // => [false, true, true, true, true]
 */
export function reachedByOneCall({ needs, calls, order }: Structure): boolean[] {
  const callers = needs.map(() => 0);
  for (const { to } of calls) callers[to] = callers[to]! + 1;
  // From callers to callees: the set behind a component is closed when its calls account for all that lead into it.
  const closed = needs.map(() => false);
  const behind = (place: number): boolean => {
    const seen = new Map<number, number>();
    const rest = [place];
    for (const at of rest) {
      for (const call of needs[at]!) {
        const { to } = calls[call]!;
        const before = seen.get(to);
        seen.set(to, (before ?? 0) + 1);
        if (before === undefined) rest.push(to);
      }
    }
    return [...seen].every(([at, count]) => callers[at] === count);
  };
  for (const place of order) {
    if (callers[place] !== 1) continue;
    // A component whose callees are all closed by single calls is closed itself: no need to walk.
    closed[place] = needs[place]!.every((call) => closed[calls[call]!.to]) || behind(place);
  }
  return closed;
}
