import type { Finding, Issue, Outcome } from '../../model/issue.ts';
import type { Interval, LoadPoint, UslFit } from '../../model/usl-fit.ts';
import { finished } from '../numeric/finished.ts';
import { uslPeak, uslSpeedup } from './usl.ts';
import { USL_UNKNOWNS, uslHalfInterval } from './usl-half-interval.ts';
import { isHeld, uslLeastSquares, type UslParameters, type UslSquares } from './usl-least-squares.ts';

const FEWEST = 4;
/** Far beyond what is measured, and short of where squares overflow. */
const MOST_LOAD = 1e15;
const MOST_THROUGHPUT = 1e100;
const SMALLER = 'That is more than can be fitted: write a smaller number';
const HIGHEST = [1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

const issue = (code: string, path: Issue['path'], message: string): Issue => ({ code: `usl/${code}`, path, message });

/** What forbids a fit. Rows are counted from 1 in words, from 0 in paths. */
function issuesOf(points: readonly LoadPoint[]): Issue[] {
  const wrong = points.flatMap(({ load, throughput }, row): Issue[] => {
    const found: Issue[] = [];
    if (!(load >= 1 && load <= MOST_LOAD)) {
      const message = `Measurement ${row + 1} has a load of ${load}. ${load > 1 ? SMALLER : 'Write a number of 1 or more'}`;
      found.push(issue('load', [row, 'load'], message));
    }
    if (!(throughput >= 1 / MOST_THROUGHPUT && throughput <= MOST_THROUGHPUT)) {
      const asked = throughput > 1 ? SMALLER : 'Write a number above 0';
      const message = `Measurement ${row + 1} has a throughput of ${throughput}. ${asked}`;
      found.push(issue('throughput', [row, 'throughput'], message));
    }
    return found;
  });
  if (wrong.length > 0) return wrong;
  if (points.length < FEWEST) {
    const message = `A fit needs at least four measurements; here ${points.length === 1 ? 'is 1' : `are ${points.length}`}. Measure under more loads`;
    return [issue('too-few', [], message)];
  }
  const loads = new Set(points.map(({ load }) => load)).size;
  if (loads >= USL_UNKNOWNS) return [];
  const message = `A fit needs at least three different loads; here ${loads === 1 ? 'is 1' : 'are 2'}. Measure under more loads`;
  return [issue('too-few-loads', [], message)];
}

/** How much smaller the squares would be at least, over all that was measured, for the end of a range to count as in the way. */
const IN_THE_WAY = 1e-20;

function findingsOf(squares: UslSquares, total: number): Finding[] {
  const better = squares.slopes[0]! ** 2 / squares.squares[0]![0]!;
  if (!isHeld(squares, 0) || better <= IN_THE_WAY * total) return [];
  const shape = squares.at[1] === 0 ? 'rise faster than the load' : 'bend down more sharply than the law does';
  const message =
    squares.at[0] === 0
      ? `The measurements ${shape}, so the best fit would need σ below 0, which the law has no meaning for. Shown is the best one with σ = 0. Look for what was slow under small loads, such as cold caches`
      : 'The measurements hardly rise with the load, so the best fit would need σ above 1, which the law has no meaning for. Shown is the best one with σ = 1';
  return [{ code: squares.at[0] === 0 ? 'usl/sigma-below-zero' : 'usl/sigma-above-one', at: 'sigma', message }];
}

const ALONE: readonly UslParameters[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** The estimate with half of its interval on either side, cut off at the ends of its range. */
function intervalOf(squares: UslSquares, i: number, measurements: number): Interval {
  const half = uslHalfInterval(squares, measurements, ALONE[i]!);
  return [Math.max(0, squares.at[i]! - half), Math.min(HIGHEST[i]!, squares.at[i]! + half)];
}

/**
 * The Universal Scalability Law fitted to a load test, with confidence intervals at 95 %; N = 1 need not be among the
 * measurements. Each step says which share of it is done.
 *
 * Model: as `uslLeastSquares`. The intervals are those of `uslHalfInterval`, cut off at the ends of the ranges.
 * R² is 1 less the squared residuals over the squared distances from the mean.
 * Units: N ≥ 1, throughput in any unit, which is γ's and the residuals'. Errors: issues for fewer than four measurements
 * or three different loads, a load below 1, a throughput of 0 or less; a finding where the best fit would need σ below 0 or above 1.
 * Accuracy, cost: as `uslLeastSquares`. Source: as there and as `uslHalfInterval`.
 *
 * @example finished(fitUslStepwise([1, 2, 4, 8].map((load) => ({ load, throughput: 50 * load })))).value.gamma // => 50
 */
export function* fitUslStepwise(points: readonly LoadPoint[]): Generator<number, Outcome<UslFit>> {
  const issues = issuesOf(points);
  if (issues.length > 0) return { ok: false, issues };
  const squares = yield* uslLeastSquares(points);
  const [sigma, kappa, gamma] = squares.at;
  const mean = points.reduce((sum, { throughput }) => sum + throughput, 0) / points.length;
  const around = points.reduce((sum, { throughput }) => sum + (throughput - mean) ** 2, 0);
  const total = points.reduce((sum, { throughput }) => sum + throughput ** 2, 0);
  return {
    ok: true,
    value: {
      sigma,
      kappa,
      gamma,
      nMax: uslPeak(sigma, kappa),
      rSquared: around === 0 ? null : 1 - squares.sum / around,
      intervals: {
        sigma: intervalOf(squares, 0, points.length),
        kappa: intervalOf(squares, 1, points.length),
        gamma: intervalOf(squares, 2, points.length),
      },
      residuals: points.map(({ load, throughput }) => throughput - gamma * uslSpeedup(load, sigma, kappa)),
      findings: findingsOf(squares, total),
    },
  };
}

/**
 * The same at once.
 *
 * Model, units, errors, accuracy, cost, source: as `fitUslStepwise`.
 *
 * @example fitUsl([1, 2, 4, 8].map((load) => ({ load, throughput: 50 * load }))).value.gamma // => 50
 */
export const fitUsl = (points: readonly LoadPoint[]): Outcome<UslFit> => finished(fitUslStepwise(points));
