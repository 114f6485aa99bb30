import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResolvedTime } from '../../src/model/resolved-time.ts';
import type { Time } from '../../src/model/scenario.ts';
import { resolved } from './scenario-of.ts';

const read = (time: Time) => {
  const { components, issues, findings } = resolved({ s: { kind: 'service', time } });
  return { time: components['s']?.time, issues, findings };
};
const NOTHING: ResolvedTime = { of: 'constant', seconds: 0 };

describe('A time', () => {
  test.each<[string, Time, ResolvedTime]>([
    ['a constant', '40 ms', { of: 'constant', seconds: 0.04 }],
    ['a plain number of seconds', 0.2, { of: 'constant', seconds: 0.2 }],
    ['an exponential', { distribution: 'exponential', mean: '3 ms' }, { of: 'exponential', meanSeconds: 0.003 }],
    [
      'an Erlang: a gamma of whole shape',
      { distribution: 'erlang', mean: '3 ms', stages: 3 },
      { of: 'gamma', meanSeconds: 0.003, shape: 3 },
    ],
    ['a gamma', { distribution: 'gamma', mean: 1, shape: 0.5 }, { of: 'gamma', meanSeconds: 1, shape: 0.5 }],
    ['a Weibull', { distribution: 'weibull', scale: 1, shape: 0.7 }, { of: 'weibull', scaleSeconds: 1, shape: 0.7 }],
    [
      'a lognormal',
      { distribution: 'lognormal', median: 1, sigma: 1.5 },
      { of: 'lognormal', medianSeconds: 1, sigma: 1.5 },
    ],
    ['a lognormal without spread', { distribution: 'lognormal', median: 1, sigma: 0 }, { of: 'constant', seconds: 1 }],
    ['a Pareto', { distribution: 'pareto', scale: 1, alpha: 2 }, { of: 'pareto', scaleSeconds: 1, alpha: 2 }],
    ['a distribution of no time', { distribution: 'pareto', scale: 0, alpha: 2 }, NOTHING],
    ['equal quantiles', { p50: '5 ms', p99: '5 ms' }, { of: 'constant', seconds: 0.005 }],
    ['quantiles of nothing', { p50: 0, p99: 0 }, NOTHING],
    [
      'a table, sorted',
      { quantiles: { '99 %': '200 ms', '0.5': '10 ms' } },
      {
        of: 'quantiles',
        points: [
          { probability: 0.5, seconds: 0.01 },
          { probability: 0.99, seconds: 0.2 },
        ],
      },
    ],
    ['samples, sorted', { samples: ['30 ms', 0.01, '20 ms'] }, { of: 'samples', seconds: [0.01, 0.02, 0.03] }],
  ])('is %s', (_, written, time) => {
    expect(read(written)).toEqual({ time, issues: [], findings: [] });
  });

  test('by its p50 and p99 is the lognormal that has them', () => {
    const { time } = read({ p50: '31 ms', p99: '140 ms' });
    if (time?.of !== 'lognormal') throw new Error('no lognormal');
    expect(time.medianSeconds).toBe(0.031);
    // The standard normal's 99 % quantile.
    expect(time.medianSeconds * Math.exp(2.3263478740408408 * time.sigma)).toBeCloseTo(0.14, 14);
  });

  test('that is a mixture of mixtures is one mixture, without what never comes', () => {
    const inner: Time = {
      mixture: [
        { weight: '50 %', time: '1 s' },
        { weight: 0.5, time: { distribution: 'exponential', mean: 2 } },
        { weight: 0, time: 9 },
      ],
    };
    expect(
      read({
        mixture: [
          { weight: 0.8, time: inner },
          { weight: 0.2, time: 3 },
        ],
      }).time,
    ).toEqual({
      of: 'mixture',
      parts: [
        { weight: 0.4, time: { of: 'constant', seconds: 1 } },
        { weight: 0.4, time: { of: 'exponential', meanSeconds: 2 } },
        { weight: 0.2, time: { of: 'constant', seconds: 3 } },
      ],
    });
    expect(read({ mixture: [{ weight: 1, time: '5 s' }] }).time).toEqual({ of: 'constant', seconds: 5 });
  });

  test('takes variables and formulas everywhere', () => {
    const { components, issues } = resolved(
      {
        s: {
          kind: 'service',
          time: {
            mixture: [
              { weight: '1 - slow', time: 'base' },
              { weight: 'slow', time: '20 * base' },
            ],
          },
        },
      },
      [],
      { base: '10 ms', slow: '5 %' },
    );
    expect(issues).toEqual([]);
    expect(components['s']?.time).toEqual({
      of: 'mixture',
      parts: [
        { weight: 0.95, time: { of: 'constant', seconds: 0.01 } },
        { weight: 0.05, time: { of: 'constant', seconds: 0.2 } },
      ],
    });
  });

  test.each<[string, Time]>([
    ['a Pareto', { distribution: 'pareto', scale: '1 ms', alpha: 1 }],
    [
      'a mixture with a little of one',
      {
        mixture: [
          { weight: 0.999, time: 1 },
          { weight: 0.001, time: { distribution: 'pareto', scale: 1, alpha: 0.5 } },
        ],
      },
    ],
  ])('without a mean is taken, and that is said: %s', (_, time) => {
    expect(read(time)).toMatchObject({ issues: [], findings: ['s.time mean-infinite'] });
  });
});

