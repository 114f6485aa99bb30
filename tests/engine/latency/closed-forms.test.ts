import { describe, expect, test } from 'vitest';
import type { Algebra, Measure } from '../../../src/engine/latency/algebra.ts';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import { chain, constant, down, exponential, lognormal, near, up } from './algebras.ts';
import { lognormalSum } from './fourier.ts';

const SHARES = [0.5, 0.9, 0.95, 0.99, 0.999, 0.9999];

/** A composition whose distribution function is known: what comes later than t. */
interface Known {
  readonly name: string;
  readonly build: (algebra: Algebra) => Measure;
  readonly beyond: (seconds: number) => number;
}

/** The tail of a sum of exponentials of different means: Σ mᵢⁿ⁻¹ e^(−t/mᵢ) / ∏(mᵢ − mⱼ). */
const hypoexponential =
  (means: readonly number[]) =>
  (t: number): number =>
    means.reduce((sum, mean, i) => {
      const others = means.filter((_, j) => j !== i);
      return sum + others.reduce((part, other) => (part * mean) / (mean - other), Math.exp(-t / mean));
    }, 0);

/** The tail of n exponentials of the same mean one after the other: a Poisson count below n. */
const erlang =
  (n: number, mean: number) =>
  (t: number): number => {
    let logTerm = -t / mean;
    let sum = 0;
    for (let count = 0; count < n; count++) {
      sum += Math.exp(logTerm);
      logTerm += Math.log(t / mean / (count + 1));
    }
    return sum;
  };

const ways = (n: number, k: number): number =>
  Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, each) => product * each, 1);

/** The tail of the k-th of n of the same tail: fewer than k have come. */
const orderOf =
  (k: number, n: number, beyond: (t: number) => number) =>
  (t: number): number =>
    Array.from({ length: k }, (_, come) => ways(n, come) * (1 - beyond(t)) ** come * beyond(t) ** (n - come)).reduce(
      (sum, each) => sum + each,
    );

const tail = (mean: number) => (t: number) => Math.exp(-t / mean);
const SIXTY = Array.from({ length: 60 }, (_, place) => 0.01 + 0.001 * place);
const MEANS = [0.001, 0.002, 0.003, 0.005, 0.008, 0.013, 0.021, 0.034, 0.055, 0.089];
const sum = (algebra: Algebra, times: readonly ResolvedTime[]): Measure =>
  times.map((time) => algebra.of(time)).reduce((one, other) => algebra.after(one, other));

