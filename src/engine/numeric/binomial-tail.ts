import { anyOfSame } from './any-of.ts';
import { binomialChance } from './binomial-chance.ts';

/** Terms from x upwards, each from the one before; all positive, so nothing cancels. */
function sumUpwards(n: number, x: number, p: number): number {
  const odds = p / (1 - p);
  let term = binomialChance(n, x, p);
  let sum = term;
  for (let j = x; j < n; j++) {
    term *= ((n - j) / (j + 1)) * odds;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** Terms from x downwards. */
function sumDownwards(n: number, x: number, p: number): number {
  const odds = (1 - p) / p;
  let term = binomialChance(n, x, p);
  let sum = term;
  for (let j = x; j > 0; j--) {
    term *= (j / (n - j + 1)) * odds;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * P(X ≥ x) for a binomial count X of n trials with chance p: that at least x of n replicas are down.
 *
 * Model: independent trials of equal chance. Units: n and x whole, p in [0, 1], result in [0, 1]; x ≤ 0 gives 1, x > n
 * gives 0. Errors: none. Accuracy: relative error ≤ 1e-12 down to 1e-300 for n up to 1e5: it is summed from the small
 * side. Cost: as many terms as matter, about 9 standard deviations.
 * Source: C. Loader (2000) for the first term; the sum by the ratio of neighbours.
 *
 * @example binomialUpperTail(3, 2, 0.01) // => 0.000298
 */
export function binomialUpperTail(n: number, x: number, p: number): number {
  if (x <= 0) return 1;
  if (x > n || p <= 0) return 0;
  if (p >= 1) return 1;
  if (x === n) return p ** n;
  if (x === 1) return anyOfSame(p, n);
  return x > n * p ? sumUpwards(n, x, p) : 1 - sumDownwards(n, x - 1, p);
}

/**
 * P(X ≤ x) for a binomial count X of n trials with chance p.
 *
 * Model, units, errors, cost and source as for the upper tail; x < 0 gives 0, x ≥ n gives 1.
 * Accuracy: relative error ≤ 1e-12 down to 1e-300 for n up to 1e5.
 *
 * @example binomialLowerTail(3, 1, 0.01) // => 0.999702
 */
export function binomialLowerTail(n: number, x: number, p: number): number {
  if (x < 0) return 0;
  if (x >= n || p <= 0) return 1;
  if (p >= 1) return 0;
  return x < n * p ? sumDownwards(n, x, p) : 1 - sumUpwards(n, x + 1, p);
}

/**
 * How fast P(X ≥ x) grows with the chance p: n · P(X' = x − 1) with X' of n − 1 trials.
 *
 * Model, units and domain as for the upper tail; result ≥ 0. Errors: none. Accuracy: that of a single binomial chance.
 * Cost: constant. Source: the beta-integral form of the tail, Abramowitz and Stegun (1964), 26.5.24, differentiated.
 *
 * @example binomialTailSlope(2, 2, 0.01) // => 0.02
 */
export function binomialTailSlope(n: number, x: number, p: number): number {
  if (x <= 0 || x > n) return 0;
  return n * binomialChance(n - 1, x - 1, p);
}
