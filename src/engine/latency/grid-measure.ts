import type { Measure } from './algebra.ts';
import { type Atoms, NO_ATOMS } from './atoms.ts';

/** How the algebra keeps a measure: what comes at exact times, what is spread over the grid, what comes beyond the grid. */
export interface GridMeasure extends Measure {
  readonly atoms: Atoms;
  /** Seconds that all on the grid comes later than the grid says: so that what is narrow is not on coarse steps. */
  readonly start: number;
  /** The grid index of the first of `bins`. */
  readonly low: number;
  readonly bins: Float64Array;
  /** Mass that comes later than every time of the grid. */
  readonly late: number;
  /** What is narrow and stands far out, each on a grid that begins with it: without exact times, and counted in `mass` and `moment`. */
  readonly far: readonly GridMeasure[];
  /** Times at which the density of what is spread jumps: where something starts, ends, or is cut off. */
  readonly kinks: readonly number[];
  /** ∫ t dF: the mean times the mass. Infinity where it does not exist. */
  readonly moment: number;
  /** How the tail falls: as t to the minus this; Infinity where it falls faster than every power. */
  readonly tailPower: number;
}

export const NO_BINS = new Float64Array(0);

/** How many kinks are kept of a measure. */
const MOST_KINKS = 16;

/** Kinks in ascending order; the first of the list where there are too many. */
export const kinksOf = (seconds: readonly number[]): readonly number[] =>
  seconds.length < 2 ? seconds : [...new Set(seconds)].slice(0, MOST_KINKS).sort((one, other) => one - other);

/** What never comes. */
export const NEVER: GridMeasure = {
  mass: 0,
  atoms: NO_ATOMS,
  start: 0,
  low: 0,
  bins: NO_BINS,
  late: 0,
  far: [],
  kinks: [],
  moment: 0,
  tailPower: Number.POSITIVE_INFINITY,
};
