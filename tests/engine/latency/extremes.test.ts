import { describe, expect, test } from 'vitest';
import { densityOf } from '../../../src/engine/latency/density.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import { constant, down, exponential, lognormal, near, up } from './algebras.ts';

const EXTREME: readonly ResolvedTime[] = [
  { of: 'gamma', meanSeconds: 0.01, shape: 1e6 },
  { of: 'gamma', meanSeconds: 0.01, shape: 1e-3 },
  { of: 'gamma', meanSeconds: 1e-12, shape: 2 },
  { of: 'gamma', meanSeconds: 1e12, shape: 2 },
  lognormal(0.01, 50),
  lognormal(0.01, 1e-9),
  { of: 'weibull', scaleSeconds: 0.01, shape: 0.02 },
  { of: 'weibull', scaleSeconds: 0.01, shape: 500 },
  { of: 'pareto', scaleSeconds: 0.01, alpha: 0.01 },
  { of: 'pareto', scaleSeconds: 1e10, alpha: 1 },
  { of: 'pareto', scaleSeconds: 0.01, alpha: 1000 },
  exponential(1e-300),
  exponential(1e300),
  constant(0),
  constant(1e-300),
  constant(1e300),
  { of: 'quantiles', points: [{ probability: 0.5, seconds: 0 }] },
  {
    of: 'quantiles',
    points: [
      { probability: 0.5, seconds: 0 },
      { probability: 1, seconds: 1e10 },
    ],
  },
  { of: 'samples', seconds: [1e-12, 1e12] },
  { of: 'samples', seconds: Array.from({ length: 1000 }, (_, place) => place * place * 1e-6) },
  {
    of: 'mixture',
    parts: Array.from({ length: 200 }, (_, place) => ({ weight: 1 / 200, time: constant(0.001 * (place + 1)) })),
  },
];
const TIMES = [0, 1e-9, 1e-6, 1e-3, 0.01, 0.04, 1, 1e3, 1e6, 1e9, 1e12];

describe.each([near, down, up])('what is extreme, rounded $rounding', (algebra) => {
  test.each(EXTREME.map((time, place) => [JSON.stringify(time).slice(0, 60), place] as const))('%s', (_, place) => {
    const [one, two, three] = [0, 3, 7].map((by) => algebra.of(EXTREME[(place + by) % EXTREME.length]!)) as [
      ReturnType<typeof algebra.of>,
      ReturnType<typeof algebra.of>,
      ReturnType<typeof algebra.of>,
    ];
    for (const measure of [
      one,
      algebra.after(one, two),
      algebra.after(algebra.at(0.0333, 0.5), one),
      algebra.kthOfSame(3, one, 5),
      algebra.kth(2, [one, two, three]),
      algebra.upTo(one, 0.04),
    ]) {
      let before = 0;
      for (const seconds of TIMES) {
        const within = algebra.within(measure, seconds);
        expect(within).toBeGreaterThanOrEqual(before - 1e-11);
        expect(within + algebra.beyond(measure, seconds)).toBeCloseTo(measure.mass, 10);
        before = within;
      }
      for (const share of [0.5, 0.99, 0.9999]) expect(algebra.quantile(measure, share)).toBeGreaterThanOrEqual(0);
      expect(algebra.mean(measure)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('more exact times than are kept', () => {
  test('are read to a step of the grid', () => {
    const even = near.of(EXTREME.at(-1)!);
    for (const share of [0.1, 0.5, 0.9, 0.99]) expect(near.quantile(even, share) / (0.2 * share)).toBeCloseTo(1, 1);
    expect(near.mean(even)).toBeCloseTo(0.1005, 12);
  });

  test('say that what is read may be off by a step, and what is smooth or exact does not', () => {
    const seconds = Array.from({ length: 100 }, (_, place) => 0.01 * 1.05 ** place);
    const sparse = near.of({ of: 'samples', seconds });
    const smooth = near.of(exponential(0.01));
    const few = near.of({ of: 'samples', seconds: seconds.slice(0, 50) });
    for (const share of [0.1, 0.5, 0.9, 0.99, 0.9999]) {
      const read = near.quantile(sparse, share);
      const step = near.roughness(sparse, read);
      expect(step / read).toBeLessThanOrEqual(1 / 64);
      expect(Math.abs(read - seconds[Math.ceil(share * 100) - 1]!)).toBeLessThanOrEqual(step);
      expect(near.roughness(smooth, near.quantile(smooth, share))).toBe(0);
      expect(near.roughness(few, near.quantile(few, share))).toBe(0);
    }
  });

  test('a thousand samples have their own quantiles, to a step', () => {
    const samples = near.of({ of: 'samples', seconds: Array.from({ length: 1000 }, (_, place) => (place + 1) / 1000) });
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(Math.abs(near.quantile(samples, share) / share - 1)).toBeLessThan(0.005);
    expect(near.mean(samples)).toBeCloseTo(0.5005, 12);
  });
});

describe('what is drawn of a time', () => {
  test.each(EXTREME.map((time, place) => [JSON.stringify(time).slice(0, 60), place] as const))(
    '%s is finite',
    (_, place) => {
      for (const { seconds, density } of densityOf(near, EXTREME[place]!)) {
        expect(seconds).toBeGreaterThan(0);
        expect(Number.isFinite(density) && density >= 0).toBe(true);
      }
    },
  );

  test.each<ResolvedTime>([
    { of: 'pareto', scaleSeconds: 0.01, alpha: 0.5 },
    { of: 'weibull', scaleSeconds: 0.04, shape: 0.2 },
    { of: 'gamma', meanSeconds: 0.04, shape: 0.1 },
    lognormal(0.031, 5),
  ])('has the median on it, however far the tail of $of is out', (time) => {
    const points = densityOf(near, time);
    expect(points[0]!.seconds).toBeLessThan(near.quantile(near.of(time), 0.5));
    expect(points.at(-1)!.seconds).toBeGreaterThan(near.quantile(near.of(time), 0.99));
  });
});
