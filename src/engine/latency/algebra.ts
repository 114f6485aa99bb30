import type { ResolvedTime } from '../../model/resolved-time.ts';

/** A mass over the times from 0 on: what comes at each, of everything that may come. Its total is at most 1. */
export interface Measure {
  readonly mass: number;
}

/**
 * Times are rounded to a grid. `near` keeps the mean of every rounding; `down` and `up` move all mass one way, so that
 * what is computed with them bounds the truth from either side, since every operation keeps the stochastic order.
 */
export type Rounding = 'near' | 'down' | 'up';

/** The operations that answers of independent parts are put together with. All take and give measures of one algebra. */
export interface Algebra {
  readonly rounding: Rounding;
  /** Nothing ever comes. */
  readonly never: Measure;
  readonly of: (time: ResolvedTime) => Measure;
  readonly at: (seconds: number, mass?: number) => Measure;
  readonly scaled: (measure: Measure, factor: number) => Measure;
  /** Either: the masses added up, which have to be of things that exclude each other. */
  readonly either: (measures: readonly Measure[]) => Measure;
  /** One after the other. */
  readonly after: (first: Measure, second: Measure) => Measure;
  /** When at least k of them have come. */
  readonly kth: (k: number, measures: readonly Measure[]) => Measure;
  /** The same of n alike. */
  readonly kthOfSame: (k: number, measure: Measure, n: number) => Measure;
  /** What comes within a time, its end included. */
  readonly upTo: (measure: Measure, seconds: number) => Measure;
  /** The mass that comes within a time, its end included, and the mass that comes later. */
  readonly within: (measure: Measure, seconds: number) => number;
  readonly beyond: (measure: Measure, seconds: number) => number;
  /** The smallest time that this share of the mass comes within; Infinity where it is beyond all bounds. */
  readonly quantile: (measure: Measure, share: number) => number;
  /** How far what is read at a time may be off because it is not smooth there: a step of the grid, else 0. */
  readonly roughness: (measure: Measure, seconds: number) => number;
  /** Of what comes; Infinity where it does not exist. */
  readonly mean: (measure: Measure) => number;
  /** The mean of the square of what comes; Infinity where it does not exist. */
  readonly meanSquare: (measure: Measure) => number;
}