describe('A wrong time is no time, and said at its place', () => {
  test.each<[string, Time, string]>([
    ['below 0', '-5 ms', 's.time: -5 ms is less than 0 (s). Write 0 or more'],
    [
      'a p99 below the p50',
      { p50: '2 ms', p99: '1 ms' },
      's.time.p99: The p99 is below the p50, but 99 % cannot be faster than half of them (s). Write a p99 of at least as much',
    ],
    ['a p50 of 0', { p50: 0, p99: '1 ms' }, 's.time.p50: No lognormal has a p50 of 0 (s). Write a p50 above 0'],
    [
      'weights that do not add up',
      {
        mixture: [
          { weight: 0.9, time: 1 },
          { weight: 0.05, time: 2 },
        ],
      },
      's.time.mixture: The weights add up to 0.95, not to 1 (s). Write shares such as 0.95 and 0.05, or 95 % and 5 %',
    ],
    [
      'weights of 0',
      { mixture: [{ weight: 0, time: 1 }] },
      's.time.mixture: The weights add up to 0, not to 1 (s). Write shares such as 0.95 and 0.05, or 95 % and 5 %',
    ],
    [
      'a negative weight',
      {
        mixture: [
          { weight: 1.1, time: 1 },
          { weight: -0.1, time: 2 },
        ],
      },
      's.time.mixture.1.weight: -0.1 is less than 0 (s). Write 0 or more',
    ],
    [
      'times that fall',
      { quantiles: { '0.5': '20 ms', '0.99': '10 ms' } },
      's.time.quantiles.0.99: This is less than the time of 0.5, but the times of a table rise with the shares (s). Put them in order',
    ],
    [
      'a share twice',
      { quantiles: { '0.5': '20 ms', '50 %': '20 ms' } },
      's.time.quantiles.50 %: This share stands twice in the table (s). Leave one of them out',
    ],
    [
      'a percentile by name',
      { quantiles: { p99: '20 ms' } },
      's.time.quantiles.p99: p99 is no share (s). Write one such as 0.99 or 99 %',
    ],
    [
      'a share beyond 1',
      { quantiles: { '99': '20 ms' } },
      's.time.quantiles.99: 99 is more than 1 (s). Write a share such as 5 % or 0.05',
    ],
    [
      'the shortest alone',
      { quantiles: { '0': '20 ms' } },
      's.time.quantiles: The table has the shortest time alone (s). Write how long other shares take, such as 0.5 and 0.99',
    ],
    [
      'a shape of 0',
      { distribution: 'gamma', mean: 1, shape: 0 },
      's.time.shape: 0 is too small (s). Write 0.01 or more',
    ],
    [
      'a tail beyond all times',
      { distribution: 'lognormal', median: 1, sigma: 21 },
      's.time.sigma: 21 is too large (s). Write 20 or less',
    ],
    [
      'half a stage',
      { distribution: 'erlang', mean: 1, stages: 1.5 },
      's.time.stages: 1.5 is not a whole number (s). Write one such as 3',
    ],
    [
      'a word among samples',
      { samples: [0.1, 'slow!'] },
      's.time.samples.1: slow! is not a time (s). Write one such as 40 ms or 5 min',
    ],
  ])('%s', (_, written, issue) => {
    expect(read(written)).toEqual({ time: NOTHING, issues: [issue], findings: [] });
  });

  test('words among a million samples are said ten times, whatever else is wrong', () => {
    const words = Array.from({ length: 1000 }, () => 'x!');
    const { components, codes } = resolved({
      ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`t${i}`, { kind: 'service', up: 2 } as const])),
      s: { kind: 'service', time: { samples: words } },
      t: { kind: 'service', time: { samples: [3, 1] } },
    });
    expect(codes.filter((code) => code.startsWith('s.time.samples'))).toHaveLength(10);
    expect(components['t']?.time).toEqual({ of: 'samples', seconds: [1, 3] });
  });
});

const values = fc.oneof(fc.double(), fc.constantFrom('5 ms', '-1 s', '1 kg', '', 'x', '0', '50 %', '2 to 3 s'));
const leaf: fc.Arbitrary<Time> = fc.oneof(
  values,
  fc.record({ p50: values, p99: values }),
  fc.record({ distribution: fc.constant('gamma' as const), mean: values, shape: values }),
  fc.record({ distribution: fc.constant('pareto' as const), scale: values, alpha: values }),
  fc.record({
    quantiles: fc.dictionary(fc.oneof(fc.string(), fc.double({ min: 0, max: 1 }).map(String)), values, { minKeys: 1 }),
  }),
  fc.record({ samples: fc.array(values, { minLength: 1 }) }),
);
const anyTime = fc.oneof(
  leaf,
  fc.record({ mixture: fc.array(fc.record({ weight: values, time: leaf }), { minLength: 1, maxLength: 4 }) }),
);

test('Whatever is written, a time comes out whose every number is one, and only a wrong one is said', () => {
  const numbersIn = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : typeof value === 'object'
        ? Object.values(value ?? {}).flatMap(numbersIn)
        : [];
  fc.assert(
    fc.property(anyTime, (written) => {
      const { time, issues } = read(written);
      expect(numbersIn(time).every((number) => Number.isFinite(number) && number >= 0)).toBe(true);
      if (issues.length > 0) expect(time).toEqual(NOTHING);
      if (time?.of === 'mixture') expect(time.parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(1, 12);
    }),
  );
});
