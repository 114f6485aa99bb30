import { deviance } from './binomial-chance.ts';

/** ln Γ(a + 1) − ((a + ½) ln a − a + ½ ln 2π) for any a > 0: Stirling's series where it is short enough, reached by steps up. */
function stirlingRest(a: number): number {
  let rest = 0;
  let at = a;
  // One step up, from a to a + 1, changes it by (a + ½) ln(1 + 1/a) − 1.
  for (; at < 15; at++) rest += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = at * at;
  return rest + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / at;
}

/**
 * The gamma function Γ(a + 1) for a ≥ 0, the factorial of any number.
 *
 * Model: none. Units: pure numbers. Errors: none; Infinity above a = 170.6. Accuracy: relative error below 1e-13.
 * Cost: up to 15 logarithms. Source: Abramowitz and Stegun (1964), 6.1.15 and 6.1.40.
 *
 * @example factorial(0.5) // => 0.886226925452758
 */
export function factorial(a: number): number {
  return a === 0 ? 1 : Math.exp((a + 0.5) * Math.log(a) - a + stirlingRest(a)) * Math.sqrt(2 * Math.PI);
}

/** The lower share by its power series, over xᵃe⁻ˣ/Γ(a + 1). */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The upper share by its continued fraction, over xᵃe⁻ˣ/Γ(a + 1), evaluated forwards (Lentz). */
function fraction(a: number, x: number): number {
  let below = x + 1 - a;
  let up = 1 / 1e-300;
  let down = 1 / below;
  let value = down;
  for (let n = 1; n < 100_000; n++) {
    const factor = -n * (n - a);
    below += 2;
    down = 1 / (factor * down + below);
    up = below + factor / up;
    const step = up * down;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return a * value;
}

/**
 * The two shares of the gamma function that lie below and above x, [P(a, x), Q(a, x)]: the distribution function of a
 * gamma variable of shape a and scale 1, and its complement.
 *
 * Model: none. Units: pure numbers, a > 0, x ≥ 0; the shares add up to 1. Errors: none.
 * Accuracy: relative error of the smaller one below 1e-12 for shapes up to 1e4. Cost: some 5√a + 20 terms.
 * Source: Abramowitz and Stegun (1964), 6.5.29 and 6.5.31; C. Loader (2000) for the factor before them.
 *
 * @example gammaShares(2, 3) // => [0.8008517265285442, 0.1991482734714558]
 */
export function gammaShares(a: number, x: number): readonly [below: number, above: number] {
  if (!(x > 0)) return [0, 1];
  if (x === Number.POSITIVE_INFINITY) return [1, 0];
  const factor = Math.exp(-deviance(a, x) - stirlingRest(a)) / Math.sqrt(2 * Math.PI * a);
  if (factor === 0) return x < a ? [0, 1] : [1, 0];
  if (x < a + 1) {
    const below = factor * series(a, x);
    return [below, 1 - below];
  }
  const above = factor * fraction(a, x);
  return [1 - above, above];
}
