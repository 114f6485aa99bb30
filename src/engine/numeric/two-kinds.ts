import { binomialChance } from './binomial-chance.ts';
import { binomialUpperTail } from './binomial-tail.ts';

/** Sums over how many of the first kind happen, from 0 on, until what is left no longer matters. */
function overFirst(n: number, p: number, term: (happened: number) => number): number {
  let sum = 0;
  for (let happened = 0; happened <= n; happened++) {
    const chance = binomialChance(n, happened, p);
    sum += chance * term(happened);
    if (happened > n * p && chance < 1e-18 * sum) break;
  }
  return sum;
}

/**
 * P(X + Y ≥ x) for two binomial counts: X of n trials with chance p, Y of m trials with chance q.
 *
 * Model: independent trials. Units: whole n, m, x ≥ 0; chances and result in [0, 1]. Errors: none.
 * Accuracy: relative error ≤ 1e-12, all terms are positive. Cost: n binomial tails, fewer where X is narrow.
 * Source: convolution; R. E. Barlow, K. D. Heidtmann, IEEE Trans. Rel. 33 (1984).
 *
 * @example twoKindsUpperTail(1, 0.1, 1, 0.2, 2) // => 0.02
 */
export function twoKindsUpperTail(n: number, p: number, m: number, q: number, x: number): number {
  return overFirst(n, p, (happened) => binomialUpperTail(m, x - happened, q));
}

/**
 * P(X + Y = x) for the same two counts.
 *
 * Model, units, errors, accuracy and source as for the tail. Cost: n binomial chances, fewer where X is narrow.
 *
 * @example twoKindsChance(1, 0.1, 1, 0.2, 1) // => 0.26
 */
export function twoKindsChance(n: number, p: number, m: number, q: number, x: number): number {
  return overFirst(n, p, (happened) => {
    const rest = x - happened;
    return rest < 0 || rest > m ? 0 : binomialChance(m, rest, q);
  });
}
