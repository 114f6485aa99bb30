import { SAME_TIME } from './atoms.ts';
import type { GridMeasure } from './grid-measure.ts';
import { profileOf } from './profile.ts';
import type { Tally } from './tally.ts';

/**
 * What comes within a time, its end included.
 *
 * Model, units, errors, accuracy, cost and source as for the pieces that it is cut into.
 *
 * @example upTo(new Tally(createGrid(8), 'near'), NEVER, 1).mass // => 0
 */
export function upTo(tally: Tally, measure: GridMeasure, seconds: number): GridMeasure {
  const mass = cut(tally, measure, seconds);
  const kinks = [seconds, ...measure.kinks.filter((kink) => kink < seconds)];
  const near = tally.measure({ mass, tailPower: Number.POSITIVE_INFINITY, kinks });
  const far = measure.far.map((piece) => upTo(tally, piece, seconds)).filter(({ bins }) => bins.length > 0);
  if (far.length === 0) return near;
  const sum = (of: (piece: GridMeasure) => number): number => far.reduce((all, piece) => all + of(piece), of(near));
  return { ...near, far, mass: sum((piece) => piece.mass), moment: sum((piece) => piece.moment) };
}

/**
 * What comes of one piece within a time, its end included: adds it to the tally and gives its mass.
 *
 * Model: a time is its own up to 1e-12 of itself. `near` cuts the cell by the profile, keeping the mean of what stays;
 * `down` and `up` keep or drop whole bins, which bounds. Units: seconds, masses. Errors: none.
 * Accuracy: exact for exact times; else that of the profile. Cost: the bins that stay.
 * Source: none needed.
 *
 * @example cut(new Tally(createGrid(8), 'near'), { atoms: { seconds: [1], masses: [1] }, start: 0, low: 0, bins: new Float64Array(0), late: 0, kinks: [] }, 1) // => 1
 */
export function cut(tally: Tally, measure: GridMeasure, seconds: number): number {
  const { atoms, low, bins } = measure;
  const end = seconds * (1 + SAME_TIME);
  let mass = 0;
  atoms.seconds.forEach((at, place) => {
    if (at > end) return;
    tally.addAtom(at, atoms.masses[place]!);
    mass += atoms.masses[place]!;
  });
  if (bins.length === 0) return mass;
  tally.begin(measure.start);
  const profile = profileOf(tally.grid, tally.rounding, measure);
  const cell = profile.cellOf(end);
  // Bins up to `cell` stand at or before the start of the time's cell.
  const whole = profile.smooth && cell > 0 && cell < profile.count ? cell - 1 : cell;
  tally.addBins(low, bins.subarray(0, whole), 1);
  if (whole === cell) return mass + profile.below[cell]!;
  const part = profile.find(end);
  const kept = Math.max(profile.below[whole]!, profile.withinAt(part));
  const mean = Math.min(kept, Math.max(profile.below[whole]!, profile.comeBefore(part) + (1 - part) * kept));
  tally.addPoint(low + whole, mean - profile.below[whole]!);
  tally.addPoint(low + cell, kept - mean);
  return mass + kept;
}
