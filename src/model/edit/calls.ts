import { KIND_SPECS } from '../kinds/kinds.ts';
import type { Issue } from '../issue.ts';
import { callIds, type Call, type Design, type Scenario } from '../scenario.ts';
import { componentOf, keptCalls, withCalls, withDesign, type KeptCall } from './design.ts';
import { isRecord, withPath, type FieldValue } from './record.ts';

export interface Connection {
  readonly scenario: Scenario;
  /** The new call, or the one that was there already; null where there can be none. */
  readonly id: string | null;
  /** Why there can be none. */
  readonly issue: Issue | null;
}

/** Draws a call. Two that are connected already stay as they are; a ring may be drawn, it is marked when it is resolved. */
export function connect(
  scenario: Scenario,
  design: number,
  from: string,
  to: string,
  fields: Omit<Call, 'id' | 'from' | 'to'> = {},
): Connection {
  const issue = callIssue(scenario.designs[design], from, to, ['designs', design]);
  if (issue !== null) return { scenario, id: null, issue };
  const existing = idBetween(scenario.designs[design], from, to);
  if (existing !== null) return { scenario, id: existing, issue: null };
  const connected = withDesign(scenario, design, (each) =>
    withCalls(each, [...keptCalls(each), { id: null, call: { from, to, ...fields } }]),
  );
  return { scenario: connected, id: callIds(connected.designs[design]?.calls ?? []).at(-1) ?? null, issue: null };
}

function idBetween(design: Design | undefined, from: string, to: string): string | null {
  if (design === undefined) return null;
  return keptCalls(design).find(({ call }) => call.from === from && call.to === to)?.id ?? null;
}

/** Why one component cannot call another; null when it can. */
export function callIssue(design: Design | undefined, from: string, to: string, at: Issue['path']): Issue | null {
  const caller = componentOf(design, from);
  const callee = componentOf(design, to);
  const refused = (what: string, message: string): Issue => ({
    code: `call/${what}`,
    path: [...at, 'calls'],
    message,
  });
  if (caller === undefined) return refused('unknown-component', `there is no component "${from}"`);
  if (callee === undefined) return refused('unknown-component', `there is no component "${to}"`);
  if (from === to) return refused('itself', 'a component cannot call itself');
  const callerSpec = KIND_SPECS[caller.kind];
  if (!callerSpec.calls) return refused('caller', `${callerSpec.label} calls nothing`);
  const calleeSpec = KIND_SPECS[callee.kind];
  return calleeSpec.called ? null : refused('callee', `${calleeSpec.label} cannot be called`);
}

/** Sets one field of a call by its dotted key; undefined takes it away, back to its default. */
export const setCallField = (
  scenario: Scenario,
  design: number,
  callId: string,
  key: string,
  value: FieldValue | undefined,
): Scenario =>
  ['id', 'from', 'to'].includes(key)
    ? scenario
    : withCall(scenario, design, callId, (call) => {
        const path = key.split('.');
        const growing = path.length > 1 && value !== undefined;
        return withPath(growing ? withFirstBackoff(call) : call, path, value);
      });

/** A backoff of one time becomes the first of those that grow. */
const withFirstBackoff = (call: Call): Call =>
  call.backoff === undefined || isRecord(call.backoff) ? call : { ...call, backoff: { first: call.backoff } };

/** Lets a call start or end at another component; its fields and its id stay. */
export function reconnect(
  scenario: Scenario,
  design: number,
  callId: string,
  ends: { readonly from?: string | undefined; readonly to?: string | undefined },
): Scenario {
  return withCall(scenario, design, callId, (call) => {
    const from = ends.from ?? call.from;
    const to = ends.to ?? call.to;
    const unchanged = from === call.from && to === call.to;
    const current = scenario.designs[design];
    if (unchanged || callIssue(current, from, to, []) !== null) return call;
    return idBetween(current, from, to) === null ? { ...call, from, to } : call;
  });
}

function withCall(scenario: Scenario, design: number, callId: string, change: (call: Call) => Call): Scenario {
  return withDesign(scenario, design, (each) => {
    const kept = keptCalls(each);
    const index = kept.findIndex(({ id }) => id === callId);
    const found = kept[index];
    if (found === undefined) return each;
    const call = change(found.call);
    return call === found.call ? each : withCalls(each, kept.with(index, { id: callId, call }));
  });
}

/** Puts a component into a call: the call, with its fields, now ends there, and a plain one leads on to its old end. */
export function splice(scenario: Scenario, design: number, callId: string, componentId: string): Scenario {
  return withDesign(scenario, design, (each) => {
    const kept = keptCalls(each);
    const index = kept.findIndex(({ id }) => id === callId);
    const call = kept[index]?.call;
    if (call === undefined) return each;
    const { from, to } = call;
    const possible = callIssue(each, from, componentId, []) === null && callIssue(each, componentId, to, []) === null;
    if (!possible || idBetween(each, from, componentId) !== null) return each;
    const onward: readonly KeptCall[] =
      idBetween(each, componentId, to) === null ? [{ id: null, call: { from: componentId, to } }] : [];
    return withCalls(each, [...kept.with(index, { id: callId, call: { ...call, to: componentId } }), ...onward]);
  });
}
