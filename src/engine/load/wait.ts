import { NO_TIME, type ResolvedTime } from '../../model/resolved-time.ts';

/** How long those wait who are let in, and who is not. */
export interface Wait {
  readonly time: ResolvedTime;
  readonly meanSeconds: number;
  readonly p99Seconds: number;
  readonly shed: number;
  readonly band: number | null;
}

type Point = Extract<ResolvedTime, { readonly of: 'quantiles' }>['points'][number];

/**
 * A wait that by chance is none, and else exponential.
 *
 * Model: M/M/c, where it is exact; M/G/c. Units: seconds; the mean is of all. Errors: none. Accuracy: exact. Cost: constant.
 * Source: L. Kleinrock, "Queueing systems" 1 (1975), 3.5.
 *
 * @example exponentialWait(0.5, 1).p99Seconds // => 7.824046010856292
 */
export function exponentialWait(
  waitingProbability: number,
  meanSeconds: number,
): Pick<Wait, 'time' | 'meanSeconds' | 'p99Seconds'> {
  const conditional: ResolvedTime = { of: 'exponential', meanSeconds: meanSeconds / waitingProbability };
  const parts = [
    { weight: 1 - waitingProbability, time: NO_TIME },
    { weight: waitingProbability, time: conditional },
  ];
  return {
    time: waitingProbability < 1 ? { of: 'mixture', parts } : conditional,
    meanSeconds,
    p99Seconds: Math.max(0, Math.log(100 * waitingProbability) * conditional.meanSeconds),
  };
}

/** Points of a table, and the shares of those who wait that come before the first and after the last. */
const POINTS = 128;
const FIRST = 1e-6;
const LAST = 1e-10;

/** Where a falling function passes a value. */
function passing(beyond: (seconds: number) => number, value: number, start: number): number {
  let [low, high] = [0, start];
  while (beyond(high) > value) [low, high] = [high, 2 * high];
  for (let halving = 0; halving < 16; halving++) {
    const middle = (low + high) / 2;
    if (beyond(middle) > value) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * A wait by its tail, as a table of quantiles.
 *
 * Model: the tail at 128 times evenly apart, between which its logarithm is linear; who does not wait at all is at 0 s exactly.
 * Units: seconds; `scale` is about how long a wait is; `factor` makes all of them longer. Errors: none. Accuracy: about 1e-3 of what comes later.
 * Cost: some hundred values of the tail. Source: as `tableOf`.
 *
 * @example tableOfTail((seconds) => 0.5 * Math.exp(-seconds), 1).p99Seconds.toFixed(6) // => '3.912023'
 */
export function tableOfTail(
  beyond: (seconds: number) => number,
  scale: number,
  factor = 1,
): Pick<Wait, 'time' | 'p99Seconds'> {
  const waiting = beyond(0);
  const from = passing(beyond, waiting * (1 - FIRST), scale);
  const to = passing(beyond, waiting * LAST, scale);
  const points: Point[] = waiting < 1 ? [{ probability: 1 - waiting, seconds: 0 }] : [];
  for (let point = 0; point < POINTS; point++) {
    const seconds = from + ((to - from) * point) / (POINTS - 1);
    points.push({ probability: 1 - beyond(seconds), seconds: seconds * factor });
  }
  return { time: { of: 'quantiles', points }, p99Seconds: quantileOf(points, 0.99) };
}

function quantileOf(points: readonly Point[], share: number): number {
  let before: Point = { probability: 0, seconds: 0 };
  for (const point of points) {
    if (point.probability >= share) {
      const fall = ({ probability }: Point): number => Math.log1p(-probability);
      const part = (Math.log1p(-share) - fall(before)) / (fall(point) - fall(before));
      return before.seconds + part * (point.seconds - before.seconds);
    }
    before = point;
  }
  return before.seconds;
}
