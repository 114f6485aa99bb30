import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeSchema } from '../../../src/model/schema/value-schema.ts';
import { checked } from '../../../src/model/schema/check.ts';
import { readMeasurements, readMeasurementsStepwise } from '../../../src/share/measurements/read-measurements.ts';
import type { MeasuredUnit } from '../../../src/share/measurements/read-measurements.ts';
import { resolved } from '../../formula/scenario-of.ts';

const read = (text: string, unit?: MeasuredUnit) => {
  const outcome = readMeasurements(text, unit);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
};
const problem = (text: string) => {
  const outcome = readMeasurements(text);
  return outcome.ok ? null : outcome.problem.message;
};

/** The same numbers at every run (a linear congruential generator), uniform in (0, 1). */
function* uniform(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield (state + 0.5) / 2 ** 32;
  }
}
const draws = (n: number, make: (u: number) => number): number[] => {
  const source = uniform(7);
  return Array.from({ length: n }, () => make(source.next().value as number));
};

describe('Pasted samples', () => {
  test.each<[string, string, readonly number[]]>([
    ['one a line', '12\n8\n\n30\n', [0.008, 0.012, 0.03]],
    ['with units', '12 ms, 0.5 s; 900us\t1 µs 2ms', [1e-6, 9e-4, 0.002, 0.012, 0.5]],
    ['as a list of JSON', '[12, 8.5,30]', [0.0085, 0.012, 0.03]],
    ['with a head', 'latency\n12\n8', [0.008, 0.012]],
    ['with a head that names the unit', 'latency_us\r\n12\r\n8\r\n', [8e-6, 12e-6]],
    ['with a head that names it in words', '"Response time (seconds)"\n"0.2"\n"0.1"', [0.1, 0.2]],
    ['with remarks', '# run 7\n12\n# later\n8', [0.008, 0.012]],
    ['of nothing', '0', [0]],
    ['with exponents', '1e3 2.5E-1', [0.00025, 1]],
  ])('%s', (_, text, samples) => {
    expect(read(text)).toMatchObject({ time: { samples }, from: 'samples', count: samples.length, thinned: false });
  });

  test('are in the unit that is named', () => {
    expect(read('1 2', 's').time).toEqual({ samples: [1, 2] });
    expect(read('1 2', 'ns').time).toEqual({ samples: [1e-9, 2e-9] });
  });

  test.each<[string, string]>([
    ['12\n13 GET\n', 'Line 2, column 4: GET is no unit of time. Write one such as ms'],
    ['12\n  fast 13\n', 'Line 2, column 3: fast is no time. Write numbers, with a unit such as 12 ms or without'],
    ['GET 12', 'Line 1, column 1: GET is no time. Write numbers, with a unit such as 12 ms or without'],
    ['12\n-3', 'Line 2, column 1: -3 is less than 0. A time is 0 or more'],
    ['12 req', 'Line 1, column 4: req is no unit of time. Write one such as ms'],
    [
      '1,000\n2,000',
      'Line 1, column 3: A number stands here in parts. Write 1000 without a comma, and 0.012 with a point',
    ],
    ['1.2.3', 'Line 1, column 1: 1.2.3 is no time. Write numbers, with a unit such as 12 ms or without'],
    ['2024-01-01', 'Line 1, column 1: 2024-01-01 is no time. Write numbers, with a unit such as 12 ms or without'],
    ['5\n1e999', 'Line 2, column 1: 1e999 is too large a number'],
    ['', 'Line 1, column 1: There is no number here. Paste times, with a unit such as 12 ms or without'],
    ['just words', 'Line 1, column 1: There is no number here. Paste times, with a unit such as 12 ms or without'],
  ])('%j says where it is wrong', (text, message) => {
    expect(problem(text)).toBe(message);
  });

  test('of few different values are a mixture of these, however many', () => {
    const many = Array.from({ length: 1000 }, (_, i) => (i % 20 === 0 ? '200' : '10')).join(' ');
    expect(read(many)).toMatchObject({
      count: 1000,
      kept: 2,
      thinned: false,
      time: {
        mixture: [
          { weight: 0.95, time: 0.01 },
          { weight: 0.05, time: 0.2 },
        ],
      },
    });
  });
});