const KNOWN: readonly Known[] = [
  ...[2, 5, 10, 20].map((n) => ({
    name: `Erlang of ${n} stages`,
    build: (algebra: Algebra) => chain(algebra, algebra.of(exponential(0.01)), n),
    beyond: erlang(n, 0.01),
  })),
  {
    name: 'ten exponentials of different means',
    build: (algebra) => sum(algebra, MEANS.map(exponential)),
    beyond: hypoexponential(MEANS),
  },
  {
    name: '0.1 ms beside a mean of 1 s',
    build: (algebra) => sum(algebra, [exponential(1), exponential(0.0001)]),
    beyond: hypoexponential([1, 0.0001]),
  },
  {
    name: 'a gamma that has become one by sums',
    build: (algebra) => chain(algebra, algebra.of({ of: 'gamma', meanSeconds: 0.005, shape: 0.5 }), 8),
    beyond: erlang(4, 0.01),
  },
  {
    name: 'ten that are each a tenth wide',
    build: (algebra) => chain(algebra, algebra.of({ of: 'gamma', meanSeconds: 0.004, shape: 100 }), 10),
    beyond: erlang(1000, 0.00004),
  },
  {
    name: 'the second of three that are a hundredth wide, after 5 s',
    build: (algebra) => {
      const one = algebra.after(algebra.at(5), algebra.of({ of: 'gamma', meanSeconds: 0.04, shape: 10_000 }));
      return algebra.kth(2, [one, one, one]);
    },
    beyond: (t) => (t <= 5 ? 1 : orderOf(2, 3, erlang(10_000, 0.000004))(t - 5)),
  },
  ...[2, 10, 100, 1000].map((n) => ({
    name: `the slowest of ${n} exponentials`,
    build: (algebra: Algebra) => algebra.kthOfSame(n, algebra.of(exponential(0.01)), n),
    beyond: (t: number) => -Math.expm1(n * Math.log1p(-tail(0.01)(t))),
  })),
  {
    name: 'the slowest of three different ones',
    build: (algebra) =>
      algebra.kth(
        3,
        [0.01, 0.02, 0.03].map((mean) => algebra.of(exponential(mean))),
      ),
    beyond: (t) => 1 - [0.01, 0.02, 0.03].reduce((product, mean) => product * (1 - tail(mean)(t)), 1),
  },
  ...(
    [
      [1, 3],
      [2, 3],
      [3, 5],
      [9, 10],
    ] as const
  ).map(([k, n]) => ({
    name: `the ${k}. of ${n} exponentials`,
    build: (algebra: Algebra) => {
      const one = algebra.of(exponential(0.01));
      return algebra.kth(
        k,
        Array.from({ length: n }, () => one),
      );
    },
    beyond: orderOf(k, n, tail(0.01)),
  })),
  {
    name: 'network and service, ten times',
    build: (algebra) => chain(algebra, sum(algebra, [constant(0.0005), exponential(0.01)]), 10),
    beyond: (t) => erlang(10, 0.01)(Math.max(0, t - 0.005)),
  },
  {
    name: 'a hedge after 20 ms',
    build: (algebra) => {
      const one = algebra.of(exponential(0.01));
      return algebra.kth(1, [one, algebra.after(algebra.at(0.02), one)]);
    },
    beyond: (t) => tail(0.01)(t) * tail(0.01)(Math.max(0, t - 0.02)),
  },
  {
    name: 'sixty measured times and an exponential one',
    build: (algebra) => sum(algebra, [{ of: 'samples', seconds: SIXTY }, exponential(0.01)]),
    beyond: (t) => SIXTY.reduce((all, at) => all + tail(0.01)(Math.max(0, t - at)) / SIXTY.length, 0),
  },
  {
    name: 'a Pareto tail',
    build: (algebra) => algebra.of({ of: 'pareto', scaleSeconds: 0.01, alpha: 1.5 }),
    beyond: (t) => Math.min(1, (0.01 / t) ** 1.5),
  },
  {
    name: 'a Weibull',
    build: (algebra) => algebra.of({ of: 'weibull', scaleSeconds: 0.01, shape: 0.5 }),
    beyond: (t) => Math.exp(-Math.sqrt(t / 0.01)),
  },
];

/** The time at which a falling function has a value. */
function timeAt(beyond: (seconds: number) => number, value: number): number {
  let [low, high] = [1e-9, 1e6];
  for (let halving = 0; halving < 200; halving++) {
    const middle = Math.sqrt(low * high);
    if (beyond(middle) > value) low = middle;
    else high = middle;
  }
  return high;
}

describe.each(KNOWN)('$name', ({ build, beyond }) => {
  const truth = SHARES.map((share) => timeAt(beyond, 1 - share));

  test.each([
    [32, 1e-3],
    [64, 2e-4],
    [128, 1e-4],
  ])('is right at %d points an octave to %d', (binsPerOctave, tolerance) => {
    const algebra = createAlgebra({ binsPerOctave, rounding: 'near' });
    const measure = build(algebra);
    SHARES.forEach((share, place) =>
      expect(Math.abs(algebra.quantile(measure, share) / truth[place]! - 1)).toBeLessThan(tolerance),
    );
    truth.forEach((seconds, place) => {
      expect(algebra.beyond(measure, seconds * (1 + tolerance))).toBeLessThan(1 - SHARES[place]!);
      expect(algebra.beyond(measure, seconds * (1 - tolerance))).toBeGreaterThan(1 - SHARES[place]!);
    });
  });

  test('lies between what is rounded down and up', () => {
    const [low, high] = [build(down), build(up)];
    SHARES.forEach((share, place) => {
      expect(down.quantile(low, share)).toBeLessThanOrEqual(truth[place]! * (1 + 1e-9));
      expect(up.quantile(high, share)).toBeGreaterThanOrEqual(truth[place]! * (1 - 1e-9));
    });
    for (let seconds = 1e-4; seconds < 10; seconds *= 1.37) {
      const left = beyond(seconds);
      expect(down.beyond(low, seconds)).toBeLessThanOrEqual(left + 1e-12);
      expect(up.beyond(high, seconds)).toBeGreaterThanOrEqual(left - 1e-12);
    }
    expect(down.mean(low)).toBeLessThanOrEqual(near.mean(build(near)) * (1 + 1e-9));
    expect(up.mean(high)).toBeGreaterThanOrEqual(near.mean(build(near)) * (1 - 1e-9));
  });
});

