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
 * Ends a tally with parts on one grid, which begins with the first of them.
 *
 * Model: docs/latency-maths.md. Units: seconds, masses. Errors: none. Accuracy: that of a shift. Cost: the bins of all
 * parts. Source: none needed.
 *
 * @example onOneGrid(new Tally(createGrid(8), 'near'), [], { mass: 0, tailPower: 2 }).bins.length // => 0
 */
export function onOneGrid(tally: Tally, parts: readonly Part[], known: Known): GridMeasure {
  if (parts.length > 0) {
    const start = Math.min(...parts.map(beginOf));
    tally.begin(start);
    for (const part of parts) shift(tally, part.measure, beginOf(part) - start, part.factor);
  }
  const kinks = parts.flatMap(({ measure, seconds }) => measure.kinks.map((kink) => seconds + kink));
  return withNarrowGrid(tally, { ...known, kinks });
}

/** When the grid of a part begins. */
export const beginOf = ({ measure, seconds }: Part): number => measure.start + seconds;

/** What is spread in a measure, piece by piece; of the first, what is far is not meant. */
export const piecesOf = (measure: GridMeasure): readonly GridMeasure[] =>
  [measure, ...measure.far].filter(({ bins }) => bins.length > 0);
