import type { LoadCurve, LoadQuestion } from '../model/report-load.ts';
import type { Resolved, ResolvedDesign } from '../model/resolved.ts';
import type { Kind } from '../model/scenario.ts';
import { keptAlgebra } from './computed.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import { ASKED_STEPS } from './latency/grid-steps.ts';
import { createLatencyCache } from './latency/latency-cache.ts';
import { cacheLossOf } from './load/cache-loss.ts';
import { capacityPlanOf } from './load/capacity-plan.ts';
import type { TimedBy } from './load/journey-under.ts';
import { kneeOf } from './load/knee.ts';
import { loadLatencyOf } from './load/load-latency.ts';
import { loadedStepwise } from './load/loaded.ts';
import { EVERYTHING_UP } from './load/loading.ts';
import { NO_STORM, stormOf } from './load/storm.ts';
import { loadedBy } from './loaded-design.ts';
import { performability } from './performability.ts';

/** What is answered where there is no such design, journey or component. */
const MISSING: { readonly [Q in LoadQuestion['question']]: Extract<LoadCurve, { question: Q }> } = {
  knee: { question: 'knee', points: [], today: null, target: 0, workSeconds: null, queue: null, band: null },
  'load-latency': {
    question: 'load-latency',
    points: [],
    today: null,
    saturatesAtRatePerSecond: null,
    component: null,
  },
  storm: NO_STORM,
  'capacity-plan': { question: 'capacity-plan', components: [], multiples: [] },
  performability: {
    question: 'performability',
    states: [],
    total: { success: 1, p99: null, goodWithin: null },
    remainder: 0,
  },
  'cache-loss': { question: 'cache-loss', hitRatio: 0, callees: [], journeys: [] },
};

function* answered(
  asked: LoadQuestion,
  design: ResolvedDesign,
  cache: EngineCache,
): Generator<unknown, LoadCurve | undefined> {
  const by: TimedBy = { ...loadedBy(cache), times: keptAlgebra(ASKED_STEPS, 'near', cache).algebra };
  const placeOf = (id: string, isWanted: (kind: Kind) => boolean): number =>
    design.components.findIndex((one) => one.id === id && isWanted(one.kind));
  const one = 'journey' in asked ? placeOf(asked.journey, (kind) => kind === 'client') : -1;
  switch (asked.question) {
    case 'knee': {
      const place = placeOf(asked.component, () => true);
      return place < 0 ? undefined : yield* kneeOf(design, place, by);
    }
    case 'load-latency':
      return one < 0 ? undefined : yield* loadLatencyOf(design, one, yield* apart(design, by));
    case 'storm':
      return one < 0 ? undefined : yield* stormOf(design, one, yield* apart(design, by));
    case 'capacity-plan':
      return yield* capacityPlanOf(design, asked.months, by);
    case 'cache-loss': {
      const place = placeOf(asked.component, (kind) => kind === 'cache');
      return place < 0 ? undefined : yield* cacheLossOf(design, place, yield* apart(design, by));
    }
    case 'performability':
      return one < 0 ? undefined : yield* performability(design, one, cache);
  }
}

/** What is computed for many loads would drive what is kept for the next edit out: it begins with what today's load needs. */
function* apart(design: ResolvedDesign, before: TimedBy): Generator<unknown, TimedBy> {
  const by = { ...before, visits: createLatencyCache() };
  yield* loadedStepwise(design, EVERYTHING_UP, {}, by);
  return by;
}

/**
 * The answer to a question about load, step by step: yields now and then, and can be left.
 *
 * Model: rule 12 of the scenario format; everything up. Units: requests per second, seconds, probabilities. Domain: a resolved scenario;
 * designs by index, components by id. Errors: what is not there gives an answer with nothing in it. Accuracy: loads on a
 * grid of 16 steps an octave as in the report, times on one of 32; see what answers it. Cost: at 50 components some hundredths of a second, a load–latency curve a
 * second, a storm some seconds. Source: rule 12 of the scenario format.
 *
 * @example finished(loadCurveStepwise(samples.checkout, { question: 'knee', design: 0, component: 'nobody' })).points.length // => 0
 */
export function* loadCurveStepwise(
  resolved: Resolved,
  asked: LoadQuestion,
  cache: EngineCache = createCache(),
): Generator<unknown, LoadCurve> {
  const design = resolved.designs[asked.design];
  return (design && (yield* answered(asked, design, cache))) ?? MISSING[asked.question];
}
