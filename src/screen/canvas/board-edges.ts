import type { Edge } from '@xyflow/react';
import { callIds, type Call, type Design } from '../../model/scenario.ts';
import { bends, callLabel, orderLabel } from '../../drawing/edge.ts';
import { CONDITION_TEXT, type Condition } from '../../words/condition.ts';
import { componentName } from '../../words/names.ts';
import { nodeId } from './node-ids.ts';

export interface CallData extends Record<string, unknown> {
  readonly call: Call;
  /** Its place in the design's list, which is how issues name it. */
  readonly index: number;
  readonly label: string | null;
  readonly order: string | null;
  readonly bend: number;
  /** Only the what-if has it. */
  readonly fresh: boolean;
  /** That of what it calls. */
  readonly condition: Condition | null;
  /** What is dragged would be put into it. */
  readonly spliced: boolean;
}
export type CallEdgeType = Edge<CallData, 'call'>;

interface Shown {
  readonly selected: ReadonlySet<string>;
  /** The design without the what-if; null while none is shown. */
  readonly before: Design | null;
  readonly spliced: string | null;
  /** Requests per second along a call, as a text; null where that is not shown. */
  readonly rateOf: (call: string) => string | null;
  readonly conditionOf: (component: string) => Condition | null;
  /** Components that an Alt-drag leaves behind: calls stay with them. */
  readonly ghosts: ReadonlySet<string>;
}

function edgeOf(design: Design, id: string, data: CallData, { selected, ghosts }: Shown): CallEdgeType {
  const { call, label, condition } = data;
  const exists = (component: string): boolean => Object.hasOwn(design.components, component);
  const end = (component: string): string =>
    nodeId(ghosts.has(component) ? 'ghost' : exists(component) ? 'component' : 'missing', component);
  const callee = exists(call.to) ? componentName(design, call.to) : `${call.to}, which does not exist`;
  return {
    id,
    type: 'call',
    source: end(call.from),
    target: end(call.to),
    ariaLabel: [
      `${componentName(design, call.from)} calls ${callee}${label === null ? '' : ` (${label})`}`,
      ...(condition === null ? [] : [CONDITION_TEXT[condition]]),
    ].join(', '),
    selected: selected.has(id),
    reconnectable: selected.has(id),
    data,
  };
}

const same = (a: CallEdgeType, b: CallEdgeType): boolean =>
  a.source === b.source &&
  a.target === b.target &&
  a.ariaLabel === b.ariaLabel &&
  a.selected === b.selected &&
  Object.keys(b.data ?? {}).every((key) => a.data?.[key] === b.data?.[key]);

function grouped(calls: readonly Call[]): Map<string, Call[]> {
  const groups = new Map<string, Call[]>();
  for (const call of calls) groups.set(call.from, [...(groups.get(call.from) ?? []), call]);
  return groups;
}

/** The same list, and the same edge in it, as long as nothing about it changes. */
export function edgeList(): (design: Design, shown: Shown) => CallEdgeType[] {
  let list: CallEdgeType[] = [];
  let known = new Map<string, CallEdgeType>();
  return (design, shown) => {
    const calls = design.calls ?? [];
    const ids = callIds(calls);
    const bent = bends(calls);
    const siblings = grouped(calls);
    const before = shown.before === null ? null : new Set(callIds(shown.before.calls ?? []));
    const next = calls.map((call, index) => {
      const id = ids[index] ?? '';
      const data: CallData = {
        call,
        index,
        label: callLabel(call, shown.rateOf(id)),
        order: orderLabel(call, siblings.get(call.from) ?? []),
        bend: bent[index] ?? 0,
        fresh: before !== null && !before.has(id),
        condition: shown.conditionOf(call.to),
        spliced: shown.spliced === id,
      };
      const edge = edgeOf(design, id, data, shown);
      const old = known.get(id);
      return old !== undefined && same(old, edge) ? old : edge;
    });
    if (next.length === list.length && next.every((edge, index) => edge === list[index])) return list;
    known = new Map(next.map((edge) => [edge.id, edge]));
    list = next;
    return list;
  };
}
