/**
 * Numbers from one to another, each the same factor larger than the one before, both ends included.
 *
 * Model: none. Units: positive numbers, `from` ≤ `to`, at least two. Errors: none. Accuracy: to rounding.
 * Cost: linear. Source: none needed.
 *
 * @example logGrid(1, 100, 3) // => [1, 10, 100]
 */
export function logGrid(from: number, to: number, count: number): number[] {
  const step = Math.log(to / from) / (count - 1);
  return Array.from({ length: count }, (_, place) => (place === count - 1 ? to : from * Math.exp(step * place)));
}
