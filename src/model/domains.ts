import { fieldOf } from './kinds/kinds.ts';
import type { Component, Design, Domain, Kind } from './scenario.ts';

export type Domains = Readonly<Record<string, Domain>>;
type Ids = ReadonlySet<string>;

const NONE: Domains = {};
export const domainsOf = (design: Design | null | undefined): Domains => design?.domains ?? NONE;

/** The domain of that id; nothing that only every object has. */
export const domainOf = (domains: Domains, id: string): Domain | undefined =>
  Object.hasOwn(domains, id) ? domains[id] : undefined;

/** Whether something of a kind can stand in a domain: a client cannot. */
export const mayStand = (kind: Kind): boolean => fieldOf(kind, 'domains') !== undefined;

/** Whether a component of the design can stand in a domain. */
export const canStand = (design: Design | null | undefined, id: string): boolean =>
  design !== null &&
  design !== undefined &&
  Object.hasOwn(design.components, id) &&
  mayStand(design.components[id]!.kind);

/** What a domain stands in directly, as it is written. */
export const parentsOf = ({ in: parents }: Pick<Domain, 'in'>): readonly string[] =>
  parents === undefined ? [] : typeof parents === 'string' ? [parents] : parents;

const reaches = new WeakMap<Domains, Map<string, Ids>>();

/** A domain and all that it stands in; ids that lead nowhere are left out, and rings do no harm. */
export function withAncestors(domains: Domains, id: string): Ids {
  const known = reaches.get(domains) ?? new Map<string, Ids>();
  reaches.set(domains, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const domain = domainOf(domains, next);
    if (domain === undefined || found.has(next)) continue;
    found.add(next);
    open.push(...parentsOf(domain));
  }
  known.set(id, found);
  return found;
}

/** The domains of a component by kind: of each kind its replicas are dealt over those of one list, in turn (rule 9). */
export function placementOf({ domains: listed = [] }: Pick<Component, 'domains'>, domains: Domains): string[][] {
  const lists = new Map<Domain['kind'], string[]>();
  for (const id of new Set(listed)) {
    const kind = domainOf(domains, id)?.kind;
    if (kind === undefined) continue;
    const list = lists.get(kind) ?? [];
    list.push(id);
    lists.set(kind, list);
  }
  return [...lists.values()];
}

/** Every domain that all replicas of a component stand in. */
export function homesOf(component: Pick<Component, 'domains'>, domains: Domains): Ids {
  const homes = placementOf(component, domains).flatMap((list) => {
    const [first = new Set<string>(), ...rest] = list.map((id) => withAncestors(domains, id));
    return [...first].filter((id) => rest.every((other) => other.has(id)));
  });
  return new Set(homes);
}

/** Whether all replicas of a component stand in one or another of these domains. */
export const standsWithin = (component: Pick<Component, 'domains'>, domains: Domains, within: Ids): boolean =>
  placementOf(component, domains).some((list) =>
    list.every((id) => [...withAncestors(domains, id)].some((each) => within.has(each))),
  );

const occupied = new WeakMap<Design, Ids>();

/** The domains that something stands in as a whole, so that their place on the board follows from it. */
export function occupiedDomains(design: Design): Ids {
  const known = occupied.get(design);
  if (known !== undefined) return known;
  const domains = domainsOf(design);
  const found = new Set(Object.values(domains).flatMap(parentsOf));
  for (const component of Object.values(design.components)) {
    for (const id of homesOf(component, domains)) found.add(id);
  }
  occupied.set(design, found);
  return found;
}

/** How many of so many replicas land in each of so many domains: ten over three are 4, 3 and 3. */
export const dealt = (replicas: number, places: number): number[] =>
  Array.from({ length: places }, (_, place) => Math.max(0, Math.ceil((replicas - place) / places)));

/** How many of so many replicas of a component stand in a domain, or in one that stands in it. */
export function replicasIn(
  component: Pick<Component, 'domains'>,
  domains: Domains,
  id: string,
  replicas: number,
): number {
  const counts = placementOf(component, domains).map((list) => {
    const each = dealt(replicas, list.length);
    return list.reduce((sum, one, place) => sum + (withAncestors(domains, one).has(id) ? (each[place] ?? 0) : 0), 0);
  });
  return Math.max(0, ...counts);
}
