import type { Rounding } from './algebra.ts';
import type { Grid } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';

/** By how much a mass becomes wider when it is split between two points, in squares of their distance, taken over all places. */
export const HAT = 1 / 6;

/**
 * One of two sequences that are convolved: its masses at whole multiples of a step that doubles with every octave.
 *
 * Model: of an octave, its own bins, and all below it at the same step. Units: masses. Errors: none.
 * Accuracy: what is under keeps its mean with `near`, and it is known how much wider it has become. Cost: its bins.
 * Source: none needed.
 *
 * @example new Operand(createGrid(8), { low: 8, bins: new Float64Array(16) }).lastOctave // => 2
 */
export class Operand {
  readonly grid: Grid;
  readonly measure: GridMeasure;
  /** The bins of the octave, and all that lies below it, both at multiples of the octave's step: from H and from 0 on. */
  readonly own: Float64Array;
  under: Float64Array;
  ownMass = 0;
  underMass = 0;
  /** How much wider than the truth what is under has become by rounding: its mass times a variance, in squares of the step. */
  underWidened = 0;
  #next: Float64Array;

  constructor(grid: Grid, measure: GridMeasure) {
    this.grid = grid;
    this.measure = measure;
    this.own = new Float64Array(grid.binsPerOctave);
    this.under = new Float64Array(grid.binsPerOctave + 1);
    this.#next = new Float64Array(grid.binsPerOctave + 1);
  }

  get firstOctave(): number {
    return Math.floor(this.measure.low / this.grid.binsPerOctave);
  }

  get lastOctave(): number {
    return Math.floor((this.measure.low + this.measure.bins.length - 1) / this.grid.binsPerOctave);
  }

  /** Takes the bins of an octave as its own. */
  enter(octave: number): void {
    const { low, bins } = this.measure;
    const from = octave * this.grid.binsPerOctave - low;
    this.ownMass = 0;
    for (let bin = 0; bin < this.own.length; bin++) {
      const mass = bins[from + bin] ?? 0;
      this.own[bin] = mass;
      this.ownMass += mass;
    }
  }

  /** Adds its own to what is under, at twice the step. */
  rise(rounding: Rounding): void {
    let odd = 0;
    for (let place = 1; place < this.own.length; place += 2) odd += this.own[place]! + this.under[place]!;
    this.underWidened = (this.underWidened + this.ownMass * HAT + odd) / 4;
    this.underMass += this.ownMass;
    const half = this.own.length;
    const { own, under } = this;
    const next = this.#next;
    const at = (place: number): number =>
      place < half
        ? under[place]!
        : place === half
          ? under[half]! + own[0]!
          : place < 2 * half
            ? own[place - half]!
            : 0;
    for (let place = 0; place <= half; place++) {
      const twice = 2 * place;
      const before = place > 0 ? at(twice - 1) : 0;
      const after = at(twice + 1);
      next[place] = at(twice) + (rounding === 'near' ? (before + after) / 2 : rounding === 'down' ? after : before);
    }
    this.#next = under;
    this.under = next;
  }
}
