import type { Structure } from './structure.ts';

/**
 * Whether all that lies behind a call is reached through this call alone, by component that is called: then it is a
 * module of the drawing, and a visit to it can meet no other visit.
 *
 * Model: the calls that can fail their caller. Units: by component. Domain: calls without rings. Errors: none.
 * Accuracy: exact. Cost: linear.
 * Source: Y. Dutuit, A. Rauzy, "A linear-time algorithm to find modules of fault trees", IEEE Trans. Rel. 45 (1996).
 *
 * @example reachedByOneCall(structureOf(samples.checkout.designs[0])) // => [false, true, true, true, true]
 */
export function reachedByOneCall({ needs, calls, order }: Structure): boolean[] {
  const callers = needs.map(() => 0);
  for (const { to } of calls) callers[to] = callers[to]! + 1;
  // Depth-first from what nobody calls: when each component is come to first and last, and when it is left.
  const [first, last, left] = [needs.map(() => 0), needs.map(() => 0), needs.map(() => 0)];
  let time = 0;
  for (const root of order) {
    if (callers[root]! > 0) continue;
    const path = [{ place: root, next: 0 }];
    first[root] = ++time;
    while (path.length > 0) {
      const at = path.at(-1)!;
      const call = needs[at.place]![at.next++];
      if (call === undefined) {
        left[at.place] = ++time;
        path.pop();
        continue;
      }
      const { to } = calls[call]!;
      last[to] = ++time;
      if (first[to] !== 0) continue;
      first[to] = time;
      path.push({ place: to, next: 0 });
    }
  }
  // Callees before callers: whether all behind was come to only while its caller was being walked.
  const earliest = needs.map(() => Number.POSITIVE_INFINITY);
  const latest = needs.map(() => 0);
  return order.reduce<boolean[]>((closed, place) => {
    for (const call of needs[place]!) {
      const { to } = calls[call]!;
      earliest[place] = Math.min(earliest[place]!, first[to]!, earliest[to]!);
      latest[place] = Math.max(latest[place]!, last[to]!, latest[to]!);
    }
    closed[place] = callers[place] === 1 && earliest[place]! > first[place]! && latest[place]! < left[place]!;
    return closed;
  }, []);
}
