import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { ResolvedComponent } from '../../model/resolved.ts';
import type { Algebra, Measure } from '../latency/algebra.ts';
import type { DesignLatency, Down } from '../latency/design-latency.ts';
import type { Stream } from '../latency/stream.ts';
import { timeMeanSquare } from '../latency/time-mean-square.ts';
import { exponentialCut, leftAfter, measuredCut, type Left } from './cut-hold.ts';
import { cutBy } from './patience.ts';

/** How long a request holds a worker. */
export interface Hold {
  /** Of one that gets a worker at once. Infinity where it has no mean, as when it may never end. */
  readonly seconds: number;
  /** c²: its variance over its squared mean. */
  readonly scv: number;
  readonly isExponential: boolean;
  readonly algebra: Algebra;
  /** All of it, with a mass of 1 where it always ends. */
  readonly measure: () => Measure;
  /** Where some are given up before their end: after which time since they arrive, and how long others hold one. */
  readonly cut?: {
    readonly patience: Stream;
    readonly wholeSeconds: number;
    /** Of those who are still waited for when they get a worker after so long. */
    readonly left: (waited: number) => Left;
  };
}

/** A hold that may be cut. */
export type CutHold = Hold & Required<Pick<Hold, 'cut'>>;

/** Whether a time is an exponential, however it is written. */
const isExponential = (time: ResolvedTime): boolean =>
  time.of === 'exponential' || ((time.of === 'gamma' || time.of === 'weibull') && time.shape === 1);

/**
 * How long a request holds a worker of a component, from when it begins.
 *
 * Model: rule 12 of the scenario format: its own work, or that and all calls that are waited for, however they end, or until it is
 * given up. Units:
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
  patience: Stream | null = null,
): Hold {
  const { holds, time } = component;
  const isOwn = holds === 'own' || latency.calls[place]!.length === 0;
  const begun = isOwn ? null : latency.begun(place, down);
  const measure = (): Measure => (begun === null ? algebra.of(time) : algebra.either([begun.success, begun.error]));
  const never = begun?.never ?? 0;
  if (never > 0 && (patience === null || patience.whole > 0))
    return { seconds: Number.POSITIVE_INFINITY, scv: 1, isExponential: false, algebra, measure };
  const exponential = isOwn && isExponential(time);
  const whole = patience !== null && isOwn ? latency.own(place) : measure();
  const wholeSeconds = never > 0 ? Number.POSITIVE_INFINITY : algebra.mean(whole);
  const wholeSquare = (): number => (isOwn ? timeMeanSquare(time) : algebra.meanSquare(whole));
  if (patience === null)
    return {
      seconds: wholeSeconds,
      scv: scvOf(wholeSeconds, wholeSquare),
      isExponential: exponential,
      algebra,
      measure: () => whole,
    };
  const means = exponential ? exponentialCut(wholeSeconds) : measuredCut(algebra, whole, patience.stops.at(-1)![0]);
  const left = (waited: number): Left => leftAfter(patience, means, wholeSeconds, waited);
  const { seconds } = left(0);
  const square = (): number =>
    patience.stops.reduce(
      (sum, [stop, chance]) => sum + chance * means.square(stop),
      patience.whole > 0 ? patience.whole * wholeSquare() : 0,
    );
  return {
    seconds,
    scv: scvOf(seconds, square),
    isExponential: exponential,
    algebra,
    measure: () => cutBy(algebra, whole, patience),
    cut: { patience, wholeSeconds, left },
  };
}

const scvOf = (mean: number, square: () => number): number => (mean > 0 ? Math.max(0, square() / mean ** 2 - 1) : 0);
