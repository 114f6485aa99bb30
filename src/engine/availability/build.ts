import { Diagram } from '../graph/diagram.ts';
import { childrenFirst } from '../graph/children-first.ts';
import { Builder } from './builder.ts';
import type { Failure } from './failure.ts';
import { planOf, type Plan, type Root } from './plan.ts';
import type { Structure } from './structure.ts';

/** The diagrams of a design: for every component the plan in which its visit is a root, null where none had room. */
export interface DesignPlan {
  readonly plans: readonly Plan[];
  readonly roots: readonly ({ readonly plan: number; readonly root: Root } | null)[];
  readonly usesNumbers: boolean;
}

/** How much room a first try gets, and a last one. */
const ROOM = [100_000, 1_000_000] as const;

/** Orders of variables to try: all are depth-first, with the callees of a component sorted by what lies below them. */
const ORDERS = ['drawn', 'light first', 'heavy first'] as const;

function ordered(structure: Structure, order: (typeof ORDERS)[number], client: number): readonly number[] {
  const { needs, calls } = structure;
  const below = structure.components.map(() => 1);
  for (const place of structure.order) {
    for (const call of needs[place]!) below[place] = Math.min(1e15, below[place]! + below[calls[call]!.to]!);
  }
  const next = needs.map((list) => {
    const callees = list.map((call) => calls[call]!.to);
    if (order === 'drawn') return callees;
    return callees.sort((a, b) => (order === 'light first' ? below[a]! - below[b]! : below[b]! - below[a]!));
  });
  const all = childrenFirst(next, [client]);
  return all.slice(0, all.indexOf(client) + 1);
}

function* attempt(
  structure: Structure,
  places: readonly number[],
  room: number,
): Generator<number, { plan: Plan; usesNumbers: boolean }> {
  const diagram = new Diagram(room);
  const builder = new Builder(structure, diagram, places);
  const failures = new Map<number, Failure>();
  for (const [index, place] of places.entries()) {
    failures.set(place, builder.build(place));
    if (index % 64 === 63) yield index / places.length;
  }
  return { plan: planOf(diagram, builder, failures), usesNumbers: builder.usesNumbers };
}

/**
 * Builds the diagrams of a design. Depth-first order for all components together first; a journey for which there was no
 * room is tried alone in other orders, then with more room, before it is given up. Yields how far it is.
 *
 * Model: as the structure. Units: progress in [0, 1]. Errors: a root is null where it was given up. Accuracy: exact.
 * Cost: linear for trees and series, exponential at worst; bounded by the room given, about a second a journey.
 * Source: F. A. Aloul et al., "FORCE" (2003), on why the order matters; M. Bouissou (1996), on light-first orders.
 *
 * @example finished(buildStepwise(structureOf(samples.checkout.designs[0]))).plans.length // => 1
 */
export function* buildStepwise(structure: Structure): Generator<number, DesignPlan> {
  const first = yield* attempt(structure, structure.order, ROOM[0]);
  const plans = [first.plan];
  let usesNumbers = first.usesNumbers;
  const roots: (DesignPlan['roots'][number] | null)[] = structure.components.map((_, place) => {
    const root = first.plan.roots.get(place);
    return root ? { plan: 0, root } : null;
  });
  for (const client of structure.clients) {
    for (const room of ROOM) {
      for (const order of ORDERS) {
        if (roots[client] !== null || (room === ROOM[0] && order === 'drawn' && structure.clients.length === 1))
          continue;
        const next = yield* attempt(structure, ordered(structure, order, client), room);
        usesNumbers ||= next.usesNumbers;
        if (!next.plan.roots.get(client)) continue;
        plans.push(next.plan);
        for (const [place, root] of next.plan.roots) {
          if (root !== null) roots[place] ??= { plan: plans.length - 1, root };
        }
      }
    }
  }
  return { plans, roots, usesNumbers };
}
