import type { ComponentReport, DesignReport, JourneyReport, Remedy } from '../model/report.ts';
import type { ResolvedDesign } from '../model/resolved.ts';
import { availabilityFindings } from './availability/findings.ts';
import type { Evaluated } from './availability/evaluated.ts';
import { computedBy, everythingUp } from './computed.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import { journeyStates } from './journey-states.ts';
import { addedP99 } from './latency/added-p99.ts';
import { latencyFindings } from './latency/findings.ts';
import { LIVE_STEPS, SETTLED_STEPS } from './latency/grid-steps.ts';
import { isTimed } from './latency/is-timed.ts';
import { journeySum, type Computed, type JourneySum } from './latency/journey-sum.ts';
import { journeyTimes } from './latency/journey-times.ts';
import { secondsOf } from './latency/seconds-of.ts';
import { sentBy } from './latency/sent-by.ts';
import type { OutageState } from './latency/states.ts';
import { anyOf } from './numeric/any-of.ts';
import { once } from './numeric/once.ts';
import { scalingFindings } from './scalability/findings.ts';
import { verdictOn } from './slo/objective.ts';

/** A design whose availability is known, and of whose requests something is asked. */
export interface TimesAsked {
  readonly design: ResolvedDesign;
  /** Its place in the scenario. */
  readonly index: number;
  readonly evaluated: Evaluated;
  /** What is known without times. */
  readonly report: DesignReport;
  /** Limits in seconds that every journey is asked for, beside its own. */
  readonly within: readonly number[];
  readonly cache: EngineCache | undefined;
}

/** How far the times of a design are, and what could be said by now. */
export interface TimesProgress {
  readonly done: number;
  readonly best?: () => DesignReport;
}

/** Half as many steps tell how far off the finer ones are. */
type Pair = readonly [fine: Computed, coarse: Computed];

/** What is known of a journey by now. */
interface Known {
  readonly sum: () => JourneySum;
  readonly narrowing: boolean;
}

/**
 * The report of a design with the times of its requests, step by step: everything up on a coarse grid first, then on a
 * fine one, then over the states of what is down.
 *
 * Model: docs/latency-maths.md. Units: seconds, probabilities. Domain: calls without rings. Errors: null where nothing is
 * ever answered, or where a mean does not exist; a finding says so. Accuracy: each time comes with an estimate of its
 * numerical error; states that are not counted with their chance. Cost: 50 components, everything up: some ten
 * milliseconds on the coarse grid. Source: docs/latency-maths.md.
 *
 * @example finished(timesStepwise(sampleTimes(samples.checkout))).journeys.shoppers.success // => 1
 */
export function* timesStepwise(asked: TimesAsked): Generator<TimesProgress, DesignReport> {
  const { design, evaluated } = asked;
  const { clients } = evaluated.structure;
  const cache = asked.cache ?? createCache();
  const timed = isTimed(design);
  const by = (bins: number): Computed => computedBy(design, bins, 'near', cache);
  const pairOf = (bins: number): Pair => [by(bins), by(bins / 2)];
  const sumsOf = (pair: Pair) =>
    clients.map((client) => {
      const states = timed ? journeyStates(evaluated, pair[0].latency, client) : NOTHING_DOWN.values();
      return journeySum(pair, client, states);
    });
  /** All with everything up. */
  function* begun(pair: Pair): Generator<unknown, { sums: ReturnType<typeof sumsOf>; known: Known[]; same: Steady }> {
    yield* everythingUp(pair);
    const sums = sumsOf(pair);
    const known: Known[] = [];
    for (const sum of sums) known.push(yield* nextOf(sum));
    return { sums, known, same: yield* steady(asked, pair) };
  }
  // Without times there is nothing that a grid could get wrong.
  const live: Pair = timed ? pairOf(LIVE_STEPS) : [by(LIVE_STEPS), by(LIVE_STEPS)];
  const coarse = yield* paced(begun(live), { done: 0.05 });
  let best = once(() => timesReport(asked, coarse.same, coarse.known));
  const { sums, known, same } = timed ? yield* paced(begun(pairOf(SETTLED_STEPS)), { done: 0.1, best }) : coarse;
  for (const [index, sum] of sums.entries()) {
    const done = 0.5 + index / sums.length / 2;
    while (known[index]!.narrowing) {
      const now = [...known];
      best = once(() => timesReport(asked, same, now));
      yield { done, best };
      known[index] = yield* paced(nextOf(sum), { done, best });
    }
  }
  return timesReport(asked, same, known);
}

