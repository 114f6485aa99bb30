import type { Finding, Issue, Outcome } from '../../model/issue.ts';
import type { Interval, LoadPoint, UslFit } from '../../model/usl-fit.ts';
import { solve } from '../numeric/solve.ts';
import { studentWithin } from '../numeric/student.ts';
import { uslPeak, uslSpeedup } from './usl.ts';
import { isHeld, uslLeastSquares, type UslSquares } from './usl-least-squares.ts';

const FEWEST = 4;
const UNKNOWNS = 3;
/** Far beyond what is measured, and short of where squares overflow. */
const MOST_LOAD = 1e15;
const MOST_THROUGHPUT = 1e100;
const HIGHEST = [1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

const issue = (code: string, path: Issue['path'], message: string): Issue => ({ code: `usl/${code}`, path, message });

/** What forbids a fit. Rows are counted from 1 in words, from 0 in paths. */
function issuesOf(points: readonly LoadPoint[]): Issue[] {
  const wrong = points.flatMap(({ load, throughput }, row): Issue[] => {
    const found: Issue[] = [];
    if (!(load >= 1 && load <= MOST_LOAD))
      found.push(
        issue('load', [row, 'load'], `Measurement ${row + 1} has a load of ${load}. Write a number of 1 or more`),
      );
    if (!(throughput >= 1 / MOST_THROUGHPUT && throughput <= MOST_THROUGHPUT)) {
      const message = `Measurement ${row + 1} has a throughput of ${throughput}. Write a number above 0`;
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
  if (loads >= UNKNOWNS) return [];
  const message = `A fit needs at least three different loads; here ${loads === 1 ? 'is 1' : 'are 2'}. Measure under more loads`;
  return [issue('too-few-loads', [], message)];
}

/** How much smaller the squares would be at least, over all that was measured, for the end of a range to count as in the way. */
const IN_THE_WAY = 1e-20;

function findingsOf(squares: UslSquares, total: number): Finding[] {
  const better = squares.slopes[0]! ** 2 / squares.squares[0]![0]!;
  if (!isHeld(squares, 0) || better <= IN_THE_WAY * total) return [];
  const message =
    squares.at[0] === 0
      ? 'The measurements rise faster than the load, so the best fit would need σ below 0, which the law has no meaning for. Shown is the best one with σ = 0. Look for what was slow under small loads, such as cold caches'
      : 'The measurements hardly rise with the load, so the best fit would need σ above 1, which the law has no meaning for. Shown is the best one with σ = 1';
  return [{ code: squares.at[0] === 0 ? 'usl/sigma-below-zero' : 'usl/sigma-above-one', at: 'sigma', message }];
}

/** The estimate with so many standard errors on either side, cut off at the ends of its range. */
function intervalOf({ at, squares }: UslSquares, i: number, spread: number): Interval {
  const variance =
    solve(
      squares,
      [0, 1, 2].map((j) => (i === j ? 1 : 0)),
    )?.[i] ?? Number.POSITIVE_INFINITY;
  const half = spread === 0 ? 0 : spread * Math.sqrt(variance);
  return [Math.max(0, at[i]! - half), Math.min(HIGHEST[i]!, at[i]! + half)];
}

/**
 * The Universal Scalability Law fitted to a load test, with confidence intervals at 95 %; N = 1 need not be among the
 * measurements.
 *
 * Model: as `uslLeastSquares`; independent errors of equal size. The intervals are those of the law made linear at the
 * fit: the estimate ± t standard errors with n − 3 degrees of freedom, cut off at the ends of the ranges; near an end they are a rough guide.
 * R² is 1 less the squared residuals over the squared distances from the mean.
 * Units: N ≥ 1, throughput in any unit, which is γ's and the residuals'. Errors: issues for fewer than four measurements
 * or three different loads, a load below 1, a throughput of 0 or less; a finding where the best fit would need σ below 0 or above 1.
 * Accuracy, cost: as `uslLeastSquares`. Source: as there; G. A. F. Seber, C. J. Wild, "Nonlinear regression" (1989), 5.1.
 *
 * @example fitUsl([1, 2, 4, 8].map((load) => ({ load, throughput: 50 * load }))).value.gamma // => 50
 */
export function fitUsl(points: readonly LoadPoint[]): Outcome<UslFit> {
  const issues = issuesOf(points);
  if (issues.length > 0) return { ok: false, issues };
  const squares = uslLeastSquares(points);
  const [sigma, kappa, gamma] = squares.at;
  const spread = studentWithin(0.95, points.length - UNKNOWNS) * Math.sqrt(squares.sum / (points.length - UNKNOWNS));
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
        sigma: intervalOf(squares, 0, spread),
        kappa: intervalOf(squares, 1, spread),
        gamma: intervalOf(squares, 2, spread),
      },
      residuals: points.map(({ load, throughput }) => throughput - gamma * uslSpeedup(load, sigma, kappa)),
      findings: findingsOf(squares, total),
    },
  };
}
