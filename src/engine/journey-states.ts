import { groupUnavailability, type Group } from './availability/group.ts';
import { failsItself, type Structure } from './availability/structure.ts';
import type { DesignLatency } from './latency/design-latency.ts';
import { statesOf, type OutageState, type Outages } from './latency/states.ts';

/**
 * What can be down of a design, for those components that matter.
 *
 * Model: docs/availability-maths.md, "Groups" and "Failure domains". Units: chances; places in the structure.
 * Errors: none. Accuracy: that of `groupUnavailability`. Cost: a binomial tail a question, once for each number of
 * replicas that domains leave. Source: rules 8 and 9 of the scenario format.
 *
 * @example outagesOf(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components, [4]).chance(4, new Set()) // => 0.0005
 */
export function outagesOf(structure: Structure, groups: readonly Group[], places: readonly number[]): Outages {
  const { components, domains, placements } = structure;
  const matters = new Set(
    places.flatMap((place) => [
      ...placements[place]!.common,
      ...placements[place]!.cells.flatMap((cell) => cell.domains),
    ]),
  );
  const known = components.map(() => new Map<number, number>());
  return {
    domains: domains.map(({ unavailability }, domain) => (matters.has(domain) ? unavailability : 0)),
    chance: (place, down) => {
      const { common, cells } = placements[place]!;
      const { replicas, needed } = groups[place]!;
      if (common.some((domain) => down.has(domain))) return 1;
      const standing = cells.reduce(
        (left, cell) => (cell.domains.some((domain) => down.has(domain)) ? left - cell.count : left),
        cells.length === 0 ? replicas : cells.reduce((sum, { count }) => sum + count, 0),
      );
      if (standing < needed) return 1;
      if (!failsItself(components[place]!)) return 0;
      const chance = known[place]!.get(standing) ?? groupUnavailability(groups[place]!, standing);
      known[place]!.set(standing, chance);
      return chance;
    },
  };
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
): Generator<OutageState> {
  const reached = new Set([client]);
  for (const place of reached) for (const { to } of latency.calls[place]!) reached.add(to);
  const places = [...reached].sort((a, b) => a - b);
  return statesOf(outagesOf(structure, groups, places), places, (down) => latency.outage(client, down) >= 1);
}
