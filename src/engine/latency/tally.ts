import type { Rounding } from './algebra.ts';
import { atomsOf, MOST_ATOMS } from './atoms.ts';
import { type Grid, pointBefore } from './grid.ts';
import { type GridMeasure, kinksOf, NO_BINS } from './grid-measure.ts';

/** What lies further out than this share of the mass is moved to the last kept point, and the same before the first. */
const TRIMMED = 1e-15;
/** The same on grids of fewer steps an octave than so many, which are off by more than that in any case. */
const COARSELY_TRIMMED = 1e-12;
const FINE_STEPS = 32;

/** What is known of a measure beside its masses; its moment is taken from them where it is not. */
export interface Known {
  readonly mass: number;
  readonly tailPower: number;
  readonly moment?: number;
  readonly kinks?: readonly number[];
}

/** ∫ t dF by the masses themselves; what is late counts at the end of the grid, with the rest of its power tail. */
function momentOf(
  { points, last }: Grid,
  { atoms, start, low, bins, late, tailPower }: Omit<GridMeasure, 'mass' | 'moment'>,
): number {
  if (tailPower <= 1) return Number.POSITIVE_INFINITY;
  let moment = 0;
  for (let bin = 0; bin < bins.length; bin++) moment += bins[bin]! * (start + points[low + bin]!);
  atoms.seconds.forEach((seconds, place) => (moment += seconds * atoms.masses[place]!));
  return late === 0 ? moment : moment + late * points[last]! * (tailPower < 1e9 ? tailPower / (tailPower - 1) : 1);
}

/**
 * Gathers masses on a grid, rounded as the algebra says, and makes a measure of them. One is used again and again.
 *
 * Model: `near` splits a mass between two points so that its mean is kept; `down` and `up` move it to one of them.
 * Units: seconds, masses ≥ 0. Errors: none. Accuracy: `near` leaves every mean as it is and widens by at most a quarter of
 * a step squared. Cost: constant for a mass; the occupied part of the grid for `measure`.
 * Source: H. U. Gerber, "On the numerical evaluation of the distribution of aggregate claims", ASTIN Bull. 13 (1982).
 *
 * @example new Tally(createGrid(64), 'near').measure({ mass: 0, tailPower: Infinity }).bins.length // => 0
 */
export class Tally {
  readonly grid: Grid;
  readonly rounding: Rounding;
  readonly bins: Float64Array;
  /** The share of the mass that is not worth a bin of its own. */
  readonly trimmed: number;
  late = 0;
  start = 0;
  #low = Number.POSITIVE_INFINITY;
  #high = -1;
  #atoms: (readonly [seconds: number, mass: number])[] = [];

  constructor(grid: Grid, rounding: Rounding) {
    this.grid = grid;
    this.rounding = rounding;
    this.trimmed = grid.binsPerOctave < FINE_STEPS ? COARSELY_TRIMMED : TRIMMED;
    // Products of bins at the very end of the grid lie up to two octaves further.
    this.bins = new Float64Array(grid.points.length + grid.binsPerOctave + 1);
  }

  /** Says how much later everything comes than the grid says; before anything is added. */
  begin(start: number): void {
    this.start = start;
  }

