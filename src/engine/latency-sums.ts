import type { LatencyBracket, WithinCurve } from '../model/report.ts';
import type { ResolvedDesign } from '../model/resolved.ts';
import { exactStepwise, type Evaluated } from './availability/evaluated.ts';
import { computedBy, everythingUp } from './computed.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import { journeyStates } from './journey-states.ts';
import { loadedDesign, loadedStates } from './loaded-design.ts';
import { quantileEnds, shareEnds } from './latency/ends.ts';
import { SETTLED_STEPS } from './latency/grid-steps.ts';
import { journeySum, ofAll, type Computed, type JourneySum, type OfAll } from './latency/journey-sum.ts';
import { ofQuantiles, secondsOf } from './latency/seconds-of.ts';
import { withinPoints } from './latency/within-points.ts';

/** Steps an octave of the grids that are rounded down and up. */
const STEPS = 128;

/** A design with its loads, and its answers by several algebras. */
interface Summed {
  readonly evaluated: Evaluated;
  readonly computed: readonly Computed[];
  readonly sum: JourneySum;
}

/** The good answers of visits to a component over the states of what is down, by each algebra. */
function* summed(
  given: ResolvedDesign,
  place: number,
  by: (design: ResolvedDesign) => readonly Computed[],
  cache: EngineCache,
): Generator<unknown, Summed> {
  const known = yield* loadedDesign(given, cache);
  const evaluated = yield* exactStepwise(known.design, cache);
  const computed = by(known.loaded.design);
  yield* everythingUp(computed);
  const states = journeyStates(evaluated, computed[0]!.latency, place);
  const sum = yield* journeySum(computed, place, states, loadedStates(known, computed, by, cache));
  return { evaluated, computed, sum };
}

/** What is known of the requests of a journey, or of visits to a component. */
export interface Answers extends OfAll {
  readonly fine: Computed;
  readonly coarse: Computed;
  readonly sum: JourneySum;
}

/**
 * What is known of the requests of a journey, or of visits to a component, step by step.
 *
 * Model: rule 11 of the scenario format, as in the report. Units: places, seconds, probabilities. Errors: none. Accuracy:
 * as the report. Cost: as the report; what that computed is in the cache. Source: docs/latency-maths.md.
 *
 * @example finished(answersOf(samples.checkout.designs[0], 0)).outage // => 0.0005029985
 */
export function* answersOf(
  design: ResolvedDesign,
  place: number,
  cache: EngineCache = createCache(),
): Generator<unknown, Answers> {
  const by = (one: ResolvedDesign) =>
    [SETTLED_STEPS, SETTLED_STEPS / 2].map((bins) => computedBy(one, bins, 'near', cache));
  const { evaluated, computed, sum } = yield* summed(design, place, by, cache);
  const [fine, coarse] = computed;
  return { fine: fine!, coarse: coarse!, sum, ...ofAll(sum, evaluated.visits[place] ?? null) };
}

/**
 * The share of requests that are answered well within t: of a journey, or of visits to a component.
 *
 * Model, units, accuracy and cost as `answersOf`. Errors: no points where nothing is answered well.
 * Source: docs/latency-maths.md.
 *
 * @example finished(withinCurve(samples.checkout.designs[0], 0, [1])).goodWithin[0].probability // => 0.9994970015
 */
export function* withinCurve(
  design: ResolvedDesign,
  place: number,
  limits: readonly number[],
  cache?: EngineCache,
): Generator<unknown, WithinCurve> {
  const { fine, coarse, sum, never, share } = yield* answersOf(design, place, cache);
  const [good, coarseGood] = [sum.good[0]!, sum.good[1]!];
  const { algebra } = fine;
  return {
    question: 'within',
    points: withinPoints(algebra, good, share, never),
    goodWithin: limits.map((seconds) => ({
      seconds,
      probability: Math.min(1, share * algebra.within(good, seconds)),
    })),
    seconds: secondsOf({ algebra, measure: good }, { algebra: coarse.algebra, measure: coarseGood }),
  };
}

/**
 * The two ends that a journey's quantiles, and its share of good answers within its limit, certainly lie between.
 *
 * Model: `quantileEnds` and `shareEnds` over the states of what is down. Units: seconds, probabilities. Errors: null as
 * `quantileEnds`. Accuracy: a bound, for the times as they are given. Cost: twice a report without a cache; yields
 * between components and states. Source: docs/latency-maths.md.
 *
 * @example finished(latencyBracket(samples.checkout.designs[0], 0)).seconds.p99 // => { low: 0, high: 0 }
 */
export function* latencyBracket(
  design: ResolvedDesign,
  client: number,
  cache: EngineCache = createCache(),
): Generator<unknown, LatencyBracket> {
  // These grids are for this question alone.
  const own = createCache();
  const by = (one: ResolvedDesign) =>
    (['down', 'up'] as const).map((rounding) => computedBy(one, STEPS, rounding, own));
  const { computed, sum } = yield* summed(design, client, by, cache);
  const [early, late] = computed;
  const { good, remainder } = sum;
  const bounded = {
    early: { algebra: early!.algebra, measure: good[0]! },
    late: { algebra: late!.algebra, measure: good[1]! },
    remainder,
  };
  const limit = design.components[client]!.latencyObjective?.limitSeconds;
  return {
    question: 'latency-bracket',
    seconds: ofQuantiles((quantile) => quantileEnds(bounded, quantile)),
    goodWithin: limit === undefined ? [] : [{ seconds: limit, ...shareEnds(bounded, limit) }],
  };
}
