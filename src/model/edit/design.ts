import { callIds, type Call, type Component, type Design, type Scenario } from '../scenario.ts';
import { withKey, withoutKeys } from './record.ts';

/** The scenario with one design changed; the same scenario when the change gives the same design, or there is none. */
export function withDesign(scenario: Scenario, index: number, change: (design: Design) => Design): Scenario {
  const design = scenario.designs[index];
  if (design === undefined) return scenario;
  const changed = change(design);
  return changed === design ? scenario : { ...scenario, designs: scenario.designs.with(index, changed) };
}

/** The component of that id; nothing that only every object has. */
export const componentOf = (design: Design | undefined, id: string): Component | undefined =>
  design !== undefined && Object.hasOwn(design.components, id) ? design.components[id] : undefined;

/** The design with one component changed. */
export function withComponent(design: Design, id: string, change: (component: Component) => Component): Design {
  const component = componentOf(design, id);
  return component === undefined
    ? design
    : withKey(design, 'components', withKey(design.components, id, change(component)));
}

/** A call and the id that it had before an edit; null for a new one. */
export interface KeptCall {
  readonly id: string | null;
  readonly call: Call;
}

/** The calls of a design, each with its id. */
export function keptCalls(design: Design): KeptCall[] {
  const calls = design.calls ?? [];
  const ids = callIds(calls);
  return calls.map((call, index) => ({ id: ids[index] ?? null, call }));
}

/**
 * The design with these calls. Ids are what selections and comparisons hold on to: where the new list would change an
 * unwritten one, it is written out.
 */
export function withCalls(design: Design, kept: readonly KeptCall[]): Design {
  let calls = kept.map(({ call }) => call);
  for (let settled = false; !settled;) {
    const ids = callIds(calls);
    settled = true;
    calls = calls.map((call, index) => {
      const before = kept[index]?.id ?? null;
      if (before === null || ids[index] === before) return call;
      settled = false;
      return { id: before, ...call };
    });
  }
  const same = calls.length === (design.calls?.length ?? 0) && calls.every((call, i) => call === design.calls?.[i]);
  return same ? design : withKey(design, 'calls', calls);
}

/** The scenario without the positions of components that no design has any more. */
export function withoutStrayPositions(scenario: Scenario, ids: Iterable<string>): Scenario {
  const gone = new Set(
    [...ids].filter((id) => scenario.designs.every((design) => !Object.hasOwn(design.components, id))),
  );
  return scenario.at === undefined
    ? scenario
    : withKey(
        scenario,
        'at',
        withoutKeys(scenario.at, (id) => gone.has(id)),
      );
}

/** Every id that stands on the board: components of all designs, which share positions, and texts. */
export const idsOnBoard = (scenario: Scenario): Set<string> =>
  new Set([
    ...scenario.designs.flatMap((design) => Object.keys(design.components)),
    ...Object.keys(scenario.at ?? {}),
    ...Object.keys(scenario.texts ?? {}),
  ]);
