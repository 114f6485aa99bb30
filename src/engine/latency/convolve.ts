import type { Rounding } from './algebra.ts';
import type { Grid } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';
import type { Tally } from './tally.ts';

/** Low octaves that hold less than this of the product are added up at the step of the first one above them. */
const COARSE = 1e-9;

/** One of two sequences of masses at whole multiples of a step that doubles with every octave. */
class Operand {
  readonly grid: Grid;
  readonly measure: GridMeasure;
  /** The bins of the octave, and all that lies below it, both at multiples of the octave's step: from H and from 0 on. */
  readonly own: Float64Array;
  under: Float64Array;
  ownMass = 0;
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
      const odd = 2 * place;
      next[place] =
        at(odd) +
        (rounding === 'near'
          ? ((place > 0 ? at(odd - 1) : 0) + at(odd + 1)) / 2
          : rounding === 'down'
            ? at(odd + 1)
            : place > 0
              ? at(odd - 1)
              : 0);
    }
    this.#next = under;
    this.under = next;
  }
}

/** Adds the product of two sequences to a third. */
function multiply(one: Float64Array, other: Float64Array, sums: Float64Array, shift: number): void {
  let low = 0;
  let high = other.length;
  while (low < high && other[low] === 0) low++;
  while (high > low && other[high - 1] === 0) high--;
  for (let i = 0; i < one.length; i++) {
    const mass = one[i]!;
    if (mass === 0) continue;
    const at = i + shift;
    for (let j = low; j < high; j++) sums[at + j] = sums[at + j]! + mass * other[j]!;
  }
}

/** Puts masses at multiples of an octave's step on the grid: those of the next octave by pairs, those below at their points. */
function addSums(tally: Tally, octave: number, sums: Float64Array): void {
  const half = tally.grid.binsPerOctave;
  const { bins, rounding } = tally;
  const base = octave * half;
  for (let place = 0; place < half; place++) {
    const mass = sums[place]!;
    if (mass === 0) continue;
    let [at, down] = [place, octave];
    while (at > 0 && at < half && down > 0) [at, down] = [2 * at, down - 1];
    if (at >= half) tally.addPoint(down * half + at - half, mass);
    else tally.addRounded(tally.grid.points[base]! * (place / half), mass);
  }
  for (let place = 0; place < half; place++) bins[base + place] = bins[base + place]! + sums[half + place]!;
  const next = base + half;
  const [lower, upper] = rounding === 'near' ? [0.5, 0.5] : rounding === 'down' ? [1, 0] : [0, 1];
  for (let place = 0; place < half; place++) {
    const odd = sums[2 * half + 2 * place + 1]!;
    bins[next + place] = bins[next + place]! + sums[2 * half + 2 * place]! + lower * odd;
    bins[next + place + 1] = bins[next + place + 1]! + upper * odd;
  }
  tally.touch(base, next + half + 1);
}

/**
 * The sum of two independent times, both on the grid: adds the product of their masses to the tally.
 *
 * Model: by octaves: each meets the other's bins of its own octave, and all below it taken at its own step.
 * Units: seconds, masses. Errors: none. Accuracy: `near` keeps the mean and widens by about a sixth of a step squared;
 * `down` and `up` bound. Cost: at most 3H² multiplications an octave. Source: P. Embrechts, M. Frei, "Panjer recursion
 * versus FFT for compound distributions", Math. Meth. Oper. Res. 69 (2009), on rounding; the octaves are our own.
 *
 * @example convolve(new Tally(createGrid(8), 'near'), { low: 0, bins: new Float64Array(0) }, { low: 0, bins: new Float64Array(0) }) // => undefined
 */
export function convolve(tally: Tally, one: GridMeasure, other: GridMeasure): void {
  if (one.bins.length === 0 || other.bins.length === 0) return;
  const { grid, rounding } = tally;
  const half = grid.binsPerOctave;
  const [a, b] = [new Operand(grid, one), new Operand(grid, other)];
  const sums = new Float64Array(4 * half + 1);
  const end = Math.max(a.lastOctave, b.lastOctave);
  let [underA, underB] = [0, 0];
  let begun = false;
  for (let octave = Math.min(a.firstOctave, b.firstOctave); octave <= end; octave++) {
    a.enter(octave);
    b.enter(octave);
    const product = (underA + a.ownMass) * (underB + b.ownMass);
    if (begun || product > COARSE * one.mass * other.mass || octave === end) {
      sums.fill(0);
      multiply(a.own, b.own, sums, 2 * half);
      multiply(a.own, b.under, sums, half);
      multiply(b.own, a.under, sums, half);
      if (!begun) multiply(a.under, b.under, sums, 0);
      addSums(tally, octave, sums);
      begun = true;
    }
    underA += a.ownMass;
    underB += b.ownMass;
    a.rise(rounding);
    b.rise(rounding);
  }
}
