import { domainOf, domainsOf, occupiedDomains } from '../domains.ts';
import { callIds, type Call, type Component, type Design, type Domain, type Scenario } from '../scenario.ts';
import { withKey, withoutKeys } from './record.ts';

/** The scenario with one design changed; the same scenario when the change gives the same design, or there is none. */
export function withDesign(scenario: Scenario, index: number, change: (design: Design) => Design): Scenario {
  const design = scenario.designs[index];
  if (design === undefined) return scenario;
  const changed = change(design);
  return changed === design ? scenario : { ...scenario, designs: scenario.designs.with(index, changed) };
}

/** The component of that id; nothing that only every object has. */
export const componentOf = (design: Design | undefined, id: string): Component | undefined =>
  design !== undefined && Object.hasOwn(design.components, id) ? design.components[id] : undefined;

/** The design with one component changed. */
export function withComponent(design: Design, id: string, change: (component: Component) => Component): Design {
  const component = componentOf(design, id);
  return component === undefined
    ? design
    : withKey(design, 'components', withKey(design.components, id, change(component)));
}

/** The design with one domain changed. */
export function withDomain(design: Design, id: string, change: (domain: Domain) => Domain): Design {
  const domains = domainsOf(design);
  const domain = domainOf(domains, id);
  return domain === undefined ? design : withKey(design, 'domains', withKey(domains, id, change(domain)));
}

/** A call and the id that it had before an edit; null for a new one. */
export interface KeptCall {
  readonly id: string | null;
  readonly call: Call;
}

/** The calls of a design, each with its id. */
export function keptCalls(design: Design): KeptCall[] {
  const calls = design.calls ?? [];
  const ids = callIds(calls);
  return calls.map((call, index) => ({ id: ids[index] ?? null, call }));
}

/**
 * The design with these calls. Ids are what selections and comparisons hold on to: where the new list would change an
 * unwritten one, it is written out.
 */
export function withCalls(design: Design, kept: readonly KeptCall[]): Design {
  let calls = kept.map(({ call }) => call);
  for (let settled = false; !settled;) {
    const ids = callIds(calls);
    settled = true;
    calls = calls.map((call, index) => {
      const before = kept[index]?.id ?? null;
      if (before === null || ids[index] === before) return call;
      settled = false;
      return { id: before, ...call };
    });
  }
  const same = calls.length === (design.calls?.length ?? 0) && calls.every((call, i) => call === design.calls?.[i]);
  return same ? design : withKey(design, 'calls', calls);
}

/** Whether something of that id has a place of its own: a component, or a domain in which nothing stands as a whole. */
const hasPlace = (design: Design, id: string): boolean =>
  Object.hasOwn(design.components, id) ||
  (domainOf(domainsOf(design), id) !== undefined && !occupiedDomains(design).has(id));

/** The scenario without those of these positions that are of use in no design any more. */
export function withoutStrayPositions(scenario: Scenario, ids: Iterable<string>): Scenario {
  const { at, designs } = scenario;
  if (at === undefined) return scenario;
  const gone = new Set(
    [...ids].filter((id) => Object.hasOwn(at, id) && designs.every((design) => !hasPlace(design, id))),
  );
  return withKey(
    scenario,
    'at',
    withoutKeys(at, (id) => gone.has(id)),
  );
}

/** Every id that is in use: components and domains of all designs, which share positions, and texts. */
export const idsOnBoard = (scenario: Scenario): Set<string> =>
  new Set([
    ...scenario.designs.flatMap((design) => [...Object.keys(design.components), ...Object.keys(domainsOf(design))]),
    ...Object.keys(scenario.at ?? {}),
    ...Object.keys(scenario.texts ?? {}),
  ]);

/** A change of who stands where: what has come to follow from its content loses the place that it had of its own. */
export function rearranged(scenario: Scenario, design: number, change: (design: Design) => Design): Scenario {
  const changed = withDesign(scenario, design, change);
  const before = Object.keys(domainsOf(scenario.designs[design]));
  return changed === scenario ? scenario : withoutStrayPositions(changed, before);
}
