import { KIND_SPECS } from '../kinds/kinds.ts';
import type { Component, Design, Kind, Point, Scenario } from '../scenario.ts';
import { placed } from './board.ts';
import { idsOnBoard, keptCalls, withCalls, withComponent, withDesign, withoutStrayPositions } from './design.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { freshId } from './ids.ts';
import { withKey, withoutKeys, type FieldValue } from './record.ts';
import { steppedReplicas } from './replicas.ts';
import type { Selection } from './selection.ts';
import { withFieldAt } from './up-part.ts';
import { withoutDomain } from './without-domain.ts';

export interface NewComponent {
  readonly id?: string | undefined;
  readonly component: Component;
  readonly at?: Point | undefined;
}

/** Adds a component under a free id made from `id`, its name or its kind. */
export function addComponent(
  scenario: Scenario,
  design: number,
  { id: wanted, component, at }: NewComponent,
): { readonly scenario: Scenario; readonly id: string } {
  const id = freshId(idsOnBoard(scenario), wanted ?? component.name ?? component.kind);
  const added = withDesign(scenario, design, (each) => ({
    ...each,
    components: { ...each.components, [id]: component },
  }));
  return { scenario: at === undefined || added === scenario ? added : placed(added, id, at), id };
}

/**
 * Removes components with their calls, calls, texts, and domains, of which the content stays. A position goes when no
 * design has a use for it any more.
 */
export function removeItems(scenario: Scenario, design: number, selection: Selection): Scenario {
  const components = new Set(selection.components);
  const calls = new Set(selection.calls);
  const texts = new Set(selection.texts);
  const removed = withDesign(scenario, design, (each) => {
    const kept = keptCalls(each).filter(
      ({ id, call }) => !(id !== null && calls.has(id)) && !components.has(call.from) && !components.has(call.to),
    );
    const rest = withoutKeys(each.components, (id) => components.has(id));
    const left = withCalls(rest === each.components ? each : { ...each, components: rest }, kept);
    return selection.domains.reduce(withoutDomain, left);
  });
  const gone = [...components, ...selection.domains];
  const tidied = removed === scenario ? scenario : withoutStrayPositions(removed, gone);
  return tidied.texts === undefined
    ? tidied
    : withKey(
        tidied,
        'texts',
        withoutKeys(tidied.texts, (id) => texts.has(id)),
      );
}

/** Sets one field by its dotted key, such as `scaling.sigma` or `up.mttr`; undefined takes it away, back to its default. */
export const setField = (
  scenario: Scenario,
  design: number,
  id: string,
  key: string,
  value: FieldValue | undefined,
): Scenario =>
  key === 'kind'
    ? scenario
    : withDesign(scenario, design, (each) =>
        withComponent(each, id, (component) => withFieldAt(component, key, value)),
      );

/** Gives a component another name; without one it goes by its id. */
export const renameComponent = (scenario: Scenario, design: number, id: string, name: string): Scenario =>
  setField(scenario, design, id, 'name', name.trim() === '' ? undefined : name.trim());

/** Adds or removes replicas where their number is written as one. */
export const stepReplicas = (scenario: Scenario, design: number, id: string, by: number): Scenario =>
  withDesign(scenario, design, (each) => withComponent(each, id, (component) => steppedReplicas(component, by)));

/** Makes it a component of another kind, with those of its fields and calls that the new kind knows. */
export const changeKind = (scenario: Scenario, design: number, id: string, kind: Kind): Scenario =>
  withDesign(scenario, design, (each) => {
    const changed = withComponent(each, id, (component) => fieldsOfKind(component, kind));
    return changed === each ? each : withPossibleCalls(changed, id, kind);
  });

function withPossibleCalls(design: Design, id: string, kind: Kind): Design {
  const { calls, called } = KIND_SPECS[kind];
  const possible = keptCalls(design).filter(({ call }) => (calls || call.from !== id) && (called || call.to !== id));
  return withCalls(design, possible);
}