describe('ten lognormal stages, against a Fourier transform on a million even steps', () => {
  test.each([0.6, 1, 1.5])('with sigma %d', (sigma) => {
    const truth = lognormalSum(0.01, sigma, 10);
    for (const [binsPerOctave, tolerance] of [
      [32, 5e-4],
      [64, 1e-4],
    ] as const) {
      const algebra = createAlgebra({ binsPerOctave, rounding: 'near' });
      const measure = chain(algebra, algebra.of(lognormal(0.01, sigma)), 10);
      for (const share of SHARES)
        expect(Math.abs(algebra.quantile(measure, share) / truth(share) - 1)).toBeLessThan(tolerance);
    }
  });
});

describe('means', () => {
  test('of order statistics of exponentials are harmonic sums', () => {
    const harmonic = (n: number): number => Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b);
    const one = near.of(exponential(0.01));
    for (const [k, n] of [
      [1, 3],
      [3, 5],
      [5, 5],
      [95, 100],
      [1000, 1000],
    ] as const) {
      const expected = 0.01 * (harmonic(n) - (k === n ? 0 : harmonic(n - k)));
      expect(near.mean(near.kthOfSame(k, one, n)) / expected).toBeCloseTo(1, 4);
    }
  });

  test('of named distributions are those of the textbooks', () => {
    const means: readonly (readonly [ResolvedTime, number])[] = [
      [lognormal(0.01, 1.5), 0.01 * Math.exp(1.125)],
      [{ of: 'weibull', scaleSeconds: 1, shape: 2 }, Math.sqrt(Math.PI) / 2],
      [{ of: 'pareto', scaleSeconds: 0.01, alpha: 3 }, 0.015],
      [{ of: 'quantiles', points: [{ probability: 1, seconds: 1 }] }, 0.5],
      [{ of: 'quantiles', points: [{ probability: 0.5, seconds: 1 }] }, 1 / Math.LN2],
    ];
    for (const [time, mean] of means) expect(near.mean(near.of(time)) / mean).toBeCloseTo(1, 12);
  });

  test('do not exist below a power of 1, but for the first of several and within a timeout', () => {
    const wild = near.of({ of: 'pareto', scaleSeconds: 0.01, alpha: 0.8 });
    expect(near.mean(wild)).toBe(Infinity);
    expect(near.mean(near.after(wild, near.at(1)))).toBe(Infinity);
    expect(near.mean(near.either([near.scaled(wild, 0.1), near.at(1, 0.9)]))).toBe(Infinity);
    expect(near.mean(near.kthOfSame(2, wild, 2))).toBe(Infinity);
    // The first of two has power 1.6: 0.01 · 1.6 / 0.6.
    expect(near.mean(near.kthOfSame(1, wild, 2)) / (0.016 / 0.6)).toBeCloseTo(1, 4);
    expect(near.mean(near.kth(1, [wild, wild])) / (0.016 / 0.6)).toBeCloseTo(1, 4);
    // Where one of them may never come, the other alone makes the tail.
    expect(near.mean(near.kth(1, [near.scaled(wild, 0.5), wild]))).toBe(Infinity);
    expect(near.mean(near.kth(1, [near.scaled(wild, 0.5), near.scaled(wild, 0.5)]))).toBe(Infinity);
    expect(near.mean(near.kth(1, [near.of(exponential(1)), wild]))).toBeLessThan(1);
    expect(near.mean(near.upTo(wild, 1))).toBeLessThan(1);
  });

  test('a Pareto keeps its quantiles though its mean is infinite', () => {
    const wild = near.of({ of: 'pareto', scaleSeconds: 0.01, alpha: 0.8 });
    for (const share of SHARES)
      expect(near.quantile(wild, share) / (0.01 * (1 - share) ** (-1 / 0.8))).toBeCloseTo(1, 4);
  });
});

