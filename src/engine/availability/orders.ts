import { childrenFirst } from '../graph/children-first.ts';
import { drawnTogether } from '../graph/force.ts';
import type { Structure } from './structure.ts';

/** A way to build a journey's diagram: its components, callees first, and the order in which their groups are asked. */
export interface Order {
  readonly places: readonly number[];
  readonly asked: readonly number[];
}

/** How the callees of a component are sorted before the drawing is walked depth-first. */
const SORTED = ['drawn', 'mirrored', 'heavy first', 'light first'] as const;

/** Rounds of drawing together; most orders have settled by then. */
const ROUNDS = 200;

/**
 * Orders worth trying for a journey: depth-first ones, with the callees of a component as drawn, the other way round, or
 * sorted by how much lies below them. First as it is drawn, then each with what belongs together drawn together, then the
 * others as they are.
 *
 * Model: none. Units: a client's place; each order when it is asked for. Errors: none. Accuracy: none needed. Cost: a
 * few milliseconds each for hundreds of components. Source: F. A. Aloul et al., "FORCE" (2003), on drawing together; M.
 * Bouissou, "An ordering heuristic for building binary decision diagrams from fault trees" (1996), on light first.
 *
 * @example ordersOf(structureOf(samples.checkout.designs[0]), 0)[0]().places // => [3, 4, 2, 1, 0]
 */
export function ordersOf({ needs, calls, order, components }: Structure, client: number): (() => Order)[] {
  const below = components.map(() => 1);
  for (const place of order) {
    for (const call of needs[place]!) below[place] = Math.min(1e15, below[place]! + below[calls[call]!.to]!);
  }
  const callees = needs.map((list) => list.map((call) => calls[call]!.to));
  const depthFirst = (sorted: (typeof SORTED)[number]): number[] => {
    const lists = callees.map((list) => {
      if (sorted === 'drawn') return list;
      if (sorted === 'mirrored') return list.toReversed();
      return list.toSorted((a, b) => (sorted === 'light first' ? below[a]! - below[b]! : below[b]! - below[a]!));
    });
    const all = childrenFirst(lists, [client]);
    return all.slice(0, all.indexOf(client) + 1);
  };
  const asDrawn = (sorted: (typeof SORTED)[number]) => (): Order => {
    const places = depthFirst(sorted);
    return { places, asked: places };
  };
  const together = (sorted: (typeof SORTED)[number]) => (): Order => {
    const places = depthFirst(sorted);
    const families = places.map((place) => [place, ...callees[place]!]);
    return { places, asked: drawnTogether(families, places, ROUNDS) };
  };
  return [asDrawn('drawn'), ...SORTED.map(together), ...SORTED.slice(1).map(asDrawn)];
}
