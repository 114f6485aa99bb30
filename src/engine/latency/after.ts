import { scaled } from './combine.ts';
import { convolve } from './convolve.ts';
import { type GridMeasure, NEVER } from './grid-measure.ts';
import { gathered } from './gathered.ts';
import { piecesOf, withNarrowGrid, type Part } from './parts.ts';
import type { Tally } from './tally.ts';

/** How many exact times are added one by one to what is spread. */
const MOST_SHIFTS = 8;

/** Whether it comes at one time or not at all. */
const isConstant = ({ atoms, bins, late, far }: GridMeasure): boolean =>
  bins.length === 0 && late === 0 && far.length === 0 && atoms.seconds.length === 1;

/** A measure later by a constant time: its bins stay where they are. */
function later(measure: GridMeasure, seconds: number): GridMeasure {
  if (seconds === 0) return measure;
  return {
    ...measure,
    atoms: { seconds: measure.atoms.seconds.map((at) => at + seconds), masses: measure.atoms.masses },
    start: measure.bins.length > 0 ? measure.start + seconds : 0,
    far: measure.far.map((piece) => later(piece, seconds)),
    kinks: measure.kinks.map((at) => at + seconds),
    moment: measure.moment + measure.mass * seconds,
  };
}

/** The likeliest exact times of a measure, each to be added exactly to what is spread, and the rest of them on the grid. */
function byMass(tally: Tally, measure: GridMeasure): { few: readonly number[]; rest: GridMeasure | null } {
  const { seconds, masses } = measure.atoms;
  const places = masses.map((_, place) => place).sort((one, other) => masses[other]! - masses[one]!);
  const few = places.slice(0, MOST_SHIFTS);
  const others = places.slice(MOST_SHIFTS);
  if (others.length === 0) return { few, rest: null };
  for (const place of others) tally.addRounded(seconds[place]!, masses[place]!);
  const mass = others.reduce((sum, place) => sum + masses[place]!, 0);
  return { few, rest: tally.measure({ mass, tailPower: 1 }) };
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
  const known = {
    mass: first.mass * second.mass,
    tailPower: Math.min(first.tailPower, second.tailPower),
    moment: first.moment * second.mass + second.moment * first.mass,
  };
  if (first.atoms.seconds.length + second.atoms.seconds.length + first.far.length + second.far.length === 0) {
    tally.begin(first.start + second.start);
    tally.late += first.late * second.mass + second.late * (first.mass - first.late);
    convolve(tally, first, second);
    return withNarrowGrid(tally, known);
  }
  const parts: Part[] = [];
  const exact: (readonly [seconds: number, mass: number])[] = [];
  let late = first.late * second.mass + second.late * (first.mass - first.late);
  const addSum = (one: GridMeasure, other: GridMeasure): void => {
    convolve(tally, one, other);
    const sum = tally.measure({ mass: one.mass * other.mass, tailPower: 1 });
    const start = one.start + other.start;
    parts.push({ measure: { ...sum, start }, seconds: 0, factor: 1 });
    late += sum.late;
    sum.atoms.seconds.forEach((seconds, place) => exact.push([start + seconds, sum.atoms.masses[place]!]));
  };
  for (const one of piecesOf(first)) for (const other of piecesOf(second)) addSum(one, other);
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const pieces = piecesOf(other);
    if (pieces.length === 0) continue;
    const { few, rest } = byMass(tally, one);
    for (const piece of pieces) {
      for (const place of few)
        parts.push({ measure: piece, seconds: one.atoms.seconds[place]!, factor: one.atoms.masses[place]! });
      if (rest === null) continue;
      addSum(rest, piece);
      late += rest.late * piece.bins.reduce((sum, mass) => sum + mass, 0);
      rest.atoms.seconds.forEach((seconds, place) =>
        parts.push({ measure: piece, seconds, factor: rest.atoms.masses[place]! }),
      );
    }
  }
  first.atoms.seconds.forEach((seconds, place) =>
    second.atoms.seconds.forEach((more, at) =>
      exact.push([seconds + more, first.atoms.masses[place]! * second.atoms.masses[at]!]),
    ),
  );
  return gathered(tally, parts, exact, late, known);
}