/** Steps that all say the same of how far it is. */
function* paced<Result>(steps: Generator<unknown, Result>, progress: TimesProgress): Generator<TimesProgress, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    yield progress;
  }
}

const NOTHING_DOWN: readonly OutageState[] = [{ down: new Set(), up: new Map(), probability: 1 }];

function* nextOf(steps: ReturnType<typeof journeySum>): Generator<null, Known> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { sum: () => step.value, narrowing: false };
    if (step.value !== null) return { sum: step.value, narrowing: true };
    yield null;
  }
}

/** What does not depend on the states that are counted. */
interface Steady {
  readonly pair: Pair;
  readonly components: Readonly<Record<string, ComponentReport>>;
  /** By client, in their order. */
  readonly added: readonly (number | null)[];
}

function* steady({ design, report, evaluated }: TimesAsked, pair: Pair): Generator<unknown, Steady> {
  const components: Record<string, ComponentReport> = {};
  for (const [place, { id }] of design.components.entries()) {
    const component = report.components[id];
    if (component === undefined) continue;
    const responses = pair.map(({ latency }) => latency.response(place));
    const own = pair.map(({ algebra, latency }) => ({ algebra, measure: latency.own(place) }));
    const whole = pair.map(({ algebra }, at) => ({ algebra, measure: responses[at]!.success }));
    const latency = {
      own: secondsOf(own[0]!, own[1]!),
      response: secondsOf(whole[0]!, whole[1]!),
      failure: responses[0]!.failure,
    };
    components[id] = { ...component, latency };
    yield place;
  }
  return { pair, components, added: yield* addedP99(design, pair[0], evaluated.structure.clients) };
}

/** What is reported by what is known of the journeys, in the order of their clients. */
function timesReport(asked: TimesAsked, same: Steady, known: readonly Known[]): DesignReport {
  const { design, index, report, evaluated } = asked;
  const { pair, components, added } = same;
  const [{ latency }] = pair;
  const journeys = Object.fromEntries(
    evaluated.structure.clients.map((client, nth): [string, JourneyReport] => {
      const { id, latencyObjective } = design.components[client]!;
      const journey = report.journeys[id]!;
      const times = journeyTimes({
        computed: pair,
        sum: known[nth]!.sum(),
        unavailability: journey.unavailability,
        objective: latencyObjective,
        within: asked.within,
        addedP99Seconds: added[nth]!,
        attempts: sentBy(latency.response(client)),
        narrowing: known[nth]!.narrowing,
      });
      return [id, judged({ ...journey, ...times })];
    }),
  );
  const findings = [
    ...availabilityFindings(design, index, journeys),
    ...scalingFindings(design, index),
    ...latencyFindings(design, index, { journeys, components, merged: latency.merged }),
  ];
  return { ...report, journeys, components, findings };
}

/** With the promise of availability held against all that fails requests: outages, errors and timeouts. */
function judged(journey: JourneyReport): JourneyReport {
  const { objective, latency, unavailability, bracket, remedies } = journey;
  if (objective === null || latency === null) return journey;
  const { windowSeconds } = objective;
  const meets = (outages: number): boolean => {
    const promised = { unavailability: objective.unavailability, windowSeconds };
    return verdictOn(anyOf([outages, latency.failure]), promised, false).met;
  };
  const ends = bracket === null ? [unavailability ?? 0] : [bracket.low.unavailability, bracket.high.unavailability];
  const met = ends.map(meets);
  const all = met.every((one) => one === met[0]);
  return {
    ...journey,
    objective: { ...objective, outagesOnly: false, met: all ? met[0]! : null },
    remedies: remedies.map((remedy): Remedy => ({ ...remedy, meetsObjective: meets(remedy.figures.unavailability) })),
  };
}
