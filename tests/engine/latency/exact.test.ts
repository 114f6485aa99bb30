import { describe, expect, test } from 'vitest';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { BIMODAL, chain, constant, down, exponential, near, up } from './algebras.ts';

describe.each([near, down, up])('constants and discrete mixtures, rounded $rounding', (algebra) => {
  const bimodal = algebra.of(BIMODAL);

  test('a constant is itself at every quantile', () => {
    const measure = algebra.of(constant(0.04));
    expect([0.5, 0.99, 0.9999].map((q) => algebra.quantile(measure, q))).toEqual([0.04, 0.04, 0.04]);
    expect(algebra.mean(measure)).toBe(0.04);
    expect(algebra.within(measure, 0.04)).toBe(1);
    expect(algebra.within(measure, 0.0399)).toBe(0);
    expect(algebra.beyond(measure, 0.0399)).toBe(1);
  });

  test('constants add up, in any order', () => {
    const stages = [0.1, 0.2, 0.3, 0.0001, 5].map((seconds) => algebra.at(seconds));
    const sum = stages.reduce((one, other) => algebra.after(one, other));
    const back = stages.toReversed().reduce((one, other) => algebra.after(one, other));
    expect(algebra.quantile(sum, 0.99)).toBeCloseTo(5.6001, 14);
    expect(algebra.within(back, 5.6001)).toBe(1);
    expect(algebra.within(sum, 5.6)).toBe(0);
  });

  test('95 % at 10 ms and 5 % at 200 ms: mean 19.5, p50 10, p95 10, p99 200 ms', () => {
    expect([0.5, 0.95, 0.99].map((q) => algebra.quantile(bimodal, q))).toEqual([0.01, 0.01, 0.2]);
    expect(algebra.mean(bimodal)).toBeCloseTo(0.0195, 15);
  });

  test('p99 of a sum may be more than the sum of p99s: 0.8 % of 200 ms twice', () => {
    const rare = algebra.either([algebra.at(0.01, 0.992), algebra.at(0.2, 0.008)]);
    expect(algebra.quantile(rare, 0.99)).toBe(0.01);
    expect(algebra.quantile(algebra.after(rare, rare), 0.99)).toBeCloseTo(0.21, 14);
  });

  test('ten bimodal stages are binomial', () => {
    const ten = chain(algebra, bimodal, 10);
    // P(no slow one), P(at most one slow one).
    expect(algebra.within(ten, 0.1)).toBeCloseTo(0.95 ** 10, 14);
    expect(algebra.within(ten, 0.29)).toBeCloseTo(0.95 ** 10 + 10 * 0.05 * 0.95 ** 9, 14);
    expect(algebra.within(ten, 0.2899)).toBeCloseTo(0.95 ** 10, 14);
  });

  test('the slowest of two constants is a constant', () => {
    const slowest = algebra.kth(2, [algebra.at(0.01), algebra.at(0.03)]);
    expect(algebra.quantile(slowest, 0.001)).toBe(0.03);
    expect(algebra.within(slowest, 0.03)).toBe(1);
    expect(algebra.within(slowest, 0.0299)).toBe(0);
  });

  test('two of three bimodal answers are bimodal', () => {
    const slow = 3 * 0.05 ** 2 * 0.95 + 0.05 ** 3;
    for (const two of [algebra.kth(2, [bimodal, bimodal, bimodal]), algebra.kthOfSame(2, bimodal, 3)]) {
      expect(algebra.within(two, 0.01)).toBeCloseTo(1 - slow, 14);
      expect(algebra.beyond(two, 0.01)).toBeCloseTo(slow, 14);
      expect(algebra.within(two, 0.2)).toBeCloseTo(1, 14);
      expect(algebra.quantile(two, 0.9999)).toBe(0.2);
    }
  });

  test('a timeout keeps what comes at its very end', () => {
    const cut = algebra.upTo(bimodal, 0.1 + 0.1);
    expect(cut.mass).toBeCloseTo(1, 14);
    expect(algebra.upTo(bimodal, 0.199).mass).toBeCloseTo(0.95, 14);
    expect(algebra.quantile(algebra.upTo(bimodal, 0.199), 0.9999)).toBe(0.01);
  });

  test('few samples are themselves', () => {
    const samples = algebra.of({ of: 'samples', seconds: [0.001, 0.002, 0.002, 0.009] });
    expect(algebra.within(samples, 0.002)).toBe(0.75);
    expect(algebra.quantile(samples, 0.75)).toBe(0.002);
    expect(algebra.quantile(samples, 0.76)).toBe(0.009);
    expect(algebra.mean(samples)).toBeCloseTo(0.0035, 15);
  });

  test('equal times in a row of a table of quantiles are one time', () => {
    const table = algebra.of({
      of: 'quantiles',
      points: [
        { probability: 0.5, seconds: 0.01 },
        { probability: 0.9, seconds: 0.01 },
        { probability: 1, seconds: 0.03 },
      ],
    });
    expect(algebra.quantile(table, 0.5)).toBeLessThanOrEqual(0.01);
    expect([0.6, 0.89].map((q) => algebra.quantile(table, q))).toEqual([0.01, 0.01]);
    expect(algebra.within(table, 0.0305)).toBeCloseTo(1, 12);
  });

  test('the first of two alike that may never come has a mean', () => {
    const flaky = algebra.scaled(bimodal, 0.9);
    const first = algebra.kth(1, [flaky, flaky]);
    expect(algebra.mean(first)).toBeCloseTo((0.01 * (1 - 0.145 ** 2) + 0.2 * (0.145 ** 2 - 0.1 ** 2)) / 0.99, 14);
  });

  test('nothing comes of never, and nothing changes what follows at once', () => {
    expect(algebra.after(algebra.never, bimodal).mass).toBe(0);
    expect(algebra.kth(2, [bimodal, algebra.never]).mass).toBe(0);
    expect(algebra.kth(3, [bimodal, bimodal]).mass).toBe(0);
    expect(algebra.quantile(algebra.kth(1, [bimodal, algebra.never]), 0.99)).toBe(0.2);
    expect(algebra.after(algebra.at(0), bimodal)).toBe(bimodal);
    expect(algebra.quantile(algebra.kth(0, []), 0.99)).toBe(0);
  });
});

test.each([8, 32, 64])(
  'the first of nothing and something is that, with %i steps an octave after other grids',
  (binsPerOctave) => {
    const algebra = createAlgebra({ binsPerOctave, rounding: 'near' });
    const cutOff = algebra.either([algebra.upTo(algebra.of(exponential(0.1)), 0.3), algebra.at(0.3, Math.exp(-3))]);
    const first = algebra.kth(1, [algebra.never, cutOff]);
    for (const share of [0.1, 0.5, 0.9, 0.94]) {
      const seconds = algebra.quantile(cutOff, share);
      expect(Math.abs(algebra.quantile(first, share) / seconds - 1)).toBeLessThan(1 / binsPerOctave ** 2);
    }
  },
);
