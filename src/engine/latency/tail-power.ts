import type { GridMeasure } from './grid-measure.ts';

/** Less missing than this is rounding. */
const COMES = 1e-12;

/**
 * How the tail of the k-th of several falls: at least n − k + 1 must not have come, of which those that may never come wait
 * for nothing, and each of the others adds its power.
 *
 * Model: independent, regularly varying tails. Units: pure numbers; Infinity falls faster than every power. Errors: none.
 * Accuracy: exact. Cost: a sort. Source: A. H. Jessen, T. Mikosch, "Regularly varying functions", Publ. Inst. Math. 80 (2006).
 *
 * @example orderTailPower(1, [{ mass: 1, tailPower: 1.5 }], 2) // => 3
 */
export function orderTailPower(
  k: number,
  measures: readonly Pick<GridMeasure, 'mass' | 'tailPower'>[],
  times = 1,
): number {
  const mayMiss = measures.length * times - k;
  if (times > 1) {
    const [{ mass, tailPower } = { mass: 0, tailPower: 0 }] = measures;
    return tailPower * (1 - mass > COMES ? 1 : mayMiss + 1);
  }
  const coming = measures.filter(({ mass }) => 1 - mass <= COMES);
  const missing = measures
    .filter(({ mass }) => 1 - mass > COMES)
    .sort((one, other) => (one.tailPower === other.tailPower ? 0 : other.tailPower - one.tailPower));
  const gone = Math.min(missing.length, mayMiss);
  return [...coming, ...missing.slice(gone)]
    .map(({ tailPower }) => tailPower)
    .sort((one, other) => (one === other ? 0 : one - other))
    .slice(0, mayMiss + 1 - gone)
    .reduce((sum, power) => sum + power, 0);
}
