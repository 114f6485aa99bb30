import type { BoardText, Call, Component, Design, Domain, Point, Region, Scenario, Value } from '../scenario.ts';
import { domainsOf, occupiedDomains, withAncestors } from '../domains.ts';
import { moveTo } from './board.ts';
import { cornerOf, withContent } from './content.ts';
import { idsOnBoard, keptCalls, withCalls, withDesign, withoutStrayPositions } from './design.ts';
import { freshName, freshTextId, numberedId } from './ids.ts';
import { withKey, withoutEmpty, withoutKeys } from './record.ts';
import { NOTHING, only, type Selection } from './selection.ts';
import { usedVariables } from './variables.ts';

/**
 * A piece of a board, complete in itself: components, the calls between them, texts, where they stand from its upper
 * left corner, and the domains, regions and variables that they speak of.
 */
export interface Clip {
  readonly format: 'nineboard/clip-1';
  readonly components: Readonly<Record<string, Component>>;
  readonly calls?: readonly Call[];
  readonly domains?: Readonly<Record<string, Domain>>;
  /** Those of the domains that were copied themselves; of the others it only speaks. */
  readonly containers?: readonly string[];
  readonly regions?: Readonly<Record<string, Region>>;
  readonly at?: Readonly<Record<string, Point>>;
  readonly texts?: Readonly<Record<string, BoardText>>;
  readonly variables?: Readonly<Record<string, Value>>;
}

/** A clip that says nothing of what it has none of. */
export const withoutNothing = ({ components, ...rest }: Required<Omit<Clip, 'format'>>): Clip => ({
  format: 'nineboard/clip-1',
  components,
  ...withoutEmpty<Partial<typeof rest>>(rest),
});

type Entries<T> = Readonly<Record<string, T>>;

const picked = <T>(record: Entries<T> | undefined, ids: Iterable<string>): Entries<T> => {
  const wanted = new Set(ids);
  return withoutKeys(record ?? {}, (id) => !wanted.has(id));
};

/**
 * The selected components, domains and texts as a clip. What stands in a domain comes along, and calls do where both
 * their ends do.
 */
export function copyItems(scenario: Scenario, design: number, selection: Selection): Clip {
  const source: Design = scenario.designs[design] ?? { name: '', components: {} };
  const all = withContent(source, selection);
  const containers = all.domains.filter((id) => Object.hasOwn(domainsOf(source), id));
  const components = picked(source.components, all.components);
  const texts = picked(scenario.texts, all.texts);
  const alone = containers.filter((id) => !occupiedDomains(source).has(id));
  const at = picked(scenario.at, [...Object.keys(components), ...alone]);
  const [left, top] = cornerOf(scenario, design, selection);
  const relative = ([x, y]: Point): Point => [x - left, y - top];
  const calls = (source.calls ?? [])
    .filter((call) => Object.hasOwn(components, call.from) && Object.hasOwn(components, call.to))
    .map((call) => withKey(call, 'id', undefined));
  const named = [...containers, ...Object.values(components).flatMap((each) => each.domains ?? [])];
  const domains = picked(
    source.domains,
    named.flatMap((id) => [...withAncestors(domainsOf(source), id)]),
  );
  const regions = picked(
    source.regions,
    Object.values(components).flatMap(({ region }) => (region === undefined ? [] : [region])),
  );
  const spoken: Scenario = { format: scenario.format, designs: [{ name: '', components, calls, domains }] };
  const variables = picked(scenario.variables, usedVariables(spoken, scenario.variables ?? {}));
  return withoutNothing({
    components,
    calls,
    domains,
    containers,
    regions,
    at: Object.fromEntries(Object.entries(at).map(([id, point]) => [id, relative(point)])),
    texts: Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { ...text, at: relative(text.at) }])),
    variables,
  });
}

/** Entries under free ids and names. */
interface Renewed<T> {
  readonly ids: ReadonlyMap<string, string>;
  readonly entries: Entries<T>;
}