  /** Says that the bins from `low` to before `high` have been written to. */
  touch(low: number, high: number): void {
    if (low < this.#low) this.#low = low;
    if (high > this.#high) this.#high = high;
  }

  addAtom(seconds: number, mass: number): void {
    if (seconds === Number.POSITIVE_INFINITY) this.late += mass;
    else this.#atoms.push([seconds, mass]);
  }

  /** Adds a mass at a point of the grid; what is before the first goes to it, or down to an exact time. */
  addPoint(point: number, mass: number): void {
    if (point < 0 && this.rounding === 'down') {
      if (mass > 0) this.addAtom(this.start, mass);
      return;
    }
    const at = Math.max(0, point);
    this.bins[at] = this.bins[at]! + mass;
    this.touch(at, at + 1);
  }

  /** Adds masses at points of the grid, from one on, times a factor. */
  addBins(low: number, masses: Float64Array, factor: number): void {
    for (let bin = 0; bin < masses.length; bin++) this.bins[low + bin] = this.bins[low + bin]! + factor * masses[bin]!;
    if (masses.length > 0) this.touch(low, low + masses.length);
  }

  /** Rounds a mass to the grid, so many seconds after the start; what is before it goes there. */
  addRounded(after: number, mass: number): void {
    const { points, last } = this.grid;
    const seconds = Math.max(0, after);
    const before = pointBefore(this.grid, seconds);
    const from = before < 0 ? 0 : points[before]!;
    if (seconds === from) this.addPoint(before, mass);
    else if (before === last && this.rounding !== 'down') this.late += mass;
    else {
      const step = points[before + 1]! - from;
      const part = this.rounding === 'near' ? (seconds - from) / step : this.rounding === 'down' ? 0 : 1;
      if (part < 1) this.addPoint(before, mass * (1 - part));
      if (part > 0) this.addPoint(before + 1, mass * part);
    }
  }

  /** Ends what was begun. */
  measure(known: Known): GridMeasure {
    const atoms = this.#fewAtoms();
    this.#endGrid();
    const [low, high] = this.rounding === 'near' ? this.#trimmed(this.trimmed * known.mass) : [this.#low, this.#high];
    const bins = low < high ? this.bins.slice(low, high) : NO_BINS;
    const parts = {
      mass: known.mass,
      tailPower: known.tailPower,
      atoms,
      start: low < high ? this.start : 0,
      low: low < high ? low : 0,
      bins,
      late: this.late,
      far: [],
      kinks: kinksOf(bins.length > 0 ? (known.kinks ?? []) : []),
    };
    this.#clear();
    return { ...parts, moment: known.moment ?? momentOf(this.grid, parts) };
  }

  #clear(): void {
    if (this.#low < this.#high) this.bins.fill(0, this.#low, this.#high);
    this.#low = Number.POSITIVE_INFINITY;
    this.#high = -1;
    this.#atoms = [];
    this.late = 0;
    this.start = 0;
  }

  #fewAtoms() {
    const atoms = atomsOf(this.#atoms);
    this.#atoms = [];
    if (atoms.seconds.length <= MOST_ATOMS) return atoms;
    const places = atoms.masses
      .map((_, place) => place)
      .sort((one, other) => atoms.masses[other]! - atoms.masses[one]!);
    const kept = places.slice(0, MOST_ATOMS).sort((one, other) => one - other);
    const seconds = kept.map((place) => atoms.seconds[place]!);
    this.#atoms = kept.map((place) => [atoms.seconds[place]!, atoms.masses[place]!]);
    for (const place of places.slice(MOST_ATOMS)) {
      const after = atoms.seconds[place]! - this.start;
      if (after >= 0) this.addRounded(after, atoms.masses[place]!);
      else this.#addToKept(seconds, atoms.seconds[place]!, atoms.masses[place]!);
    }
    return atomsOf(this.#atoms);
  }

  /** What would stand before the start of the grid is moved to an exact time that is kept, the way that all is rounded. */
  #addToKept(kept: readonly number[], seconds: number, mass: number): void {
    const before = kept.findLast((at) => at <= seconds);
    const after = kept.find((at) => at >= seconds);
    if (this.rounding === 'down') this.addAtom(before ?? 0, mass);
    else if (this.rounding === 'up') this.addAtom(after ?? this.start, mass);
    else if (after === undefined || (before !== undefined && seconds - before < after - seconds))
      this.addAtom(before ?? this.start, mass);
    else this.addAtom(after, mass);
  }

  /** What is beyond the grid's last point is late, or at that point when everything is rounded down. */
  #endGrid(): void {
    const { last } = this.grid;
    for (let point = last + 1; point < this.#high; point++) {
      if (this.rounding === 'down') this.bins[last] = this.bins[last]! + this.bins[point]!;
      else this.late += this.bins[point]!;
      this.bins[point] = 0;
    }
    this.#high = Math.min(this.#high, last + 1);
    if (this.rounding === 'down' && this.late > 0) {
      this.addPoint(last, this.late);
      this.late = 0;
    }
  }

  #trimmed(floor: number): [low: number, high: number] {
    const { bins } = this;
    let low = this.#low;
    let high = this.#high;
    let sum = 0;
    while (low < high && sum + bins[low]! <= floor) sum += bins[low++]!;
    if (low < high) bins[low] = bins[low]! + sum;
    sum = 0;
    while (low < high && sum + bins[high - 1]! <= floor) sum += bins[--high]!;
    if (low < high) bins[high - 1] = bins[high - 1]! + sum;
    return [low, high];
  }
}
