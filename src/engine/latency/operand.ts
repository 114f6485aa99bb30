import type { Rounding } from './algebra.ts';
import type { Grid } from './grid.ts';
import { type GridMeasure, NO_BINS } from './grid-measure.ts';

/** By how much a mass becomes wider when it is split between two points, in squares of their distance, taken over all places. */
export const HAT = 1 / 6;

/** What a mass between two points gives to the lower and to the upper one, when it stands in the middle. */
export const WEIGHTS: { readonly [R in Rounding]: readonly [down: number, up: number] } = {
  near: [0.5, 0.5],
  down: [1, 0],
  up: [0, 1],
};

/**
 * One of two sequences that are convolved: its masses at whole multiples of a step that doubles with every octave.
 *
 * Model: of an octave, its own bins, and all below it at the same step. Units: masses. Errors: none.
 * Accuracy: what is under keeps its mean with `near`, and it is known how much wider it has become. Cost: its bins.
 * Source: none needed.
 *
 * @example ((operand) => (operand.take({ low: 8, bins: new Float64Array(16) }), operand.lastOctave))(new Operand(createGrid(8))) // => 2
 */
export class Operand {
  /** The bins of the octave, and all that lies below it, both at multiples of the octave's step: from H and from 0 on. */
  readonly own: Float64Array;
  readonly under: Float64Array;
  ownMass = 0;
  underMass = 0;
  /** How much wider than the truth what is under has become by rounding: its mass times a variance, in squares of the step. */
  underWidened = 0;
  firstOctave = 0;
  lastOctave = 0;
  #low = 0;
  #bins: Float64Array = NO_BINS;
  /** Both in one row, with nothing before and after. */
  readonly #row: Float64Array;

  constructor({ binsPerOctave }: Grid) {
    this.own = new Float64Array(binsPerOctave);
    this.under = new Float64Array(binsPerOctave + 1);
    this.#row = new Float64Array(2 * binsPerOctave + 3);
  }

  /** Begins with a measure, below its first octave. */
  take({ low, bins }: Pick<GridMeasure, 'low' | 'bins'>): void {
    this.#low = low;
    this.#bins = bins;
    this.firstOctave = Math.floor(low / this.own.length);
    this.lastOctave = Math.floor((low + bins.length - 1) / this.own.length);
    this.under.fill(0);
    this.underMass = 0;
    this.underWidened = 0;
  }

  /** Takes the bins of an octave as its own. */
  enter(octave: number): void {
    const { own } = this;
    const from = octave * own.length - this.#low;
    const end = Math.min(own.length, this.#bins.length - from);
    own.fill(0);
    let mass = 0;
    for (let place = Math.max(0, -from); place < end; place++) {
      own[place] = this.#bins[from + place]!;
      mass += own[place]!;
    }
    this.ownMass = mass;
  }

  /** Adds its own to what is under, at twice the step. */
  rise(rounding: Rounding): void {
    const { own, under } = this;
    const half = own.length;
    const row = this.#row;
    let odd = 0;
    for (let place = 1; place < half; place += 2) odd += own[place]! + under[place]!;
    this.underWidened = (this.underWidened + this.ownMass * HAT + odd) / 4;
    this.underMass += this.ownMass;
    row.set(under, 1);
    row.set(own, half + 1);
    row[half + 1] = row[half + 1]! + under[half]!;
    const [down, up] = WEIGHTS[rounding];
    for (let place = 0; place <= half; place++)
      under[place] = row[2 * place + 1]! + up * row[2 * place]! + down * row[2 * place + 2]!;
  }
}
