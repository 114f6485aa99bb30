import type { Call } from '../../model/scenario.ts';

/** Component ids with callers before callees, as far as there are no rings; otherwise in the order of the document. */
export function callingOrder(ids: readonly string[], calls: readonly Call[]): string[] {
  const callees = new Map<string, string[]>(ids.map((id) => [id, []]));
  const called = new Set<string>();
  for (const { from, to } of calls) {
    if (from === to || !callees.has(to)) continue;
    callees.get(from)?.push(to);
    called.add(to);
  }
  const finished: string[] = [];
  const seen = new Set<string>();
  const starts = [...ids.filter((id) => !called.has(id)), ...ids].reverse();
  for (const start of starts) {
    const path = [{ id: start, next: 0 }];
    if (seen.has(start)) continue;
    seen.add(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const below = callees.get(top.id) ?? [];
      const id = below[below.length - 1 - top.next++];
      if (id === undefined) {
        finished.push(top.id);
        path.pop();
      } else if (!seen.has(id)) {
        seen.add(id);
        path.push({ id, next: 0 });
      }
    }
  }
  return finished.reverse();
}
