import { domainOf, domainsOf, homesOf, placementOf, withAncestors } from '../model/domains.ts';
import { DOMAIN_KINDS } from '../model/kinds/domain.ts';
import type { Design } from '../model/scenario.ts';

/** A group of which some replicas stand in a domain and the others in further ones: it is dealt over so many, in turn. */
export interface SpreadGroup {
  readonly component: string;
  readonly place: number;
  readonly places: number;
}

/** What is drawn inside a domain's container. */
export interface DomainContent {
  readonly id: string;
  /** Components that stand in it with all their replicas. */
  readonly members: readonly string[];
  /** Domains of which the containers stand inside this one: those in it, and those around a part of its members. */
  readonly inner: readonly string[];
  readonly rows: readonly SpreadGroup[];
  /** How many inner-more containers share a part of its members, so that their borders cross. */
  readonly crossings: number;
}

const known = new WeakMap<Design, readonly DomainContent[]>();

/** The content of every domain of a design, innermost first: nothing is inside one that comes before it. */
export function contentsOf(design: Design): readonly DomainContent[] {
  const before = known.get(design);
  if (before !== undefined) return before;
  const domains = domainsOf(design);
  const members = new Map<string, string[]>(Object.keys(domains).map((id) => [id, []]));
  const rows = new Map<string, SpreadGroup[]>(Object.keys(domains).map((id) => [id, []]));
  const homes = new Map<string, ReadonlySet<string>>();
  for (const [id, component] of Object.entries(design.components)) {
    if (component.domains === undefined) continue;
    const home = homesOf(component, domains);
    homes.set(id, home);
    for (const each of home) members.get(each)?.push(id);
    for (const list of placementOf(component, domains)) {
      for (const [place, each] of list.entries()) {
        if (!home.has(each)) rows.get(each)?.push({ component: id, place, places: list.length });
      }
    }
  }
  const count = (id: string): number => members.get(id)?.length ?? 0;
  const depth = (id: string): number => withAncestors(domains, id).size;
  const kind = (id: string): number => DOMAIN_KINDS.indexOf(domainOf(domains, id)?.kind ?? 'zone');
  const order = Object.keys(domains).sort((a, b) => count(a) - count(b) || depth(b) - depth(a) || kind(a) - kind(b));
  const rank = new Map(order.map((id, index) => [id, index]));
  const inner = new Map<string, string[]>(order.map((id) => [id, []]));
  const crossings = new Map<string, number>();
  for (const id of order) {
    const own = members.get(id) ?? [];
    const around = withAncestors(domains, id);
    // Only domains that a member stands in can be around all of them, or around some.
    const candidates = new Set([...around, ...own.flatMap((each) => [...(homes.get(each) ?? [])])]);
    for (const other of candidates) {
      if ((rank.get(other) ?? -1) <= (rank.get(id) ?? -1)) continue;
      const holdsAll = own.length > 0 && own.every((each) => homes.get(each)?.has(other) === true);
      if (around.has(other) || holdsAll) inner.get(other)?.push(id);
      else crossings.set(other, (crossings.get(other) ?? 0) + 1);
    }
  }
  const contents = order.map((id): DomainContent => ({
    id,
    members: members.get(id) ?? [],
    inner: inner.get(id) ?? [],
    rows: rows.get(id) ?? [],
    crossings: crossings.get(id) ?? 0,
  }));
  known.set(design, contents);
  return contents;
}