describe('a timeout', () => {
  test('leaves what comes in time, and a retry after it brings the rest', () => {
    const one = near.of(exponential(0.01));
    const within = near.upTo(one, 0.02);
    const failure = Math.exp(-2);
    expect(within.mass).toBeCloseTo(1 - failure, 6);
    expect(near.beyond(within, 0.02)).toBeLessThan(1e-12);
    const retried = near.either([within, near.after(near.at(0.02, failure), within)]);
    expect(1 - retried.mass).toBeCloseTo(failure ** 2, 6);
    // Within 30 ms: the first attempt in its 20, or the second in its 10.
    expect(near.within(retried, 0.03)).toBeCloseTo(1 - failure + failure * (1 - Math.exp(-1)), 5);
  });

  test('of 5 s beside 0.1 ms leaves both', () => {
    const fast = near.of(exponential(0.0001));
    const slow = near.either([near.scaled(fast, 0.99), near.at(5, 0.01)]);
    expect(near.quantile(slow, 0.5) / timeAt((t) => 0.99 * Math.exp(-t / 0.0001) + 0.01, 0.5)).toBeCloseTo(1, 5);
    expect(near.quantile(slow, 0.999)).toBe(5);
    expect(near.quantile(near.after(slow, fast), 0.5) / 0.0001).toBeCloseTo(
      timeAt((t) => 0.99 * erlang(2, 0.0001)(t) + 0.01, 0.5) / 0.0001,
      4,
    );
  });
});

describe.each([0.00001, 0.001, 0.03])('a retry one second later, of exponentials of %d s', (mean) => {
  // 5 % err and are tried again, 1 s after the error.
  const build = (algebra: Algebra): Measure => {
    const one = algebra.of(exponential(mean));
    const again = algebra.after(algebra.after(algebra.scaled(one, 0.05), algebra.at(1)), one);
    return algebra.either([algebra.scaled(one, 0.95), algebra.scaled(again, 0.95)]);
  };
  const later = (t: number): number => (t < 1 ? 1 : erlang(2, mean)(t - 1));
  const beyond = (t: number): number => (0.95 * Math.exp(-t / mean) + 0.0475 * later(t)) / 0.9975;
  const retried = build(near);

  test.each(SHARES)('has its quantile at %d', (share) => {
    const truth = timeAt(beyond, 1 - share);
    expect(Math.abs(near.quantile(retried, share) / truth - 1)).toBeLessThan(5e-6);
    expect(down.quantile(build(down), share)).toBeLessThanOrEqual(truth * (1 + 1e-9));
    expect(up.quantile(build(up), share)).toBeGreaterThanOrEqual(truth * (1 - 1e-9));
  });

  test('is cut, waited for together with others, and followed by more as it is', () => {
    const half = timeAt(later, 0.5);
    expect(near.upTo(retried, half).mass).toBeCloseTo(0.95 + 0.0475 / 2, 6);
    expect(near.mean(near.after(retried, retried))).toBeCloseTo(
      (2 * (mean * 0.9975 + 0.0475 * (1 + mean))) / 0.9975,
      9,
    );
    expect(near.beyond(near.kthOfSame(2, retried, 2), 0.9)).toBeCloseTo(0.9975 ** 2 - 0.95 ** 2, 6);
    expect(near.beyond(near.after(retried, retried), 1.9)).toBeCloseTo(0.0475 ** 2, 6);
    const squared = near.meanSquare(retried) * 0.9975;
    const again = (1 + 2 * mean) ** 2 + 2 * mean ** 2;
    expect(squared / (0.95 * 2 * mean ** 2 + 0.0475 * again)).toBeCloseTo(1, 3);
  });
});

describe('a tail of 1e-9', () => {
  test('keeps its digits through sums, copies and order statistics', () => {
    const one = near.of(exponential(0.01));
    expect(near.beyond(one, 0.2) / Math.exp(-20)).toBeCloseTo(1, 3);
    expect(near.beyond(near.after(one, one), 0.25) / erlang(2, 0.01)(0.25)).toBeCloseTo(1, 2);
    expect(near.beyond(near.kthOfSame(3, one, 3), 0.2) / (3 * Math.exp(-20))).toBeCloseTo(1, 3);
    expect(near.beyond(near.kth(1, [one, one]), 0.1) / Math.exp(-20)).toBeCloseTo(1, 3);
  });
});

test.each([1e-8, 1e-7, 1e-6, 1e6])('three exponentials of %d s are as exact as any', (mean) => {
  const sum = chain(near, near.of(exponential(mean)), 3);
  for (const share of SHARES)
    expect(near.quantile(sum, share) / mean).toBeCloseTo(timeAt(erlang(3, 1), 1 - share), share > 0.99 ? 3 : 4);
});
