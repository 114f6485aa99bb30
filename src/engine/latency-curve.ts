import type { LatencyCurve, LatencyQuestion, TimeField } from '../model/report.ts';
import type { ResolvedTime } from '../model/resolved-time.ts';
import type { Resolved, ResolvedDesign } from '../model/resolved.ts';
import { groupOf } from './availability/group.ts';
import { structureOf } from './availability/structure.ts';
import { keptAlgebra } from './computed.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import { outagesOf } from './journey-states.ts';
import { loadedWith } from './loaded-design.ts';
import { latencyBracket, withinCurve } from './latency-sums.ts';
import type { Asked } from './latency/asked.ts';
import type { Down } from './latency/design-latency.ts';
import { fanOutLatency } from './latency/fan-out-latency.ts';
import { hedgeCurve } from './latency/hedge-curve.ts';
import { mitigations } from './latency/mitigations.ts';
import { ASKED_STEPS, SETTLED_STEPS } from './latency/grid-steps.ts';
import { ofQuantiles } from './latency/seconds-of.ts';
import { tailShares } from './latency/tail-shares.ts';
import { timeCurve } from './latency/time-curve.ts';
import { timeoutCurve } from './latency/timeout-curve.ts';
import { waterfallOf } from './latency/waterfall.ts';

/** What is answered where there is no such design, journey or call. */
const MISSING: { readonly [Q in LatencyQuestion['question']]: Extract<LatencyCurve, { question: Q }> } = {
  within: { question: 'within', points: [], goodWithin: [], seconds: null },
  'latency-bracket': {
    question: 'latency-bracket',
    seconds: ofQuantiles(() => ({ low: null, high: null })),
    goodWithin: [],
  },
  time: { question: 'time', density: [], atoms: [], seconds: null },
  'fan-out-latency': { question: 'fan-out-latency', points: [], today: 1 },
  hedge: { question: 'hedge', points: [], todaySeconds: null, without: null },
  timeout: { question: 'timeout', lines: [], today: { timeoutSeconds: null, retries: 0 } },
  tail: { question: 'tail', parts: [], meanSeconds: null, slowestSeconds: null },
  waterfall: { question: 'waterfall', typical: null, slow: null, drawn: 0 },
  mitigations: { question: 'mitigations', today: { p99: null, success: 0, load: 0 }, tries: [] },
};

/** A time as it is written in a component, or of a call's network. */
function timeOf({ components, calls }: ResolvedDesign, of: TimeField): ResolvedTime | undefined {
  return 'call' in of
    ? calls.find(({ id }) => id === of.call)?.network
    : components.find(({ id }) => id === of.component)?.time;
}

/** What is never up: held down, at 0 %, or in a domain that is. */
function alwaysDown(design: ResolvedDesign): Down {
  const places = design.components.map((_, place) => place);
  const { domains, chance } = outagesOf(structureOf(design), design.components.map(groupOf), places);
  const gone = new Set(domains.flatMap((each, domain) => (each >= 1 ? [domain] : [])));
  return new Set(places.filter((place) => chance(place, gone) >= 1));
}

function* answered(
  asked: LatencyQuestion,
  given: ResolvedDesign,
  cache: EngineCache,
): Generator<unknown, LatencyCurve | undefined> {
  if (asked.question === 'time') {
    const time = timeOf(given, asked.of);
    const [fine, coarse] = [SETTLED_STEPS, ASKED_STEPS].map((bins) => keptAlgebra(bins, 'near', cache).algebra);
    return time && timeCurve([fine!, coarse!], time);
  }
  if (asked.question === 'within') {
    const place = given.components.findIndex(({ id }) => id === asked.of);
    return place < 0 ? undefined : yield* withinCurve(given, place, asked.limits, cache);
  }
  const down = alwaysDown(given);
  const { design } = yield* loadedWith(given, down, cache);
  const by = (bins: number): Asked => {
    const { algebra, visits } = keptAlgebra(bins, 'near', cache);
    return { design, down, algebra, cache: visits };
  };
  const call = 'call' in asked ? design.calls.find(({ id }) => id === asked.call) : undefined;
  if (asked.question === 'fan-out-latency') return call && (yield* fanOutLatency(by(SETTLED_STEPS), call));
  const client = design.components.findIndex(({ id, kind }) => id === asked.journey && kind === 'client');
  if (client < 0) return undefined;
  switch (asked.question) {
    case 'latency-bracket':
      return yield* latencyBracket(given, client, cache);
    case 'tail':
      return yield* tailShares(by(ASKED_STEPS), client);
    case 'waterfall':
      return yield* waterfallOf(by(ASKED_STEPS), client);
    case 'mitigations':
      return yield* mitigations(by(SETTLED_STEPS), by(ASKED_STEPS), client);
    case 'hedge':
      return call && (yield* hedgeCurve(by(SETTLED_STEPS), client, call));
    case 'timeout':
      return call && (yield* timeoutCurve(by(SETTLED_STEPS), client, call));
  }
}

/**
 * The answer to a question about times, step by step: yields now and then, and can be left.
 *
 * Model: docs/latency-maths.md; with everything up but what always is down, and the waits that come of today's load. Units: seconds, probabilities. Domain: a resolved scenario; designs by
 * index, components and calls by id. Errors: what is not there gives an answer with nothing in it. Accuracy: on a grid of
 * 64 steps an octave as in the report, 32 for shares; see what answers it. Cost: some tenths of a second at 50 components.
 * Source: the pages in docs/.
 *
 * @example finished(latencyCurveStepwise(samples.checkout, { question: 'tail', design: 0, journey: 'shoppers' })).meanSeconds // => 0
 */
export function* latencyCurveStepwise(
  resolved: Resolved,
  asked: LatencyQuestion,
  cache: EngineCache = createCache(),
): Generator<unknown, LatencyCurve> {
  const design = resolved.designs[asked.design];
  return (design && (yield* answered(asked, design, cache))) ?? MISSING[asked.question];
}
