import { domainsOf, parentsOf, placementOf, type Domains } from '../model/domains.ts';
import { setField } from '../model/edit/components.ts';
import { addDomain, freshDomainName, nestDomain, nestInto } from '../model/edit/domains.ts';
import { putInDomain, spreadInto, takeOut } from '../model/edit/placement.ts';
import { DOMAIN_FIELDS } from '../model/kinds/domain.ts';
import type { Domain, Point, Scenario } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import { selectedDomain } from '../store/selectors.ts';
import { edit, make, onlyDomain } from './change.ts';
import { placesOf, type Standing } from './standing.ts';

const TYPICAL_UP = DOMAIN_FIELDS.find(({ key }) => key === 'up')?.typical;

/** What the palette makes of a kind of domain: with a name, and typically up. */
const typicalDomain = (scenario: Scenario, design: number, kind: Domain['kind']): Domain => ({
  kind,
  name: freshDomainName(scenario.designs[design], kind),
  ...(TYPICAL_UP === undefined ? {} : { up: TYPICAL_UP }),
});

/** Makes an empty zone there, inside of whatever container is drawn there. Returns its id. */
export function newDomain(at: Point): string | null {
  const around = board.getState().viewport?.domainsAt(at, 'domain') ?? [];
  make('Add domain', (scenario, design) => {
    const added = addDomain(scenario, design, { domain: typicalDomain(scenario, design, 'zone'), at });
    const nested = around.reduce((all, parent) => nestInto(all, design, added.id, parent), added.scenario);
    return { scenario: nested, selection: onlyDomain(added.id) };
  });
  return selectedDomain(board.getState());
}

/** The same, and lets its name be typed. */
export function makeDomain(at: Point): void {
  newDomain(at);
  renameMade();
}

function renameMade(): void {
  const state = board.getState();
  const id = selectedDomain(state);
  if (id !== null) state.startRenaming(id);
}

/** Puts components in a domain, beside those of its kind that they stand in, or takes them out. */
export function setStanding(components: readonly string[], domain: string, stands: boolean): void {
  edit(stands ? 'Put in a domain' : 'Take out of a domain', (scenario, design) =>
    (stands ? spreadInto : takeOut)(scenario, design, components, domain),
  );
}

/** Puts components in a domain with all their replicas. */
export const putIn = (components: readonly string[], domain: string): boolean =>
  edit('Put in a domain', (scenario, design) => putInDomain(scenario, design, components, domain));

/** Lets a domain stand in another one too, or no longer. */
export function setNesting(id: string, parent: string, nested: boolean): void {
  edit(nested ? 'Put in a domain' : 'Take out of a domain', (scenario, design) => {
    const parents = parentsOf(scenario.designs[design]?.domains?.[id] ?? {}).filter((each) => each !== parent);
    return nestDomain(scenario, design, id, nested ? [...parents, parent] : parents);
  });
}

/** Of domains listed together, those that hold all replicas: one alone of its kind. */
const holdingAll = (listed: readonly string[], domains: Domains): string[] =>
  placementOf({ domains: listed }, domains).flatMap((list) => (list.length === 1 ? list : []));

/**
 * Makes a domain around things, in whatever all of them stand in as a whole. Around domains, and around what is spread
 * over zones, it is a region.
 */
export function wrap({ components, domains }: Standing): void {
  make('Put in a new domain', (scenario, design) => {
    const known = domainsOf(scenario.designs[design]);
    const listed = placesOf(scenario.designs[design] ?? null, { components, domains: [] });
    const spread = listed.some((list) => placementOf({ domains: list }, known).some((each) => each.length > 1));
    const kind = components.length === 0 || spread ? 'region' : 'zone';
    const parents = placesOf(scenario.designs[design] ?? null, { components: [], domains });
    const [first = [], ...rest] = [...listed.map((list) => holdingAll(list, known)), ...parents];
    const common = first.filter((id) => rest.every((list) => list.includes(id)));
    const { scenario: added, id } = addDomain(scenario, design, { domain: typicalDomain(scenario, design, kind) });
    const nested = nestDomain(added, design, id, common);
    const filled = putInDomain(nested, design, components, id);
    const whole = domains.reduce((all, each) => nestInto(all, design, each, id), filled);
    return { scenario: whole, selection: onlyDomain(id) };
  });
  renameMade();
}

/** Lets things stand in no domain. */
export function takeOutOfAll({ components, domains }: Standing): void {
  edit('Take out of domains', (scenario, design) => {
    const out = components.reduce((all, id) => setField(all, design, id, 'domains', undefined), scenario);
    return domains.reduce((all, id) => nestDomain(all, design, id, []), out);
  });
}
