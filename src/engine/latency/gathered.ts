import { NO_ATOMS } from './atoms.ts';
import type { Grid } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';
import { beginOf, onOneGrid, piecesOf, type Part } from './parts.ts';
import type { Known, Tally } from './tally.ts';

/** What begins later than so many times the length of its bulk is kept on a grid of its own, on which its shape is seen. */
const FAR = 2;
/** Of the bulk so much may be missing at its end. */
const BEYOND_BULK = 1e-3;
/** A share of the whole below which its shape does not matter. */
const SLIGHT = 1e-6;
/** How many are kept on grids of their own. */
const MOST_FAR = 3;

/** Exact times with their masses. */
type Pairs = readonly (readonly [seconds: number, mass: number])[];

/** What a part adds. */
function massOf({ measure, factor }: Part): number {
  let sum = 0;
  for (const mass of measure.bins) sum += mass;
  return factor * sum;
}

/** How long after the beginning of its grid nearly all of a part has come. */
function bulkOf({ points }: Grid, { measure: { low, bins } }: Part, mass: number): number {
  let place = bins.length - 1;
  let left = BEYOND_BULK * mass;
  while (place > 0 && (left -= bins[place]!) > 0) place--;
  return points[low + place]!;
}

/** Whether a part that begins so much later than others is seen better on a grid of its own. */
function isFar(grid: Grid, part: Part, later: number, whole: number): boolean {
  if (later <= FAR * grid.points[part.measure.low]!) return false;
  const mass = massOf(part);
  return mass > SLIGHT * whole && later > FAR * bulkOf(grid, part, mass / part.factor);
}

/** The parts that are to stand on one grid each: the first group is that of all that is not far out. */
function grouped(grid: Grid, parts: readonly Part[], whole: number): Part[][] {
  const sorted = parts.length < 2 ? parts : [...parts].sort((one, other) => beginOf(one) - beginOf(other));
  const groups: Part[][] = [];
  for (const part of sorted) {
    const group = groups.find(([first]) => !isFar(grid, part, beginOf(part) - beginOf(first!), whole));
    if (group === undefined) groups.push([part]);
    else group.push(part);
  }
  while (groups.length > 1 + MOST_FAR) {
    const masses = groups.slice(1).map(massOfAll);
    const lightest = 1 + masses.indexOf(Math.min(...masses));
    groups[lightest - 1]!.push(...groups.splice(lightest, 1)[0]!);
  }
  return groups;
}

const massOfAll = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + massOf(part), 0);

/**
 * A measure of parts, each a piece of what is spread, of exact times, and of what is late.
 *
 * Model: what is narrow and far out stands on a grid that begins with it, at most three such; all else on one that begins
 * with the first part. Units: seconds, masses. Errors: none. Accuracy: that of a shift. Cost: the bins of all parts.
 * Source: docs/latency-maths.md.
 *
 * @example gathered(new Tally(createGrid(8), 'near'), [], [[2, 0.5]], 0, { mass: 0.5, tailPower: 2 }).atoms.seconds // => [2]
 */
export function gathered(
  tally: Tally,
  parts: readonly Part[],
  exact: Pairs,
  late: number,
  known: Omit<Known, 'kinks'>,
): GridMeasure {
  const spread = parts.filter(({ measure }) => measure.bins.length > 0);
  const [near = [], ...groups] = grouped(tally.grid, spread, known.mass);
  const far = groups.map((group) =>
    onOneGrid(tally, group, { mass: massOfAll(group), tailPower: Number.POSITIVE_INFINITY }),
  );
  for (const [seconds, mass] of exact) tally.addAtom(seconds, mass);
  // Rounded down, what comes before the first point of a grid has become an exact time.
  for (const { atoms } of far) atoms.seconds.forEach((seconds, place) => tally.addAtom(seconds, atoms.masses[place]!));
  tally.late += late + far.reduce((sum, piece) => sum + piece.late, 0);
  const measure = onOneGrid(tally, near, known);
  return far.length === 0 ? measure : { ...measure, far: far.map((piece) => ({ ...piece, atoms: NO_ATOMS, late: 0 })) };
}

/**
 * A measure with all that is spread on one grid.
 *
 * Model, units, errors, accuracy and source as when gathered. Cost: nothing where it is already.
 *
 * @example flat(new Tally(createGrid(8), 'near'), NEVER) === NEVER // => true
 */
export function flat(tally: Tally, measure: GridMeasure): GridMeasure {
  if (measure.far.length === 0) return measure;
  const { atoms, late } = measure;
  atoms.seconds.forEach((seconds, place) => tally.addAtom(seconds, atoms.masses[place]!));
  tally.late += late;
  const parts = piecesOf(measure).map((piece) => ({ measure: piece, seconds: 0, factor: 1 }));
  return onOneGrid(tally, parts, measure);
}
