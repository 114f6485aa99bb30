/** P(|T| ≤ √ν tan θ), by the finite sums for whole ν: all their terms are positive, so nothing cancels. */
function within(theta: number, freedom: number): number {
  const square = Math.cos(theta) ** 2;
  const even = freedom % 2 === 0;
  let term = even ? 1 : Math.cos(theta);
  let sum = freedom === 1 ? 0 : term;
  for (let j = even ? 1 : 2; j <= freedom - 3 && term > 1e-17 * sum; j += 2) {
    term *= (j / (j + 1)) * square;
    sum += term;
  }
  return even ? Math.sin(theta) * sum : (2 / Math.PI) * (theta + Math.sin(theta) * sum);
}

/**
 * The t that |T| stays below with a given probability, for Student's distribution of ν degrees of freedom: what half of a
 * two-sided confidence interval is in standard errors.
 *
 * Model: none. Units: pure numbers, probability in (0, 1), ν whole and at least 1. Errors: none. Accuracy: relative error
 * below 1e-12. Cost: some 60 sums of at most ν/2 terms. Source: Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
 *
 * @example studentWithin(0.95, 4) // => 2.7764451051977987
 */
export function studentWithin(probability: number, freedom: number): number {
  let [low, high] = [0, Math.PI / 2];
  while (high - low > 4e-16 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (within(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return Math.sqrt(freedom) * Math.tan(high);
}
