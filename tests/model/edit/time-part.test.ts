import { expect, test } from 'vitest';
import { keysOf, withTimePart } from '../../../src/model/edit/time-part.ts';

test('The keys on the way to a field: the share of a quantile is one of them, with its dot', () => {
  expect(keysOf('scaling.sigma')).toEqual(['scaling', 'sigma']);
  expect(keysOf('time.mixture.0.time.mean')).toEqual(['time', 'mixture', '0', 'time', 'mean']);
  expect(keysOf('time.quantiles.0.99')).toEqual(['time', 'quantiles', '0.99']);
  expect(keysOf('network.mixture.1.time.quantiles.99.9 %')).toEqual([
    'network',
    'mixture',
    '1',
    'time',
    'quantiles',
    '99.9 %',
  ]);
  expect(keysOf('time.quantiles')).toEqual(['time', 'quantiles']);
});

test('A part of a time is changed in its place, and what has no such part stays', () => {
  const time = {
    mixture: [
      { weight: 0.9, time: { p50: '1 ms', p99: '2 ms' } },
      { weight: 0.1, time: '9 ms' },
    ],
  };
  expect(withTimePart(time, ['mixture', '0', 'time', 'p99'], '3 ms')).toEqual({
    mixture: [
      { weight: 0.9, time: { p50: '1 ms', p99: '3 ms' } },
      { weight: 0.1, time: '9 ms' },
    ],
  });
  expect(withTimePart(time, ['p50'], '3 ms')).toBe(time);
  expect(withTimePart('5 ms', ['p50'], '3 ms')).toBe('5 ms');
  expect(withTimePart(time, [], '3 ms')).toBe('3 ms');
  expect(withTimePart({ quantiles: { '0.5': 1 } }, ['quantiles', '0.5'], 2)).toEqual({ quantiles: { '0.5': 2 } });
});
