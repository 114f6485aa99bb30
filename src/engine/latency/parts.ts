import { startOf } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';
import { shift } from './shift.ts';
import type { Known, Tally } from './tally.ts';

/** To be put on a grid of its own costs a little accuracy: what begins later than this share of its width gains more. */
const NARROW = 1 / 4;

/** What is on a grid, so many seconds later and times a factor. */
export interface Part {
  readonly measure: GridMeasure;
  readonly seconds: number;
  readonly factor: number;
}

/** How much later the grid of a measure should begin. */
export const narrowBy = ({ grid, rounding }: Tally, { low, bins }: GridMeasure): number =>
  bins.length < 2 || rounding !== 'near' ? 0 : startOf(grid, low, low + bins.length - 1, NARROW);

/**
 * Ends a tally; what has become narrow gets a grid that begins shortly before it.
 *
 * Model: docs/latency-maths.md. Units: seconds, masses. Errors: none. Accuracy: that of a shift, where one is made.
 * Cost: the occupied part of the grid. Source: none needed.
 *
 * @example withNarrowGrid(new Tally(createGrid(8), 'near'), { mass: 0, tailPower: 2 }).tailPower // => 2
 */
export function withNarrowGrid(tally: Tally, known: Known): GridMeasure {
  const measure = tally.measure(known);
  const { atoms, start, late } = measure;
  const more = narrowBy(tally, measure);
  if (more === 0) return measure;
  tally.begin(start + more);
  atoms.seconds.forEach((seconds, place) => tally.addAtom(seconds, atoms.masses[place]!));
  shift(tally, measure, -more, 1);
  tally.late += late;
  return tally.measure(measure);
}

/**
 * Adds parts to a tally, which begins with the first of them.
 *
 * Model, units, errors and accuracy as for a shift. Cost: the bins of all parts. Source: none needed.
 *
 * @example addParts(new Tally(createGrid(8), 'near'), []) // => undefined
 */
export function addParts(tally: Tally, parts: readonly Part[]): void {
  const some = parts.filter(({ measure }) => measure.bins.length > 0);
  if (some.length === 0) return;
  const start = Math.min(...some.map(({ measure, seconds }) => measure.start + seconds));
  tally.begin(start);
  for (const { measure, seconds, factor } of some) shift(tally, measure, measure.start + seconds - start, factor);
}
