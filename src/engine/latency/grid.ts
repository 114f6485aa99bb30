import { edgeWeights } from './edge-weights.ts';

const LOWEST_EXPONENT = -34;
const OCTAVES = 64;

/**
 * The times that densities are kept at: 2ᵒ(1 + j/H) seconds, H of them an octave, from 58 ps to 34 years.
 * `points` goes one octave on, so that the sum of two of them always has a place.
 */
export interface Grid {
  readonly binsPerOctave: number;
  readonly points: Float64Array;
  /** Four for each place in an octave. */
  readonly edges: Float64Array;
  /** The index of the last point that a mass may stand at. */
  readonly last: number;
}

/**
 * A grid of H times an octave, as HdrHistogram lays them out: linear in each octave, every octave twice as wide.
 *
 * Model: relative steps from 1/H down to 1/2H. Units: H whole, seconds. Errors: none. Accuracy: the points are exact.
 * Cost: 65 H numbers. Source: G. Tene, "HdrHistogram" (2012).
 *
 * @example createGrid(64).points[1] / createGrid(64).points[0] // => 1.015625
 */
export function createGrid(binsPerOctave: number): Grid {
  const points = Float64Array.from(
    { length: (OCTAVES + 1) * binsPerOctave + 1 },
    (_, index) =>
      2 ** (LOWEST_EXPONENT + Math.floor(index / binsPerOctave)) * (1 + (index % binsPerOctave) / binsPerOctave),
  );
  return { binsPerOctave, points, edges: edgeWeights(binsPerOctave), last: OCTAVES * binsPerOctave };
}

/**
 * The index of the last point at or before a time: −1 before the first.
 *
 * Model: none. Units: seconds ≥ 0. Errors: none; it is never more than the grid's last. Accuracy: exact.
 * Cost: one logarithm. Source: none needed.
 *
 * @example pointBefore(createGrid(64), 2 ** -34 * 1.02) // => 1
 */
export function pointBefore({ binsPerOctave, points, last }: Grid, seconds: number): number {
  if (seconds < points[0]!) return -1;
  if (seconds >= points[last]!) return last;
  const octave = Math.floor(Math.log2(seconds)) - LOWEST_EXPONENT;
  const part = Math.floor((seconds / 2 ** (octave + LOWEST_EXPONENT) - 1) * binsPerOctave);
  let index = Math.min(last, Math.max(0, octave * binsPerOctave + part));
  while (points[index]! > seconds) index--;
  while (points[index + 1]! <= seconds) index++;
  return index;
}

/**
 * Where the grid should begin for what stands between two of its points: at 0, or shortly before it where it is narrow, so
 * that there are enough points inside.
 *
 * Model: narrow is what comes later than `narrow` times its width, though wide enough for the finest points; it then
 * begins a sixteenth of its width before.
 * Units: seconds, indices of points. Errors: none. Accuracy: exact. Cost: constant. Source: none needed.
 *
 * @example startOf(createGrid(8), 100, 140, 1) // => 0
 */
export function startOf({ points, last }: Grid, first: number, end: number, narrow: number): number {
  if (first < 0 || end > last) return 0;
  const width = points[end]! - points[first]!;
  return points[first]! > narrow * width && width > 1000 * points[0]! ? Math.max(0, points[first]! - width / 16) : 0;
}
