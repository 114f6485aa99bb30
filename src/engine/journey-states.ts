import { groupUnavailability, type Group } from './availability/group.ts';
import { replicasUp } from './availability/replicas-up.ts';
import { failsItself, type Structure } from './availability/structure.ts';
import type { DesignLatency } from './latency/design-latency.ts';
import { statesOf, type Level, type OutageState, type Outages } from './latency/states.ts';

/** Whether it makes a difference how many replicas of the component at a place are up, beyond that they are enough. */
export type Counts = (place: number) => boolean;

/** What a group that some domains leave standing comes to by itself. */
interface Left {
  readonly chance: number;
  readonly levels: readonly Level[];
}

/**
 * What can be down of a design, for those components that matter.
 *
 * Model: docs/availability-maths.md, "Groups" and "Failure domains". Units: chances; places in the structure.
 * Errors: none. Accuracy: that of `groupUnavailability`. Cost: a binomial tail a question, once for each number of
 * replicas that domains leave. Source: rules 8 and 9 of the scenario format.
 *
 * @example outagesOf(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components, [4]).chance(4, new Set()) // => 0.0005
 */
export function outagesOf(
  structure: Structure,
  groups: readonly Group[],
  places: readonly number[],
  counts: Counts = () => false,
): Outages {
  const { components, domains, placements } = structure;
  const matters = new Set(
    places.flatMap((place) => [
      ...placements[place]!.common,
      ...placements[place]!.cells.flatMap((cell) => cell.domains),
    ]),
  );
  const known = components.map(() => new Map<number, Left>());
  /** What is left of a group by its domains, and what that comes to by itself. */
  const left = (place: number, down: ReadonlySet<number>) => {
    const { common, cells } = placements[place]!;
    const { replicas, needed } = groups[place]!;
    const gone = common.some((domain) => down.has(domain));
    const standing = cells.reduce(
      (count, cell) => (cell.domains.some((domain) => down.has(domain)) ? count - cell.count : count),
      cells.length === 0 ? replicas : cells.reduce((sum, { count }) => sum + count, 0),
    );
    if (gone || standing < needed) return { chance: 1, levels: [], standing: gone ? 0 : standing };
    let each = known[place]!.get(standing);
    if (each === undefined) {
      const fails = failsItself(components[place]!);
      each = {
        chance: fails ? groupUnavailability(groups[place]!, standing) : 0,
        levels: fails && counts(place) ? replicasUp(groups[place]!, standing) : [{ up: standing, probability: 1 }],
      };
      known[place]!.set(standing, each);
    }
    return { ...each, standing };
  };
  return {
    domains: domains.map(({ unavailability }, domain) => (matters.has(domain) ? unavailability : 0)),
    chance: (place, down) => left(place, down).chance,
    levels: (place, down) => left(place, down).levels,
    standing: (place, down) => left(place, down).standing,
  };
}

/**
 * All that a journey waits for, its client included.
 *
 * Model: calls that are sent and forgotten lead nowhere. Units: places, rising. Errors: none. Accuracy: exact. Cost: linear.
 * Source: rule 5 of the scenario format.
 *
 * @example waitedFor(createDesignLatency(samples.checkout.designs[0], sampleAlgebra), 0) // => [0, 1, 2, 3, 4]
 */
export function waitedFor({ calls }: Pick<DesignLatency, 'calls'>, client: number): readonly number[] {
  const reached = new Set([client]);
  for (const place of reached) for (const { to } of calls[place]!) reached.add(to);
  return [...reached].sort((a, b) => a - b);
}

/**
 * The states of all that a journey waits for, the likeliest first.
 *
 * Model, units, errors, accuracy, cost and source as `statesOf`. `client` by place.
 *
 * @example journeyStates({ structure: structureOf(samples.checkout.designs[0]), groups: samples.checkout.designs[0].components }, createDesignLatency(samples.checkout.designs[0], sampleAlgebra), 0).next().value.down.size // => 0
 */
export function journeyStates(
  { structure, groups }: { readonly structure: Structure; readonly groups: readonly Group[] },
  latency: DesignLatency,
  client: number,
  counts?: Counts,
): Generator<OutageState> {
  const places = waitedFor(latency, client);
  return statesOf(outagesOf(structure, groups, places, counts), places, (down) => latency.outage(client, down) >= 1);
}
