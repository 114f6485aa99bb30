import { domainOf, domainsOf } from '../domains.ts';
import { fieldOf } from '../kinds/kinds.ts';
import type { Component, Design, Domain, Scenario, Value } from '../scenario.ts';
import { componentOf, withComponent, withDesign, withDomain } from './design.ts';
import { withKey } from './record.ts';
import { withFieldAt } from './up-part.ts';

/** What can be taken down: a component or a failure domain; the two may have the same id. */
export interface Part {
  readonly of: 'component' | 'domain';
  readonly id: string;
}

/** A part that is held at an availability, whatever the document says of it. */
export interface Held extends Part {
  readonly up: Value;
}

/** How often something is up that is down; whatever else is written for never is taken as this. */
export const DOWN = '0 %';
export const isDown = ({ up }: Pick<Held, 'up'>): boolean => up === DOWN;

export const samePart = (a: Part, b: Part): boolean => a.of === b.of && a.id === b.id;

/** Whether a design has that part, and it can be down: a client never is. */
export function canBeHeld(design: Design | null | undefined, { of, id }: Part): boolean {
  if (of === 'domain') return domainOf(domainsOf(design ?? undefined), id) !== undefined;
  const component = componentOf(design ?? undefined, id);
  return component !== undefined && fieldOf(component.kind, 'up') !== undefined;
}

const withUp = <T extends Component | Domain>(part: T, up: Value): T => withFieldAt(part, 'up.probability', up);

const withOne = (design: Design, { of, id, up }: Held): Design =>
  of === 'domain'
    ? withDomain(design, id, (domain) => withUp(domain, up))
    : withComponent(design, id, (component) => {
        const held = withUp(component, up);
        return isDown({ up }) ? withKey(held, 'beta', undefined) : held;
      });

/**
 * A design in which these parts are up as often as they are held at. It is the share of time that is written, so a time to
 * repair stays and a time between failures goes; of a group every replica is up as often. What else can take a group down
 * stays as it is, but for beta where it is down: a share of failures says nothing where there is nothing but failure.
 */
export const withHeld = (scenario: Scenario, design: number, held: readonly Held[]): Scenario =>
  withDesign(scenario, design, (each) => held.filter((part) => canBeHeld(each, part)).reduce(withOne, each));

/** The same in every design: what has the same id in several of them is the same thing, as its place on the board is. */
export const withHeldEverywhere = (scenario: Scenario, held: readonly Held[]): Scenario =>
  scenario.designs.reduce((all, _, design) => withHeld(all, design, held), scenario);
