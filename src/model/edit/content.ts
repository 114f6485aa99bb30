import { domainsOf, occupiedDomains, standsWithin, withAncestors } from '../domains.ts';
import type { Design, Point, Scenario } from '../scenario.ts';
import { moveTo } from './board.ts';
import type { Selection } from './selection.ts';

/** The selection with all that stands in its domains: domains, and components with all their replicas. */
export function withContent(design: Design, selection: Selection): Selection {
  if (selection.domains.length === 0) return selection;
  const domains = domainsOf(design);
  const chosen = new Set(selection.domains);
  const inside = Object.keys(domains).filter((id) => [...withAncestors(domains, id)].some((each) => chosen.has(each)));
  const components = Object.entries(design.components).flatMap(([id, component]) =>
    selection.components.includes(id) || standsWithin(component, domains, chosen) ? [id] : [],
  );
  return { ...selection, components, domains: inside };
}

/** The upper left corner of what is selected, with what stands in it. */
export function cornerOf(scenario: Scenario, design: number, selection: Selection): Point {
  const source = scenario.designs[design];
  const { at = {}, texts = {} } = scenario;
  const { components, domains } = source === undefined ? selection : withContent(source, selection);
  const alone = domains.filter((id) => source !== undefined && !occupiedDomains(source).has(id));
  const points = [...[...components, ...alone].map((id) => at[id]), ...selection.texts.map((id) => texts[id]?.at)];
  const known = points.filter((point) => point !== undefined);
  return known.length === 0 ? [0, 0] : [Math.min(...known.map(([x]) => x)), Math.min(...known.map(([, y]) => y))];
}

/** Moves what is selected, with what stands in it, by so much. */
export function moveBy(scenario: Scenario, design: number, selection: Selection, [dx, dy]: Point): Scenario {
  const source = scenario.designs[design];
  if (source === undefined) return scenario;
  const { components, texts, domains } = withContent(source, selection);
  const moved = (ids: readonly string[]): Record<string, Point> =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const point = scenario.at?.[id];
        return point === undefined ? [] : [[id, [point[0] + dx, point[1] + dy]]];
      }),
    );
  const notes = texts.flatMap((id) => {
    const note = scenario.texts?.[id];
    return note === undefined ? [] : [[id, [note.at[0] + dx, note.at[1] + dy]] as const];
  });
  return moveTo(scenario, {
    components: moved(components),
    domains: moved(domains.filter((id) => !occupiedDomains(source).has(id))),
    texts: Object.fromEntries(notes),
  });
}
