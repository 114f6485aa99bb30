import type { Enough } from './at-least.ts';
import type { GridMeasure } from './grid-measure.ts';
import { type Events, eventsOf, Moment } from './moment.ts';
import { DEVIATION, profileOf } from './profile.ts';
import type { Tally } from './tally.ts';

/** The masses that the exact times of the measures give, as running sums from both sides. */
function addEvents(tally: Tally, moment: Moment, { seconds }: Events): { before: number[]; after: number[] } {
  const { mass } = moment.enough;
  const masses = seconds.map((at, event) => {
    moment.stand(at, event);
    const [came, left] = [moment.read(false), moment.read(true)];
    moment.stand(at, event + 1);
    if (came > mass / 2) return Math.max(0, left - moment.read(true));
    const now = moment.read(false);
    return Math.max(0, now <= mass / 2 ? now - came : mass - came - moment.read(true));
  });
  masses.forEach((each, event) => tally.addAtom(seconds[event]!, each));
  const before = [0];
  for (const each of masses) before.push(before.at(-1)! + each);
  const after = [0];
  for (const each of masses.toReversed()) after.push(after.at(-1)! + each);
  return { before, after: after.toReversed() };
}

const NONE: readonly number[] = [];

/** Two places of a piece, in its widths, at which products of lines have their mean. */
const PLACES = [0.5 - DEVIATION, 0.5 + DEVIATION];

/** The mean over a cell of what comes smoothly: `sums` are what the exact times give on its side. */
function cellMean(
  moment: Moment,
  { grid: { points }, start: origin }: Tally,
  point: number,
  passed: number,
  inside: readonly number[],
  tail: boolean,
  sums: readonly number[],
): number {
  if (inside.length === 0) return moment.meanIn(point, passed, tail) - sums[passed]!;
  const [from, to] = [origin + points[point]!, origin + points[point + 1]!];
  let sum = 0;
  let start = from;
  let at = passed;
  for (const end of [...inside, to]) {
    for (const place of PLACES) {
      moment.stand(start + place * (end - start), at);
      sum += ((end - start) / 2) * (moment.read(tail) - sums[at]!);
    }
    while (moment.events[at]! <= end) at++;
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
  const events = eventsOf(measures);
  const moment = new Moment(
    measures.map((measure, place) => profileOf(grid, rounding, measure, place)),
    enough,
    events,
  );
  const sums = addEvents(tally, moment, events);
  const mass = Math.max(0, enough.mass - sums.after[0]!);
  if (spread.length === 0) {
    if (measures.some(({ late }) => late > 0)) tally.late += mass;
    return;
  }
  const low = Math.min(...spread.map((measure) => measure.low));
  const high = Math.max(...spread.map((measure) => measure.low + measure.bins.length));
  // Where a cell is taken in pieces.
  const turns =
    rounding === 'near'
      ? [...events.seconds, ...measures.flatMap(({ kinks }) => kinks)].sort((one, other) => one - other)
      : [];
  let turn = 0;
  let passed = 0;
  let tail = false;
  let before = 0;
  let after = mass;
  for (let point = low; point < high; point++) {
    const from = tally.start + grid.points[point]!;
    const to = tally.start + grid.points[point + 1]!;
    while (
      passed < events.seconds.length &&
      (rounding === 'near' ? events.seconds[passed]! <= from : events.seconds[passed]! < from)
    )
      passed++;
    while (turn < turns.length && turns[turn]! <= from) turn++;
    let end = turn;
    while (end < turns.length && turns[end]! < to) end++;
    const inside = end > turn ? turns.slice(turn, end) : NONE;
    if (!tail) {
      const within = cellMean(moment, tally, point, passed, inside, false, sums.before);
      if (within <= mass / 2) {
        tally.addPoint(point, Math.max(0, within - before));
        before = Math.max(before, within);
        continue;
      }
    }
    const beyond = cellMean(moment, tally, point, passed, inside, true, sums.after);
    tally.addPoint(point, Math.max(0, tail ? after - beyond : mass - before - beyond));
    tail = true;
    after = Math.min(after, beyond);
  }
  tally.late += Math.max(0, tail ? after : mass - before);
}
