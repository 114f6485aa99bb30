import { NOTHING, type Selection } from '../model/edit/selection.ts';
import { callIds, type Scenario } from '../model/scenario.ts';

const PARTS = ['components', 'calls', 'texts', 'domains'] as const;

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
    domains: kept(selection.domains, (id) => Object.hasOwn(shown?.domains ?? {}, id)),
  };
  return PARTS.every((part) => present[part] === selection[part]) ? selection : present;
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

export const sameSelection = (a: Selection, b: Selection): boolean => PARTS.every((part) => sameIds(a[part], b[part]));

/** How many things are selected. */
export const countOf = (selection: Selection): number =>
  PARTS.reduce((count, part) => count + selection[part].length, 0);

export const isEmpty = (selection: Selection): boolean => countOf(selection) === 0;
