/** ln n! − ((n + ½) ln n − n + ½ ln 2π) for n up to 15, where the series below is too short. */
const STIRLING_ERRORS = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.0104112652619721, 0.009255462182712733, 0.008330563433362871,
  0.00757367548795184, 0.00694284010720953, 0.006408994188004207, 0.005951370112758848, 0.005554733551962801,
];

/**
 * What Stirling's formula leaves out: ln n! − ((n + ½) ln n − n + ½ ln 2π).
 *
 * Model: none. Units: n a whole number ≥ 0, result a pure number. Errors: none (a table up to 15, then five terms).
 * Accuracy: absolute error below 1e-16. Cost: constant.
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000), section 3.
 *
 * @example stirlingError(10) // => 0.008330563433362871
 */
export function stirlingError(n: number): number {
  const known = STIRLING_ERRORS[n];
  if (known !== undefined) return known;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/**
 * The deviance term x ln(x/m) + m − x without cancellation.
 *
 * Model: none. Units: x > 0, m > 0, pure numbers. Errors: none. Accuracy: a few units in the last place also for x near m,
 * by a series in (x − m)/(x + m). Cost: at most about 40 terms.
 * Source: C. Loader (2000), section 3, with the series taken further out.
 *
 * @example deviance(2, 1) // => 0.3862943611198906
 */
export function deviance(x: number, mean: number): number {
  const ratio = (x - mean) / (x + mean);
  if (Math.abs(ratio) > 0.5) return x * Math.log(x / mean) + mean - x;
  let sum = (x - mean) * ratio;
  let term = 2 * x * ratio;
  for (let j = 1; ; j++) {
    term *= ratio * ratio;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * P(X = x) for a binomial count X of n trials with chance p.
 *
 * Model: independent trials of equal chance. Units: n and x whole, 0 ≤ x ≤ n, p in [0, 1]. Errors: none; below 1e-308 it
 * is 0. Accuracy: relative error ≤ 5e-13 down to 1e-300 for n up to 1e5 (tests against exact integers).
 * Cost: n multiplications up to n = 40, constant beyond.
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
 *
 * @example binomialChance(3, 2, 0.01) // => 0.000297
 */
export function binomialChance(n: number, x: number, p: number): number {
  const q = 1 - p;
  if (x === 0) return q <= 0 ? (n === 0 ? 1 : 0) : Math.exp(n * Math.log1p(-p));
  if (p === 0) return 0;
  if (x === n) return p ** n;
  if (q <= 0) return 0;
  if (n <= 40) {
    let ways = 1;
    const few = Math.min(x, n - x);
    for (let j = 1; j <= few; j++) ways = (ways * (n - few + j)) / j;
    return ways * p ** x * q ** (n - x);
  }
  const log = stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q);
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}
