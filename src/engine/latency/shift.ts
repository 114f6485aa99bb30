import { pointBefore } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';
import { type Profile, profileOf } from './profile.ts';
import type { Tally } from './tally.ts';

/** The running integrals of a profile at the starts of its cells: of what has come from the left, of what is to come from the right. */
function integrals(profile: Profile, late: number): { come: Float64Array; left: Float64Array } {
  const { count, below, above } = profile;
  const come = new Float64Array(count + 1);
  const left = new Float64Array(count + 1);
  for (let cell = 1; cell < count; cell++) come[cell + 1] = come[cell]! + below[cell]! * profile.width(cell);
  for (let cell = count - 1; cell > 0; cell--)
    left[cell] = left[cell + 1]! + (above[cell]! - late) * profile.width(cell);
  return { come, left };
}

function shiftNear(tally: Tally, measure: GridMeasure, seconds: number, factor: number): void {
  const { grid } = tally;
  const profile = profileOf(grid, tally.rounding, measure);
  const { count, below, above } = profile;
  const { come, left } = integrals(profile, measure.late);
  const mass = below[count]!;
  const [begin, end] = [profile.start(1), profile.start(count)];
  let cell = 1;
  // ∫ of what has come up to the time, ∫ of what is to come after it.
  let [comeTo, leftFrom] = [0, 0];
  const moveTo = (time: number): void => {
    if (time <= begin) [comeTo, leftFrom] = [0, left[1]! + mass * (begin - time)];
    else if (time >= end) [comeTo, leftFrom] = [come[count]! + mass * (time - end), 0];
    else {
      while (profile.start(cell + 1) <= time) cell++;
      const width = profile.width(cell);
      profile.enter(cell);
      const part = profile.integral((time - profile.start(cell)) / width) * width;
      const whole = profile.tail ? above[cell]! * width : below[cell]! * width;
      const late = measure.late * (time - profile.start(cell));
      const ofCome = profile.tail ? (mass + measure.late) * (time - profile.start(cell)) - part : part;
      const ofLeft = profile.tail
        ? whole - part - (measure.late * width - late)
        : mass * (width - (time - profile.start(cell))) - (whole - part);
      comeTo = come[cell]! + ofCome;
      leftFrom = left[cell + 1]! + ofLeft;
    }
  };
  const first = pointBefore(grid, begin + seconds);
  let tail = false;
  let before = 0;
  let after = mass;
  moveTo((first < 0 ? 0 : grid.points[first]!) - seconds);
  for (let point = first; ; point++) {
    const from = point < 0 ? 0 : grid.points[point]!;
    const to = grid.points[point + 1];
    if (to === undefined || from - seconds >= end || point > grid.last) {
      tally.addPoint(point, factor * (tail ? after : mass - before));
      return;
    }
    const [cameTo, wasLeft] = [comeTo, leftFrom];
    moveTo(to - seconds);
    const within = (comeTo - cameTo) / (to - from);
    if (!tail && within <= mass / 2) {
      tally.addPoint(point, factor * Math.max(0, within - before));
      before = within;
      continue;
    }
    const beyond = (wasLeft - leftFrom) / (to - from);
    tally.addPoint(point, factor * Math.max(0, tail ? after - beyond : mass - before - beyond));
    tail = true;
    after = beyond;
  }
}

/**
 * What is on the grid, a constant time later, times a factor: adds it to the tally, whose start does not count here. What is
 * late is left to the caller.
 *
 * Model: `near`: the mean of the profile over every cell, moved; `down` and `up`: each mass moved to a point.
 * Units: seconds, masses. Errors: none. Accuracy: `near` as the profile, about (step/width)⁴. Cost: one value a bin.
 * Source: P. Colella, P. R. Woodward, "The piecewise parabolic method", J. Comput. Phys. 54 (1984), for advection.
 *
 * @example ((tally) => (shift(tally, { start: 0, low: 8, bins: new Float64Array([1]), late: 0, kinks: [] }, 1, 0.5), tally.measure({ mass: 0.5, tailPower: 2 }).moment))(new Tally(createGrid(8), 'near')) // => 0.5000000596046448
 */
export function shift(tally: Tally, measure: GridMeasure, seconds: number, factor: number): void {
  const { low, bins } = measure;
  if (bins.length === 0) return;
  const { points } = tally.grid;
  if (seconds === 0) {
    for (let bin = 0; bin < bins.length; bin++) tally.bins[low + bin] = tally.bins[low + bin]! + factor * bins[bin]!;
    tally.touch(low, low + bins.length);
  } else if (tally.rounding === 'near' && bins.length > 1) shiftNear(tally, measure, seconds, factor);
  else for (let bin = 0; bin < bins.length; bin++) tally.addRounded(points[low + bin]! + seconds, factor * bins[bin]!);
}
