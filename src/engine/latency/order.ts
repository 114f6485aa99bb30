import type { Enough } from './at-least.ts';
import type { GridMeasure } from './grid-measure.ts';
import { type Events, eventsOf, Moments } from './moments.ts';
import { DEVIATION, profileOf } from './profile.ts';
import type { Tally } from './tally.ts';

/** The masses that the exact times of the measures give, as running sums from both sides. */
function addEvents(
  tally: Tally,
  moments: Moments,
  { seconds }: Events,
  mass: number,
): { before: number[]; after: number[] } {
  const masses = seconds.map((at, event) => {
    moments.stand(at, event);
    const [came, left] = [moments.read(false), moments.read(true)];
    moments.stand(at, event + 1);
    if (came > mass / 2) return Math.max(0, left - moments.read(true));
    const now = moments.read(false);
    return Math.max(0, now <= mass / 2 ? now - came : mass - came - moments.read(true));
  });
  masses.forEach((each, event) => tally.addAtom(seconds[event]!, each));
  const before = [0];
  for (const each of masses) before.push(before.at(-1)! + each);
  const after = [0];
  for (const each of masses.toReversed()) after.push(after.at(-1)! + each);
  return { before, after: after.toReversed() };
}

/** How many of some rising times have passed by a time, which rises too. */
function passing(times: readonly number[], included: boolean): (seconds: number) => number {
  let passed = 0;
  return (seconds) => {
    while (passed < times.length && (included ? times[passed]! <= seconds : times[passed]! < seconds)) passed++;
    return passed;
  };
}

/** How many cells are read at once from the left, until the rest is read from the right. */
const AT_ONCE = 16;

/** Two places of a piece, in its widths, at which products of lines have their mean. */
const PLACES = [0.5 - DEVIATION, 0.5 + DEVIATION];

/** The mean over a cell of what comes smoothly, in pieces between turns: `sums` are what the exact times give on its side. */
function meanInPieces(
  moments: Moments,
  from: number,
  to: number,
  turns: readonly number[],
  passed: number,
  tail: boolean,
  sums: readonly number[],
): number {
  let sum = 0;
  let start = from;
  let at = passed;
  for (const end of [...turns.filter((turn) => turn < to), to]) {
    for (const place of PLACES) {
      moments.stand(start + place * (end - start), at);
      sum += ((end - start) / 2) * (moments.read(tail) - sums[at]!);
    }
    while (moments.events[at]! <= end) at++;
    start = end;
  }
  return sum / (to - from);
}

/**
 * When enough of several independent times have come: the order statistics of measures, whose grids begin where the
 * tally's does. Adds to the tally.
 *
 * Model: pointwise on the distribution functions. Every exact time of a part is one of the result; between them `near`
 * takes the mean over each cell by two points, `down` and `up` the value on the staircase. Units: seconds, masses.
 * Errors: none. Accuracy: exact at exact times of constants and discrete mixtures; else about (step/width)² / 24 of a
 * second derivative that two points do not see. Cost: two evaluations a bin.
 * Source: H. A. David, H. N. Nagaraja, "Order statistics" (2003), chapter 2.
 *
 * @example ((tally, one) => (addOrder(tally, [one, one], atLeastOf(2, [1, 1])), tally.measure({ mass: 1, tailPower: 2 }).atoms.seconds))(new Tally(createGrid(8), 'near'), createAlgebra({ binsPerOctave: 8, rounding: 'near' }).at(3)) // => [3]
 */
export function addOrder(tally: Tally, measures: readonly GridMeasure[], enough: Enough): void {
  const { grid, rounding } = tally;
  const spread = measures.filter(({ bins }) => bins.length > 0);
  const low = spread.length > 0 ? Math.min(...spread.map((measure) => measure.low)) : 0;
  const high = Math.max(low, ...spread.map((measure) => measure.low + measure.bins.length));
  const events = eventsOf(measures);
  const profiles = measures.map((measure, place) => profileOf(grid, rounding, measure, place));
  const moments = new Moments(profiles, enough, events, low, high);
  const sums = addEvents(tally, moments, events, enough.mass);
  const mass = Math.max(0, enough.mass - sums.after[0]!);
  if (spread.length === 0) {
    if (measures.some(({ late }) => late > 0)) tally.late += mass;
    return;
  }
  const near = rounding === 'near';
  const startAt = (point: number): number => tally.start + grid.points[point]!;
  const passedCells = passing(events.seconds, near);
  moments.pass((point) => passedCells(startAt(point)));
  // Where a cell is taken in pieces.
  const turns = near
    ? [...events.seconds, ...measures.flatMap(({ kinks }) => kinks)].sort((one, other) => one - other)
    : events.seconds;
  const means = new Float64Array(high - low);
  const fill = (tail: boolean, from: number, end: number): void => {
    moments.readMeans(tail, from, end, means);
    if (turns.length === 0) return;
    const side = tail ? sums.after : sums.before;
    const passedBy = passing(events.seconds, near);
    const turnsBy = passing(turns, true);
    for (let point = from; point < end; point++) {
      const passed = passedBy(startAt(point));
      const next = turnsBy(startAt(point));
      means[point - low] =
        near && next < turns.length && turns[next]! < startAt(point + 1)
          ? meanInPieces(moments, startAt(point), startAt(point + 1), turns.slice(next), passed, tail, side)
          : means[point - low]! - side[passed]!;
    }
  };
  const { bins } = tally;
  tally.touch(low, high);
  let point = low;
  let before = 0;
  for (let known = low; point < high; point++) {
    if (point === known) fill(false, point, (known = Math.min(high, point + AT_ONCE)));
    const within = means[point - low]!;
    if (within > mass / 2) break;
    bins[point] = bins[point]! + Math.max(0, within - before);
    before = Math.max(before, within);
  }
  if (point < high) fill(true, point, high);
  let after = mass - before;
  for (; point < high; point++) {
    const beyond = means[point - low]!;
    bins[point] = bins[point]! + Math.max(0, after - beyond);
    after = Math.min(after, beyond);
  }
  tally.late += Math.max(0, after);
}
