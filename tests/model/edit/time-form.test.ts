import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formOf, inForm, TIME_FORMS, type TimeFigures } from '../../../src/model/edit/time-form.ts';
import { timeSchema } from '../../../src/model/schema/value-schema.ts';
import { checked } from '../../../src/model/schema/check.ts';
import type { Time } from '../../../src/model/scenario.ts';

const PAIR: Time = { p50: '31 ms', p99: '140 ms' };
/** Of an exponential of 10 ms: mean × −ln(1 − q). */
const EXPONENTIAL: TimeFigures = {
  p50: 0.00693147,
  p90: 0.0230259,
  p95: 0.0299573,
  p99: 0.0460517,
  p999: 0.0690776,
  mean: 0.01,
};
const FORMS = TIME_FORMS.filter((form) => form !== 'samples');

const TIMES: readonly Time[] = [
  '40 ms',
  'base + 10 ms',
  0.04,
  PAIR,
  { distribution: 'exponential', mean: '10 ms' },
  { distribution: 'erlang', mean: '10 ms', stages: 4 },
  { distribution: 'gamma', mean: '10 ms', shape: 2 },
  { distribution: 'weibull', scale: '10 ms', shape: 0.7 },
  { distribution: 'lognormal', median: '31 ms', sigma: 0.65 },
  { distribution: 'pareto', scale: '10 ms', alpha: 0.9 },
  { mixture: [{ weight: 1, time: '10 ms' }] },
  { quantiles: { '0.5': '10 ms', '0.99': '200 ms' } },
  { samples: ['10 ms', '12 ms'] },
];

describe('A time in another form', () => {
  test.each<[string, Time | undefined, Exclude<(typeof TIME_FORMS)[number], 'samples'>, Time]>([
    ['one time is both of its quantiles', '40 ms', 'pair', { p50: '40 ms', p99: '40 ms' }],
    ['one time becomes a mean', '40 ms', 'exponential', { distribution: 'exponential', mean: '40 ms' }],
    ['a formula stays one', 'base + 10 ms', 'exponential', { distribution: 'exponential', mean: 'base + 10 ms' }],
    ['p50 and p99 make a lognormal', PAIR, 'lognormal', { distribution: 'lognormal', median: '31 ms', sigma: 0.64808 }],
    ['p50 and p99 make a Weibull', PAIR, 'weibull', { distribution: 'weibull', scale: '41.5 ms', shape: 1.2561 }],
    ['p50 and p99 make a Pareto', PAIR, 'pareto', { distribution: 'pareto', scale: '23.73 ms', alpha: 2.5948 }],
    ['p50 and p99 make two rows', PAIR, 'quantiles', { quantiles: { '0.5': '31 ms', '0.99': '140 ms' } }],
    [
      'two rows make p50 and p99',
      { quantiles: { '0.5': '31 ms', '0.9': 'x', '0.99': '140 ms' } },
      'pair',
      { p50: '31 ms', p99: '140 ms' },
    ],
    [
      'an exponential is an Erlang of one stage',
      { distribution: 'exponential', mean: 'm' },
      'erlang',
      { distribution: 'erlang', mean: 'm', stages: 1 },
    ],
    [
      'an exponential is a Weibull of shape 1',
      { distribution: 'exponential', mean: 'm' },
      'weibull',
      { distribution: 'weibull', scale: 'm', shape: 1 },
    ],
    [
      'an Erlang is a gamma of as many stages',
      { distribution: 'erlang', mean: '10 ms', stages: 3 },
      'gamma',
      { distribution: 'gamma', mean: '10 ms', shape: 3 },
    ],
    [
      'a gamma becomes the Erlang next to it',
      { distribution: 'gamma', mean: '10 ms', shape: 2.6 },
      'erlang',
      { distribution: 'erlang', mean: '10 ms', stages: 3 },
    ],
    [
      'a mixture of twice the same changes nothing',
      PAIR,
      'mixture',
      {
        mixture: [
          { weight: 0.95, time: PAIR },
          { weight: 0.05, time: PAIR },
        ],
      },
    ],
    ['where nothing is written, usual figures are', undefined, 'pair', { p50: '31 ms', p99: '140 ms' }],
  ])('%s', (_what, from, to, expected) => {
    expect(inForm(from, to)).toEqual(expected);
  });

  test('keeps what the engine says of it where it is not written', () => {
    const time: Time = { distribution: 'exponential', mean: 'base' };
    expect(inForm(time, 'pair', EXPONENTIAL)).toEqual({ p50: '6.931 ms', p99: '46.05 ms' });
    expect(inForm(time, 'quantiles', EXPONENTIAL)).toEqual({
      quantiles: { '0.5': '6.931 ms', '0.9': '23.03 ms', '0.95': '29.96 ms', '0.99': '46.05 ms', '0.999': '69.08 ms' },
    });
    expect(inForm({ mixture: [{ weight: 1, time }] }, 'constant', EXPONENTIAL)).toBe('10 ms');
  });

  test('takes the median for one time where the mean is infinite', () => {
    const heavy: TimeFigures = { ...EXPONENTIAL, mean: null };
    expect(inForm({ distribution: 'pareto', scale: '5 ms', alpha: 1 }, 'constant', heavy)).toBe('6.931 ms');
  });

  test.each(TIMES.map((time) => [JSON.stringify(time), time] as const))(
    'is a time of that form for %s',
    (_text, time) => {
      for (const form of FORMS) {
        const changed = inForm(time, form, EXPONENTIAL);
        expect(formOf(changed)).toBe(form);
        expect(checked(timeSchema, changed).ok).toBe(true);
      }
    },
  );

  test('is the very same time where that is its form already', () => {
    for (const time of TIMES) {
      const form = formOf(time);
      if (form !== 'samples') expect(inForm(time, form)).toBe(time);
    }
  });

  test('goes through the same p50 and p99 there and back', () => {
    const milliseconds = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(milliseconds, fc.integer({ min: 2, max: 60 }), (p50, times) => {
        const pair: Time = { p50: `${p50} ms`, p99: `${p50 * times} ms` };
        const lognormal = inForm(pair, 'lognormal');
        if (typeof lognormal !== 'object' || !('sigma' in lognormal)) throw new Error('no lognormal');
        const p99 = p50 * Math.exp(2.3263478740408408 * Number(lognormal.sigma));
        expect(lognormal.median).toBe(pair.p50);
        expect(Math.abs(p99 / (p50 * times) - 1)).toBeLessThan(1e-3);
      }),
    );
  });
});
