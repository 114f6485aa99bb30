import { Diagram } from '../graph/diagram.ts';
import { OVERFLOW } from '../graph/node-table.ts';
import { Builder } from './builder.ts';
import type { Failure } from './failure.ts';
import { ordersOf, type Order } from './orders.ts';
import type { OwnFailures } from './own-failure.ts';
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
  { room: 100_000, orders: 8 },
  { room: 300_000, orders: 3 },
  { room: 1_000_000, orders: 1 },
] as const;

/** The failure functions of some components, in a diagram. */
export interface Built {
  readonly diagram: Diagram;
  readonly builder: Builder;
  readonly failures: ReadonlyMap<number, Failure>;
}

function* build(
  structure: Structure,
  { places, asked }: Order,
  room: number,
  own?: OwnFailures,
): Generator<number, Built> {
  const diagram = new Diagram(room);
  const builder = new Builder(structure, diagram, asked, own);
  const failures = new Map<number, Failure>();
  for (const [index, place] of places.entries()) {
    failures.set(place, builder.build(place));
    if (index % 64 === 63) yield index / places.length;
  }
  return { diagram, builder, failures };
}

/**
 * The failure functions of all that a journey needs, in the first of some orders for which there is room; orders that came
 * furthest are tried again with more.
 *
 * Model: as the structure; `own` as of a builder. Units: progress in [0, 1]. Errors: null where it was given up.
 * Accuracy: exact. Cost: bounded by the room, a few seconds. Source: F. A. Aloul et al., "FORCE" (2003), on why the order matters.
 *
 * @example finished(builtStepwise(structureOf(samples.checkout.designs[0]), ordersOf(structureOf(samples.checkout.designs[0]), 0))).failures.size // => 5
 */
export function* builtStepwise(
  structure: Structure,
  orders: readonly (() => Order)[],
  own?: OwnFailures,
): Generator<number, Built | null> {
  // Of each order, how many components had room last time.
  let tries = orders.map((make) => ({ make, order: null as Order | null, solved: 0 }));
  for (const { room, orders: most } of TRIES) {
    tries = tries.toSorted((a, b) => b.solved - a.solved).slice(0, most);
    for (const next of tries) {
      next.order ??= next.make();
      const built = yield* build(structure, next.order, room, own);
      next.solved = [...built.failures.values()].filter(({ atoms }) => !atoms.includes(OVERFLOW)).length;
      if (next.solved === built.failures.size) return built;
    }
  }
  return null;
}

/**
 * Builds the diagrams of a design. Depth-first order for all components together first; a journey for which there was no
 * room is tried alone in other orders, then with more room in those that came furthest, before it is given up. Yields how
 * far it is.
 *
 * Model: as the structure. Units: progress in [0, 1]. Errors: a root is null where it was given up. Accuracy: exact.
 * Cost: linear for trees and series, exponential at worst; bounded by the room given, a few seconds a journey.
 * Source: F. A. Aloul et al., "FORCE" (2003), on why the order matters; M. Bouissou (1996), on light-first orders.
 *
 * @example finished(buildStepwise(structureOf(samples.checkout.designs[0]))).plans.length // => 1
 */
export function* buildStepwise(structure: Structure): Generator<number, DesignPlan> {
  const plans: Plan[] = [];
  const roots: DesignPlan['roots'][number][] = structure.components.map(() => null);
  let usesNumbers = false;
  const keep = ({ diagram, builder, failures }: Built, wanted: (place: number) => boolean): void => {
    const missing = [...failures].filter(([place]) => roots[place] === null && wanted(place));
    const plan = planOf(diagram, builder, new Map(missing));
    usesNumbers ||= builder.usesNumbers;
    for (const [place, root] of plan.roots) if (root !== null) roots[place] = { plan: plans.length, root };
    plans.push(plan);
  };
  keep(yield* build(structure, { places: structure.order, asked: structure.order }, TRIES[0].room), () => true);
  for (const client of structure.clients) {
    if (roots[client] !== null) continue;
    const built = yield* builtStepwise(structure, ordersOf(structure, client).slice(1));
    if (built === null) continue;
    // The journey's own plan has nothing else in it: it is evaluated most.
    keep(built, (place) => place === client);
    keep(built, (place) => place !== client);
  }
  return { plans, roots, usesNumbers };
}
