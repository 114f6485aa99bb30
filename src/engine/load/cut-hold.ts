import type { Algebra, Measure } from '../latency/algebra.ts';
import type { Stream } from '../latency/stream.ts';
import { logGrid } from '../numeric/log-grid.ts';
import { meanWithin } from './patience.ts';

/** Times between which the mean of a cut hold is taken as straight, and the shares at which it may bend. */
const POINTS = 64;
const BENDS = 16;

/** The mean of a hold that is cut at a time, and of its square. */
export interface CutMeans {
  readonly mean: (seconds: number) => number;
  readonly square: (seconds: number) => number;
}

/**
 * The means of an exponential hold that is cut.
 *
 * Model: E[min(H, t)] = S(1 − e⁻ᶻ) and E[min(H, t)²] = 2S²(1 − (1 + z)e⁻ᶻ), z = t/S. Units: seconds. Errors: none. Accuracy: rounding.
 * Cost: constant. Source: none needed.
 *
 * @example exponentialCut(1).mean(Math.LN2) // => 0.5
 */
export function exponentialCut(mean: number): CutMeans {
  return {
    mean: (seconds) => -mean * Math.expm1(-seconds / mean),
    square: (seconds) => 2 * mean ** 2 * (1 - (1 + seconds / mean) * Math.exp(-seconds / mean)),
  };
}

const tables = new WeakMap<Measure, { readonly last: number; readonly means: CutMeans }>();

/**
 * The means of any hold that is cut up to a time.
 *
 * Model: E[min(H, t)] as a table; E[min(H, t)²] is twice what that lacks of t E[min(H, t)] when it is integrated. Units: seconds; `last` is the
 * latest. Errors: none. Accuracy: about 3e-3. Cost: some 80 cuts, once for a measure; then a look into the table.
 * Source: none needed.
 *
 * @example measuredCut(sampleAlgebra, sampleAlgebra.at(1), 3).mean(2) // => 1
 */
export function measuredCut(algebra: Algebra, measure: Measure, last: number): CutMeans {
  const made = tables.get(measure);
  if (made?.last === last) return made.means;
  const bends = Array.from({ length: BENDS }, (_, bend) =>
    measure.mass > 0 ? algebra.quantile(measure, (bend + 0.5) / BENDS) : last,
  );
  const first = Math.min(last, Math.max(last * 1e-9, bends[0]! / 8));
  const grid = [...(first < last ? logGrid(first, last, POINTS) : [last]), ...bends.filter((bend) => bend < last)];
  const times = [0, ...new Set(grid.sort((one, other) => one - other))];
  const values = times.map((seconds) => meanWithin(algebra, measure, seconds));
  const areas = [0];
  for (let point = 1; point < times.length; point++)
    areas.push(areas[point - 1]! + ((values[point]! + values[point - 1]!) / 2) * (times[point]! - times[point - 1]!));
  const cellOf = (seconds: number): readonly [low: number, mean: number] => {
    let [low, high] = [0, times.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (times[middle]! <= seconds) low = middle;
      else high = middle;
    }
    const part = Math.min(1, (seconds - times[low]!) / (times[high]! - times[low]!));
    return [low, values[low]! + part * (values[high]! - values[low]!)];
  };
  const means: CutMeans = {
    mean: (seconds) => cellOf(seconds)[1],
    square: (seconds) => {
      const [low, mean] = cellOf(seconds);
      const area = areas[low]! + ((values[low]! + mean) / 2) * (seconds - times[low]!);
      return Math.max(mean ** 2, 2 * (seconds * mean - area));
    },
  };
  tables.set(measure, { last, means });
  return means;
}

/** Of those who are still waited for after a time: their share of all, and how long each then holds a worker on average, times that share. */
export interface Left {
  readonly share: number;
  readonly seconds: number;
}

/**
 * By how long it waits for a worker: how many are still waited for, and how long they hold it then.
 *
 * Model: P(X > v) and E[min(H, (X − v)⁺)] of a hold H and an independent patience X. Units: seconds; `share` of all that come. Errors: none.
 * Accuracy: that of the means. Cost: linear in the times at which requests are given up. Source: docs/load-maths.md.
 *
 * @example leftAfter({ whole: 0, stops: [[3, 1]] }, measuredCut(sampleAlgebra, sampleAlgebra.at(1), 3), 1, 0.5) // => { share: 1, seconds: 1 }
 */
export function leftAfter({ whole, stops }: Stream, cut: CutMeans, wholeSeconds: number, waited: number): Left {
  let [share, seconds] = [whole, whole > 0 ? whole * wholeSeconds : 0];
  for (const [stop, chance] of stops) {
    if (stop <= waited) continue;
    share += chance;
    seconds += chance * cut.mean(stop - waited);
  }
  return { share, seconds };
}
