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
  const copies = measures.flatMap((measure) => (times === 1 ? [measure] : [measure]));
  if (times > 1) {
    const [{ mass, tailPower } = { mass: 0, tailPower: 0 }] = copies;
    return tailPower * (1 - mass > COMES ? 1 : mayMiss + 1);
  }
  const missing = copies.filter(({ mass }) => 1 - mass > COMES).sort((one, other) => other.tailPower - one.tailPower);
  const gone = missing.slice(0, mayMiss);
  const rest = copies.filter((measure) => !gone.includes(measure)).map(({ tailPower }) => tailPower);
  return rest
    .sort((one, other) => (one === other ? 0 : one - other))
    .slice(0, mayMiss + 1 - gone.length)
    .reduce((sum, power) => sum + power, 0);
}
