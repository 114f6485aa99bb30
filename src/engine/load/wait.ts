import { NO_TIME, type ResolvedTime } from '../../model/resolved-time.ts';
import { logGrid } from '../numeric/log-grid.ts';

/** How long those wait who are let in, and who is not. */
export interface Wait {
  readonly time: ResolvedTime;
  readonly meanSeconds: number;
  readonly p99Seconds: number;
  readonly shed: number;
  readonly band: number | null;
}

/** Those who wait at all, or are turned away, are fewer than this: nobody is. */
export const NOBODY = 1e-12;
/** Where c² has no end, the mean wait before several workers is that of a large one. */
export const LARGEST_SCV = 1e9;
/** The share of those who come after p99. */
const LATE = 0.01;

type Point = Extract<ResolvedTime, { readonly of: 'quantiles' }>['points'][number];

/**
 * Who is turned away where nobody waits; null where nobody is.
 *
 * Model: none. Units: `shed` of all who come. Errors: none. Accuracy: exact. Cost: constant. Source: none needed.
 *
 * @example noWait(0.5, 0).meanSeconds // => 0
 */
export const noWait = (shed: number, band: Wait['band']): Wait | null =>
  shed < NOBODY ? null : { time: NO_TIME, meanSeconds: 0, p99Seconds: 0, shed, band };

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

/** Times of a table; the shares of those who wait that come before the first and after the last, and before most of its times. */
const POINTS = 128;
const FIRST = 1e-6;
const LAST = 1e-10;
const MOST = 1e-3;
const HALVINGS = 20;

/** Where a falling function passes a value. */
function passing(beyond: (seconds: number) => number, value: number, start: number): number {
  let [low, high] = [0, start];
  while (beyond(high) > value) [low, high] = [high, 2 * high];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (beyond(middle) > value) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * A wait by its tail, as a table of quantiles.
 *
 * Model: the tail at 128 times evenly apart, between which its logarithm is linear; who does not wait at all is at 0 s exactly. Where it is
 * `heavy`, at as many up to where most have come, and at as many again, each so many times as late as the one before. Units: seconds; `scale` is
 * about how long a wait is; `factor` makes all of them longer. Errors: none. Accuracy: about 1e-3 of what comes later; p99 to 1e-5.
 * Cost: some two hundred values of the tail, where it is heavy three hundred. Source: as `tableOf`.
 *
 * @example tableOfTail((seconds) => 0.5 * Math.exp(-seconds), 1).p99Seconds.toFixed(4) // => '3.9120'
 */
export function tableOfTail(
  beyond: (seconds: number) => number,
  scale: number,
  { factor = 1, heavy = false } = {},
): Pick<Wait, 'time' | 'p99Seconds'> {
  const waiting = beyond(0);
  const from = passing(beyond, waiting * (1 - FIRST), scale);
  const to = passing(beyond, waiting * LAST, scale);
  const end = heavy ? passing(beyond, waiting * MOST, scale) : to;
  const even = Array.from({ length: POINTS }, (_, point) => from + ((end - from) * point) / (POINTS - 1));
  const times = heavy ? [...even, ...logGrid(Math.min(to, Math.max(from, end / POINTS)), to, POINTS)] : even;
  const points: Point[] = waiting < 1 ? [{ probability: 1 - waiting, seconds: 0 }] : [];
  for (const seconds of times.sort((one, other) => one - other))
    points.push({ probability: 1 - beyond(seconds), seconds: seconds * factor });
  const p99Seconds = waiting > LATE ? passing(beyond, LATE, scale) * factor : 0;
  return { time: { of: 'quantiles', points }, p99Seconds };
}
