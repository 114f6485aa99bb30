import type { Grid } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';

/**
 * The mean of the square of what comes, by the masses themselves; what is late counts at the end of the grid, with the
 * rest of its power tail.
 *
 * Model: docs/latency-maths.md. Units: seconds squared. Errors: Infinity where nothing comes, or where it does not exist.
 * Accuracy: rounding to the grid adds at most a quarter of a step squared. Cost: the occupied part of the grid.
 * Source: none needed.
 *
 * @example meanSquareOf(createGrid(8), { ...NEVER, mass: 0.5, atoms: { seconds: [3], masses: [0.5] } }) // => 9
 */
export function meanSquareOf({ points, last }: Grid, measure: GridMeasure): number {
  const { mass, atoms, late, tailPower } = measure;
  if (mass === 0 || tailPower <= 2) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const { start, low, bins } of [measure, ...measure.far])
    for (let bin = 0; bin < bins.length; bin++) sum += bins[bin]! * (start + points[low + bin]!) ** 2;
  atoms.seconds.forEach((seconds, place) => (sum += seconds * seconds * atoms.masses[place]!));
  if (late > 0) sum += late * points[last]! ** 2 * (tailPower < 1e9 ? tailPower / (tailPower - 2) : 1);
  return sum / mass;
}