test('Some hundred different samples are all points of a table', () => {
  const times = Array.from({ length: 500 }, (_, i) => 10 + i);
  const { time, ...facts } = read(times.join(' '));
  expect(facts).toMatchObject({ count: 500, kept: 501, thinned: false });
  expect((time as { quantiles: object }).quantiles).toMatchObject({
    '0': 0.01,
    '0.002': 0.01,
    '0.5': 0.259,
    '1': 0.509,
  });
});

test.each([1000, 2000, 30_000])('Of %i samples nearly as many are kept as a table may hold', (n) => {
  const { kept, thinned } = read(draws(n, (u) => -Math.log(u)).join(' '));
  expect(thinned).toBe(true);
  expect(kept).toBeGreaterThan(850);
  expect(kept).toBeLessThanOrEqual(1000);
});

describe('A million samples', () => {
  const n = 1_000_000;
  const times = draws(n, (u) => -10 * Math.log(u));
  const text = times.join('\n');
  const sorted = times.toSorted((a, b) => a - b);
  const { time, ...facts } = read(text);
  const table = Object.entries((time as { quantiles: Record<string, number> }).quantiles).map(([share, seconds]) => ({
    share: Number(share),
    seconds,
  }));

  test('are thinned to a table that a document takes, and that is said', () => {
    expect(facts).toEqual({
      from: 'samples',
      count: n,
      kept: table.length,
      thinned: true,
      shortestSeconds: sorted[0]! / 1000,
      longestSeconds: sorted[n - 1]! / 1000,
    });
    expect(table.length).toBeLessThanOrEqual(1000);
    expect(table.length).toBeGreaterThan(900);
    expect(checked(timeSchema, time).ok).toBe(true);
    expect(resolved({ s: { kind: 'service', time } }).issues).toEqual([]);
  });

  test('keep their exact order statistics, the last of them one by one', () => {
    for (const { share, seconds } of table)
      if (share > 0) expect(seconds).toBe(sorted[Math.round(share * n) - 1]! / 1000);
    for (const [share, place] of [
      [0, 0],
      [0.999999, n - 2],
      [1, n - 1],
    ] as const)
      expect(table.find((point) => point.share === share)?.seconds).toBe(sorted[place]! / 1000);
  });

  test('leave out no more than 1.4 % of those that are slower, or none', () => {
    const points = table.toSorted((a, b) => a.share - b.share);
    for (const [index, point] of points.entries()) {
      const before = points[index - 1];
      if (before === undefined) continue;
      const slower = 1 - before.share;
      expect(point.share - before.share).toBeLessThanOrEqual(0.014 * slower + 1.000001 / n);
    }
  });

  test('are read in steps that say how far they are', () => {
    const steps: number[] = [];
    const reading = readMeasurementsStepwise(text);
    for (let step = reading.next(); step.done !== true; step = reading.next()) steps.push(step.value);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.every((share) => share > 0 && share <= 1)).toBe(true);
  });
});

test('Whatever is pasted is read or refused at a place inside it', () => {
  const pieces = fc.constantFrom(
    'p99',
    '12',
    ' ',
    '\n',
    'ms',
    '%',
    ',',
    'Value Percentile TotalCount\n',
    '0.5',
    '#[',
    '-',
    'max',
    '"',
    'µs',
    'p(9',
    '1e999',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const outcome = readMeasurements(text);
      if (outcome.ok) {
        expect(checked(timeSchema, outcome.value.time).ok).toBe(true);
        expect(resolved({ s: { kind: 'service', time: outcome.value.time } }).issues).toEqual([]);
      } else {
        const { line, column, message } = outcome.problem;
        const lines = text.split('\n');
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
        expect(message).toMatch(/^Line \d+, column \d+: ./);
      }
    }),
    { numRuns: 2000 },
  );
});
