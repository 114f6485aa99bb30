import { anyOf } from '../numeric/any-of.ts';
import type { Algebra, Measure } from './algebra.ts';
import type { DesignLatency } from './design-latency.ts';
import type { OutageState } from './states.ts';

/** A design by one algebra. */
export interface Computed {
  readonly algebra: Algebra;
  readonly latency: DesignLatency;
}

/** The same design in a state of what is down, by each algebra: with the load that it has then. */
export type InState = (state: Pick<OutageState, 'down' | 'up'>) => Generator<unknown, readonly Computed[]>;

/** What is known of a journey's requests once some states are counted. */
export interface JourneySum {
  /** How long good answers take, over all states counted; by algebra. */
  readonly good: readonly Measure[];
  /** That a request meets no outage that it needs to be without. */
  readonly available: number;
  /** That a request meets none and is not answered well nevertheless. */
  readonly failing: number;
  readonly counted: number;
  /** The chance of the states that are not counted. */
  readonly remainder: number;
}

/** Below this chance nothing is gained by counting further states. */
const NEGLIGIBLE = 1e-12;
/** States that are counted at most, and components that are computed anew for them, all in all. */
const MOST_STATES = 500;
const MOST_CHANGED = 3000;
/** Measures that are added up at once. */
const AT_ONCE = 16;

/**
 * A journey over the states of what is down, the likeliest first, step by step: yields what is known after each, and null
 * within one.
 *
 * Model: goodWithin(T) = Σ P(s)·F(T | s), rule 11 of the scenario format. Units: `client` by place; chances. Errors: none.
 * Accuracy: what is left out is in `remainder`. `inState` gives
 * each state its own load. Cost: one evaluation of what a state changes, by each algebra; at most
 * 500 states, or 3,000 changed components. Source: docs/latency-maths.md.
 *
 * @example finished(journeySum([{ algebra: sampleAlgebra, latency: createDesignLatency(samples.checkout.designs[0], sampleAlgebra) }], 0, [{ down: new Set(), up: new Map(), probability: 1 }].values())).available // => 1
 */
export function* journeySum(
  computed: readonly Computed[],
  client: number,
  states: Iterator<OutageState>,
  inState?: InState,
): Generator<(() => JourneySum) | null, JourneySum> {
  const sums = computed.map(({ algebra }) => new MeasureSum(algebra));
  const first = computed[0]!.latency;
  let [available, failing, counted, known, changed] = [0, 0, 0, 0, 0];
  const seen = new Set<number>();
  const sum = (): JourneySum => ({
    good: sums.map((one) => one.measure()),
    available,
    failing,
    counted,
    remainder: Math.max(0, 1 - known),
  });
  while (1 - known > NEGLIGIBLE && counted < MOST_STATES && changed < MOST_CHANGED) {
    const state = states.next();
    if (state.done === true) {
      known = 1;
      break;
    }
    const { down, up, probability } = state.value;
    known += probability;
    yield null;
    if (down === null) continue;
    counted++;
    let now = computed;
    if (inState !== undefined) {
      const steps = inState({ down, up });
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) yield null;
      now = step.value;
    }
    const { latency: here } = now[0]!;
    const id = here.id(client, down);
    if (!seen.has(id)) changed += here.changed(down, first);
    seen.add(id);
    for (const { latency } of now) for (const _ of latency.responseStepwise(client, down)) yield null;
    const outage = here.outage(client, down);
    available += probability * (1 - outage);
    failing += probability * Math.max(0, here.response(client, down).failure - outage);
    now.forEach(({ latency }, index) => {
      sums[index]!.add(latency.id(client, down), latency.response(client, down).success, probability);
    });
    yield sum;
  }
  return sum();
}

/** A sum of weighted measures; of the same one the weights are added up first. */
class MeasureSum {
  readonly #algebra: Algebra;
  readonly #weighted = new Map<number, { readonly measure: Measure; readonly weight: number }>();
  #before: Measure;

  constructor(algebra: Algebra) {
    this.#algebra = algebra;
    this.#before = algebra.never;
  }

  add(id: number, measure: Measure, weight: number): void {
    this.#weighted.set(id, { measure, weight: (this.#weighted.get(id)?.weight ?? 0) + weight });
    if (this.#weighted.size < AT_ONCE) return;
    this.#before = this.measure();
    this.#weighted.clear();
  }

  measure(): Measure {
    const scaled = [...this.#weighted.values()].map(({ measure, weight }) => this.#algebra.scaled(measure, weight));
    return this.#algebra.either([this.#before, ...scaled]);
  }
}

/** What the states that were counted say of all requests. */
export interface OfAll {
  /** That a request meets an outage that it needs to be without. */
  readonly outage: number;
  /** That one which meets none ends with an error or a timeout. */
  readonly failure: number;
  /** That one is not answered well. */
  readonly never: number;
  /** What makes the states that were counted stand for all. */
  readonly share: number;
}

/**
 * What the states that were counted say of all requests: those that were not are taken to answer like them.
 *
 * Model: rule 11 of the scenario format. Units: chances; `exact` is the exact unavailability, null where it is out of
 * reach. Errors: none. Accuracy: off by at most `remainder`. Cost: constant. Source: docs/latency-maths.md.
 *
 * @example ofAll({ good: [], available: 0.8, failing: 0.2, counted: 1, remainder: 0 }, null).failure // => 0.25
 */
export function ofAll({ available, failing }: JourneySum, exact: number | null): OfAll {
  const outage = exact ?? 1 - available;
  const failure = available > 0 ? Math.min(1, failing / available) : 0;
  const share = available > 0 ? (1 - outage) / available : 0;
  return { outage, failure, never: anyOf([outage, failure]), share };
}
