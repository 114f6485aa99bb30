import type { BoardText, Call, Component, Design, Domain, Point, Region, Scenario, Value } from '../scenario.ts';
import { moveTo } from './board.ts';
import { idsOnBoard, keptCalls, withCalls, withDesign } from './design.ts';
import { freshName, freshTextId, numberedId } from './ids.ts';
import { withKey, withoutEmpty, withoutKeys } from './record.ts';
import type { Selection } from './selection.ts';
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

const only = <T>(record: Entries<T> | undefined, ids: ReadonlySet<string>): Entries<T> =>
  withoutKeys(record ?? {}, (id) => !ids.has(id));

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** The domains that components stand in, with everything that those stand in. */
function domainsOf(components: Entries<Component>, domains: Entries<Domain>): Set<string> {
  const found = new Set<string>();
  const open = Object.values(components).flatMap((component) => component.domains ?? []);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || !Object.hasOwn(domains, id)) continue;
    found.add(id);
    open.push(...list(domains[id]?.in));
  }
  return found;
}

/** The selected components and texts as a clip. Calls come along where both their ends do. */
export function copyItems(scenario: Scenario, design: number, selection: Selection): Clip {
  const source: Design = scenario.designs[design] ?? { name: '', components: {} };
  const ids = new Set(selection.components);
  const components = only(source.components, ids);
  const texts = only(scenario.texts, new Set(selection.texts));
  const at = only(scenario.at, new Set(Object.keys(components)));
  const points = [...Object.values(at), ...Object.values(texts).map((text) => text.at)];
  const left = Math.min(...points.map(([x]) => x));
  const top = Math.min(...points.map(([, y]) => y));
  const relative = ([x, y]: Point): Point => [x - left, y - top];
  const calls = (source.calls ?? [])
    .filter((call) => Object.hasOwn(components, call.from) && Object.hasOwn(components, call.to))
    .map((call) => withKey(call, 'id', undefined));
  const domains = only(source.domains, domainsOf(components, source.domains ?? {}));
  const regions = only(source.regions, new Set(Object.values(components).flatMap((each) => list(each.region))));
  const spoken: Scenario = { format: scenario.format, designs: [{ name: '', components, calls, domains }] };
  const variables = only(scenario.variables, usedVariables(spoken, scenario.variables ?? {}));
  return withoutNothing({
    components,
    calls,
    domains,
    regions,
    at: Object.fromEntries(Object.entries(at).map(([id, point]) => [id, relative(point)])),
    texts: Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { ...text, at: relative(text.at) }])),
    variables,
  });
}

/** Puts a clip on the board with its upper left corner there, under free ids, and says what it became. */
export function pasteItems(
  scenario: Scenario,
  design: number,
  clip: Clip,
  at: Point,
): { readonly scenario: Scenario; readonly selection: Selection } {
  const target = scenario.designs[design];
  if (target === undefined) return { scenario, selection: { components: [], calls: [], texts: [] } };
  const taken = idsOnBoard(scenario);
  const names = new Set(Object.values(target.components).flatMap(({ name }) => (name === undefined ? [] : [name])));
  const ids = new Map<string, string>();
  const components: Record<string, Component> = {};
  for (const [old, component] of Object.entries(clip.components)) {
    const id = numberedId(taken, old);
    const name = component.name === undefined ? undefined : freshName(names, component.name);
    taken.add(id);
    if (name !== undefined) names.add(name);
    ids.set(old, id);
    components[id] = withKey(component, 'name', name);
  }
  const calls = (clip.calls ?? []).flatMap((call) => {
    const [from, to] = [ids.get(call.from), ids.get(call.to)];
    return from === undefined || to === undefined ? [] : [{ id: null, call: { ...call, from, to } }];
  });
  let pasted = withDesign(scenario, design, (each) => withPasted(each, clip, components, calls));
  pasted = withKey(pasted, 'variables', { ...clip.variables, ...scenario.variables });
  const moved = ([x, y]: Point = [0, 0]): Point => [at[0] + x, at[1] + y];
  pasted = moveTo(pasted, { components: Object.fromEntries([...ids].map(([old, id]) => [id, moved(clip.at?.[old])])) });
  const texts: Record<string, BoardText> = {};
  for (const text of Object.values(clip.texts ?? {})) {
    const id = freshTextId(taken);
    taken.add(id);
    texts[id] = { ...text, at: moved(text.at) };
  }
  pasted = withKey(pasted, 'texts', { ...pasted.texts, ...texts });
  return { scenario: pasted, selection: { components: [...ids.values()], calls: [], texts: Object.keys(texts) } };
}

function withPasted(
  design: Design,
  clip: Clip,
  components: Entries<Component>,
  calls: readonly { readonly id: null; readonly call: Call }[],
): Design {
  const isEmpty = Object.keys(components).length === 0;
  const filled = isEmpty ? design : { ...design, components: { ...design.components, ...components } };
  const called = calls.length === 0 ? filled : withCalls(filled, [...keptCalls(filled), ...calls]);
  const domains = clip.domains === undefined ? design.domains : { ...clip.domains, ...design.domains };
  const regions = clip.regions === undefined ? design.regions : { ...clip.regions, ...design.regions };
  return withKey(withKey(called, 'domains', domains), 'regions', regions);
}
