import { domainOf, domainsOf, homesOf } from '../domains.ts';
import type { Scenario } from '../scenario.ts';
import { rearranged } from './design.ts';
import { inside, kindOf, withoutThose, withThese } from './domain-list.ts';
import { withPlacement } from './without-domain.ts';

type Ids = readonly string[];

/** Puts components in a domain with all their replicas. What stands in it already stays where it is. */
export const putInDomain = (scenario: Scenario, design: number, components: Ids, domain: string): Scenario =>
  domainOf(domainsOf(scenario.designs[design]), domain) === undefined
    ? scenario
    : rearranged(scenario, design, (each) =>
        withPlacement(each, components, (listed, domains) => {
          const list = withThese(listed, [domain], domains);
          const others = list.filter((id) => id !== domain);
          const implied = !listed.includes(domain) && homesOf({ domains: others }, domains).has(domain);
          return implied ? others : list;
        }),
      );

/** Takes components out of a domain: they then stand in what it stands in. */
export const takeOut = (scenario: Scenario, design: number, components: Ids, domain: string): Scenario =>
  rearranged(scenario, design, (each) =>
    withPlacement(each, components, (listed, domains) =>
      withoutThose(listed, inside(domain, domains), domain, domains),
    ),
  );

/** Deals the replicas of components over these domains of one kind, in place of all others of that kind. */
export function spreadOver(scenario: Scenario, design: number, components: Ids, over: Ids): Scenario {
  const domains = domainsOf(scenario.designs[design]);
  const kind = kindOf(domains, over[0] ?? '');
  const these = [...new Set(over)].filter((id) => kindOf(domains, id) === kind);
  return kind === undefined || these.length === 0
    ? scenario
    : rearranged(scenario, design, (each) =>
        withPlacement(each, components, (listed) => withThese(listed, these, domains)),
      );
}

/** Lets components stand in one domain more: their replicas are dealt over it and those of its kind that they are in. */
export const spreadInto = (scenario: Scenario, design: number, components: Ids, domain: string): Scenario =>
  components.reduce((all, id) => {
    const domains = domainsOf(all.designs[design]);
    const kind = kindOf(domains, domain);
    const listed = all.designs[design]?.components[id]?.domains ?? [];
    const same = listed.filter((each) => kindOf(domains, each) === kind);
    return spreadOver(all, design, [id], [...same, domain]);
  }, scenario);
