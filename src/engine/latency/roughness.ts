import type { Grid } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';
import { pointBefore } from './grid.ts';

/** Densities at five points are smooth when none bends by more than this share of their sum; where they may jump, by more than that. */
const SMOOTH = 0.2;
const JUMPING = 0.5;

/** Whether a piece has at a point of the grid what is no smooth density: single times that were rounded, or a peak. */
function isRough({ points }: Grid, { low, bins }: GridMeasure, point: number, most: number): boolean {
  const density = (at: number): number => {
    const mass = bins[at - low] ?? 0;
    return mass === 0 ? 0 : mass / (points[at + 1]! - (points[at - 1] ?? 0));
  };
  const five = [-2, -1, 0, 1, 2].map((place) => density(point + place));
  const sum = five.reduce((all, each) => all + each, 0);
  return five.slice(1, -1).some((each, before) => Math.abs(five[before]! - 2 * each + five[before + 2]!) > most * sum);
}

/**
 * How far what is read at a time may be off, because what is spread there is not smooth: a step of the grid, else 0.
 *
 * Model: exact times beyond those that are kept, and peaks narrower than a step, have lost their place between two points.
 * Units: seconds. Errors: none. Accuracy: a bound of what rounding moves, not of what several sums add. Cost: a few bins.
 * Source: none needed.
 *
 * @example roughnessOf(createGrid(8), { ...NEVER, low: 272, bins: new Float64Array([1]) }, 1) // => 0.125
 */
export function roughnessOf(grid: Grid, measure: GridMeasure, seconds: number): number {
  const { atoms, far } = measure;
  if (atoms.seconds.includes(seconds)) return 0;
  for (const piece of [measure, ...far]) {
    const point = pointBefore(grid, seconds - piece.start);
    const isInside = point >= piece.low - 1 && point < piece.low + piece.bins.length && point < grid.last;
    const [from, to] = [piece.start + (grid.points[point - 2] ?? 0), piece.start + grid.points[point + 3]!];
    if (!isInside) continue;
    const most = piece.kinks.some((kink) => kink >= from && kink <= to) ? JUMPING : SMOOTH;
    if ([point, point + 1].some((at) => isRough(grid, piece, at, most)))
      return grid.points[point + 1]! - (grid.points[point] ?? 0);
  }
  return 0;
}
