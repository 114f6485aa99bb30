import { mgcMeanWait } from '../queueing/mgc.ts';
import { mmc, type Queue } from '../queueing/mmc.ts';
import { mmck, mmckWaitBeyond } from '../queueing/mmck.ts';
import type { Hold } from './hold.ts';
import { exponentialWait, tableOfTail, type Wait } from './wait.ts';

/** A queue that is full less often than this has no limit. */
const NEVER_FULL = 1e-12;
/** Those who wait at all are fewer than this: nobody does. */
const NOBODY = 1e-12;

/** By how much waits are longer than those before exponential work, in a queue that is never full. */
function stretchOf(queue: Queue, scv: number): number {
  const markov = mmc(queue);
  if (markov === null || markov.meanWaitSeconds === 0) return 1;
  return mgcMeanWait(queue, scv)!.seconds / markov.meanWaitSeconds;
}

/**
 * Who is turned away by a queue with so many places, and how long the others wait; null where nobody waits.
 *
 * Model: M/M/c/K, exact for exponential holds. For others its losses, and its waits times what M/G/c has over M/M/c while the
 * queue is hardly ever full; that goes to 1 as it is half full on average, since then only the places count.
 * Units: seconds, requests per second. Errors: none; the hold has a mean. Accuracy: exact, or nothing is known (`band` null).
 * Cost: as `mmck`, and a table. Source: docs/load-maths.md.
 *
 * @example boundedWait({ arrivalsPerSecond: 2, serviceSeconds: 1, servers: 1, places: 0 }, { scv: 1, isExponential: true }).shed // => 0.6666666666666666
 */
export function boundedWait(
  queue: Queue & { readonly places: number },
  { scv, isExponential }: Pick<Hold, 'scv' | 'isExponential'>,
): Wait | null {
  const { places, servers, serviceSeconds } = queue;
  const bounded = mmck({ ...queue, capacity: servers + places });
  const { blockingProbability, waitingProbability, meanWaitSeconds } = bounded;
  const shed = blockingProbability < NEVER_FULL ? 0 : blockingProbability;
  const band = isExponential ? 0 : null;
  if (waitingProbability < NOBODY)
    return shed === 0 ? null : { time: { of: 'constant', seconds: 0 }, meanSeconds: 0, p99Seconds: 0, shed, band };
  const fullSeconds = (places * serviceSeconds) / servers;
  const halfFull = Math.min(1, (2 * meanWaitSeconds) / fullSeconds);
  const factor = isExponential ? 1 : 1 + (stretchOf(queue, Math.min(scv, 1e9)) - 1) * (1 - halfFull);
  const meanSeconds = meanWaitSeconds * factor;
  if (shed === 0) return { ...exponentialWait(waitingProbability, meanSeconds), shed, band };
  const table = tableOfTail((seconds) => mmckWaitBeyond(bounded, seconds), meanWaitSeconds, { factor });
  return { ...table, meanSeconds, shed, band };
}
