import type { Part } from '../model/edit/what-if.ts';
import type { DesignReport } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';

/** down: it is never up. failing: every request through it fails, whether it is up or not. */
export type Condition = 'down' | 'failing';

/** By part; nothing is said of what is of use. */
export type Conditions = ReadonlyMap<string, Condition>;

const NONE: Conditions = new Map();
const known = new WeakMap<DesignReport, { readonly design: Design; readonly conditions: Conditions }>();
const keyOf = ({ of, id }: Part): string => `${of} ${id}`;

/** What the report itself says. */
function reported({ components, domains, journeys }: DesignReport): Map<string, Condition> {
  const all = new Map<string, Condition>();
  const add = (part: Part, condition: Condition): void => void all.set(keyOf(part), condition);
  for (const [id, { own, withDependencies }] of Object.entries(components)) {
    if (own.unavailability >= 1) add({ of: 'component', id }, 'down');
    else if (withDependencies !== null && withDependencies.unavailability >= 1) add({ of: 'component', id }, 'failing');
  }
  for (const [id, { own }] of Object.entries(domains)) if (own.unavailability >= 1) add({ of: 'domain', id }, 'down');
  for (const [id, { unavailability }] of Object.entries(journeys))
    if (unavailability !== null && unavailability >= 1) add({ of: 'component', id }, 'failing');
  return all;
}

/** Requests through what only such call as fail do so too. */
function followed(all: Map<string, Condition>, { components, calls = [] }: Design): Conditions {
  const keys = Object.keys(components).map((id) => keyOf({ of: 'component', id }));
  const callers = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (const { from, to } of calls)
    callers.get(keyOf({ of: 'component', id: to }))?.push(keyOf({ of: 'component', id: from }));
  const isLost = (key: string): boolean => {
    const its = callers.get(key) ?? [];
    return !all.has(key) && its.length > 0 && its.every((caller) => all.has(caller));
  };
  for (let lost = keys.filter(isLost); lost.length > 0; lost = keys.filter(isLost))
    for (const key of lost) all.set(key, 'failing');
  return all;
}

/** What is of no use to anybody, by a report and the design that it is of; worked out once for each report. */
export function conditionsOf(report: DesignReport | null, design: Design | null): Conditions {
  if (report === null || design === null) return NONE;
  const before = known.get(report);
  if (before?.design === design) return before.conditions;
  const found = reported(report);
  const conditions = found.size === 0 ? NONE : followed(found, design);
  known.set(report, { design, conditions });
  return conditions;
}

/** What is said of a part there; null where it is of use. */
export const conditionOf = (conditions: Conditions, part: Part): Condition | null =>
  conditions.get(keyOf(part)) ?? null;

/** What stands on it. */
export const CONDITION_TAG: Readonly<Record<Condition, string>> = { down: 'down', failing: 'requests fail' };

/** The same in a sentence, after its name: "App calls Payment gateway, which is down". */
export const CONDITION_TEXT: Readonly<Record<Condition, string>> = {
  down: 'which is down',
  failing: 'where every request fails',
};
