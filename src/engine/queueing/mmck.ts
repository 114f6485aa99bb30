import { deviance, stirlingError } from '../numeric/binomial-chance.ts';
import { erlangB } from './erlang.ts';
import type { Queue } from './mmc.ts';

/** A queue with a limit: K requests at most are inside, those in service among them. */
export interface BoundedQueue extends Queue {
  readonly capacity: number;
}

/** An M/M/c/K queue in its long run. */
export interface Mmck {
  readonly blockingProbability: number;
  readonly carriedPerSecond: number;
  readonly utilisation: number;
  /** Of those who are let in. */
  readonly waitingProbability: number;
  readonly meanWaitSeconds: number;
  readonly meanResponseSeconds: number;
  /** The probabilities of those who are let in to find all servers busy and at least 0, 1, 2, … waiting. */
  readonly waitingAtLeast: readonly number[];
  /** How fast those who wait move on: cμ. */
  readonly drainPerSecond: number;
}

/**
 * The M/M/c/K queue: what is turned away, and how long those wait who are let in.
 *
 * Model: Poisson arrivals, exponential service, c servers, K ≥ c inside at most; who finds K inside is turned away at once.
 * Units: seconds. Errors: none; any load has a long run. Accuracy: relative error below 1e-12 for K up to 1e5: only positive terms, the
 * likeliest first. Cost: that of `erlangB` and K − c terms. Source: L. Kleinrock, "Queueing systems" 1 (1975), 3.7.
 *
 * @example mmck({ arrivalsPerSecond: 2, serviceSeconds: 1, servers: 1, capacity: 1 }).blockingProbability // => 0.6666666666666666
 */
export function mmck({ arrivalsPerSecond, serviceSeconds, servers, capacity }: BoundedQueue): Mmck {
  const offered = arrivalsPerSecond * serviceSeconds;
  const load = offered / servers;
  const room = capacity - servers;
  // Weights of c, c + 1, …, K inside, the largest being 1.
  const weights = Array.from({ length: room + 1 }, (_, j) => load ** (load > 1 ? j - room : j));
  const below = (weights[0]! * servers) / offered / erlangB(servers - 1, offered);
  // So rarely busy that there is no number for it.
  if (below === Number.POSITIVE_INFINITY) weights.fill(0);
  const full = weights.pop()!;
  const waiting = weights.reduce((sum, each) => sum + each, 0);
  const admitted = Math.min(below, Number.MAX_VALUE) + waiting;
  const total = admitted + full;
  const queue = weights.reduce((sum, each, j) => sum + (j + 1) * each, 0);
  const carriedPerSecond = arrivalsPerSecond * (admitted / total);
  const drainPerSecond = servers / serviceSeconds;
  const meanWaitSeconds = queue / admitted / drainPerSecond;
  const waitingAtLeast = weights.map((each) => each / admitted);
  for (let j = room - 2; j >= 0; j--) waitingAtLeast[j] = waitingAtLeast[j]! + waitingAtLeast[j + 1]!;
  return {
    blockingProbability: full / total,
    carriedPerSecond,
    utilisation: (carriedPerSecond * serviceSeconds) / servers,
    waitingProbability: waiting / admitted,
    meanWaitSeconds,
    meanResponseSeconds: meanWaitSeconds + serviceSeconds,
    waitingAtLeast,
    drainPerSecond,
  };
}

/** The chance of n events of a Poisson count with a given mean. */
const poissonChance = (n: number, mean: number): number =>
  n === 0 ? Math.exp(-mean) : Math.exp(-deviance(n, mean) - stirlingError(n)) / Math.sqrt(2 * Math.PI * n);

/** Of what is left out on either side of a sum. */
const NEGLIGIBLE = 1e-18;

/**
 * P(wait > t) of those who are let into an M/M/c/K queue.
 *
 * Model: who finds j waiting waits for j + 1 ends of service, which come as a Poisson stream. Units: seconds. Errors: none.
 * Accuracy: relative error below 1e-12: only positive terms, which rise and fall once. Cost: terms about the largest, some √(K − c).
 * Source: as `mmck`.
 *
 * @example mmckWaitBeyond(mmck({ arrivalsPerSecond: 1, serviceSeconds: 1, servers: 1, capacity: 2 }), 1) // => 0.18393972058572117
 */
export function mmckWaitBeyond({ waitingAtLeast, drainPerSecond }: Mmck, seconds: number): number {
  const mean = drainPerSecond * seconds;
  if (!(mean > 0)) return waitingAtLeast[0] ?? 0;
  const ratio = (ends: number): number =>
    ((waitingAtLeast[ends + 1] ?? 0) / waitingAtLeast[ends]!) * (mean / (ends + 1));
  let [largest, after] = [0, waitingAtLeast.length];
  while (after - largest > 1) {
    const middle = (largest + after) >> 1;
    if (ratio(middle - 1) >= 1) largest = middle;
    else after = middle;
  }
  const top = (waitingAtLeast[largest] ?? 0) * poissonChance(largest, mean);
  let sum = top;
  for (let [ends, term] = [largest, top]; term > NEGLIGIBLE * top; ends++) sum += term *= ratio(ends);
  for (let [ends, term] = [largest, top]; ends > 0 && term > NEGLIGIBLE * top; ends--) sum += term /= ratio(ends - 1);
  return sum;
}
