import { type Grid, startOf } from './grid.ts';
import type { Law } from './law.ts';
import type { Tally } from './tally.ts';

/** What begins later than this share of its width is put on a grid that begins with it. */
const NARROW = 1 / 16;

/** Of what the tally moves inwards, the share that is not even looked at. */
const NOTHING = 1e-3;
/** Where the two-point rule reads, from the middle, in steps. */
const PLACE = Math.sqrt(1 / 12);

/** The first point of the grid at which something that only ever becomes true is true; one beyond the last where it never is. */
function firstPoint({ last }: Grid, holds: (point: number) => boolean): number {
  let low = 0;
  let high = last + 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The integral of a smooth function by the two-point rule in so many parts. */
function integral(f: (seconds: number) => number, from: number, to: number, parts: number): number {
  const step = (to - from) / parts;
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    const middle = from + (part + 0.5) * step;
    sum += f(middle - PLACE * step) + f(middle + PLACE * step);
  }
  return (sum * step) / 2;
}

/** The mean of a function of a law between two times, in pieces between its kinks and as many parts as its width asks for. */
function meanBetween(f: (seconds: number) => number, from: number, to: number, law: Law): number {
  const parts = Math.min(64, Math.ceil((2 * (to - from)) / (to * law.spread)));
  let sum = 0;
  let start = from;
  for (const end of law.kinks) {
    if (end <= start || end >= to) continue;
    sum += integral(f, start, end, parts);
    start = end;
  }
  return (sum + integral(f, start, to, parts)) / (to - from);
}

/** Each mass split between its two points so that its mean is kept: differences of the means over neighbouring cells. */
function addNear(tally: Tally, law: Law, first: number, end: number): void {
  const { points } = tally.grid;
  // Up to `before` from the start, or beyond `after` from the end; the side that is small has the digits.
  let tail = false;
  let before = 0;
  let after = law.mass;
  for (let point = first - 1; point < end; point++) {
    const [from, to] = [point < 0 ? 0 : points[point]!, points[point + 1]!];
    const lastCell = point === end - 1;
    if (!tail) {
      const within = lastCell ? law.within(points[point]!) : meanBetween(law.within, from, to, law);
      if (within <= law.mass / 2) {
        tally.addPoint(point, Math.max(0, within - before));
        before = within;
        continue;
      }
    }
    const beyond = lastCell ? law.beyond(points[point]!) : meanBetween(law.beyond, from, to, law);
    tally.addPoint(point, Math.max(0, tail ? after - beyond : law.mass - before - beyond));
    tail = true;
    after = beyond;
  }
  if (end > tally.grid.last) tally.late += tail ? after : law.mass - before;
}

/** All mass of a cell moved to its lower or its upper point. */
function addBound(tally: Tally, law: Law, first: number, end: number): void {
  const { points, last } = tally.grid;
  const up = tally.rounding === 'up' ? 1 : 0;
  for (let point = first - 1; point < Math.min(end, last); point++) {
    const [from, to] = [point < 0 ? 0 : points[point]!, points[point + 1]!];
    const within = law.within(to);
    const mass = within <= law.mass / 2 ? within - law.within(from) : law.beyond(from) - law.beyond(to);
    tally.addPoint(point + up, Math.max(0, mass));
  }
  if (first > 0) tally.addPoint(up === 1 ? first - 1 : -1, law.within(points[first - 1]!));
  const rest = law.beyond(points[Math.min(end, last)]!);
  if (up === 1) tally.late += rest;
  else tally.addPoint(Math.min(end, last), rest);
}

/** The points between which nearly everything comes. */
function rangeOf({ grid, trimmed }: Tally, { mass, within, beyond }: Law): [first: number, end: number] {
  const least = NOTHING * trimmed * mass;
  return [
    firstPoint(grid, (point) => within(grid.points[point]!) > least),
    firstPoint(grid, (point) => beyond(grid.points[point]!) < least),
  ];
}

/** The same law, with times counted from a start. */
const laterLaw = (law: Law, start: number): Law => ({
  ...law,
  within: (seconds) => law.within(start + seconds),
  beyond: (seconds) => law.beyond(start + seconds),
  kinks: law.kinks.map((seconds) => seconds - start),
  spread: 1 / 16,
});

/**
 * Puts a distribution on the grid, rounded as the tally says.
 *
 * Model: `near`: what a cell holds is split between its two points, its mean kept; `down` and `up`: it is moved to one of
 * them. What lies beyond 1e-18 of the mass is moved inwards, or outwards where it has to. Units: seconds, masses.
 * Errors: none. Accuracy: `near`: distribution functions to about 1e-9 of themselves. Cost: two values a bin, one for `down` and `up`.
 * Source: H. U. Gerber, "On the numerical evaluation of the distribution of aggregate claims", ASTIN Bull. 13 (1982).
 *
 * @example ((tally) => (discretise(tally, lawOf({ of: 'pareto', scaleSeconds: 1, alpha: 3 })), tally.measure({ mass: 1, tailPower: 3 }).moment.toFixed(5)))(new Tally(createGrid(64), 'near')) // => '1.50000'
 */
export function discretise(tally: Tally, law: Law): void {
  let [start, later] = [0, law];
  let [first, end] = rangeOf(tally, law);
  for (
    let more = startOf(tally.grid, first - 1, end, NARROW);
    more > 0;
    more = startOf(tally.grid, first - 1, end, NARROW)
  ) {
    start += more;
    later = laterLaw(law, start);
    [first, end] = rangeOf(tally, later);
  }
  tally.begin(start);
  if (tally.rounding === 'near') addNear(tally, later, first, end + 1);
  else addBound(tally, later, first, end);
}
