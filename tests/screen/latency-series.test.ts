import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Design } from '../../src/model/scenario.ts';
import type { Span } from '../../src/model/report.ts';
import {
  highest,
  quantileDots,
  shareLine,
  spanRows,
  tailBars,
  timeAxis,
  timeRange,
  withinTable,
} from '../../src/screen/charts/latency-series.ts';
import { heightAt, logTicks, stepAbove, stepBelow } from '../../src/screen/charts/time-axis.ts';
import { timesOf } from '../words/times.ts';

const DESIGN: Design = { name: 'today', components: { app: { kind: 'service', name: 'App' } } };

/** 95 % at 10 ms, 5 % at 200 ms, of which one request in a hundred is never answered. */
const CURVE = {
  question: 'within' as const,
  points: [
    { seconds: 0, within: 0, beyond: 1 },
    { seconds: 0.01, within: 0, beyond: 1 },
    { seconds: 0.01, within: 0.9405, beyond: 0.0595 },
    { seconds: 0.2, within: 0.9405, beyond: 0.0595 },
    { seconds: 0.2, within: 0.99, beyond: 0.01 },
  ],
  goodWithin: [],
  seconds: null,
};

describe('an axis of times', () => {
  test('ends on 1, 2 or 5 times a power of ten, on either side', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 1e5, noNaN: true }), (value) => {
        const [low, high] = [stepBelow(value), stepAbove(value)];
        expect(low).toBeLessThanOrEqual(value * (1 + 1e-8));
        expect(high).toBeGreaterThanOrEqual(value * (1 - 1e-8));
        expect(high / low).toBeLessThan(2.51);
      }),
    );
  });

  test('is at its first curve at once, and no wider before', () => {
    expect(timeRange([], 0.001, 0.01)).toEqual([Number.POSITIVE_INFINITY, 0]);
    expect([highest([]), highest([null, 0.25, 0.2])]).toEqual([0, 0.25]);
  });

  test('has a few numbers, all of them on it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6, max: 2 }), fc.integer({ min: 0, max: 7 }), (power, decades) => {
        const [from, to] = [10 ** power, 10 ** (power + decades)];
        const ticks = logTicks(from, to);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(7);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(from * (1 - 1e-8));
          expect(tick).toBeLessThanOrEqual(to * (1 + 1e-8));
        }
      }),
    );
    expect(timeAxis('log', 0.012, 0.45).domain).toEqual([0.01, 0.5]);
    expect(timeAxis('log', 0.01, 0.45).domain, 'room before the first').toEqual([0.005, 0.5]);
    expect(timeAxis('linear', 0.012, 0.45).ticks).toEqual([0, 0.125, 0.25, 0.375, 0.5]);
    expect(timeAxis('linear', 0.012, 1.4).ticks, 'round numbers').toEqual([0, 0.5, 1, 1.5]);
  });

  test('shows what is ever answered, and nothing of what is not', () => {
    expect(timeRange([{ name: 'A', curve: CURVE }], 0.001, 1e-5)).toEqual([0.01, 0.2]);
  });
});

describe('a curve of shares', () => {
  test('begins where a logarithm does, and its marks stand on it', () => {
    const line = shareLine(CURVE, 'within', 'own', 'line');
    expect(line.points).toHaveLength(4);
    expect(heightAt(line.points, 0.1)).toBeCloseTo(0.9405, 12);
    expect(heightAt(line.points, 0.005)).toBe(0);
    expect(heightAt(line.points, 9)).toBe(0.99);
    expect(heightAt([], 1)).toBe(0);
    expect(quantileDots(timesOf(), line, ['p99'])).toEqual([{ x: 0.2, y: 0.9405, text: 'p99 200 ms' }]);
    expect(quantileDots(timesOf(), line, ['p50', 'p99', 'p999']).map(({ text }) => text)).toEqual([
      'p50 10 ms',
      'p99, p99.9 200 ms',
    ]);
    expect(quantileDots(timesOf(), undefined, ['p99'])).toEqual([]);
  });

  test('is a table too, with both designs in it', () => {
    const table = withinTable([
      { name: 'A today', curve: CURVE },
      { name: 'B faster', curve: CURVE },
    ]);
    expect(table.columns).toEqual([
      'Time',
      'A today: within',
      'A today: longer',
      'B faster: within',
      'B faster: longer',
    ]);
    expect(table.rows.at(-1)?.[0]).toBe('200 ms');
  });
});

describe('the steps of a request', () => {
  const span = (startSeconds: number, endSeconds: number, critical: boolean, attempt = 1): Span => ({
    of: { component: 'app' },
    depth: 0,
    startSeconds,
    endSeconds,
    attempt,
    outcome: 'good',
    critical,
  });

  test('that are drawn are those the answer waits for, then the longest, in their order', () => {
    const spans = [span(0, 1, false), span(0, 5, false), span(1, 2, true, 2), span(2, 3, true)];
    expect(spanRows({ seconds: 3, spans }, DESIGN, 3).map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(spanRows({ seconds: 3, spans }, DESIGN, 9).map(({ name }) => name)).toEqual([
      'App',
      'App',
      'App, try 2',
      'App',
    ]);
  });

  test('of the slowest requests stand first among the bars', () => {
    const parts = [
      { of: { component: 'app' }, mean: 0.9, slowest: 0.2 },
      { of: { call: 'x' }, mean: 0.1, slowest: 0.8 },
      { of: { hedge: 'x' }, mean: 0, slowest: 0 },
    ];
    const bars = tailBars({ question: 'tail', parts, meanSeconds: 1, slowestSeconds: 2 }, DESIGN);
    expect(bars.map(({ name, component }) => [name, component])).toEqual([
      ['Network: x', null],
      ['App', 'app'],
    ]);
  });
});
