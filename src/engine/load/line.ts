import type { QueueModel } from '../../model/report-load.ts';
import { NO_TIME } from '../../model/resolved-time.ts';
import { mgcMeanWait } from '../queueing/mgc.ts';
import { mmc } from '../queueing/mmc.ts';
import { boundedWait } from './bounded-wait.ts';
import type { Hold } from './hold.ts';
import { impatientWait } from './impatient-wait.ts';
import type { Line } from './loading.ts';
import { pollaczekKhinchine } from './pollaczek-khinchine.ts';
import { exponentialWait, LARGEST_SCV, NOBODY, type Wait } from './wait.ts';

/** As busy as can be, but for the rounding of a mean. */
const SATURATED = 1 - 1e-12;

/** What comes to a queue. */
export interface Arriving {
  readonly arrivalsPerSecond: number;
  readonly hold: Hold;
  readonly servers: number;
  /** Null where as many may wait as come. */
  readonly places: number | null;
}

/** Kendall's name. */
function queueOf({ hold, servers, places }: Arriving): QueueModel {
  if (hold.cut !== undefined) return places === null ? 'M/G/c+G' : 'M/G/c/K+G';
  if (places !== null) return hold.isExponential ? 'M/M/c/K' : 'M/G/c/K';
  return hold.isExponential ? 'M/M/c' : servers === 1 ? 'M/G/1' : 'M/G/c';
}

/** The workers that those take who are never given up. */
function lastingPart(arrivalsPerSecond: number, { patience, wholeSeconds }: NonNullable<Hold['cut']>): number {
  return patience.whole === 0 ? 0 : arrivalsPerSecond * patience.whole * wholeSeconds;
}

/** An unbounded queue below saturation; `quick` before one worker too. */
function unboundedWait({ arrivalsPerSecond, hold, servers }: Arriving, quick: boolean): Wait | null {
  const queue = { arrivalsPerSecond, serviceSeconds: hold.seconds, servers };
  const { waitingProbability, utilisation } = mmc(queue)!;
  if (waitingProbability < NOBODY) return null;
  const scv = hold.isExponential ? 1 : hold.scv;
  if (servers === 1 && !hold.isExponential && !quick) return pollaczekKhinchine(hold, utilisation);
  const mean = mgcMeanWait(queue, Math.min(scv, LARGEST_SCV))!;
  return { ...exponentialWait(waitingProbability, mean.seconds), shed: 0, band: mean.band };
}

/**
 * One queue before equal workers: how busy they are, and who waits how long.
 *
 * Model: Poisson arrivals, first come first served. Exponential holds: M/M/c and M/M/c/K, exact. One worker: M/G/1 by
 * Pollaczek and Khinchine, exact. Else M/G/c: Kimura's mean, with the chance to wait of M/M/c and an exponential wait for those
 * who do; bounded, the waits of M/M/c/K scaled like that, and its losses. Where some are given up,
 * `impatientWait`; busy is then what would be so if all got a worker at once. `quick` takes M/G/1 as M/G/c. Units: seconds, requests per
 * second. Errors: unstable at or above saturation of an unbounded queue, or where a hold has no mean. Accuracy: `band`.
 * Cost: that of `erlangC`; M/G/1 some twenty convolutions. Source: docs/load-maths.md.
 *
 * @example lineOf({ arrivalsPerSecond: 2, hold: { seconds: 1, scv: 1, isExponential: true, algebra: sampleAlgebra, measure: () => sampleAlgebra.at(1) }, servers: 4, places: null }).meanWaitSeconds // => 0.08695652173913043
 */
export function lineOf(arriving: Arriving, quick = false): Omit<Line, 'ratePerSecond' | 'workers'> {
  const { arrivalsPerSecond, hold, servers, places } = arriving;
  const offered = arrivalsPerSecond === 0 ? 0 : arrivalsPerSecond * hold.seconds;
  const utilisation = offered === 0 ? 0 : offered / servers;
  const line = {
    queue: offered === 0 ? null : queueOf(arriving),
    arrivalsPerSecond,
    utilisation,
    holdSeconds: Number.isFinite(hold.seconds) ? hold.seconds : null,
    scv: Number.isFinite(hold.scv) ? hold.scv : null,
    servers,
    ...(hold.cut === undefined ? {} : { wholeSeconds: hold.cut.wholeSeconds }),
  };
  // What is given up makes no queue grow without end.
  const lasting = hold.cut === undefined ? utilisation : lastingPart(arrivalsPerSecond, hold.cut) / servers;
  const isUnstable = servers === 0 ? arrivalsPerSecond > 0 : lasting >= SATURATED && places === null;
  if (isUnstable || utilisation === Number.POSITIVE_INFINITY)
    return {
      ...line,
      waiting: { wait: NO_TIME, shed: 1 - 1 / lasting, unstable: true },
      meanWaitSeconds: null,
      p99WaitSeconds: null,
      band: null,
    };
  const wait =
    offered === 0
      ? null
      : hold.cut !== undefined
        ? impatientWait({ arrivalsPerSecond, servers, places, hold: { ...hold, cut: hold.cut } })
        : places === null
          ? unboundedWait(arriving, quick)
          : boundedWait({ arrivalsPerSecond, serviceSeconds: hold.seconds, servers, places }, hold);
  if (wait === null) return { ...line, waiting: null, meanWaitSeconds: 0, p99WaitSeconds: 0, band: 0 };
  const { time, shed, meanSeconds, p99Seconds, band } = wait;
  return {
    ...line,
    waiting: { wait: time, shed, unstable: false },
    meanWaitSeconds: Number.isFinite(meanSeconds) ? meanSeconds : null,
    p99WaitSeconds: p99Seconds,
    band,
  };
}
