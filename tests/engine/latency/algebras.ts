import fc from 'fast-check';
import type { Algebra, Measure } from '../../../src/engine/latency/algebra.ts';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';

export const BINS = 64;
export const near = createAlgebra({ binsPerOctave: BINS, rounding: 'near' });
export const down = createAlgebra({ binsPerOctave: BINS, rounding: 'down' });
export const up = createAlgebra({ binsPerOctave: BINS, rounding: 'up' });

export const exponential = (meanSeconds: number): ResolvedTime => ({ of: 'exponential', meanSeconds });
export const lognormal = (medianSeconds: number, sigma: number): ResolvedTime => ({
  of: 'lognormal',
  medianSeconds,
  sigma,
});
export const constant = (seconds: number): ResolvedTime => ({ of: 'constant', seconds });

/** 95 % at 10 ms, 5 % at 200 ms. */
export const BIMODAL: ResolvedTime = {
  of: 'mixture',
  parts: [
    { weight: 0.95, time: constant(0.01) },
    { weight: 0.05, time: constant(0.2) },
  ],
};

/** One after the other, so many of the same. */
export const chain = (algebra: Algebra, measure: Measure, count: number): Measure =>
  Array.from({ length: count - 1 }).reduce<Measure>((sum) => algebra.after(sum, measure), measure);

/** A time from 0.1 ms to 5 s. */
const seconds = fc.double({ min: -4, max: 0.7, noNaN: true }).map((power) => 10 ** power);
const smooth: fc.Arbitrary<ResolvedTime> = fc.oneof(
  seconds.map(exponential),
  fc.tuple(seconds, fc.double({ min: 0.2, max: 20, noNaN: true })).map(([meanSeconds, shape]) => ({
    of: 'gamma' as const,
    meanSeconds,
    shape,
  })),
  fc.tuple(seconds, fc.double({ min: 0.4, max: 6, noNaN: true })).map(([scaleSeconds, shape]) => ({
    of: 'weibull' as const,
    scaleSeconds,
    shape,
  })),
  fc.tuple(seconds, fc.double({ min: 0.05, max: 1.5, noNaN: true })).map(([median, sigma]) => lognormal(median, sigma)),
  fc.tuple(seconds, fc.double({ min: 1.1, max: 5, noNaN: true })).map(([scaleSeconds, alpha]) => ({
    of: 'pareto' as const,
    scaleSeconds,
    alpha,
  })),
  fc
    .tuple(
      seconds,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(1, 1.1, 2, 30)), {
        minLength: 1,
        maxLength: 5,
      }),
    )
    .map(([first, steps]) => {
      let [at, percent] = [first, 0];
      return {
        of: 'quantiles' as const,
        points: steps.map(([more, factor]) => ({
          probability: (percent += more) / 101,
          seconds: (at *= factor),
        })),
      };
    }),
);
const discrete: fc.Arbitrary<ResolvedTime> = fc.oneof(
  seconds.map(constant),
  fc.array(seconds, { minLength: 1, maxLength: 5 }).map((all) => ({
    of: 'samples' as const,
    seconds: all.sort((one, other) => one - other),
  })),
);
const mixed: fc.Arbitrary<ResolvedTime> = fc
  .tuple(fc.double({ min: 0.01, max: 0.99, noNaN: true }), smooth, discrete)
  .map(([weight, one, other]) => ({
    of: 'mixture' as const,
    parts: [
      { weight, time: one },
      { weight: 1 - weight, time: other },
    ],
  }));
export const someTime = fc.oneof({ weight: 3, arbitrary: smooth }, discrete, mixed);
export const someSeconds = seconds;
