import type { TailShares } from '../../model/report.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import type { Algebra, Measure } from './algebra.ts';
import { responseIn, type Asked } from './asked.ts';
import { createDesignLatency } from './design-latency.ts';
import { keepingCuts } from './kept-cuts.ts';
import { stretchables } from './scaled-design.ts';

/** The slowest of the good answers. */
const SLOWEST = 0.01;

/** How far each part is stretched and shortened: wide enough that the rounding to the grid does not show. */
const STEP = 0.03;

/**
 * The mean of the slowest of what comes.
 *
 * Model: the conditional value at risk: the mean beyond the quantile, an exact time at the quantile split. Units:
 * seconds; `share` of the mass. Errors: Infinity where it does not exist; NaN of nothing. Accuracy: that of the algebra.
 * Cost: one cut. Source: R. T. Rockafellar, S. Uryasev, J. Bank. Finance 26 (2002).
 *
 * @example meanOfSlowest(sampleAlgebra, sampleAlgebra.at(3), 0.01) // => 3
 */
export function meanOfSlowest(algebra: Algebra, measure: Measure, share: number): number {
  const seconds = algebra.quantile(measure, 1 - share);
  const before = algebra.upTo(measure, seconds);
  const faster = before.mass > 0 ? before.mass * algebra.mean(before) : 0;
  const sum = measure.mass * algebra.mean(measure) - faster + (before.mass - (1 - share) * measure.mass) * seconds;
  return sum / (share * measure.mass);
}

/**
 * Where the time of a journey's good answers goes: what each part adds to their mean, and to the mean of the slowest 1 %.
 *
 * Model: a request's time grows in proportion when every time in it does, so that both means are the sums over all parts
 * of their derivatives by the part's scale (Euler), the course of each request kept: which answers are in time does not
 * change. So a share is the time that requests wait for the part: for a timeout that of the attempts that ran into it, for
 * a hedge that until a copy was sent which then won. Central differences of ±3 %, which add up to the mean to about 0.1 %
 * and are then made to. Everything up. Units: shares add up to 1; seconds. Errors: no parts and null where nothing is
 * answered well, nothing takes time, or the mean does not exist. Accuracy: about 0.002 of the whole. Cost: two
 * evaluations a part, of what leads to it; yields between them.
 * Source: D. Tasche, "Risk contributions and performance measurement" (1999);
 * L. J. Hong, G. Liu, "Simulating sensitivities of conditional value at risk", Management Science 55 (2009).
 *
 * @example finished(tailShares({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }, 0)).parts // => []
 */
export function* tailShares(asked: Asked, client: number): Generator<unknown, TailShares> {
  const { algebra, cache, design } = asked;
  const none: TailShares = { question: 'tail', parts: [], meanSeconds: null, slowestSeconds: null };
  function* means(other: ResolvedDesign): Generator<unknown, readonly [mean: number, slowest: number]> {
    const { success } = yield* responseIn(asked, client, other);
    return success.mass > 0
      ? [algebra.mean(success), meanOfSlowest(algebra, success, SLOWEST)]
      : [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  }
  const [meanSeconds, slowestSeconds] = yield* means(design);
  if (!Number.isFinite(meanSeconds)) return none;
  const { calls } = createDesignLatency(design, algebra, cache);
  const parts: TailShares['parts'][number][] = [];
  const stretched = yield* keepingCuts(asked);
  for (const part of stretchables(design, calls, client)) {
    const longer = yield* means(yield* stretched(part, 1 + STEP));
    const shorter = yield* means(yield* stretched(part, 1 - STEP));
    yield parts;
    parts.push({ of: part.of, mean: longer[0] - shorter[0], slowest: longer[1] - shorter[1] });
  }
  const total = (of: 'mean' | 'slowest'): number => parts.reduce((sum, part) => sum + part[of], 0);
  const [mean, slowest] = [total('mean'), total('slowest')];
  const shares = parts.map((part) => ({ of: part.of, mean: part.mean / mean, slowest: part.slowest / slowest }));
  shares.sort((a, b) => b.slowest - a.slowest);
  return { question: 'tail', parts: mean > 0 && slowest > 0 ? shares : [], meanSeconds, slowestSeconds };
}
