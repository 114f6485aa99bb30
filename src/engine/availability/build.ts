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
  /** Whether nothing more would come of more room. */
  readonly complete: boolean;
}

/** How many nodes a try may take, and how many of the orders that came furthest with less are tried with it. */
interface Tries {
  readonly room: number;
  readonly orders: number;
}
/** What takes a second at most, and what takes a few. */
const QUICK: readonly Tries[] = [
  { room: 100_000, orders: 8 },
  { room: 300_000, orders: 1 },
];
const LONG: readonly Tries[] = [{ room: 1_000_000, orders: 1 }];

/** Where not even this share of the components had room in any of so many orders, more of either is no use. */
const HOPEFUL = 0.5;
const ENOUGH_ORDERS = 2;

/** What comes of too little room, and whether more would be of use. */
export interface Shortage {
  readonly hopeless: boolean;
}

/** The failure functions of some components, in a diagram. */
export interface Built {
  readonly diagram: Diagram;
  readonly builder: Builder;
  readonly failures: ReadonlyMap<number, Failure>;
}

/**
 * The failure functions of some components, each after those that it needs.
 *
 * Model: as the builder. Units: progress in [0, 1]. Errors: an atom `OVERFLOW` where there is no room.
 * Accuracy: that of the diagram. Cost: that of the diagram. Source: docs/availability-maths.md, "Order".
 *
 * @example finished(builtIn([4], new Diagram(9), new Builder(structureOf(samples.checkout.designs[0]), new Diagram(9)))).failures.size // => 1
 */
export function* builtIn(places: readonly number[], diagram: Diagram, builder: Builder): Generator<number, Built> {
  const failures = new Map<number, Failure>();
  for (const [index, place] of places.entries()) {
    failures.set(place, builder.build(place));
    if (index % 64 === 63) yield index / places.length;
  }
  return { diagram, builder, failures };
}

/**
 * The failure functions of all that a journey needs, in the first of some orders for which there is room; orders that
 * came furthest are tried again with more.
 *
 * Model: as the structure; `own` as of a builder. Units: progress in [0, 1]. Errors: `Shortage` where it was given up.
 * Accuracy: exact. Cost: bounded by the room, a few seconds. Source: F. A. Aloul et al., "FORCE" (2003), on why the
 * order matters.
 *
 * @example finished(builtStepwise(structureOf(samples.checkout.designs[0]), ordersOf(structureOf(samples.checkout.designs[0]), 0))).failures.size // => 5
 */
export function* builtStepwise(
  structure: Structure,
  orders: readonly (() => Order)[],
  own?: OwnFailures,
  all: readonly Tries[] = [...QUICK, ...LONG],
): Generator<number, Built | Shortage> {
  // Of each order, which share of the components had room last time.
  let tried = 0;
  let tries = orders.map((make) => ({ make, order: null as Order | null, solved: 0 }));
  for (const { room, orders: most } of all) {
    tries = tries.toSorted((a, b) => b.solved - a.solved).slice(0, most);
    for (const next of tries) {
      next.order ??= next.make();
      const { places, asked } = next.order;
      const diagram = new Diagram(room);
      const built = yield* builtIn(places, diagram, new Builder(structure, diagram, asked, own));
      const solved = [...built.failures.values()].filter(({ atoms }) => !atoms.includes(OVERFLOW)).length;
      if (solved === places.length) return built;
      next.solved = solved / places.length;
      if (++tried >= ENOUGH_ORDERS && tries.every((one) => one.solved < HOPEFUL)) return { hopeless: true };
    }
  }
  return { hopeless: false };
}

/** Plans that grow: each keeps the functions that none before it had room for. */
class Plans {
  readonly #plans: Plan[];
  readonly #roots: DesignPlan['roots'][number][];
  #usesNumbers: boolean;
  /** Journeys that are missing for good. */
  readonly #hopeless = new Set<number>();

  constructor({ plans, roots, usesNumbers }: DesignPlan) {
    this.#plans = [...plans];
    this.#roots = [...roots];
    this.#usesNumbers = usesNumbers;
  }

  isMissing(place: number): boolean {
    return this.#roots[place] === null;
  }

  keep({ diagram, builder, failures }: Built, wanted: (place: number) => boolean = () => true): void {
    const missing = [...failures].filter(([place]) => this.isMissing(place) && wanted(place));
    const plan = planOf(diagram, builder, new Map(missing));
    this.#usesNumbers ||= builder.usesNumbers;
    for (const [place, root] of plan.roots) {
      if (root !== null) this.#roots[place] = { plan: this.#plans.length, root };
    }
    this.#plans.push(plan);
  }

  /** Tries the journeys that are missing, each by itself. */
  *try(structure: Structure, tries: readonly Tries[]): Generator<number, void> {
    for (const client of structure.clients) {
      if (!this.isMissing(client)) continue;
      const built = yield* builtStepwise(structure, ordersOf(structure, client).slice(1), undefined, tries);
      if ('hopeless' in built) {
        if (built.hopeless) this.#hopeless.add(client);
        continue;
      }
      // The journey's own plan has nothing else in it: it is evaluated most.
      this.keep(built, (place) => place === client);
      this.keep(built, (place) => place !== client);
    }
  }

  made(structure: Structure, last: boolean): DesignPlan {
    const complete = last || structure.clients.every((client) => !this.isMissing(client) || this.#hopeless.has(client));
    return { plans: this.#plans, roots: this.#roots, usesNumbers: this.#usesNumbers, complete };
  }
}

/**
 * Builds the diagrams of a design. Depth-first order for all components together first; a journey for which there was no
 * room is tried alone in other orders. Yields how far it is.
 *
 * Model: as the structure. Units: progress in [0, 1]. Errors: a root is null where there was no room. Accuracy: exact.
 * Cost: linear for trees and series, exponential at worst; bounded by the room given, about a second a journey.
 * Source: F. A. Aloul et al., "FORCE" (2003), on why the order matters; M. Bouissou (1996), on light-first orders.
 *
 * @example finished(buildStepwise(structureOf(samples.checkout.designs[0]))).plans.length // => 1
 */
export function* buildStepwise(structure: Structure): Generator<number, DesignPlan> {
  const roots = structure.components.map(() => null);
  const plans = new Plans({ plans: [], roots, usesNumbers: false, complete: false });
  const diagram = new Diagram(QUICK[0]!.room);
  plans.keep(yield* builtIn(structure.order, diagram, new Builder(structure, diagram)));
  yield* plans.try(structure, QUICK);
  return plans.made(structure, false);
}

/**
 * Goes on where `buildStepwise` had no room: with more of it, before a journey is given up.
 *
 * Model, units, errors, accuracy and source as `buildStepwise`. Cost: a few seconds a journey.
 *
 * @example finished(buildFurther(structureOf(samples.checkout.designs[0]), finished(buildStepwise(structureOf(samples.checkout.designs[0]))))).complete // => true
 */
export function* buildFurther(structure: Structure, before: DesignPlan): Generator<number, DesignPlan> {
  const plans = new Plans(before);
  yield* plans.try(structure, LONG);
  return plans.made(structure, true);
}
