import type { ComponentLatency, ComponentReport, DesignReport, JourneyReport, Remedy } from '../model/report.ts';
import type { ComponentLoad, DesignLoad } from '../model/report-load.ts';
import { availabilityFindings } from './availability/findings.ts';
import type { Evaluated } from './availability/evaluated.ts';
import { addedP99 } from './latency/added-p99.ts';
import { latencyFindings } from './latency/findings.ts';
import type { Computed, JourneySum } from './latency/journey-sum.ts';
import { isTimed } from './latency/is-timed.ts';
import { journeyTimes } from './latency/journey-times.ts';
import { secondsOf } from './latency/seconds-of.ts';
import { sentIn } from './latency/sent-by.ts';
import { componentLoad, designLoad } from './load/component-load.ts';
import { loadFindings } from './load/findings.ts';
import type { LoadedDesign } from './load/loading.ts';
import { anyOf } from './numeric/any-of.ts';
import { scalingFindings } from './scalability/findings.ts';
import { verdictOn } from './slo/objective.ts';

/** What the times of a design are reported from. */
export interface TimesKnown extends LoadedDesign {
  readonly index: number;
  readonly evaluated: Evaluated;
  /** What is known without times. */
  readonly report: DesignReport;
  readonly within: readonly number[];
}

/** By a finer and a coarser grid: half as many steps tell how far off the finer ones are. */
export type Pair = readonly [fine: Computed, coarse: Computed];

/** What is known of a journey by now. */
export interface JourneyKnown {
  readonly sum: () => JourneySum;
  readonly narrowing: boolean;
}

/** What does not depend on the states that are counted. */
export interface Steady {
  readonly pair: Pair;
  readonly components: Readonly<Record<string, ComponentReport>>;
  /** By client, in their order. */
  readonly added: readonly (number | null)[];
  readonly load: DesignLoad;
  readonly loads: Readonly<Record<string, ComponentLoad>>;
}

/** How long one visit takes. */
function visitLatency(pair: Pair, place: number): ComponentLatency {
  const responses = pair.map(({ latency }) => latency.response(place));
  const own = pair.map(({ algebra, latency }) => ({ algebra, measure: latency.own(place) }));
  const whole = pair.map(({ algebra }, at) => ({ algebra, measure: responses[at]!.success }));
  return {
    own: secondsOf(own[0]!, own[1]!),
    response: secondsOf(whole[0]!, whole[1]!),
    failure: responses[0]!.failure,
  };
}

/**
 * What is reported with everything up, step by step; `by` is the loaded design by the algebra that its load was computed with.
 *
 * Model: docs/latency-maths.md, docs/load-maths.md. Units: seconds, requests per second. Errors: as the report. Accuracy: as the report. Cost: readings
 * of what is computed; yields between components. Source: as the report.
 *
 * @example finished(steadyTimes(sampleKnown(samples.checkout), [sampleComputed(samples.checkout), sampleComputed(samples.checkout)], sampleComputed(samples.checkout))).load.fullest // => null
 */
export function* steadyTimes(known: TimesKnown, pair: Pair, by: Computed): Generator<unknown, Steady> {
  const { design, loaded, report, evaluated } = known;
  const components: Record<string, ComponentReport> = {};
  const loads: Record<string, ComponentLoad> = {};
  const timed = isTimed(loaded.design);
  for (const [place, { id }] of design.components.entries()) {
    const component = report.components[id];
    if (component === undefined) continue;
    const load = componentLoad({ design, loaded, ...by }, place);
    components[id] = { ...component, latency: timed ? visitLatency(pair, place) : null, load };
    loads[id] = load;
    yield place;
  }
  const added = yield* addedP99(loaded.design, pair[0], evaluated.structure.clients);
  return { pair, components, added, loads, load: designLoad(loaded, loads) };
}

/**
 * What is reported by what is known of the journeys, in the order of their clients.
 *
 * Model: docs/latency-maths.md. Units: seconds, probabilities. Errors: as the report. Accuracy: as the report. Cost: a few
 * readings a journey. Source: as the report.
 *
 * @example ((known) => timesReport(known, finished(steadyTimes(known, [sampleComputed(samples.checkout), sampleComputed(samples.checkout)], sampleComputed(samples.checkout))), [{ narrowing: false, sum: () => sampleAsked.sum }]).journeys.shoppers.success)(sampleKnown(samples.checkout)) // => 1
 */
export function timesReport(known: TimesKnown, steady: Steady, sums: readonly JourneyKnown[]): DesignReport {
  const { design, loaded, index, report, evaluated, within } = known;
  const { pair, components, added, load, loads } = steady;
  const [{ latency }] = pair;
  const journeys = Object.fromEntries(
    evaluated.structure.clients.map((client, nth): [string, JourneyReport] => {
      const { id, latencyObjective } = design.components[client]!;
      const journey = report.journeys[id]!;
      const times = journeyTimes({
        computed: pair,
        sum: sums[nth]!.sum(),
        unavailability: journey.unavailability,
        objective: latencyObjective,
        within,
        addedP99Seconds: added[nth]!,
        attempts: sentIn(loaded.design, pair[0].algebra, latency.response(client)),
        narrowing: sums[nth]!.narrowing,
      });
      return [id, judged({ ...journey, ...times })];
    }),
  );
  const findings = [
    ...availabilityFindings(design, index, journeys),
    ...scalingFindings(design, index),
    ...latencyFindings(loaded.design, index, { journeys, components, merged: latency.merged }),
    ...loadFindings(design, index, loads, load.settled),
  ];
  return { ...report, journeys, components, load, findings };
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
