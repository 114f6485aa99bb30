import type { ResolvedComponent } from '../../model/resolved.ts';
import type { Algebra } from '../latency/algebra.ts';
import { uslPeak } from '../scalability/usl.ts';
import type { Line } from './loading.ts';
import { stretchOf } from './stretched.ts';

/** What a group is asked to carry. */
export interface Demand {
  /** Mean own work of one request where one replica is alone. */
  readonly ownSeconds: number;
  /** What a worker is held for beside that; Infinity where it has no mean. */
  readonly behindSeconds: number;
  /** Requests per second for each worker of one replica, were it the only one: of the workers that have most to do. */
  readonly perWorker: number;
}

/** Rounding of what is as busy as its target. */
const ROUNDING = 1e-12;
const MOST_REPLICAS = 1e5;

/**
 * What a group is asked to carry, of one of its queues.
 *
 * Model: as `utilisationWith`; of what is given up, what it is held for until then. Units: seconds, requests per second; `component` as it is written, `replicas` are up. Errors: none.
 * Accuracy: that of the hold. Cost: constant. Source: rule 12 of the scenario format.
 *
 * @example demandOf({ ...samples.checkout.designs[0].components[2], time: { of: 'constant', seconds: 0.04 } }, { holdSeconds: 0.05, ratePerSecond: 100, workers: 2 }, 3, sampleAlgebra).perWorker // => 50
 */
export function demandOf(
  component: ResolvedComponent,
  {
    holdSeconds,
    wholeSeconds,
    ratePerSecond,
    workers,
  }: Pick<Line, 'holdSeconds' | 'wholeSeconds' | 'ratePerSecond' | 'workers'>,
  replicas: number,
  algebra: Algebra,
): Demand {
  const stretch = stretchOf(component, replicas);
  const written = algebra.mean(algebra.of(component.time));
  // What is given up is cut short of its own work and of the rest alike.
  const ownSeconds =
    wholeSeconds === undefined || holdSeconds === null
      ? written
      : component.holds === 'own'
        ? holdSeconds / stretch
        : written * Math.min(1, holdSeconds / wholeSeconds);
  const behind = holdSeconds === null ? Number.POSITIVE_INFINITY : holdSeconds - ownSeconds * stretch;
  return {
    ownSeconds,
    behindSeconds: component.holds === 'own' ? 0 : Math.max(0, behind),
    perWorker: ratePerSecond === 0 ? 0 : ratePerSecond / workers,
  };
}

/**
 * The queue before those workers of a group that have most to do.
 *
 * Model: none. Units: as `Line`. Errors: none; there is at least one. Accuracy: exact. Cost: linear. Source: none needed.
 *
 * @example busiestOf([{ utilisation: 0.5, arrivalsPerSecond: 1 }, { utilisation: 0.7, arrivalsPerSecond: 1 }]).utilisation // => 0.7
 */
export function busiestOf<Each extends Pick<Line, 'utilisation'>>(lines: readonly Each[]): Each {
  return lines.reduce((most, line) => (line.utilisation > most.utilisation ? line : most));
}

/**
 * How busy the workers of a group are with so many replicas.
 *
 * Model: utilisation = rate × hold / workers; the Universal Scalability Law stretches own work, the rest of a hold stays as it is.
 * Units: N ≥ 1 replicas. Errors: Infinity where the hold has no mean. Accuracy: rounding. Cost: constant.
 * Source: J. D. C. Little (1961); N. J. Gunther (1993).
 *
 * @example utilisationWith({ sigma: 0, kappa: 0 }, { ownSeconds: 0.04, behindSeconds: 0, perWorker: 125 }, 8) // => 0.625
 */
export function utilisationWith(
  component: Pick<ResolvedComponent, 'sigma' | 'kappa'>,
  { ownSeconds, behindSeconds, perWorker }: Demand,
  replicas: number,
): number {
  if (perWorker === 0) return 0;
  return (perWorker * (behindSeconds + ownSeconds * stretchOf(component, replicas))) / replicas;
}

/**
 * The smallest number of replicas up at which the workers of a group are as busy as they may be, or less; null where no number
 * is enough.
 *
 * Model: as `utilisationWith`, which falls up to the peak of the law and rises from there. Units: `target` in (0, 1]. Errors: null where contention, or a hold without a
 * mean, leaves no number, or none up to 100,000. Accuracy: exact. Cost: some 17 values. Source: rule 12 of the scenario format.
 *
 * @example replicasNeeded({ sigma: 0, kappa: 0, target: 0.7 }, { ownSeconds: 0.04, behindSeconds: 0, perWorker: 125 }) // => 8
 */
export function replicasNeeded(
  component: Pick<ResolvedComponent, 'sigma' | 'kappa' | 'target'>,
  demand: Demand,
): number | null {
  const most = component.target * (1 + ROUNDING);
  const isEnough = (replicas: number): boolean => utilisationWith(component, demand, replicas) <= most;
  const { ownSeconds, behindSeconds } = demand;
  // What a hold has beside own work is as if less of it were contended.
  const peak = ownSeconds > 0 ? uslPeak(component.sigma - behindSeconds / ownSeconds, component.kappa) : null;
  let high = Math.min(MOST_REPLICAS, Math.max(1, Math.floor(peak ?? MOST_REPLICAS)));
  if (!isEnough(high) && !isEnough(++high)) return null;
  let low = 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
