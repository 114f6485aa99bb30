import { parentsOf } from '../model/domains.ts';
import { setField } from '../model/edit/components.ts';
import { addDomain, nestDomain, nestInto } from '../model/edit/domains.ts';
import { canStand, putInDomain, spreadInto, takeOut } from '../model/edit/placement.ts';
import type { Selection } from '../model/edit/selection.ts';
import type { Design, Point, Scenario } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import { selectedDomain, shownDesign } from '../store/selectors.ts';
import type { BoardState } from '../store/state.ts';
import { always, edit, make, onlyDomain } from './change.ts';
import type { Command } from './command.ts';
import { spotInView, typicalDomain } from './placing.ts';

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

/** What of the selection can stand in a domain. */
const standing = (state: BoardState): Pick<Selection, 'components' | 'domains'> => ({
  components: state.selection.components.filter((id) => canStand(shownDesign(state), id)),
  domains: state.selection.domains,
});

const anyStanding = (state: BoardState): boolean => {
  const { components, domains } = standing(state);
  return components.length + domains.length > 0;
};

const placesOf = (design: Design | null, { components, domains }: Pick<Selection, 'components' | 'domains'>) => [
  ...components.map((id) => design?.components[id]?.domains ?? []),
  ...domains.map((id) => parentsOf(design?.domains?.[id] ?? {})),
];

/** A domain around what is selected, in whatever all of that stands in; around domains alone it is a region. */
function wrap(scenario: Scenario, index: number, chosen: Pick<Selection, 'components' | 'domains'>) {
  const kind = chosen.components.length === 0 ? 'region' : 'zone';
  const [first = [], ...rest] = placesOf(scenario.designs[index] ?? null, chosen);
  const common = first.filter((id) => rest.every((list) => list.includes(id)));
  const { scenario: added, id } = addDomain(scenario, index, { domain: typicalDomain(scenario, index, kind) });
  const nested = nestDomain(added, index, id, common);
  const filled = putInDomain(nested, index, chosen.components, id);
  return { scenario: chosen.domains.reduce((all, each) => nestInto(all, index, each, id), filled), id };
}

export const DOMAINS: readonly Command[] = [
  {
    id: 'add-domain',
    title: 'Add domain',
    group: 'Add',
    keys: ['z'],
    edits: true,
    when: always,
    run: () => makeDomain(spotInView()),
  },
  {
    id: 'put-in-new-domain',
    title: 'Put in a new domain',
    group: 'Edit',
    keys: ['shift+z'],
    edits: true,
    when: anyStanding,
    run() {
      const chosen = standing(board.getState());
      make('Put in a new domain', (scenario, design) => {
        const wrapped = wrap(scenario, design, chosen);
        return { scenario: wrapped.scenario, selection: onlyDomain(wrapped.id) };
      });
      renameMade();
    },
  },
  {
    id: 'take-out-of-domains',
    title: 'Take out of its domains',
    group: 'Edit',
    edits: true,
    when: (state) => placesOf(shownDesign(state), state.selection).some((list) => list.length > 0),
    run() {
      const { components, domains } = board.getState().selection;
      edit('Take out of domains', (scenario, design) => {
        const out = components.reduce((all, id) => setField(all, design, id, 'domains', undefined), scenario);
        return domains.reduce((all, id) => nestDomain(all, design, id, []), out);
      });
    },
  },
];
