import type { LoadPoint } from '../../model/usl-fit.ts';
import { solve } from '../numeric/solve.ts';
import { uslSpeedup } from './usl.ts';

/** σ, κ, γ, in this order. */
export type UslParameters = readonly [sigma: number, kappa: number, gamma: number];

/**
 * A set of parameters with half of what the sum of squared residuals r has for slopes, −Jᵀr, and for curvature; J being
 * the slopes of the law, JᵀJ is the part of the curvature that does not depend on the residuals.
 */
export interface UslSquares {
  readonly at: UslParameters;
  readonly sum: number;
  readonly slopes: readonly number[];
  readonly squares: readonly (readonly number[])[];
  readonly curvature: readonly (readonly number[])[];
}

const NAMES = [0, 1, 2] as const;
const HIGHEST = [1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** Contention and places of the peak, as powers of the largest load, that the search starts from. */
const SIGMAS = [0, 0.03, 0.3, 1];
const PEAKS = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, Number.POSITIVE_INFINITY];

const ROUNDS = 500;
const SMALL = 1e-15;
const STANDS = 1e-13;
/** Squares over those of the measurements below which a σ or a κ is nothing but rounding. */
const ROUNDING = 1e-24;

/**
 * How much the throughput under a load changes with σ, κ and γ, each by itself.
 *
 * Model: that of `uslSpeedup`, times γ. Units: throughput over that of the parameter. Errors: none. Accuracy: relative
 * error about 1e-15. Cost: constant. Source: as `uslSpeedup`, derived here.
 *
 * @example uslSlopes(2, [0, 0, 50]) // => [-100, -200, 2]
 */
export function uslSlopes(load: number, [sigma, kappa, gamma]: UslParameters): UslParameters {
  const speedup = uslSpeedup(load, sigma, kappa);
  const bySigma = (-gamma * speedup * speedup * (load - 1)) / load;
  return [bySigma, bySigma * load, speedup];
}

/**
 * The squared residuals under some parameters, with their slopes and curvature.
 *
 * Model, units, source: as `uslLeastSquares`. Errors: none. Accuracy: rounding alone. Cost: linear in the points.
 *
 * @example uslSquaresAt([{ load: 2, throughput: 90 }], [0, 0, 50]).sum // => 100
 */
export function uslSquaresAt(points: readonly LoadPoint[], at: UslParameters): UslSquares {
  const gamma = at[2];
  let sum = 0;
  const slopes = [0, 0, 0];
  const squares = NAMES.map(() => [0, 0, 0]);
  const curvature = NAMES.map(() => [0, 0, 0]);
  for (const { load, throughput } of points) {
    const slope = uslSlopes(load, at);
    const [bySigma, , speedup] = slope;
    const residual = throughput - gamma * speedup;
    const bend = (-2 * speedup * bySigma * (load - 1)) / load;
    const bends = [
      [bend, bend * load, bySigma / gamma],
      [bend * load, bend * load * load, (bySigma * load) / gamma],
      [bySigma / gamma, (bySigma * load) / gamma, 0],
    ];
    sum += residual * residual;
    for (const i of NAMES) {
      slopes[i] = slopes[i]! - slope[i] * residual;
      for (const j of NAMES) {
        const square = slope[i] * slope[j];
        squares[i]![j] = squares[i]![j]! + square;
        curvature[i]![j] = curvature[i]![j]! + square - residual * bends[i]![j]!;
      }
    }
  }
  return { at, sum, slopes, squares, curvature };
}

/** Whether a parameter is at an end of its range and would be better beyond it. */
export const isHeld = ({ at, slopes }: UslSquares, i: number): boolean =>
  (at[i]! <= 0 && slopes[i]! > 0) || (at[i]! >= HIGHEST[i]! && slopes[i]! < 0);

/** A damped step of those that may move, cut off at the ends of their ranges; γ stays above 0. */
function stepped(from: UslSquares, damping: number): UslParameters | null {
  const free = NAMES.filter((i) => !isHeld(from, i));
  const rows = free.map((i) =>
    free.map((j) => from.curvature[i]![j]! + (i === j ? damping * from.squares[i]![i]! : 0)),
  );
  const step = solve(
    rows,
    free.map((i) => -from.slopes[i]!),
  );
  if (step === null) return null;
  const next = [...from.at] as [number, number, number];
  for (const [place, i] of free.entries())
    next[i] = Math.min(HIGHEST[i], Math.max(i === 2 ? next[i] / 10 : 0, next[i] + step[place]!));
  return next;
}

/** Down to where nothing gets better any more; a step a round. */
function* descended(
  points: readonly LoadPoint[],
  start: UslParameters,
  total: number,
): Generator<undefined, UslSquares> {
  let best = uslSquaresAt(points, start);
  let damping = 1e-3;
  for (let round = 0; round < ROUNDS && damping < 1e15; round++) {
    yield;
    const next = stepped(best, damping);
    const there = next === null ? null : uslSquaresAt(points, next);
    if (there !== null && there.sum <= best.sum + SMALL * best.sum + SMALL * SMALL * total) {
      const moved = there.at.some((each, i) => Math.abs(each - best.at[i]!) > STANDS * each);
      best = there;
      if (!moved) break;
      damping /= 10;
    } else damping = damping < 1e-12 ? 1e-3 : damping * 10;
  }
  return best;
}

/**
 * The parameters of the Universal Scalability Law with the least sum of squared residuals, under 0 ≤ σ ≤ 1, κ ≥ 0,
 * γ > 0; each step says which share of it is done.
 *
 * Model: residuals in throughput, all of one weight. Units: N ≥ 1, γ in the unit of the throughput. Errors: none; points
 * of fewer than three different loads have no single answer. Accuracy: parameters to some 1e-10 where they are well
 * determined, a σ or κ of nothing but rounding being 0; the best of 32 descents, which is not proven to be the least of all. Cost: some 20 rounds a descent.
 * Source: Newton's method, damped as by D. W. Marquardt, "An algorithm for least-squares estimation of nonlinear parameters"
 * (1963); N. J. Gunther (1993).
 *
 * @example finished(uslLeastSquares([1, 2, 4, 8].map((load) => ({ load, throughput: 100 * uslSpeedup(load, 0.05, 0.01) })))).at // => [0.05, 0.01, 100]
 */
export function* uslLeastSquares(points: readonly LoadPoint[]): Generator<number, UslSquares> {
  const largest = points.reduce((most, { load }) => Math.max(most, load), 1);
  const total = points.reduce((sum, { throughput }) => sum + throughput ** 2, 0);
  const starts = SIGMAS.flatMap((sigma) =>
    PEAKS.map((peak): UslParameters => {
      const kappa = largest ** (-2 * peak);
      const speedups = points.map(({ load }) => uslSpeedup(load, sigma, kappa));
      const over = speedups.reduce((sum, each) => sum + each ** 2, 0);
      return [sigma, kappa, speedups.reduce((sum, each, i) => sum + each * points[i]!.throughput, 0) / over];
    }),
  );
  let best: UslSquares | null = null;
  for (const [place, start] of starts.entries()) {
    const descent = descended(points, start, total);
    let step = descent.next();
    for (; step.done !== true; step = descent.next()) yield place / starts.length;
    if (best === null || step.value.sum < best.sum) best = step.value;
  }
  return [0, 1].reduce((best, i) => {
    const [sigma, kappa, gamma] = best.at;
    const without = uslSquaresAt(points, i === 0 ? [0, kappa, gamma] : [sigma, 0, gamma]);
    return without.sum <= best.sum + ROUNDING * total ? without : best;
  }, best!);
}
