import type { Enough } from './at-least.ts';
import { NO_ATOMS } from './atoms.ts';
import { convolve } from './convolve.ts';
import { startOf } from './grid.ts';
import { type GridMeasure, NO_BINS } from './grid-measure.ts';
import { addOrder } from './order.ts';
import { shift } from './shift.ts';
import type { Known, Tally } from './tally.ts';

/** What never comes. */
export const NEVER: GridMeasure = {
  mass: 0,
  atoms: NO_ATOMS,
  start: 0,
  low: 0,
  bins: NO_BINS,
  late: 0,
  kinks: [],
  moment: 0,
  tailPower: Number.POSITIVE_INFINITY,
};

/** To be put on a grid of its own costs a little accuracy: what begins later than this share of its width gains more. */
const NARROW = 1 / 4;

/** What is on a grid, so many seconds later and times a factor. */
interface Part {
  readonly measure: GridMeasure;
  readonly seconds: number;
  readonly factor: number;
}

/** How much later the grid of a measure should begin. */
const narrowBy = ({ grid, rounding }: Tally, { low, bins }: GridMeasure): number =>
  bins.length < 2 || rounding !== 'near' ? 0 : startOf(grid, low, low + bins.length - 1, NARROW);

/** Ends a tally; what has become narrow gets a grid that begins shortly before it. */
function ended(tally: Tally, known: Known): GridMeasure {
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

/** Adds parts to a tally that begins with the first of them. */
function addParts(tally: Tally, parts: readonly Part[]): void {
  const some = parts.filter(({ measure }) => measure.bins.length > 0);
  if (some.length === 0) return;
  const start = Math.min(...some.map(({ measure, seconds }) => measure.start + seconds));
  tally.begin(start);
  for (const { measure, seconds, factor } of some) shift(tally, measure, measure.start + seconds - start, factor);
}

/** A measure with its grid moved to begin at a time. */
function movedTo(tally: Tally, measure: GridMeasure, start: number): GridMeasure {
  if (measure.bins.length === 0 || measure.start === start) return measure;
  tally.begin(start);
  shift(tally, measure, measure.start - start, 1);
  tally.late += measure.late;
  return { ...tally.measure(measure), atoms: measure.atoms };
}

/**
 * A measure times a factor.
 *
 * Model: a chance of its own comes before it. Units: factor in [0, 1]. Errors: none. Accuracy: 1e-16. Cost: its bins.
 * Source: none needed.
 *
 * @example scaled(NEVER, 0.5).mass // => 0
 */
export function scaled(measure: GridMeasure, factor: number): GridMeasure {
  if (factor === 1 || measure.mass === 0) return measure;
  if (factor === 0) return NEVER;
  return {
    ...measure,
    mass: measure.mass * factor,
    atoms: { seconds: measure.atoms.seconds, masses: measure.atoms.masses.map((mass) => mass * factor) },
    bins: measure.bins.map((mass) => mass * factor),
    late: measure.late * factor,
    moment: measure.moment * factor,
  };
}

/**
 * One or the other of things that exclude each other.
 *
 * Model: masses add up; the grid begins where the first of them does. Units: seconds, masses. Errors: none.
 * Accuracy: exact where all grids begin together, else that of a shift. Cost: the bins. Source: none needed.
 *
 * @example either(new Tally(createGrid(8), 'near'), [NEVER, NEVER]).mass // => 0
 */
export function either(tally: Tally, measures: readonly GridMeasure[]): GridMeasure {
  const some = measures.filter(({ mass }) => mass > 0);
  if (some.length < 2) return some[0] ?? NEVER;
  for (const { atoms, late } of some) {
    atoms.seconds.forEach((seconds, place) => tally.addAtom(seconds, atoms.masses[place]!));
    tally.late += late;
  }
  addParts(
    tally,
    some.map((measure) => ({ measure, seconds: 0, factor: 1 })),
  );
  return ended(tally, {
    mass: some.reduce((sum, { mass }) => sum + mass, 0),
    tailPower: Math.min(...some.map(({ tailPower }) => tailPower)),
    moment: some.reduce((sum, { moment }) => sum + moment, 0),
    kinks: some.flatMap(({ kinks }) => kinks),
  });
}

/** Whether it comes at one time or not at all. */
const isConstant = ({ atoms, bins, late }: GridMeasure): boolean =>
  bins.length === 0 && late === 0 && atoms.seconds.length === 1;

/** A measure later by a constant time: its bins stay where they are. */
function later(measure: GridMeasure, seconds: number): GridMeasure {
  if (seconds === 0) return measure;
  return {
    ...measure,
    atoms: { seconds: measure.atoms.seconds.map((at) => at + seconds), masses: measure.atoms.masses },
    start: measure.bins.length > 0 ? measure.start + seconds : 0,
    kinks: measure.kinks.map((at) => at + seconds),
    moment: measure.moment + measure.mass * seconds,
  };
}

/**
 * One after the other.
 *
 * Model: independent. Exact times add up, a constant only moves what it is added to; for the rest, sums on the grid.
 * Units: seconds, masses. Errors: none. Accuracy: exact with constants; else `convolve` and `shift`.
 * Cost: a convolution, and a shift for each exact time beside something spread. Source: P. Embrechts, M. Frei, "Panjer
 * recursion versus FFT for compound distributions", Math. Meth. Oper. Res. 69 (2009).
 *
 * @example after(new Tally(createGrid(8), 'near'), NEVER, NEVER).mass // => 0
 */
export function after(tally: Tally, first: GridMeasure, second: GridMeasure): GridMeasure {
  if (first.mass === 0 || second.mass === 0) return NEVER;
  if (isConstant(first)) return scaled(later(second, first.atoms.seconds[0]!), first.mass);
  if (isConstant(second)) return scaled(later(first, second.atoms.seconds[0]!), second.mass);
  convolve(tally, first, second);
  const { kinks: _, ...spread } = tally.measure({ mass: first.mass * second.mass, tailPower: 1 });
  const parts: Part[] = [
    { measure: { ...spread, kinks: [], start: first.start + second.start }, seconds: 0, factor: 1 },
    ...first.atoms.seconds.map((seconds, at) => ({ measure: second, seconds, factor: first.atoms.masses[at]! })),
    ...second.atoms.seconds.map((seconds, at) => ({ measure: first, seconds, factor: second.atoms.masses[at]! })),
  ];
  first.atoms.seconds.forEach((seconds, place) =>
    second.atoms.seconds.forEach((more, at) =>
      tally.addAtom(seconds + more, first.atoms.masses[place]! * second.atoms.masses[at]!),
    ),
  );
  spread.atoms.seconds.forEach((seconds, place) =>
    tally.addAtom(seconds + first.start + second.start, spread.atoms.masses[place]!),
  );
  tally.late += spread.late + first.late * second.mass + second.late * (first.mass - first.late);
  addParts(tally, parts);
  return ended(tally, {
    mass: first.mass * second.mass,
    tailPower: Math.min(first.tailPower, second.tailPower),
    moment: first.moment * second.mass + second.moment * first.mass,
    kinks: parts.flatMap(({ measure, seconds }) => measure.kinks.map((kink) => seconds + kink)),
  });
}

/**
 * When enough of several independent times have come.
 *
 * Model: order statistics; where the result is narrow, on a grid that begins shortly before it. Units: seconds, masses.
 * Errors: none. Accuracy and cost: those of `addOrder`, twice where the result is narrow.
 * Source: H. A. David, H. N. Nagaraja, "Order statistics" (2003), chapter 2.
 *
 * @example order(new Tally(createGrid(8), 'near'), [NEVER, NEVER], atLeastOf(1, [0, 0]), 1).mass // => 0
 */
export function order(tally: Tally, measures: readonly GridMeasure[], enough: Enough, tailPower: number): GridMeasure {
  const starts = measures.filter(({ bins }) => bins.length > 0).map(({ start }) => start);
  const kinks = measures.flatMap(({ kinks, atoms }) => [...kinks, ...atoms.seconds]);
  const from = (start: number): GridMeasure => {
    const moved = measures.map((measure) => movedTo(tally, measure, start));
    tally.begin(start);
    addOrder(tally, moved, enough);
    return tally.measure({ mass: enough.mass, tailPower, kinks });
  };
  const start = starts.length === 0 ? 0 : Math.min(...starts);
  const measure = from(start);
  const more = narrowBy(tally, measure);
  // What is moved says nothing of times before its grid begins.
  const before = measures.some(({ atoms }) => atoms.seconds.some((seconds) => seconds <= start + more));
  return more === 0 || before ? measure : from(start + more);
}
