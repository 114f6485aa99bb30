import { describe, expect, test } from 'vitest';
import {
  busyBars,
  busyTable,
  cacheBars,
  growthEnd,
  growthLegend,
  growthLines,
  growthTable,
  journeyHeight,
  journeyTable,
  kneeHeight,
  kneeLines,
  kneeTable,
  loadEnd,
  planBars,
  planTable,
  stormLines,
  stormTable,
} from '../../src/screen/charts/load-series.ts';
import {
  cacheLossOf,
  calleeOf,
  kneeOf,
  loadLatencyOf,
  loadOf,
  plannedOf,
  planOf,
  SHOP,
  shopReport,
  stormOf,
} from '../words/load-samples.ts';

describe('bars of load', () => {
  const report = shopReport({ app: loadOf({ utilisation: 0.85 }), db: loadOf({ utilisation: 5, target: 0.6 }) });

  test('are against their targets, too much in orange with a sign, and none is longer than the chart', () => {
    expect(
      busyBars(report, SHOP).map(({ name, text, tone, limit, value }) => [name, text, tone, limit, value]),
    ).toEqual([
      ['Database', '✕ 500 %', 'bind', 0.6, 2],
      ['App', '✕ 85 %', 'bind', 0.7, 0.85],
    ]);
    expect(busyBars(shopReport({ app: loadOf() }), SHOP)[0]).toMatchObject({ tone: 'ink', text: '62.5 %' });
    expect([loadEnd([]), loadEnd([0.3]), loadEnd([1.2]), loadEnd([40])]).toEqual([1, 1, 1.5, 2]);
  });

  test('have a table with every figure', () => {
    const { columns, rows } = busyTable(shopReport({ app: loadOf() }), SHOP);
    expect(columns.length).toBe(rows[0]?.length);
    expect(rows).toEqual([['App', '62.5 %', '70 %', '8,000 req/s', '320', '0.1 ms', '2 ms', '8', '8', '12,800 req/s']]);
  });

  test('of an empty cache stand beside those of today', () => {
    const bars = cacheBars(cacheLossOf(calleeOf()), shopReport({ db: loadOf({ target: 0.6 }) }), SHOP);
    expect(bars.map(({ name, text, limit }) => [name, text, limit])).toEqual([
      ['Database, today', '35 %', 0.6],
      ['Database, empty', '✕ 350 %', 0.6],
      ['Database, down', '0 %', 0.6],
    ]);
  });
});

describe('lines of load', () => {
  test('of a knee are p99 and mean of the queue, and p99 of one M/M/1', () => {
    const curve = kneeOf();
    expect(kneeLines(curve).map(({ key, look }) => [key, look])).toEqual([
      ['single', 'amdahl'],
      ['mean', 'linear'],
      ['p99', 'line'],
    ]);
    expect(kneeLines(curve)[2]?.points.at(-1), 'saturated').toEqual({ x: 1, y: null });
    expect(kneeHeight(curve), 'M/M/1 at the target is in sight').toBeCloseTo(1.3 * 0.614);
    expect(kneeHeight(kneeOf({ points: [], today: null }))).toBeGreaterThan(0);
    expect(kneeTable(curve).rows.at(-1)).toEqual([
      '100 %',
      '12,800 req/s',
      ...Array.from({ length: 4 }, () => 'unstable'),
    ]);
  });

  test('of a journey leave room for the limit', () => {
    expect(journeyHeight(loadLatencyOf(), 0.25)).toBe(0.5);
    expect(journeyHeight(loadLatencyOf({ points: [], today: null }), null)).toBeGreaterThan(0);
    const twice = loadLatencyOf({ points: [...loadLatencyOf().points, ...loadLatencyOf().points] });
    expect(journeyTable(twice).rows, 'each rate once').toEqual(journeyTable(loadLatencyOf()).rows);
  });

  test('of retries are the calm and the stormy state', () => {
    const [stormy, calm] = stormLines(stormOf(), 'success');
    expect([stormy?.look, calm?.look]).toEqual(['linear', 'line']);
    expect(calm?.points.map(({ y }) => y)).toEqual([0.999, 0.999, 0.031]);
    expect(stormLines(stormOf(), 'amplification')[0]?.points.map(({ y }) => y)).toEqual([1.01, 3.9, 3.9]);
    const { columns, rows } = stormTable(stormOf());
    expect(new Set(columns).size).toBe(columns.length);
    expect(rows[1]).toEqual(['5,000 req/s', '99.9 %', '1.01', '60 %', '3.1 %', '3.9', '210 %']);
  });
});

describe('a capacity plan', () => {
  const db = plannedOf({ component: 'db', monthsToTarget: 50, monthsToOrder: 50 });
  const plan = planOf(plannedOf(), db, plannedOf({ component: 'cache', monthsToTarget: null, monthsToOrder: null }));

  test('is bars in months, with a line where it has to be ordered', () => {
    expect(
      planBars(plan, SHOP, 36).map(({ name, value, text, tone, limit }) => [name, value, text, tone, limit]),
    ).toEqual([
      ['App', 11.4, 'in 11 months, order in 9', 'ink', 9.4],
      ['Database', 36, 'in 4.1 years', 'outline', undefined],
      ['Cache', 36, 'not in 100 years', 'outline', undefined],
    ]);
    const { columns, rows } = planTable(plan, SHOP);
    expect(columns.length).toBe(rows[0]?.length);
    expect(rows[0]).toEqual(['App', 'in 11 months', 'in 20 months', 'in 9 months', '50 %', '30 %', '8', '9']);
  });

  test('and lines month by month', () => {
    expect(growthLines(plan).map(({ key, look }) => [key, look])).toEqual([
      ['app', 'line'],
      ['db', 'linear'],
      ['cache', 'amdahl'],
    ]);
    expect(growthLines(plan)[0]?.points.at(-1)).toEqual({ x: 2, y: 0.75 });
    expect(growthEnd(growthLines(plan)), 'room for 100 %').toBe(1);
    const steep = (...utilisation: number[]) => growthEnd(growthLines(planOf(plannedOf({ utilisation }))));
    expect([steep(0.5, 9), steep(4.8, 14)], 'today’s load is on it').toEqual([2, 8]);
    expect(growthLegend(['App', 'Database'])).toBe('load: — App, - - Database');
    expect(growthLegend(['One worker', '64 in 64 lines', 'Recommendations'])).toMatch(
      /^load: — One wo.*…, - - 64 in .*…, ··· Recom.*…$/,
    );
    expect(growthTable(plan, SHOP)).toEqual({
      columns: ['Months from now', 'App', 'Database', 'Cache'],
      rows: [
        ['0', '50 %', '50 %', '50 %'],
        ['1', '60 %', '60 %', '60 %'],
        ['2', '✕ 75 %', '✕ 75 %', '✕ 75 %'],
      ],
    });
  });
});
