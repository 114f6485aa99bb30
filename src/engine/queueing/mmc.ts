import { erlangC } from './erlang.ts';

/** Requests that arrive at random at one queue before c equal servers. */
export interface Queue {
  readonly arrivalsPerSecond: number;
  readonly serviceSeconds: number;
  readonly servers: number;
}

/** An M/M/c queue in its long run. */
export interface Mmc {
  readonly utilisation: number;
  readonly waitingProbability: number;
  readonly meanWaitSeconds: number;
  readonly meanResponseSeconds: number;
  /** How fast those who wait move on: cμ − λ. */
  readonly drainPerSecond: number;
  readonly serviceSeconds: number;
}

/**
 * The M/M/c queue: who waits, and how long on average.
 *
 * Model: Poisson arrivals, exponential service, c servers, first come first served, an unbounded queue. Units: seconds.
 * Errors: null at or above saturation, λ ≥ cμ, where there is no long run. Accuracy: relative error below 1e-12, over
 * 1 − ρ near saturation. Cost: that of `erlangB`. Source: L. Kleinrock, "Queueing systems" 1 (1975), 3.5.
 *
 * @example mmc({ arrivalsPerSecond: 2, serviceSeconds: 1, servers: 4 }).waitingProbability // => 0.17391304347826086
 */
export function mmc({ arrivalsPerSecond, serviceSeconds, servers }: Queue): Mmc | null {
  const offered = arrivalsPerSecond * serviceSeconds;
  if (offered >= servers) return null;
  const waitingProbability = erlangC(servers, offered);
  const drainPerSecond = (servers - offered) / serviceSeconds;
  const meanWaitSeconds = waitingProbability / drainPerSecond;
  return {
    utilisation: offered / servers,
    waitingProbability,
    meanWaitSeconds,
    meanResponseSeconds: meanWaitSeconds + serviceSeconds,
    drainPerSecond,
    serviceSeconds,
  };
}

/**
 * P(wait > t) in an M/M/c queue: C·e^(−(cμ − λ)t).
 *
 * Model, source: as `mmc`. Units: seconds. Errors: none. Accuracy: that of the waiting probability. Cost: constant.
 *
 * @example mmcWaitBeyond(mmc({ arrivalsPerSecond: 0.7, serviceSeconds: 1, servers: 1 }), 0) // => 0.7
 */
export function mmcWaitBeyond({ waitingProbability, drainPerSecond }: Mmc, seconds: number): number {
  return waitingProbability * Math.exp(-drainPerSecond * seconds);
}

/**
 * P(response > t) in an M/M/c queue, response being wait and service.
 *
 * Model: an exponential service, after an exponential wait for those who wait; where both are equally fast, cμ − λ = μ, the
 * sum is an Erlang's, and the formula has that for its limit. Units: seconds. Errors: none. Accuracy: relative error below
 * 1e-12: only positive terms. Cost: constant. Source: as `mmc`.
 *
 * @example mmcResponseBeyond(mmc({ arrivalsPerSecond: 0.7, serviceSeconds: 1, servers: 1 }), 10) // => 0.049787068367863944
 */
export function mmcResponseBeyond(
  { waitingProbability, drainPerSecond, serviceSeconds }: Mmc,
  seconds: number,
): number {
  const slow = Math.min(drainPerSecond, 1 / serviceSeconds) * seconds;
  const apart = Math.abs(drainPerSecond - 1 / serviceSeconds) * seconds;
  const both = Math.exp(-slow) * (1 + slow * (apart === 0 ? 1 : -Math.expm1(-apart) / apart));
  return (1 - waitingProbability) * Math.exp(-seconds / serviceSeconds) + waitingProbability * both;
}

/**
 * The time that a share of all waits in an M/M/c queue stays within; 0 where as many do not wait at all.
 *
 * Model, source: as `mmc`. Units: seconds, probability in [0, 1). Errors: none. Accuracy: that of 1 − p. Cost: constant.
 *
 * @example mmcWaitQuantile(mmc({ arrivalsPerSecond: 0.7, serviceSeconds: 1, servers: 1 }), 0.9) // => 6.486367163517711
 */
export function mmcWaitQuantile({ waitingProbability, drainPerSecond }: Mmc, probability: number): number {
  return Math.max(0, Math.log(waitingProbability / (1 - probability)) / drainPerSecond);
}

/**
 * The time that a share of all responses of an M/M/c queue stays within.
 *
 * Model, source: as `mmc`. Units: seconds, probability in [0, 1). Errors: none. Accuracy: relative error some 1e-15 over 1 − p.
 * Cost: some 60 evaluations.
 *
 * @example mmcResponseQuantile(mmc({ arrivalsPerSecond: 0.7, serviceSeconds: 1, servers: 1 }), 0.9) // => 7.67528364331348
 */
export function mmcResponseQuantile(queue: Mmc, probability: number): number {
  const later = 1 - probability;
  let [low, high] = [0, queue.meanResponseSeconds];
  while (mmcResponseBeyond(queue, high) > later) [low, high] = [high, 2 * high];
  while (high - low > 2e-16 * high) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (mmcResponseBeyond(queue, middle) > later) low = middle;
    else high = middle;
  }
  return high;
}
