import { deviance, stirlingError } from './binomial-chance.ts';
import { gammaShares } from './incomplete-gamma.ts';

/** ln P(N = n). */
const chanceLog = (n: number, mean: number): number =>
  n === 0 ? -mean : -deviance(n, mean) - stirlingError(n) - Math.log(2 * Math.PI * n) / 2;

/**
 * The logarithms of the chances of fewer than n events, and of n events, of a Poisson count, however small.
 *
 * Model: none. Units: pure numbers, whole n ≥ 0, mean ≥ 0. Errors: none; −Infinity for a chance of 0. Accuracy: 1e-12 of the chances.
 * Cost: some 5√n terms. Source: C. Loader (2000), and a sum of falling terms.
 *
 * @example poissonLogs(2, 1).map((log) => Math.exp(log).toFixed(12)) // => ['0.735758882343', '0.183939720586']
 */
export function poissonLogs(n: number, mean: number): readonly [fewer: number, exactly: number] {
  if (n === 0) return [Number.NEGATIVE_INFINITY, -mean];
  if (mean < n) return [Math.log(gammaShares(n, mean)[1]), mean === 0 ? Number.NEGATIVE_INFINITY : chanceLog(n, mean)];
  let [term, sum] = [1, 1];
  for (let events = n - 1; events > 0 && term > 1e-16 * sum; events--) {
    term *= events / mean;
    sum += term;
  }
  return [chanceLog(n - 1, mean) + Math.log(sum), chanceLog(n, mean)];
}
