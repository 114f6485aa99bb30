import type { ResolvedCall, ResolvedComponent } from '../../model/resolved.ts';
import { callsByCaller } from '../calls-by-caller.ts';
import type { ComponentDraft } from '../draft.ts';
import { inside, type Reader } from '../reader.ts';

/** Says which journeys have no rate although what they reach has a number of workers: they bring no load then. */
export function sayNoRate(
  drafts: readonly ComponentDraft[],
  components: readonly ResolvedComponent[],
  calls: readonly ResolvedCall[],
  reader: Reader,
): void {
  if (components.every(({ workers }) => workers === null)) return;
  const outgoing = callsByCaller(calls);
  for (const [client, { place, component }] of drafts.entries()) {
    if (component.kind !== 'client' || component.rate !== undefined) continue;
    const reached = new Set([client]);
    for (const index of reached) for (const { to } of outgoing.get(index) ?? []) reached.add(to);
    const limited = components.filter(({ workers }, index) => workers !== null && reached.has(index));
    if (limited.length === 0) continue;
    const others = limited.length === 1 ? '' : ` and ${limited.length - 1} more`;
    reader.finding(
      'no-rate',
      inside(place, 'rate'),
      `${place.where}: how many requests it sends is not given, so they are no load on ${limited[0]!.name}${others}. Availability stands, and so do times, without waits. Write how many, such as 8,000 req/s.`,
    );
  }
}
