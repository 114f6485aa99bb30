import { describe, expect, test } from 'vitest';
import { readMeasurements } from '../../../src/share/measurements/read-measurements.ts';

const read = (text: string) => {
  const outcome = readMeasurements(text);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
};
const problem = (text: string) => {
  const outcome = readMeasurements(text);
  return outcome.ok ? null : outcome.problem.message;
};

/** 950 of 10 ms and 50 of 200 ms, as HdrHistogram prints them. */
const HISTOGRAM = `       Value     Percentile TotalCount 1/(1-Percentile)

      10.000 0.000000000000        950           1.00
      10.000 0.500000000000        950           2.00
      10.000 0.750000000000        950           4.00
      10.000 0.950000000000        950          20.00
     200.000 0.953125000000       1000          21.33
     200.000 1.000000000000       1000
#[Mean    =       19.500, StdDeviation   =       41.410]
#[Max     =      200.000, Total count    =         1000]
#[Buckets =            8, SubBuckets     =         2048]
`;
/** By the counts, 95 % are no slower than 10 ms: the percentiles in between say nothing more. */
const QUANTILES = { '0': 0.01, '0.95': 0.01, '0.953125': 0.2, '1': 0.2 };

describe('A percentile distribution of HdrHistogram', () => {
  test.each<[string, string]>([
    ['as printed', HISTOGRAM],
    ['with Windows line ends', HISTOGRAM.replaceAll('\n', '\r\n')],
    [
      'among the output of a load generator',
      `Running 30s test\n  Latency   11.6ms\n  Detailed Percentile spectrum:\n${HISTOGRAM}----------\n  2000 requests in 30.00s\n`,
    ],
    [
      'as CSV',
      '"Value","Percentile","TotalCount","1/(1-Percentile)"\n10.0,0.0,950,1.0\n10.0,0.5,950,2.0\n10.0,0.75,950,4.0\n10.0,0.95,950,20.0\n200.0,0.953125,1000,21.33\n200.0,1.0,1000,Infinity\n',
    ],
    [
      'as C writes the last row',
      HISTOGRAM.replace('1.000000000000       1000', '1.000000000000       1000          inf'),
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({
      time: { quantiles: QUANTILES },
      from: 'histogram',
      count: 1000,
      kept: 4,
      thinned: false,
      shortestSeconds: 0.01,
      longestSeconds: 0.2,
    });
  });

  test('says by its counts how many were no slower than a value', () => {
    const rows = 'Value Percentile TotalCount\n1 0.0 10\n2 0.5 70\n3 1.0 100\n';
    expect(read(rows).time).toEqual({
      quantiles: { '0': 0.001, '0.1': 0.001, '0.5': 0.002, '0.7': 0.002, '1': 0.003 },
    });
  });

  test('that is cut off takes the number of measurements from below, or does without', () => {
    const cut = 'Value Percentile TotalCount\n1 0.0 10\n2 0.5 70\n';
    expect(read(cut)).toMatchObject({ count: null, time: { quantiles: { '0': 0.001, '0.5': 0.002 } } });
    expect(read(`${cut}#[Max = 3, Total count = 100]`)).toMatchObject({
      count: 100,
      time: { quantiles: { '0': 0.001, '0.1': 0.001, '0.5': 0.002, '0.7': 0.002 } },
    });
  });

  test('with percentiles that are rounded below the counts keeps rising', () => {
    const rows = 'Value Percentile TotalCount\n1 0.0 1\n2 0.9 900001\n3 0.9 900002\n4 1.0 1000000\n';
    const shares = Object.keys((read(rows).time as { quantiles: object }).quantiles).map(Number);
    expect(shares.toSorted((a, b) => a - b)).toEqual([0, 1e-6, 0.9, 0.900001, 0.900002, 1]);
  });

  test('of thousands of rows is thinned, with both ends', () => {
    const n = 5000;
    const rows = Array.from({ length: n }, (_, i) => `${i + 1} ${i / n} ${i + 1}`);
    const { time, kept, thinned } = read(['Value Percentile TotalCount', ...rows, `${n} 1.0 ${n}`].join('\n'));
    const { quantiles } = time as { quantiles: Record<string, number> };
    expect(thinned).toBe(true);
    expect(Object.keys(quantiles)).toHaveLength(kept);
    expect(kept).toBeLessThanOrEqual(1000);
    expect(kept).toBeGreaterThan(400);
    expect([quantiles['0'], quantiles['1']]).toEqual([0.001, 5]);
  });

  test.each<[string, string]>([
    ['x 0.5 5', 'Line 2, column 1: x is no value. Write a number of 0 or more'],
    ['1 0.5 many', 'Line 2, column 7: many is no total count. Write a number of 0 or more'],
    ['1 0.5', 'Line 2, column 6: A row has a value, a percentile and a total count. One is missing here'],
    ['1 50 5', 'Line 2, column 3: 50 is more than 1. A percentile of such a table is a share'],
    ['1 0.5 5.5', 'Line 2, column 7: 5.5 is no whole number of measurements'],
    ['1 0.5 5 2 7', 'Line 2, column 11: A row has four columns at most. Take this out'],
    ['2 0.5 5\n1 0.6 6', 'Line 3, column 1: The value is less than in the row before. It rises from row to row'],
    ['2 0.5 5\n2 0.4 6', 'Line 3, column 3: The percentile is less than in the row before. It rises from row to row'],
    ['', 'Line 2, column 1: There are no rows below the head. Paste the whole table'],
  ])('%j says where it is wrong', (rows, message) => {
    expect(problem(`Value Percentile TotalCount\n${rows}`)).toBe(message);
  });
});

describe('A table of percentiles', () => {
  const expected = { quantiles: { '0.5': '12 ms', '0.99': '140 ms' } };
  test.each<[string, string, object]>([
    ['by name', 'p50 12 ms\np99 140 ms', expected],
    ['in percent', '50 %\t12 ms\n99%\t140ms', expected],
    ['in words', 'median: 12ms\n99th percentile = 140 ms', expected],
    ['as shares', '0.5,12\n0.99,140', expected],
    [
      'below a head',
      'percentile,latency (us)\n50,12000\n99,140000',
      { quantiles: { '0.5': '12000 us', '0.99': '140000 us' } },
    ],
    ['in any order', 'p99 140 ms\np50 12 ms', expected],
    [
      'as load generators print them',
      'avg=19.5ms min=9ms med=12ms max=300ms p(90)=80ms p(99.9)=0.2s',
      { quantiles: { '0': '9 ms', '0.5': '12 ms', '0.9': '80 ms', '0.999': '0.2 s', '1': '300 ms' } },
    ],
    [
      ' 99.9 as p999',
      'p999 140 ms\np9999 200 ms\np100 1 s',
      { quantiles: { '0.999': '140 ms', '0.9999': '200 ms', '1': '1 s' } },
    ],
  ])('%s', (_, text, time) => {
    expect(read(text)).toMatchObject({ time, from: 'table', count: null, thinned: false });
  });

  test.each<[string, string]>([
    ['p50 12 ms\np99 fast', 'Line 2, column 5: A time belongs here, with a unit such as 12 ms or without'],
    ['p50 12 ms\np99 3 req', 'Line 2, column 7: req is no unit of time. Write one such as ms'],
    ['p50 12 ms\nslow 3 ms', 'Line 2, column 1: slow is no percentile. Write one such as p99, 99 % or 0.99'],
    ['p50 12 ms\np99 3 ms', 'Line 2, column 1: A higher percentile has a shorter time. Their times rise together'],
    ['p50 12 ms\n50 % 12 ms', 'Line 2, column 1: This percentile stands twice. Leave one out'],
    ['p50 12 ms\n120 % 13 ms', 'Line 2, column 1: A percentile is 100 % at most'],
    ['mean 12 ms', 'Line 1, column 1: There is no percentile here. Write one such as p99 12 ms'],
  ])('%j says where it is wrong', (text, message) => {
    expect(problem(text)).toBe(message);
  });
});
