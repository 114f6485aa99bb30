import { domainOf, domainsOf, mayStand, parentsOf, type Domains } from '../domains.ts';
import type { Design, Domain } from '../scenario.ts';
import { withComponent } from './design.ts';
import { outerOf, without, withoutThose } from './domain-list.ts';
import { withKey } from './record.ts';

type Ids = readonly string[];

/** The design with the lists of some components changed, as far as these can stand in a domain. */
export const withPlacement = (
  design: Design,
  components: Ids,
  change: (listed: Ids, domains: Domains) => Ids,
): Design =>
  components.reduce(
    (all, id) =>
      withComponent(all, id, (component) =>
        mayStand(component.kind)
          ? withKey(component, 'domains', change(component.domains ?? [], domainsOf(design)))
          : component,
      ),
    design,
  );

/** What a domain stands in, as it is written: one id, or several. */
export const asParents = (parents: Ids): Domain['in'] => (parents.length === 1 ? parents[0] : parents);

/** The design without a domain: what stood in it stands in what it stood in. */
export function withoutDomain(design: Design, id: string): Design {
  const domains = domainsOf(design);
  if (domainOf(domains, id) === undefined) return design;
  const gone = (each: string): boolean => each === id;
  const left = withPlacement(design, Object.keys(design.components), (listed) =>
    withoutThose(listed, gone, id, domains),
  );
  const rest = Object.entries(domains).flatMap(([key, domain]): [string, Domain][] => {
    const parents = parentsOf(domain);
    if (key === id) return [];
    if (!parents.includes(id)) return [[key, domain]];
    return [[key, withKey(domain, 'in', asParents(without(parents, gone, outerOf(id, domains))))]];
  });
  return withKey(left, 'domains', Object.fromEntries(rest));
}
