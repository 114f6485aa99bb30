import type { GridMeasure } from './grid-measure.ts';
import type { Grid } from './grid.ts';
import { HAT, Operand, SPARE, WEIGHTS } from './operand.ts';
import type { Tally } from './tally.ts';

/** Low octaves that hold less than this of the product are added up at the step of the first one above them. */
const COARSE = 1e-7;

/** A product of less than this share of what is trimmed is not worth adding, unless everything is to bound. */
const NOTHING = 1e-2;

/** Adds the product of two sequences to a third, four rows and two columns at a time; both have spare places at their end. */
function multiply(one: Float64Array, other: Float64Array, sums: Float64Array, shift: number): void {
  let low = 0;
  let high = other.length - SPARE;
  while (low < high && other[low] === 0) low++;
  while (high > low && other[high - 1] === 0) high--;
  const end = high + 3;
  for (let i = 0; i < one.length - SPARE; i += 4) {
    const first = one[i]!;
    const second = one[i + 1]!;
    const third = one[i + 2]!;
    const fourth = one[i + 3]!;
    if (first === 0 && second === 0 && third === 0 && fourth === 0) continue;
    const at = i + shift;
    let before = 0;
    let last = 0;
    let lastButOne = 0;
    for (let j = low; j < end; j += 2) {
      const here = other[j]!;
      const next = other[j + 1]!;
      sums[at + j] = sums[at + j]! + (first * here + second * before) + (third * last + fourth * lastButOne);
      sums[at + j + 1] = sums[at + j + 1]! + (first * next + second * here) + (third * before + fourth * last);
      lastButOne = before;
      last = here;
      before = next;
    }
  }
}

/**
 * Moves a product to the sums, and takes from it what it is too wide: each mass gives some of its own to itself from its
 * neighbours, which keeps the mean; never more than they have.
 */
function moveSharpened(product: Float64Array, from: number, end: number, widened: number, sums: Float64Array): void {
  let before = 0;
  let mass = product[from]!;
  let given = 0;
  let gain = 0;
  for (let place = from; place < end; place++) {
    const after = product[place + 1]!;
    const part = Math.min((widened / 2) * mass, before / 4, after / 4);
    if (place > from) sums[place - 1] = sums[place - 1]! + gain - part;
    gain = mass + 2 * part - given;
    given = part;
    before = mass;
    mass = after;
    product[place] = 0;
  }
  sums[end - 1] = sums[end - 1]! + gain;
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
  const [lower, upper] = WEIGHTS[rounding];
  for (let place = 0; place < half; place++) {
    const odd = sums[2 * half + 2 * place + 1]!;
    bins[next + place] = bins[next + place]! + sums[2 * half + 2 * place]! + lower * odd;
    bins[next + place + 1] = bins[next + place + 1]! + upper * odd;
  }
  tally.touch(base, next + half + 1);
}

/** What is used again for every sum on a grid. */
interface Room {
  readonly a: Operand;
  readonly b: Operand;
  readonly sums: Float64Array;
  /** Of two sequences; empty between two products. */
  readonly product: Float64Array;
}

const rooms = new WeakMap<Grid, Room>();

function roomOf(grid: Grid): Room {
  const half = grid.binsPerOctave;
  const room = rooms.get(grid) ?? {
    a: new Operand(grid),
    b: new Operand(grid),
    sums: new Float64Array(4 * half + 5),
    // Four rows and two columns at a time write further.
    product: new Float64Array(4 * half + 2 * SPARE),
  };
  rooms.set(grid, room);
  return room;
}

/**
 * The sum of two independent times, both on the grid: adds the product of their masses to the tally.
 *
 * Model: by octaves: each meets the other's bins of its own octave, and all below it taken at its own step.
 * Units: seconds, masses. Errors: none. Accuracy: `near` keeps the mean and widens by about a sixth of a step squared;
 * `down` and `up` bound. Cost: at most 3H² multiplications an octave. Source: P. Embrechts, M. Frei, "Panjer recursion
 * versus FFT for compound distributions", Math. Meth. Oper. Res. 69 (2009), on rounding; the octaves are our own.
 *
 * @example ((tally, one) => (convolve(tally, one, one), tally.measure({ mass: 1, tailPower: 2 }).moment))(new Tally(createGrid(8), 'near'), { mass: 1, low: 8, bins: new Float64Array([1]) }) // => 2.3283064365386963e-10
 */
export function convolve(tally: Tally, one: GridMeasure, other: GridMeasure): void {
  if (one.bins.length === 0 || other.bins.length === 0) return;
  const { grid, rounding } = tally;
  const half = grid.binsPerOctave;
  const { a, b, sums, product } = roomOf(grid);
  a.take(one);
  b.take(other);
  const nothing = rounding === 'near' ? NOTHING * tally.trimmed * one.mass * other.mass : 0;
  const add = (first: Float64Array, second: Float64Array, shift: number, mass: number, widened: number): void => {
    if (mass <= nothing) return;
    multiply(first, second, product, shift);
    const end = shift + first.length + second.length - 2 * SPARE;
    moveSharpened(product, shift, end, rounding === 'near' ? widened : 0, sums);
  };
  const end = Math.max(a.lastOctave, b.lastOctave);
  let begun = false;
  for (let octave = Math.min(a.firstOctave, b.firstOctave); octave <= end; octave++) {
    a.enter(octave);
    b.enter(octave);
    const least = COARSE * one.mass * other.mass;
    if (begun || octave === end || (a.underMass + a.ownMass) * (b.underMass + b.ownMass) > least) {
      sums.fill(0);
      add(a.own, b.own, 2 * half, a.ownMass * b.ownMass, HAT);
      add(a.own, b.under, half, a.ownMass * b.underMass, b.underWidened / b.underMass);
      add(b.own, a.under, half, b.ownMass * a.underMass, a.underWidened / a.underMass);
      if (!begun) add(a.under, b.under, 0, a.underMass * b.underMass, 0);
      addSums(tally, octave, sums);
      begun = true;
    }
    a.rise(rounding);
    b.rise(rounding);
  }
}
