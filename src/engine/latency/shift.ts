import { pointBefore } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';
import { profileOf } from './profile.ts';
import type { Tally } from './tally.ts';

/** The means of the profile over all cells, moved: of what has come from the left up to the middle, of the rest from the right. */
function shiftNear(tally: Tally, measure: GridMeasure, seconds: number, factor: number): void {
  const { grid, bins } = tally;
  const { points } = grid;
  const profile = profileOf(grid, tally.rounding, measure);
  const { low, count, below, above } = profile;
  const mass = below[count]!;
  const [begin, end] = [profile.start(1), profile.start(count)];
  const first = pointBefore(grid, begin + seconds);
  let last = first;
  while (last <= grid.last && (last < 0 || points[last]! - seconds < end)) last++;
  tally.touch(Math.max(0, first), last + 1);

  // ∫ of what has come: up to the start of the cell, and up to the point.
  let come = 0;
  let cameTo = 0;
  let before = 0;
  let cell = 1;
  let middle = first;
  let from = 0;
  for (let point = first; point <= last; point++) {
    const to = point < 0 ? 0 : points[point]!;
    const time = to - seconds;
    for (; cell < count && points[low + cell]! <= time; cell++)
      come += below[cell]! * (points[low + cell]! - points[low + cell - 1]!);
    let comeTo = come + mass * (time - end);
    if (cell < count) {
      const start = points[low + cell - 1]!;
      const width = points[low + cell]! - start;
      comeTo = 0;
      if (time > begin) {
        profile.enter(cell);
        comeTo = come + width * profile.comeBefore((time - start) / width);
      }
    }
    if (point > first) {
      const within = (comeTo - cameTo) / (to - from);
      if (within > mass / 2) break;
      const at = Math.max(0, middle);
      bins[at] = bins[at]! + factor * Math.max(0, within - before);
      before = within;
      middle = point;
    }
    cameTo = comeTo;
    from = to;
  }

  // ∫ of what is to come: from the end of the cell, and from the point.
  let left = 0;
  let leftFrom = 0;
  let after = 0;
  let to = 0;
  cell = count - 1;
  for (let point = last; point >= middle; point--) {
    from = point < 0 ? 0 : points[point]!;
    const time = from - seconds;
    for (; cell > 0 && points[low + cell - 1]! > time; cell--)
      left += (above[cell]! - measure.late) * (points[low + cell]! - points[low + cell - 1]!);
    let leftTo = left + mass * (begin - time);
    if (cell > 0) {
      const start = points[low + cell - 1]!;
      const width = points[low + cell]! - start;
      leftTo = 0;
      if (time < end) {
        profile.enter(cell);
        leftTo = left + width * profile.leftAfter(cell, (time - start) / width);
      }
    }
    if (point < last) {
      const beyond = (leftTo - leftFrom) / (to - from);
      bins[point + 1] = bins[point + 1]! + factor * Math.max(0, beyond - after);
      after = beyond;
    }
    leftFrom = leftTo;
    to = from;
  }
  const at = Math.max(0, middle);
  bins[at] = bins[at]! + factor * Math.max(0, mass - before - after);
}

/**
 * What is on the grid, a constant time later, times a factor: adds it to the tally, whose start does not count here. What is
 * late is left to the caller.
 *
 * Model: `near`: the mean of the profile over every cell, moved; `down` and `up`: each mass moved to a point.
 * Units: seconds, masses. Errors: none. Accuracy: `near` as the profile, about (step/width)⁴. Cost: one value a bin.
 * Source: P. Colella, P. R. Woodward, "The piecewise parabolic method", J. Comput. Phys. 54 (1984), for advection.
 *
 * @example ((tally) => (shift(tally, { start: 0, low: 8, bins: new Float64Array([1]), late: 0, kinks: [] }, 1, 0.5), tally.measure({ mass: 0.5, tailPower: 2 }).moment))(new Tally(createGrid(8), 'near')) // => 0.5000000000582077
 */
export function shift(tally: Tally, measure: GridMeasure, seconds: number, factor: number): void {
  const { low, bins } = measure;
  if (bins.length === 0) return;
  const { points } = tally.grid;
  if (seconds === 0) tally.addBins(low, bins, factor);
  else if (tally.rounding === 'near' && bins.length > 1) shiftNear(tally, measure, seconds, factor);
  else for (let bin = 0; bin < bins.length; bin++) tally.addRounded(points[low + bin]! + seconds, factor * bins[bin]!);
}
