import type { ResolvedCall } from '../model/resolved.ts';

/** The calls that each component makes, in the order of the document; components without calls are absent. */
export function callsByCaller(calls: readonly ResolvedCall[]): ReadonlyMap<number, readonly ResolvedCall[]> {
  const grouped = new Map<number, ResolvedCall[]>();
  for (const call of calls) {
    const made = grouped.get(call.from);
    if (made === undefined) grouped.set(call.from, [call]);
    else made.push(call);
  }
  return grouped;
}
