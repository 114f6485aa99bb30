import { CALL_FIELDS } from '../model/kinds/call.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import { UNLIMITED } from '../model/resolved-load.ts';
import { PLAIN_TIMING } from '../model/resolved-time.ts';
import type { ResolvedCall } from '../model/resolved.ts';
import { findRings, ringNames, type Ring } from '../model/rings.ts';
import { callIds, type Call, type Design } from '../model/scenario.ts';
import type { CallDraft, ComponentDraft } from './draft.ts';
import { fieldsAt, readFields, type FieldValues } from './fields.ts';
import { inside, type Place, type Reader } from './reader.ts';

const FIELDS = fieldsAt(CALL_FIELDS);

/** Reads every call of a design, leaves out those that lead nowhere or close a ring, and gives the calling order. */
export function draftCalls(
  design: Design,
  components: readonly ComponentDraft[],
  at: Place,
  reader: Reader,
): { calls: CallDraft[]; order: readonly number[] } {
  const written = design.calls ?? [];
  const ids = callIds(written);
  const places = new Map(components.map((draft, index) => [draft.resolved.id, index]));
  const name = (id: string): string => components[places.get(id) ?? -1]?.place.where ?? id;
  const drafts = written.map((call, index): CallDraft => {
    const place = { path: [...at.path, 'calls', index], where: `${name(call.from)} → ${name(call.to)}` };
    const values = readFields(call, FIELDS, place, reader);
    const from = knownEnd(call, 'from', places, place, reader);
    const to = knownEnd(call, 'to', places, place, reader);
    const caller = components[from ?? -1];
    const callee = components[to ?? -1];
    if (from === null || to === null || caller === undefined || callee === undefined)
      return { call, place, values, resolved: null };
    if (!KIND_SPECS[callee.component.kind].called) {
      reader.issue(
        'call/not-allowed',
        inside(place, 'to'),
        'A client is where requests begin, and cannot be called. Call something else',
      );
      return { call, place, values, resolved: null };
    }
    if (caller.component.kind === 'gate') checkGateCall(call, values, place, reader);
    const resolved = resolvedCall(ids[index]!, from, to, call, values, caller);
    checkTimeout(call, callee, resolved, place, reader);
    return { call, place, values, resolved };
  });
  const { closing, order } = findRings(
    components.length,
    drafts.map((draft) => draft.resolved),
  );
  const calls = drafts.map((draft, index) => {
    const ring = closing.get(index);
    if (ring === undefined) return draft;
    reader.issue('call/cycle', draft.place, ringSentence(ring, components));
    return { ...draft, resolved: null };
  });
  return { calls, order };
}

function knownEnd(
  call: Call,
  end: 'from' | 'to',
  places: ReadonlyMap<string, number>,
  place: Place,
  reader: Reader,
): number | null {
  const known = places.get(call[end]);
  if (known !== undefined) return known;
  reader.issue(
    'call/unknown-component',
    inside(place, end),
    `There is no component ${call[end]}. Add it, or let the call end at another`,
  );
  return null;
}

function ringSentence(ring: Ring, components: readonly ComponentDraft[]): string {
  const names = ringNames(ring, (index) => components[index]?.place.where ?? '');
  return ring.size === 1
    ? `${names} calls itself. Remove this call`
    : `${names} call each other in a circle. Remove one of these calls`;
}

/** Rule 6: who waits for what may hang needs a timeout. */
function checkTimeout(call: Call, callee: ComponentDraft, { async }: ResolvedCall, place: Place, reader: Reader): void {
  if (call.timeout !== undefined || callee.component.whenDown !== 'hang' || async) return;
  const name = callee.place.where;
  reader.issue(
    'call/hang-without-timeout',
    inside(place, 'timeout'),
    `${name} never answers when it is down. Give this call a timeout`,
  );
}

/** Rule 7: whether a gate's call is made is the gate's own business. */
function checkGateCall(call: Call, { numbers }: FieldValues, place: Place, reader: Reader): void {
  const refuse = (key: string): void =>
    reader.issue(
      'gate/call-field',
      inside(place, key),
      `A call of an "any of" cannot be ${key === 'probability' ? 'made by chance' : key}. Leave that out`,
    );
  if ((numbers.get('probability') ?? 1) !== 1) refuse('probability');
  if (call.optional === true) refuse('optional');
  if (call.async === true) refuse('async');
}

function resolvedCall(
  id: string,
  from: number,
  to: number,
  call: Call,
  { numbers }: FieldValues,
  caller: ComponentDraft,
): ResolvedCall {
  const gate = caller.component.kind === 'gate';
  return {
    id,
    from,
    to,
    step: numbers.get('step') ?? 1,
    times: numbers.get('times') ?? 1,
    probability: gate ? 1 : (numbers.get('probability') ?? 1),
    optional: !gate && call.optional === true,
    async: !gate && (call.async === true || caller.component.kind === 'queue'),
    weight: numbers.get('weight') ?? 1,
    ...PLAIN_TIMING,
    ...UNLIMITED,
  };
}
