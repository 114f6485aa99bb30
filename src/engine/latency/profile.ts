import type { Rounding } from './algebra.ts';
import { type Grid, pointBefore } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';

/** What is spread over the grid. */
type Spread = Pick<GridMeasure, 'start' | 'low' | 'bins' | 'late' | 'kinks'>;

/** Two places of a cell, in deviations from its mean as parts of its rise, at which a product of lines has its mean. */
export const DEVIATION = 1 / Math.sqrt(12);

/** A value, if it lies between two others; else the nearer of them. */
const between = (one: number, other: number, value: number): number =>
  one < other ? Math.min(other, Math.max(one, value)) : Math.max(other, Math.min(one, value));

/**
 * The distribution function of what is spread over the grid, between its points: with the rounding `near`, the running sum
 * up to a point is the mean of the distribution function over the cell that follows, and in each cell stands the parabola
 * that has this mean, rises, and meets its neighbours to fourth order, or two lines that meet where the density jumps.
 * Rounded down or up it is a staircase.
 *
 * Model: piecewise parabolic, as rising as the sums. Cells count from the one before the first bin. Units: seconds, masses.
 * Errors: none. Accuracy: about (step/width)⁴ of a smooth density, and the smaller of the two sides keeps its digits.
 * Cost: two running sums and a value a bin at first, then constant. Source: P. Colella, P. R. Woodward, "The piecewise
 * parabolic method (PPM) for gas-dynamical simulations", J. Comput. Phys. 54 (1984).
 *
 * @example ((profile) => (profile.take({ start: 0, low: 8, bins: new Float64Array([0.5, 0.5]), late: 0, kinks: [] }), profile.below[1]))(new Profile(createGrid(64), 'near')) // => 0.5
 */
export class Profile {
  readonly grid: Grid;
  readonly smooth: boolean;
  /** How much later everything comes than the grid says. */
  origin = 0;
  low = 0;
  /** How many bins there are; cell `count` is all that follows them. */
  count = 0;
  /** By cell: the mass before and, with what is late, after. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** What was written of cells last: the mass before and after. */
  readonly within: Float64Array;
  readonly beyond: Float64Array;
  /** Of the cell that was entered last: whether the three describe what lies above, its left value, rise and bend. */
  tail = false;
  left = 0;
  rise = 0;
  bend = 0;
  /** Where its kink is, as a part of its width, and the value there; 1 where it has none. */
  kink = 1;
  middle = 0;
  /** The first cell of the tail, where less comes after than before, and all that there is. */
  #turn = 0;
  #all = 0;
  /** By cell: the value at its end, of the side that is smaller in it. */
  readonly #edges: Float64Array;
  /** By cell: where its kink is; none is −1. Null where there are none at all. */
  #kinks: Float64Array | null = null;
  #taken: Spread | null = null;

  constructor(grid: Grid, rounding: Rounding) {
    this.grid = grid;
    this.smooth = rounding === 'near';
    this.below = new Float64Array(grid.last + 2);
    this.above = new Float64Array(grid.last + 2);
    this.#edges = new Float64Array(grid.last + 2);
    this.within = new Float64Array(2 * grid.last + 3);
    this.beyond = new Float64Array(2 * grid.last + 3);
  }

