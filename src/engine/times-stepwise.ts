import type { ComponentReport, DesignReport, JourneyReport, Remedy } from '../model/report.ts';
import type { ResolvedDesign } from '../model/resolved.ts';
import { availabilityFindings } from './availability/findings.ts';
import type { Evaluated } from './availability/evaluated.ts';
import { computedBy, everythingUp } from './computed.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import { journeyStates } from './journey-states.ts';
import { addedSeconds } from './latency/added-seconds.ts';
import { latencyFindings } from './latency/findings.ts';
import { LIVE_STEPS, SETTLED_STEPS } from './latency/grid-steps.ts';
import { isTimed } from './latency/is-timed.ts';
import { journeySum, type Computed, type JourneySum } from './latency/journey-sum.ts';
import { journeyTimes } from './latency/journey-times.ts';
import { secondsOf } from './latency/seconds-of.ts';
import { sentBy } from './latency/sent-by.ts';
import type { OutageState } from './latency/states.ts';
import { anyOf } from './numeric/any-of.ts';
import { finished } from './numeric/finished.ts';
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
  // Made only where somebody asks before the rest is done.
  const first = once(() => {
    const pair = pairOf(LIVE_STEPS);
    finished(everythingUp(pair));
    return timesReport(asked, steady(asked, pair), sumsOf(pair).map(nextOf));
  });
  // Without times there is nothing that a grid could get wrong.
  const pair: Pair = timed ? pairOf(SETTLED_STEPS) : [by(LIVE_STEPS), by(LIVE_STEPS)];
  for (const _ of everythingUp(pair)) yield { done: 0.1, best: first };
  const sums = sumsOf(pair);
  const known = sums.map(nextOf);
  const same = steady(asked, pair);
  for (const [index, sum] of sums.entries()) {
    while (known[index]!.narrowing) {
      const now = [...known];
      yield { done: 0.5 + index / sums.length / 2, best: () => timesReport(asked, same, now) };
      known[index] = nextOf(sum);
    }
  }
  return timesReport(asked, same, known);
}

const NOTHING_DOWN: readonly OutageState[] = [{ down: new Set(), probability: 1 }];

function nextOf(steps: ReturnType<typeof journeySum>): Known {
  const step = steps.next();
  if (step.done !== true) return { sum: step.value, narrowing: true };
  const sum = step.value;
  return { sum: () => sum, narrowing: false };
}

/** What does not depend on the states that are counted. */
interface Steady {
  readonly pair: Pair;
  readonly components: Readonly<Record<string, ComponentReport>>;
  readonly added: ReturnType<typeof addedSeconds>;
}

function steady({ design, report, evaluated }: TimesAsked, pair: Pair): () => Steady {
  return once(() => {
    const components = design.components.flatMap(({ id }, place): [string, ComponentReport][] => {
      const component = report.components[id];
      if (component === undefined) return [];
      const responses = pair.map(({ latency }) => latency.response(place));
      const own = pair.map(({ algebra, latency }) => ({ algebra, measure: latency.own(place) }));
      const whole = pair.map(({ algebra }, at) => ({ algebra, measure: responses[at]!.success }));
      const latency = {
        own: secondsOf(own[0]!, own[1]!),
        response: secondsOf(whole[0]!, whole[1]!),
        failure: responses[0]!.failure,
      };
      return [[id, { ...component, latency }]];
    });
    const added = addedSeconds(design, pair[0], evaluated.structure.clients);
    return { pair, components: Object.fromEntries(components), added };
  });
}

/** What is reported by what is known of the journeys, in the order of their clients. */
function timesReport(asked: TimesAsked, same: () => Steady, known: readonly Known[]): DesignReport {
  const { design, index, report, evaluated } = asked;
  const { pair, components, added } = same();
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
        addedSeconds: added[nth]!,
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
