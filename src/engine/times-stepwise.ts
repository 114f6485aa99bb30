import type { DesignReport } from '../model/report.ts';
import type { ResolvedDesign } from '../model/resolved.ts';
import { computedBy, everythingUp } from './computed.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import { journeyStates, type Counts } from './journey-states.ts';
import { LIVE_STEPS, LOAD_STEPS, SETTLED_STEPS } from './latency/grid-steps.ts';
import { isTimed } from './latency/is-timed.ts';
import { journeySum, type Computed } from './latency/journey-sum.ts';
import type { OutageState } from './latency/states.ts';
import { loadedDesign, loadedStates, replicasThatCount } from './loaded-design.ts';
import { once } from './numeric/once.ts';
import {
  steadyTimes,
  timesReport,
  type JourneyKnown,
  type Pair,
  type Steady,
  type TimesKnown,
} from './times-report.ts';

/** A design whose availability is known, and of whose requests something is asked. */
export interface TimesAsked extends Pick<TimesKnown, 'evaluated' | 'report' | 'within'> {
  readonly design: ResolvedDesign;
  /** Its place in the scenario. */
  readonly index: number;
  readonly cache: EngineCache | undefined;
  /** Evaluates the availability of another design, step by step. */
  readonly again: (design: ResolvedDesign) => Generator<unknown, Pick<TimesKnown, 'evaluated' | 'report'>>;
}

/** How far the times of a design are, and what could be said by now. */
export interface TimesProgress {
  readonly done: number;
  readonly best?: () => DesignReport;
}

/** The load of a design, and its availability with the replicas that its load needs. */
function* knownOf(asked: TimesAsked, cache: EngineCache): Generator<unknown, TimesKnown> {
  const loaded = yield* loadedDesign(asked.design, cache);
  return { ...asked, ...loaded, ...(loaded.design === asked.design ? {} : yield* asked.again(loaded.design)) };
}

/**
 * The report of a design with the times of its requests and its load, step by step: everything up on a coarse grid first,
 * then on a fine one, then over the states of what is down.
 *
 * Model: docs/latency-maths.md, docs/load-maths.md. Units: seconds, probabilities, requests per second. Domain: calls without rings. Errors: null where nothing is
 * ever answered, where a mean does not exist, or where more comes than can be worked off; a finding says so. Accuracy: each time comes with an estimate of its
 * numerical error; states that are not counted with their chance. Cost: 50 components, everything up: some ten
 * milliseconds on the coarse grid. Source: docs/latency-maths.md, docs/load-maths.md.
 *
 * @example finished(timesStepwise(sampleTimes(samples.checkout))).journeys.shoppers.success // => 1
 */
export function* timesStepwise(asked: TimesAsked): Generator<TimesProgress, DesignReport> {
  const cache = asked.cache ?? createCache();
  const given = yield* paced(knownOf(asked, cache), { done: 0.02 });
  const { evaluated, loaded } = given;
  const { clients } = evaluated.structure;
  const timed = isTimed(loaded.design);
  const by = (design: ResolvedDesign, bins: number): Computed => computedBy(design, bins, 'near', cache);
  const pairOf = (design: ResolvedDesign, bins: number): Pair => [by(design, bins), by(design, bins / 2)];
  const sumsOf = (pair: Pair, bins: number, counts: Counts) => {
    const inState = loadedStates(given, pair, (design) => pairOf(design, bins), cache);
    return clients.map((client) => {
      const states = timed ? journeyStates(evaluated, pair[0].latency, client, counts) : NOTHING_DOWN.values();
      return journeySum(pair, client, states, inState);
    });
  };
  /** All with everything up. */
  function* begun(bins: number, counts: Counts): Generator<unknown, Begun> {
    // Without times there is nothing that a grid could get wrong.
    const pair: Pair = timed ? pairOf(loaded.design, bins) : [by(loaded.design, bins), by(loaded.design, bins)];
    yield* everythingUp(pair);
    const sums = sumsOf(pair, bins, counts);
    const known: JourneyKnown[] = [];
    for (const sum of sums) known.push(yield* nextOf(sum));
    return { sums, known, steady: yield* steadyTimes(given, pair, by(loaded.design, LOAD_STEPS)) };
  }
  // At first every number of replicas may make a difference.
  const coarse = yield* paced(
    begun(LIVE_STEPS, (place) => loaded.lines[place] !== null),
    { done: 0.05 },
  );
  let best = once(() => timesReport(given, coarse.steady, coarse.known));
  function* settled(): Generator<unknown, Begun> {
    return yield* begun(SETTLED_STEPS, yield* replicasThatCount(given, cache));
  }
  const { sums, known, steady } = timed ? yield* paced(settled(), { done: 0.1, best }) : coarse;
  for (const [index, sum] of sums.entries()) {
    const done = 0.5 + index / sums.length / 2;
    while (known[index]!.narrowing) {
      const now = [...known];
      best = once(() => timesReport(given, steady, now));
      yield { done, best };
      known[index] = yield* paced(nextOf(sum), { done, best });
    }
  }
  return timesReport(given, steady, known);
}

interface Begun {
  readonly sums: readonly ReturnType<typeof journeySum>[];
  readonly known: JourneyKnown[];
  readonly steady: Steady;
}

/** Steps that all say the same of how far it is. */
function* paced<Result>(steps: Generator<unknown, Result>, progress: TimesProgress): Generator<TimesProgress, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    yield progress;
  }
}

const NOTHING_DOWN: readonly OutageState[] = [{ down: new Set(), up: new Map(), probability: 1 }];

function* nextOf(steps: ReturnType<typeof journeySum>): Generator<null, JourneyKnown> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { sum: () => step.value, narrowing: false };
    if (step.value !== null) return { sum: step.value, narrowing: true };
    yield null;
  }
}