  /** Becomes that of a measure. */
  take(measure: Spread): void {
    if (this.#taken === measure) return;
    const { start, low, bins, late, kinks } = measure;
    const { below, above } = this;
    const count = bins.length;
    this.#taken = measure;
    this.origin = start;
    this.low = low;
    this.count = count;
    this.#kinks = this.smooth && kinks.length > 0 ? new Float64Array(count + 1).fill(-1) : null;
    for (const seconds of kinks) {
      const cell = this.cellOf(seconds);
      if (this.#kinks !== null && cell > 0)
        this.#kinks[cell] = (seconds - this.origin - this.start(cell)) / this.width(cell);
    }
    let sum = 0;
    for (let bin = 0; bin < count; bin++) {
      below[bin] = sum;
      sum += bins[bin]!;
    }
    below[count] = sum;
    this.#all = sum + late;
    let turn = count;
    above[count] = sum = late;
    for (let bin = count - 1; bin >= 0; bin--) {
      sum += bins[bin]!;
      above[bin] = sum;
      if (sum < below[bin]!) turn = bin;
    }
    this.#turn = turn;
    if (!this.smooth) return;
    this.#findEdges(below, 0, turn);
    this.#findEdges(above, turn, count);
    const found = this.#kinks;
    if (found === null) return;
    for (let cell = 0; cell < count; cell++)
      if (found[cell]! >= 0 || found[cell + 1]! >= 0) this.#findKinkedEdge(cell < turn ? below : above, cell, found);
  }

  /** The cell that a time lies in. */
  cellOf(seconds: number): number {
    return Math.min(this.count, Math.max(0, pointBefore(this.grid, seconds - this.origin) - this.low + 1));
  }

  /** Where a cell begins, by the grid. */
  start(cell: number): number {
    const point = this.low + cell - 1;
    return point < 0 ? 0 : this.grid.points[point]!;
  }

  width(cell: number): number {
    return this.grid.points[this.low + cell]! - this.start(cell);
  }

  /** Looks at a cell: from here on `within` and the like speak of it. */
  enter(cell: number): void {
    const tail = cell >= this.#turn;
    const sums = tail ? this.above : this.below;
    const mean = sums[cell]!;
    this.tail = tail;
    this.left = mean;
    this.rise = 0;
    this.bend = 0;
    this.kink = 1;
    if (!this.smooth || cell === 0 || cell === this.count) return;
    let left = this.#edgeBefore(cell);
    let right = this.#edges[cell]!;
    if (this.#kinks !== null && this.#kinks[cell]! > 0 && this.#bent(sums, cell, left, right)) return;
    const lean = (right - left) * (mean - (left + right) / 2);
    const most = (right - left) ** 2 / 6;
    if (lean > most) left = 3 * mean - 2 * right;
    else if (lean < -most) right = 3 * mean - 2 * left;
    this.left = left;
    this.rise = right - left;
    this.bend = 6 * (mean - (left + right) / 2);
  }

  /** Two straight lines that meet at the cell's kink, with the cell's mean and between its neighbours; whether there are such. */
  #bent(sums: Float64Array, cell: number, left: number, right: number): boolean {
    const kink = this.#kinks![cell]!;
    const twice = 2 * sums[cell]!;
    const sign = Math.sign(right - left);
    const [before, after] = [sums[cell - 1]!, sums[cell + 1]!];
    // Where nothing comes before it, or nothing after, one of the lines is level.
    const starts = before === sums[0];
    const ends = after === sums[this.count];
    let [from, middle, to] = [left, twice - left * kink - right * (1 - kink), right];
    if (ends || sign * (middle - to) > 0) {
      middle = to;
      from = (twice - to * (2 - kink)) / kink;
    } else if (starts || sign * (middle - from) < 0) {
      middle = from;
      to = (twice - from * (1 + kink)) / (1 - kink);
    }
    if (sign * (from - before) < 0 || sign * (after - to) < 0 || sign * (to - from) < 0) return false;
    this.left = from;
    this.rise = to - from;
    this.kink = kink;
    this.middle = middle;
    return true;
  }

  /** The values between cells and the next, by the four cells around. */
  #findEdges(sums: Float64Array, from: number, end: number): void {
    const { count } = this;
    const { edges: weights, binsPerOctave } = this.grid;
    let at = 4 * ((this.low + from) % binsPerOctave);
    let before = sums[Math.max(0, from - 1)]!;
    let here = sums[from]!;
    let next = sums[Math.min(count, from + 1)]!;
    for (let cell = from; cell < end; cell++) {
      const after = sums[cell + 2 > count ? count : cell + 2]!;
      const value =
        weights[at]! * before + weights[at + 1]! * here + weights[at + 2]! * next + weights[at + 3]! * after;
      this.#edges[cell] = between(here, next, value);
      at = at + 4 < weights.length ? at + 4 : 0;
      before = here;
      here = next;
      next = after;
    }
  }

  /** The value between a cell and the next, of which one has a kink, from the sides that have none. */
  #findKinkedEdge(sums: Float64Array, cell: number, kinks: Float64Array): void {
    const here = sums[cell]!;
    const next = sums[cell + 1]!;
    const before = sums[Math.max(0, cell - 1)]!;
    const after = sums[Math.min(this.count, cell + 2)]!;
    const fromLeft = here + (here - before) * this.#share(cell, cell - 1);
    const fromRight = next + (next - after) * this.#share(cell + 1, cell + 2);
    const value = kinks[cell]! > 0 ? fromRight : kinks[cell + 1]! > 0 ? fromLeft : (fromLeft + fromRight) / 2;
    this.#edges[cell] = between(here, next, value);
  }

