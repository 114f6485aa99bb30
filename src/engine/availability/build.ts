import { Diagram, OVERFLOW } from '../graph/diagram.ts';
import { Builder } from './builder.ts';
import type { Failure } from './failure.ts';
import { ordersOf, type Order } from './orders.ts';
import { planOf, type Plan, type Root } from './plan.ts';
import type { Structure } from './structure.ts';

/** The diagrams of a design: for every component the plan in which its visit is a root, null where none had room. */
export interface DesignPlan {
  readonly plans: readonly Plan[];
  readonly roots: readonly ({ readonly plan: number; readonly root: Root } | null)[];
  readonly usesNumbers: boolean;
}

/** How many nodes a try may take, and how many of the orders that came furthest with less are tried with it. */
const TRIES = [
  { room: 100_000, orders: 7 },
  { room: 300_000, orders: 4 },
  { room: 1_000_000, orders: 2 },
] as const;

interface Attempt {
  readonly diagram: Diagram;
  readonly builder: Builder;
  readonly failures: ReadonlyMap<number, Failure>;
}

function* attempt(structure: Structure, { places, asked }: Order, room: number): Generator<number, Attempt> {
  const diagram = new Diagram(room);
  const builder = new Builder(structure, diagram, asked);
  const failures = new Map<number, Failure>();
  for (const [index, place] of places.entries()) {
    failures.set(place, builder.build(place));
    if (index % 64 === 63) yield index / places.length;
  }
  return { diagram, builder, failures };
}

/**
 * Builds the diagrams of a design. Depth-first order for all components together first; a journey for which there was no
 * room is tried alone in other orders, then with more room in those that came furthest, before it is given up. Yields how
 * far it is.
 *
 * Model: as the structure. Units: progress in [0, 1]. Errors: a root is null where it was given up. Accuracy: exact.
 * Cost: linear for trees and series, exponential at worst; bounded by the room given, about a second a journey.
 * Source: F. A. Aloul et al., "FORCE" (2003), on why the order matters; M. Bouissou (1996), on light-first orders.
 *
 * @example finished(buildStepwise(structureOf(samples.checkout.designs[0]))).plans.length // => 1
 */
export function* buildStepwise(structure: Structure): Generator<number, DesignPlan> {
  const plans: Plan[] = [];
  const roots: DesignPlan['roots'][number][] = structure.components.map(() => null);
  let usesNumbers = false;
  const keep = ({ diagram, builder, failures }: Attempt, wanted: (place: number) => boolean): void => {
    const missing = [...failures].filter(([place]) => roots[place] === null && wanted(place));
    const plan = planOf(diagram, builder, new Map(missing));
    usesNumbers ||= builder.usesNumbers;
    for (const [place, root] of plan.roots) if (root !== null) roots[place] = { plan: plans.length, root };
    plans.push(plan);
  };
  keep(yield* attempt(structure, { places: structure.order, asked: structure.order }, TRIES[0].room), () => true);
  for (const client of structure.clients) {
    if (roots[client] !== null) continue;
    // Of each order, how many components had room last time.
    let tries = ordersOf(structure, client).map((order) => ({ order: order(), solved: 0 }));
    for (const { room, orders } of TRIES) {
      tries = tries.toSorted((a, b) => b.solved - a.solved).slice(0, orders);
      for (const next of tries) {
        if (roots[client] !== null) break;
        const made = yield* attempt(structure, next.order, room);
        const solved = [...made.failures.values()].filter(({ atoms }) => !atoms.includes(OVERFLOW));
        next.solved = solved.length;
        if (next.solved < next.order.places.length) continue;
        // The journey's own plan has nothing else in it: it is evaluated most.
        keep(made, (place) => place === client);
        keep(made, (place) => place !== client);
      }
    }
  }
  return { plans, roots, usesNumbers };
}
