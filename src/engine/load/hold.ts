import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { ResolvedComponent } from '../../model/resolved.ts';
import type { Algebra, Measure } from '../latency/algebra.ts';
import type { DesignLatency, Down } from '../latency/design-latency.ts';
import { timeMeanSquare } from '../latency/time-mean-square.ts';

/** How long a request holds a worker. */
export interface Hold {
  /** Infinity where it has no mean, as when it may never end. */
  readonly seconds: number;
  /** c²: its variance over its squared mean. */
  readonly scv: number;
  readonly isExponential: boolean;
  readonly algebra: Algebra;
  /** All of it, with a mass of 1 where it always ends. */
  readonly measure: () => Measure;
}

/** Whether a time is an exponential, however it is written. */
const isExponential = (time: ResolvedTime): boolean =>
  time.of === 'exponential' || ((time.of === 'gamma' || time.of === 'weibull') && time.shape === 1);

/**
 * How long a request holds a worker of a component, from when it begins.
 *
 * Model: rule 12 of the scenario format: its own work, or that and all calls that are waited for, however they end. Units:
 * seconds. Errors: none. Accuracy: that of own work to rounding, else that of the algebra and c² to about a square of its steps.
 * Cost: that of the visit where workers are held for the response. Source: none needed.
 *
 * @example holdOf({ ...samples.checkout.designs[0].components[4], time: { of: 'constant', seconds: 2 } }, 4, sampleAlgebra, createDesignLatency(samples.checkout.designs[0], sampleAlgebra)).seconds // => 2
 */
export function holdOf(
  component: ResolvedComponent,
  place: number,
  algebra: Algebra,
  latency: DesignLatency,
  down?: Down,
): Hold {
  const { holds, time } = component;
  const isOwn = holds === 'own' || latency.calls[place]!.length === 0;
  const begun = isOwn ? null : latency.begun(place, down);
  const measure = (): Measure => (begun === null ? algebra.of(time) : algebra.either([begun.success, begun.error]));
  if (begun !== null && begun.never > 0)
    return { seconds: Number.POSITIVE_INFINITY, scv: 1, isExponential: false, algebra, measure };
  const whole = measure();
  const seconds = algebra.mean(whole);
  const square = isOwn ? timeMeanSquare(time) : algebra.meanSquare(whole);
  const scv = seconds > 0 ? Math.max(0, square / seconds ** 2 - 1) : 0;
  return { seconds, scv, isExponential: isOwn && isExponential(time), algebra, measure: () => whole };
}
