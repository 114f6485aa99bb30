import { domainOf, domainsOf, parentsOf, withAncestors, type Domains } from '../domains.ts';
import { DOMAIN_SPECS } from '../kinds/domain.ts';
import type { Design, Domain, Point, Scenario } from '../scenario.ts';
import { placed } from './board.ts';
import { idsOnBoard, rearranged, withDesign, withDomain, withoutStrayPositions } from './design.ts';
import { inside, outerOf, without, withThese } from './domain-list.ts';
import { freshId } from './ids.ts';
import { withKey, type FieldValue } from './record.ts';
import { withFieldAt } from './up-part.ts';
import { asParents, withoutDomain } from './without-domain.ts';

type Ids = readonly string[];

/** "Zone a", then "Zone b": the first letter that no domain of the design has in its name, then numbers. */
export function freshDomainName(design: Design | undefined, kind: Domain['kind']): string {
  const names = new Set(Object.values(domainsOf(design)).map(({ name }) => name));
  const { label } = DOMAIN_SPECS[kind];
  const free = (sign: string): boolean => !names.has(`${label} ${sign}`);
  let sign = Array.from('abcdefghijklmnopqrstuvwxyz').find(free);
  for (let number = 1; sign === undefined; number++) if (free(String(number))) sign = String(number);
  return `${label} ${sign}`;
}

export interface NewDomain {
  readonly domain: Domain;
  /** Where it stands while nothing is in it. */
  readonly at?: Point | undefined;
}

/** Adds a domain under a free id made from its name or its kind. */
export function addDomain(
  scenario: Scenario,
  design: number,
  { domain, at }: NewDomain,
): { readonly scenario: Scenario; readonly id: string } {
  const id = freshId(idsOnBoard(scenario), domain.name ?? domain.kind);
  const added = withDesign(scenario, design, (each) => ({ ...each, domains: { ...each.domains, [id]: domain } }));
  return { scenario: at === undefined || added === scenario ? added : placed(added, id, at), id };
}

/**
 * Sets one field of a domain by its dotted key; undefined takes it away. What it stands in is set by `nestDomain`, since
 * that may close a ring, and its kind by `changeDomainKind`.
 */
export const setDomainField = (
  scenario: Scenario,
  design: number,
  id: string,
  key: string,
  value: FieldValue | undefined,
): Scenario =>
  key === 'kind' || key === 'in'
    ? scenario
    : withDesign(scenario, design, (each) => withDomain(each, id, (domain) => withFieldAt(domain, key, value)));

/** Gives a domain another name; without one it goes by its id. */
export const renameDomain = (scenario: Scenario, design: number, id: string, name: string): Scenario =>
  setDomainField(scenario, design, id, 'name', name.trim() === '' ? undefined : name.trim());

/** Makes it a domain of another kind; a name that said the old one says the new one. */
export const changeDomainKind = (scenario: Scenario, design: number, id: string, kind: Domain['kind']): Scenario =>
  rearranged(scenario, design, (each) =>
    withDomain(each, id, (domain) => {
      if (domain.kind === kind) return domain;
      const [before, after] = [`${DOMAIN_SPECS[domain.kind].label} `, `${DOMAIN_SPECS[kind].label} `];
      const name = domain.name?.startsWith(before) === true ? after + domain.name.slice(before.length) : domain.name;
      return withKey({ ...domain, kind }, 'name', name);
    }),
  );

const nested = (scenario: Scenario, design: number, id: string, change: (parents: Ids, domains: Domains) => Ids) =>
  rearranged(scenario, design, (each) =>
    withDomain(each, id, (domain) => {
      const now = parentsOf(domain);
      const next = change(now, domainsOf(each));
      const same = next.length === now.length && next.every((parent, place) => parent === now[place]);
      return same ? domain : withKey(domain, 'in', asParents(next));
    }),
  );

/** Whether one domain may stand in another: not where that would close a ring. */
export const mayNest = (design: Design | null | undefined, id: string, parent: string): boolean => {
  const domains = domainsOf(design);
  return domainOf(domains, parent) !== undefined && !withAncestors(domains, parent).has(id);
};

/** The domains that one may stand in. */
export const candidates = (design: Design | null | undefined, id: string): string[] =>
  Object.keys(domainsOf(design)).filter((each) => mayNest(design, id, each));

/** Lets a domain stand in exactly these others. Unchanged where one of them does not exist or stands in it. */
export const nestDomain = (scenario: Scenario, design: number, id: string, parents: Ids): Scenario =>
  parents.every((parent) => mayNest(scenario.designs[design], id, parent))
    ? nested(scenario, design, id, () => [...new Set(parents)])
    : scenario;

/** Puts a domain into another one, in place of what it stood in of that kind. */
export const nestInto = (scenario: Scenario, design: number, id: string, parent: string): Scenario =>
  mayNest(scenario.designs[design], id, parent)
    ? nested(scenario, design, id, (now, domains) => withThese(now, [parent], domains))
    : scenario;

/** Takes a domain out of another one: it then stands in what that stands in. */
export const nestOutOf = (scenario: Scenario, design: number, id: string, parent: string): Scenario =>
  nested(scenario, design, id, (now, domains) => without(now, inside(parent, domains), outerOf(parent, domains)));

/** Removes a domain: its members lose it, and what it stood in takes them and its children. */
export const removeDomain = (scenario: Scenario, design: number, id: string): Scenario =>
  withoutStrayPositions(
    withDesign(scenario, design, (each) => withoutDomain(each, id)),
    [id],
  );
