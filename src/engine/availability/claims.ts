import type { Claim, ClaimList } from '../../model/report.ts';
import { availabilityFigures, SECONDS_PER_YEAR } from '../numeric/downtime.ts';
import { CLAIM_BETA } from './audit.ts';
import { ownChances, type OwnChance } from './evaluate.ts';
import type { Evaluated } from './evaluated.ts';
import { changedChances, type Journey } from './journey.ts';
import { ownerKey } from './part.ts';
import { withOtherChances } from './remedies.ts';
import type { Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

/** So many shared events are all taken together; of more, those that cost most. */
const MOST_EVENTS = 6;
/** Nodes that may be passed for all claims: of more events those that are likeliest are looked at. */
const MOST_WORK = 4e6;

/** What fails together in one event, and with what chance. */
interface Event {
  readonly of: 'callees' | 'domains';
  readonly component: number;
  readonly members: readonly OwnVariable[];
  readonly chance: number;
}

/** The unavailability over all combinations of events; without one of them, each of its members fails less often by itself. */
function withEvents(structure: Structure, journey: Journey, chances: Float64Array, events: readonly Event[]): number {
  const [event, ...others] = events;
  if (event === undefined) return journey.withChances(chances);
  const { members, chance } = event;
  const struck = new Set(members.map((what) => ownerKey(structure, what)));
  const happened = Float64Array.from(chances);
  const not = Float64Array.from(chances);
  journey.variables.forEach((what, variable) => {
    if ('of' in what || !struck.has(ownerKey(structure, what))) return;
    happened[variable] = 1;
    not[variable] = Math.max(0, (chances[variable]! - chance) / (1 - chance));
  });
  const after = (changed: Float64Array): number => withEvents(structure, journey, changed, others);
  return chance * after(happened) + (1 - chance) * after(not);
}

/** What is said to fail independently: the callees of a gate, of which some can be spared, and the domains of one kind. */
function eventsOf(structure: Structure, own: OwnChance, reached: ReadonlySet<number>): Event[] {
  const { components, needs, calls, placements } = structure;
  const events = new Map<string, Event>();
  const add = (of: Event['of'], component: number, candidates: readonly OwnVariable[]): void => {
    const members = candidates.filter((what) => reached.has(ownerKey(structure, what)) && own(what) > 0);
    const key = members.map((what) => ownerKey(structure, what)).join();
    if (members.length < 2 || events.has(key)) return;
    events.set(key, { of, component, members, chance: CLAIM_BETA * Math.min(...members.map(own)) });
  };
  for (const place of structure.order) {
    const { kind, needed, placement } = components[place]!;
    if (kind === 'gate') {
      const callees = [...new Set(needs[place]!.map((call) => calls[call]!.to))];
      const members = callees.map((component) => ({ component }));
      if (callees.length > needed) add('callees', place, members);
    }
    if (placements[place]!.cells.length === 0 || !reached.has(place)) continue;
    for (const list of placement) {
      const members = [...new Set(list)].map((domain) => ({ domain }));
      add('domains', place, members);
    }
  }
  return [...events.values()];
}

/**
 * The claims of independence that a journey's number rests on, and what it becomes where each is false.
 *
 * Model: a share β of the failures is common. Of a group's replicas: the β-factor. Of a gate's callees, and of the domains
 * of one kind that a group is dealt over: an event of β times the smallest of their own chances takes all of them, and each
 * fails the less often by itself. Units: unavailabilities; β = 0.1. Errors: none. Accuracy: as the journey.
 * Cost: an evaluation a claim, and 2ᵉ for all together with e ≤ 6 events; of a large
 * diagram only the likeliest events are looked at.
 * Source: K. N. Fleming (1975); A. Mosleh et al., NUREG/CR-4780 (1988), on β of about 0.1 where nothing better is known.
 *
 * @example analyse(samples.checkout).designs[0].journeys.shoppers.claims.together.unavailability // => 0.00170153512
 */
export function claimsOf({ structure, groups, doubted }: Evaluated, journey: Journey): ClaimList {
  const { components, domains } = structure;
  const reached = new Set(journey.parts.map(({ owner }) => ownerKey(structure, owner)));
  const claim = (
    of: Claim['of'],
    component: number,
    members: readonly OwnVariable[],
    unavailability: number,
  ): Claim => ({
    of,
    component: components[component]!.id,
    members: members.map((what) => ('domain' in what ? domains[what.domain]!.id : components[what.component]!.id)),
    figures: availabilityFigures(unavailability),
    changeSecondsPerYear: (unavailability - journey.unavailability) * SECONDS_PER_YEAR,
  });
  const ofReplicas = journey.parts.flatMap((part) => {
    if ('domain' in part.owner) return [];
    const { component } = part.owner;
    const { replicas, unavailability, beta } = groups[component]!;
    if (replicas === 1 || unavailability === 0 || beta >= CLAIM_BETA) return [];
    return [claim('replicas', component, [], withOtherChances(part, doubted))];
  });
  const affordable = Math.max(MOST_EVENTS, Math.floor(MOST_WORK / journey.nodes));
  const events = eventsOf(structure, ownChances(structure, groups), reached)
    .sort((a, b) => b.chance - a.chance)
    .slice(0, affordable)
    .map((event) => ({ event, unavailability: withEvents(structure, journey, journey.chances, [event]) }))
    .sort((a, b) => b.unavailability - a.unavailability);
  const ofEvents = events.map(({ event: { of, component, members }, unavailability }) =>
    claim(of, component, members, unavailability),
  );
  const together = Math.min(MOST_EVENTS, Math.floor(Math.log2(1 + affordable)));
  const costliest = events.slice(0, together).map(({ event }) => event);
  return {
    beta: CLAIM_BETA,
    claims: [...ofReplicas, ...ofEvents].sort((a, b) => b.changeSecondsPerYear - a.changeSecondsPerYear),
    together: availabilityFigures(withEvents(structure, journey, changedChances(journey, doubted), costliest)),
  };
}
