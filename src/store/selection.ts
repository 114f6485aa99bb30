import type { Selection } from '../model/edit/selection.ts';
import { callIds, type Scenario } from '../model/scenario.ts';

/** Nothing selected: one shared value, so that selectors see no change where there is none. */
export const NOTHING: Selection = { components: [], calls: [], texts: [] };

const kept = (ids: readonly string[], exists: (id: string) => boolean): readonly string[] =>
  ids.every(exists) ? ids : ids.filter(exists);

/** The selection without what the design no longer has; the same reference when all of it is there. */
export function presentSelection(selection: Selection, scenario: Scenario, design: number): Selection {
  if (selection === NOTHING) return NOTHING;
  const shown = scenario.designs[design];
  const calls = new Set(selection.calls.length > 0 ? callIds(shown?.calls ?? []) : []);
  const present = {
    components: kept(selection.components, (id) => Object.hasOwn(shown?.components ?? {}, id)),
    calls: kept(selection.calls, (id) => calls.has(id)),
    texts: kept(selection.texts, (id) => Object.hasOwn(scenario.texts ?? {}, id)),
  };
  const same =
    present.components === selection.components &&
    present.calls === selection.calls &&
    present.texts === selection.texts;
  return same ? selection : present;
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

export const sameSelection = (a: Selection, b: Selection): boolean =>
  sameIds(a.components, b.components) && sameIds(a.calls, b.calls) && sameIds(a.texts, b.texts);

export const isEmpty = (selection: Selection): boolean =>
  selection.components.length + selection.calls.length + selection.texts.length === 0;
