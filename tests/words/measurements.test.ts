import { expect, test } from 'vitest';
import { heldText, measurementsText } from '../../src/words/measurements.ts';

const few = {
  from: 'samples',
  count: 3,
  kept: 3,
  thinned: false,
  shortestSeconds: 0.008,
  longestSeconds: 1.5,
} as const;

test.each([
  [few, '3 measurements, from 8 ms to 1.5 s.'],
  [{ ...few, count: 1, kept: 1, longestSeconds: 0.008 }, '1 measurement: 8 ms.'],
  [{ ...few, count: 1000, kept: 2 }, '1,000 measurements, from 8 ms to 1.5 s: 2 different times.'],
  [
    { ...few, count: 1_000_000, kept: 762, thinned: true },
    '1,000,000 measurements, from 8 ms to 1.5 s. 762 quantiles of them are kept, closest together towards the slowest; what lies between two is drawn through.',
  ],
  [{ ...few, from: 'table' as const, count: null, kept: 2 }, '2 percentiles, from 8 ms to 1.5 s.'],
  [{ ...few, from: 'histogram' as const, count: 500, kept: 20 }, '500 measurements, from 8 ms to 1.5 s.'],
])('What was pasted is said: %j', (measured, text) => {
  expect(measurementsText(measured)).toBe(text);
});

test('A text too long to be shown is said by its size', () => {
  expect(heldText(6_990_000)).toBe('7.0 MB of text');
});
