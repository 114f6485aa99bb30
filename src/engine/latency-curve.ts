import type { CurveQuestion, LatencyCurve, LatencyQuestion } from '../model/report.ts';
import type { Resolved } from '../model/resolved.ts';
import type { Asked } from './latency/asked.ts';
import { createAlgebra } from './latency/create-algebra.ts';
import { fanOutLatency } from './latency/fan-out-latency.ts';
import { hedgeCurve } from './latency/hedge-curve.ts';
import { createLatencyCache } from './latency/latency-cache.ts';
import { mitigations } from './latency/mitigations.ts';
import { tailShares } from './latency/tail-shares.ts';
import { timeoutCurve } from './latency/timeout-curve.ts';
import { waterfallOf } from './latency/waterfall.ts';

/** Steps an octave of the grid that questions are answered on. */
const STEPS = 64;

/** A question about times that the engine answers. */
export type TimesQuestion = Extract<CurveQuestion, LatencyQuestion>;

/** What is answered where there is no such design, journey or call. */
const MISSING: { readonly [Q in TimesQuestion['question']]: Extract<LatencyCurve, { question: Q }> } = {
  'fan-out-latency': { question: 'fan-out-latency', points: [], today: 1 },
  hedge: { question: 'hedge', points: [], todaySeconds: null, without: null },
  timeout: { question: 'timeout', lines: [], today: { timeoutSeconds: null, retries: 0 } },
  tail: { question: 'tail', parts: [], meanSeconds: null, slowestSeconds: null },
  waterfall: { question: 'waterfall', typical: null, slow: null, drawn: 0 },
  mitigations: { question: 'mitigations', today: { p99: null, success: 0, load: 0 }, tries: [] },
};

function* answered(asked: TimesQuestion, about: Asked): Generator<unknown, LatencyCurve | undefined> {
  const { components, calls } = about.design;
  const call = 'call' in asked ? calls.find(({ id }) => id === asked.call) : undefined;
  if (asked.question === 'fan-out-latency') return call && (yield* fanOutLatency(about, call));
  const client = components.findIndex(({ id, kind }) => id === asked.journey && kind === 'client');
  if (client < 0) return undefined;
  switch (asked.question) {
    case 'tail':
      return yield* tailShares(about, client);
    case 'waterfall':
      return yield* waterfallOf(about.design, client, new Set());
    case 'mitigations':
      return yield* mitigations(about, client);
    case 'hedge':
      return call && (yield* hedgeCurve(about, client, call));
    case 'timeout':
      return call && (yield* timeoutCurve(about, client, call));
  }
}

/**
 * The answer to a question about times, step by step: yields now and then, and can be left.
 *
 * Model: docs/latency-maths.md; with everything up. Units: seconds, probabilities. Domain: a resolved scenario; designs by
 * index, components and calls by id. Errors: what is not there gives an answer with nothing in it. Accuracy: on a grid of
 * 64 steps an octave; see what answers it. Cost: some tenths of a second at 50 components.
 * Source: the pages in docs/.
 *
 * @example finished(latencyCurveStepwise(samples.checkout, { question: 'tail', design: 0, journey: 'shoppers' })).meanSeconds // => 0
 */
export function* latencyCurveStepwise(resolved: Resolved, asked: TimesQuestion): Generator<unknown, LatencyCurve> {
  const design = resolved.designs[asked.design];
  if (design === undefined) return MISSING[asked.question];
  const algebra = createAlgebra({ binsPerOctave: STEPS, rounding: 'near' });
  return (yield* answered(asked, { design, algebra, cache: createLatencyCache() })) ?? MISSING[asked.question];
}