function renewed<T extends { readonly name?: string }>(
  record: Entries<T>,
  taken: Set<string>,
  others: Entries<{ readonly name?: string }>,
): Renewed<T> {
  const names = new Set(Object.values(others).flatMap(({ name }) => (name === undefined ? [] : [name])));
  const ids = new Map<string, string>();
  const entries: Record<string, T> = {};
  for (const [old, entry] of Object.entries(record)) {
    const id = numberedId(taken, old);
    const name = entry.name === undefined ? undefined : freshName(names, entry.name);
    taken.add(id);
    if (name !== undefined) names.add(name);
    ids.set(old, id);
    entries[id] = withKey<{ readonly name?: string }, 'name'>(entry, 'name', name) as T;
  }
  return { ids, entries };
}

/** Puts a clip on the board with its upper left corner there, under free ids, and says what it became. */
export function pasteItems(
  scenario: Scenario,
  design: number,
  clip: Clip,
  at: Point,
): { readonly scenario: Scenario; readonly selection: Selection } {
  const target = scenario.designs[design];
  if (target === undefined) return { scenario, selection: NOTHING };
  const copied = new Set(clip.containers);
  const spoken = withoutKeys(clip.domains ?? {}, (id) => copied.has(id));
  const taken = new Set([...idsOnBoard(scenario), ...Object.keys(spoken)]);
  const domains = renewed(picked(clip.domains, copied), taken, domainsOf(target));
  const components = renewed(clip.components, taken, target.components);
  let pasted = withDesign(scenario, design, (each) =>
    withPasted(each, { ...clip, domains: spoken }, components, domains),
  );
  pasted = withKey(pasted, 'variables', { ...clip.variables, ...scenario.variables });
  const moved = ([x, y]: Point = [0, 0]): Point => [at[0] + x, at[1] + y];
  const places = (ids: Iterable<readonly [old: string, id: string]>): Record<string, Point> =>
    Object.fromEntries([...ids].map(([old, id]) => [id, moved(clip.at?.[old])]));
  pasted = moveTo(pasted, {
    components: places(components.ids),
    domains: places([...domains.ids].filter(([old]) => clip.at?.[old] !== undefined)),
  });
  const texts: Record<string, BoardText> = {};
  for (const text of Object.values(clip.texts ?? {})) {
    const id = freshTextId(taken);
    taken.add(id);
    texts[id] = { ...text, at: moved(text.at) };
  }
  pasted = withKey(pasted, 'texts', { ...pasted.texts, ...texts });
  return {
    scenario: withoutStrayPositions(pasted, Object.keys(domainsOf(target))),
    selection: only({
      components: [...components.ids.values()],
      texts: Object.keys(texts),
      domains: [...domains.ids.values()],
    }),
  };
}

function withPasted(design: Design, clip: Clip, components: Renewed<Component>, containers: Renewed<Domain>): Design {
  const now = (id: string): string => containers.ids.get(id) ?? id;
  const placed = Object.entries(components.entries).map(([id, component]): [string, Component] => [
    id,
    withKey(component, 'domains', component.domains?.map(now)),
  ]);
  const calls = (clip.calls ?? []).flatMap((call) => {
    const [from, to] = [components.ids.get(call.from), components.ids.get(call.to)];
    return from === undefined || to === undefined ? [] : [{ id: null, call: { ...call, from, to } }];
  });
  const filled =
    placed.length === 0 ? design : { ...design, components: { ...design.components, ...Object.fromEntries(placed) } };
  const called = calls.length === 0 ? filled : withCalls(filled, [...keptCalls(filled), ...calls]);
  const copied = Object.entries(containers.entries).map(([id, domain]): [string, Domain] => [
    id,
    withKey(domain, 'in', typeof domain.in === 'string' ? now(domain.in) : domain.in?.map(now)),
  ]);
  const domains = { ...clip.domains, ...design.domains, ...Object.fromEntries(copied) };
  const regions = clip.regions === undefined ? design.regions : { ...clip.regions, ...design.regions };
  return withKey(withKey(called, 'domains', domains), 'regions', regions);
}
