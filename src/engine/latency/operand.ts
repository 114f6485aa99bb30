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

/** Places that are always empty after what an operand has: whoever takes four at a time need not look where it ends. */
export const SPARE = 4;

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
  readonly binsPerOctave: number;
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

  constructor({ binsPerOctave }: Grid) {
    this.binsPerOctave = binsPerOctave;
    this.own = new Float64Array(binsPerOctave + SPARE);
    this.under = new Float64Array(binsPerOctave + 1 + SPARE);
  }

  /** Begins with a measure, below its first octave. */
  take({ low, bins }: Pick<GridMeasure, 'low' | 'bins'>): void {
    this.#low = low;
    this.#bins = bins;
    this.firstOctave = Math.floor(low / this.binsPerOctave);
    this.lastOctave = Math.floor((low + bins.length - 1) / this.binsPerOctave);
    this.under.fill(0);
    this.underMass = 0;
    this.underWidened = 0;
  }

  /** Takes the bins of an octave as its own. */
  enter(octave: number): void {
    const { own, binsPerOctave } = this;
    const bins = this.#bins;
    const from = octave * binsPerOctave - this.#low;
    const end = Math.min(binsPerOctave, bins.length - from);
    own.fill(0);
    let mass = 0;
    for (let place = Math.max(0, -from); place < end; place++) {
      const each = bins[from + place]!;
      own[place] = each;
      mass += each;
    }
    this.ownMass = mass;
  }

  /** Adds its own to what is under, at twice the step. */
  rise(rounding: Rounding): void {
    const { own, under, binsPerOctave: half } = this;
    const [down, up] = WEIGHTS[rounding];
    let odd = 0;
    for (let place = 1; place < half; place += 2) odd += own[place]! + under[place]!;
    this.underWidened = (this.underWidened + this.ownMass * HAT + odd) / 4;
    this.underMass += this.ownMass;
    // Each from those at twice its place and around, which are not written to before.
    const middle = half / 2;
    const last = under[half]!;
    let before = 0;
    for (let place = 0; place < middle; place++) {
      const after = under[2 * place + 1]!;
      under[place] = under[2 * place]! + up * before + down * after;
      before = after;
    }
    under[middle] = last + own[0]! + up * before + down * own[1]!;
    before = own[1]!;
    for (let place = 1; place <= middle; place++) {
      const after = own[2 * place + 1]!;
      under[middle + place] = own[2 * place]! + up * before + down * after;
      before = after;
    }
  }
}
