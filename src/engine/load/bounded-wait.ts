import { mgcMeanWait } from '../queueing/mgc.ts';
import { mmc, type Queue } from '../queueing/mmc.ts';
import { mmck, mmckWaitBeyond, type Mmck } from '../queueing/mmck.ts';
import type { Hold } from './hold.ts';
import { exponentialWait, NOBODY, noWait, tableOfTail, type Wait } from './wait.ts';

/** A queue that is full less often than this has no limit. */
const NEVER_FULL = 1e-12;

/** Two moments say nothing more of work that varies more than this, where places are few. */
export const MOST_SCV = 4;

/**
 * By how much waits are longer than those before exponential work, in a queue that is never full; from saturation on, as close to it.
 *
 * Model: the mean of M/G/c over that of M/M/c. Units: none; `scv` is c². Errors: 1 where nobody waits. Accuracy: as
 * `mgcMeanWait`. Cost: that of `erlangB`. Source: as `mgcMeanWait`.
 *
 * @example waitStretch({ arrivalsPerSecond: 0.5, serviceSeconds: 1, servers: 1 }, 0) // => 0.5
 */
export function waitStretch(queue: Queue, scv: number): number {
  const markov = mmc(queue);
  if (markov === null) return (1 + scv) / 2;
  return markov.meanWaitSeconds === 0 ? 1 : mgcMeanWait(queue, scv)!.seconds / markov.meanWaitSeconds;
}

/** Queues by how often one is as long as each; together as long as a part of a place says. */
function queuesOf(queue: Queue, places: number): (readonly [share: number, Mmck])[] {
  const [few, part] = [Math.floor(places), places % 1];
  const of = (more: number): Mmck => mmck({ ...queue, capacity: queue.servers + few + more });
  return part === 0
    ? [[1, of(0)]]
    : [
        [1 - part, of(0)],
        [part, of(1)],
      ];
}

/**
 * Who is turned away by a queue with so many places, and how long the others wait; null where nobody waits.
 *
 * Model: M/M/c/K, exact for exponential holds. For others its waits times what M/G/c has over M/M/c (by Kimura), and so many times fewer
 * places: a full queue takes as long. With a part of a place as often one more. c² counts up to 4.
 * Units: seconds, requests per second. Errors: none; the hold has a mean. Accuracy: exact; else of simulations with c² up to 4 and shares of 1 % and
 * more a fifth (`band` null). Cost: as twice `mmck`, and a table. Source: docs/load-maths.md; W. Whitt, "Heavy-traffic approximations for service
 * systems with blocking" (1984), for the places.
 *
 * @example boundedWait({ arrivalsPerSecond: 2, serviceSeconds: 1, servers: 1, places: 0 }, { scv: 1, isExponential: true }).shed // => 0.6666666666666666
 */
export function boundedWait(
  queue: Queue & { readonly places: number },
  { scv, isExponential }: Pick<Hold, 'scv' | 'isExponential'>,
): Wait | null {
  const factor = isExponential ? 1 : waitStretch(queue, Math.min(scv, MOST_SCV));
  const queues = queuesOf(queue, queue.places / factor);
  const blocked = queues.reduce((sum, [share, { blockingProbability }]) => sum + share * blockingProbability, 0);
  const ofLetIn = (value: (bounded: Mmck) => number): number =>
    queues.reduce((sum, [share, one]) => sum + share * (1 - one.blockingProbability) * value(one), 0) / (1 - blocked);
  const waitingProbability = ofLetIn((one) => one.waitingProbability);
  const meanWaitSeconds = ofLetIn((one) => one.meanWaitSeconds);
  const shed = blocked < NEVER_FULL ? 0 : blocked;
  const band = isExponential ? 0 : null;
  if (waitingProbability < NOBODY) return noWait(shed, band);
  const meanSeconds = meanWaitSeconds * factor;
  if (shed === 0) return { ...exponentialWait(waitingProbability, meanSeconds), shed, band };
  const beyond = (seconds: number): number => ofLetIn((one) => mmckWaitBeyond(one, seconds));
  return { ...tableOfTail(beyond, meanWaitSeconds, { factor }), meanSeconds, shed, band };
}