  /** The value at the start of a cell, of its own side. */
  #edgeBefore(cell: number): number {
    const value = this.#edges[cell - 1]!;
    return cell === this.#turn ? this.#all - value : value;
  }

  /** The width of a cell over its own and its neighbour's. */
  #share(cell: number, neighbour: number): number {
    const width = this.width(cell);
    return neighbour < 0 || neighbour > this.count ? 0 : width / (width + this.width(neighbour));
  }

  /** Of the cell entered: the described side at a part of its width. */
  value(part: number): number {
    if (this.kink < 1) {
      const { kink, left, middle, rise } = this;
      return part < kink
        ? left + ((middle - left) * part) / kink
        : middle + ((left + rise - middle) * (part - kink)) / (1 - kink);
    }
    return this.left + part * (this.rise + this.bend * (1 - part));
  }

  /** The same, integrated from the cell's start, in widths. */
  integral(part: number): number {
    if (this.kink < 1) {
      const first = Math.min(part, this.kink);
      const straight = (first * (this.left + this.value(first))) / 2;
      return part <= first ? straight : straight + ((part - first) * (this.middle + this.value(part))) / 2;
    }
    const square = part * part;
    return this.left * part + (this.rise * square) / 2 + this.bend * (square / 2 - (square * part) / 3);
  }

  /** What has come by a time of the cell entered, and what comes later; the two sides of all that is spread. */
  withinAt(part: number): number {
    return this.tail ? this.#all - this.value(part) : this.value(part);
  }

  beyondAt(part: number): number {
    return this.tail ? this.value(part) : this.#all - this.value(part);
  }

  /** Writes what has come and what comes later in the cells of the grid between two points, at two places that stand for each, or once on a staircase. */
  spread(low: number, high: number): void {
    const { below, above, within, beyond, count, smooth } = this;
    const edges = this.#edges;
    const turn = this.#turn;
    const shift = 1 - this.low;
    let at = 0;
    for (let point = low; point < high; point++) {
      const cell = Math.min(count, Math.max(0, point + shift));
      let deviation = 0;
      if (smooth && cell > 0 && cell < count) {
        const mean = cell >= turn ? above[cell]! : below[cell]!;
        const left = cell === turn ? this.#all - edges[cell - 1]! : edges[cell - 1]!;
        const right = edges[cell]!;
        deviation = DEVIATION * Math.min(Math.abs(right - left), 3 * Math.abs(right - mean), 3 * Math.abs(mean - left));
      }
      within[at] = below[cell]! + deviation;
      beyond[at++] = above[cell]! - deviation;
      if (!smooth) continue;
      within[at] = below[cell]! - deviation;
      beyond[at++] = above[cell]! + deviation;
    }
  }

  /** What has come, integrated from the start of the cell entered to a part of its width, in widths. */
  comeBefore(part: number): number {
    return this.tail ? this.#all * part - this.integral(part) : this.integral(part);
  }

  /** What comes later, though not late, integrated from a part of the width of the cell entered to its end, in widths. */
  leftAfter(cell: number, part: number): number {
    const late = this.above[this.count]!;
    return this.tail
      ? this.above[cell]! - this.integral(part) - late * (1 - part)
      : (this.#all - late) * (1 - part) - this.below[cell]! + this.integral(part);
  }

  /** Enters the cell of a time; the part of its width before the time. */
  find(seconds: number): number {
    const cell = this.cellOf(seconds);
    this.enter(cell);
    if (cell === 0 || cell === this.count) return 0;
    return (seconds - this.origin - this.start(cell)) / this.width(cell);
  }
}

const profiles = new WeakMap<Grid, Profile[]>();

/**
 * The profile of a measure, on a grid that is rounded one way: in a place of which each holds one at a time.
 *
 * Model, units, errors, accuracy and source as for a profile. Cost: that of taking it, unless it was the last in its place.
 *
 * @example profileOf(createGrid(8), 'near', { start: 0, low: 0, bins: new Float64Array(2), late: 0, kinks: [] }).count // => 2
 */
export function profileOf(grid: Grid, rounding: Rounding, measure: Spread, place = 0): Profile {
  let places = profiles.get(grid);
  if (places === undefined) profiles.set(grid, (places = []));
  const profile = (places[place] ??= new Profile(grid, rounding));
  profile.take(measure);
  return profile;
}
