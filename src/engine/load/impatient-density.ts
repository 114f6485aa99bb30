import { poissonLogs } from '../numeric/poisson-logs.ts';
import type { CutHold } from './hold.ts';

/** What comes to a queue of those who may be given up. */
export interface Impatient {
  readonly arrivalsPerSecond: number;
  readonly servers: number;
  readonly places: number | null;
  readonly hold: CutHold;
}

/** The two ends of a straight piece, of logarithms. */
type Ends = readonly [from: number, to: number];

/** A piece of a density whose logarithm is straight. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  /** Of the waits of those who are let in, and of those who find the queue full. */
  readonly waits: Ends;
  readonly full: Ends;
}

/** A density is as good as nothing where it is e to the power of this below its top. */
const NOTHING = 40;
/** In one piece: how far a logarithm may be from straight, by how much the hold may change, and the density. */
const BEND = 0.02;
const CHANGE = 0.1;
const FALL = 3;
/** And by how many of its deviations the number of those who are waiting. */
const COUNTS = 0.12;
const MOST_CELLS = 5000;
/** So close to where nobody is waited for any more, over that. */
const END = 1e-9;

/** The logarithms of the chances that fewer than all places are taken, and that all are; with a part of a place as often one more. */
function placesLogs(places: number, waiting: number): readonly [fewer: number, all: number] {
  const [few, part] = [Math.floor(places), places % 1];
  const low = poissonLogs(few, waiting);
  if (part === 0) return low;
  const high = poissonLogs(few + 1, waiting);
  const mixed = (one: number, other: number): number => {
    const top = Math.max(one, other);
    return top === Number.NEGATIVE_INFINITY
      ? top
      : top + Math.log((1 - part) * Math.exp(one - top) + part * Math.exp(other - top));
  };
  return [mixed(low[0], high[0]), mixed(low[1], high[1])];
}

/**
 * How long who comes would have to wait, where all workers are busy: a density over that of the first who waits, in pieces.
 *
 * Model: with c workers, arrivals at a rate λ of which M(v) are waited for longer than v, and h(v) the mean for which these then hold a
 * worker, (ln v)' = (λM − c/h)/r − (ln h)': so much work comes as is done (Little). Those who are waiting meanwhile are a Poisson number of
 * mean λ∫M/r. Units: seconds; `stretch` is r. Domain: λMh < c in the end, or a bounded queue. Errors: none. Accuracy: exact for one worker of
 * exponential holds, and where nobody is given up before exponential ones; docs/load-maths.md for others. Cost: some hundred pieces. Source: F. Baccelli, G. Hebuterne, "On
 * queues with impatient customers" (1981); A. Movaghar (1998) for limits of the whole time; docs/load-maths.md.
 *
 * @example impatientDensity({ arrivalsPerSecond: 2, servers: 1, places: null, hold: sampleCutHold }, 1).length > 10 // => true
 */
export function impatientDensity({ arrivalsPerSecond, servers, places, hold }: Impatient, stretch: number): Cell[] {
  const { left, patience } = hold.cut;
  const { whole, stops } = patience;
  const first = left(0);
  const cells: Cell[] = [];
  /** Logarithms, given how long others hold a worker, what has been done and who has come meanwhile. */
  const valuesOf = (seconds: number, done: number, waiting: number): readonly [waits: number, full: number] => {
    const open = Math.log(first.seconds / first.share / seconds) + waiting - done;
    if (places === null) return [open, Number.NEGATIVE_INFINITY];
    const [fewer, exactly] = placesLogs(places / stretch, waiting);
    return [open + fewer, open + exactly];
  };
  const ends = stops.map(([seconds]) => seconds).filter((seconds) => seconds > 0);
  let [at, done, waiting, top] = [0, 0, 0, 0];
  for (const end of whole > 0 ? [...ends, Number.POSITIVE_INFINITY] : ends) {
    const { share, seconds } = left(at);
    const isLast = whole === 0 && end === ends.at(-1);
    const wide = places === null ? Number.POSITIVE_INFINITY : COUNTS * Math.sqrt(places + 1);
    const widest = (wide * stretch) / (arrivalsPerSecond * share);
    const slopeAt = (each: number): number => (arrivalsPerSecond * share - servers / each) / stretch;
    let each = seconds / share;
    let before = valuesOf(each, done, waiting);
    let step = Math.min(widest, each / servers);
    while (at < end) {
      if (cells.length >= MOST_CELLS || (isLast && end - at < END * end)) return cells;
      const to = Math.min(end, at + step);
      const width = to - at;
      const next = left(to).seconds / share;
      const middle = left(at + width / 2).seconds / share;
      const slope = slopeAt(each);
      if (next > 0) {
        // By Simpson's rule.
        const doneNext = done + ((servers / stretch) * width * (1 / each + 4 / middle + 1 / next)) / 6;
        const waitingNext = waiting + (arrivalsPerSecond * share * width) / stretch;
        const after = valuesOf(next, doneNext, waitingNext);
        const isSmooth =
          Math.abs(Math.log(next / each)) <= CHANGE &&
          (Math.abs(slopeAt(next) - slope) * width) / 8 <= BEND &&
          Math.abs(after[0] - before[0]) <= FALL + Math.abs(before[0]) / 50;
        if (isSmooth) {
          cells.push({ from: at, to, waits: [before[0], after[0]], full: [before[1], after[1]] });
          [at, each, done, waiting, before] = [to, next, doneNext, waitingNext, after];
          top = Math.max(top, ...after);
          if (slopeAt(each) < 0 && Math.max(...after) < top - NOTHING) return cells;
          step = Math.min(widest, 1.6 * step);
          continue;
        }
      }
      step = width / 2;
    }
  }
  return cells;
}
