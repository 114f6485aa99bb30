import { describe, expect, test } from 'vitest';
import type { FanOutLatencyCurve, Span, TimeoutCurve } from '../../src/model/report.ts';
import type { Design } from '../../src/model/scenario.ts';
import {
  beyondTitle,
  fanOutLatencyTitle,
  hedgeTitle,
  linesText,
  requestTitle,
  spentOn,
  spentOnShort,
  tailSentence,
  tailTitle,
  timeoutTitle,
  withinTitle,
} from '../../src/words/latency-titles.ts';
import { mitigationCells, mitigationLabel, todayText } from '../../src/words/mitigations.ts';
import { promised, timesOf } from './times.ts';

const DESIGN: Design = {
  name: 'today',
  components: {
    users: { kind: 'client', name: 'Users' },
    app: { kind: 'service', name: 'App' },
    search: { kind: 'service', name: 'Search' },
    any: { kind: 'gate' },
  },
  calls: [
    { from: 'users', to: 'app' },
    { from: 'app', to: 'search', times: 100 },
  ],
};
const CALL = 'app->search';

describe('the title of a chart of times', () => {
  test('of the distribution says who keeps the limit, here and in another design', () => {
    const times = timesOf({ latency: { objective: promised(0.25) } });
    expect(withinTitle(timesOf())).toBe('99 of 100 answers within 200 ms');
    expect(withinTitle(times, { letter: 'B', times: timesOf() })).toBe(
      '99 of 100 within 200 ms, limit 250 ms; B: 200 ms',
    );
  });

  test('of the tail says how long the slowest take, and how many never answer', () => {
    const curve = (beyond: number) => ({
      question: 'within' as const,
      points: [{ seconds: 0.2, within: 1 - beyond, beyond }],
      goodWithin: [],
      seconds: null,
    });
    expect(beyondTitle(timesOf(), curve(0))).toBe('1 good answer in 1,000 takes longer than 200 ms');
    expect(beyondTitle(timesOf(), curve(0.2))).toBe(
      '1 good answer in 1,000 takes longer than 200 ms; 20 % of requests fail',
    );
  });

  test('of where the tail comes from names the part', () => {
    const parts = [
      { of: { component: 'app' }, mean: 0.7, slowest: 0.2 },
      { of: { timeout: CALL }, mean: 0.3, slowest: 0.8 },
    ];
    expect(tailTitle({ question: 'tail', parts, meanSeconds: 1, slowestSeconds: 2 }, DESIGN)).toBe(
      '80.0 % of the slowest 1 %: Timeouts: search',
    );
    expect(tailTitle({ question: 'tail', parts, meanSeconds: null, slowestSeconds: null }, DESIGN)).toContain(
      'infinite',
    );
    const shares = { question: 'tail', parts, meanSeconds: 1, slowestSeconds: 2 } as const;
    expect(tailSentence(shares, DESIGN)).toEqual({ subject: 'Timeouts: search', rest: ' are 80.0 % of the tail' });
    const app = { ...shares, parts: parts.slice(0, 1) };
    expect(tailSentence(app, DESIGN)).toEqual({ subject: 'App', rest: ' is 20.0 % of the tail' });
    expect(tailSentence({ ...shares, parts: [] }, DESIGN)).toBeNull();
    expect(spentOnShort(DESIGN, { call: CALL })).toBe('→ Search');
    expect(spentOnShort(DESIGN, { component: 'app' })).toBe(spentOn(DESIGN, { component: 'app' }));
    expect(
      [{ call: CALL }, { hedge: CALL }, { backoff: CALL }, { switch: 'any' }].map((of) => spentOn(DESIGN, of)),
    ).toEqual(['Network: search', 'Hedge wait: search', 'Backoff: search', 'Switch: any of']);
  });

  test('of one request names its longest step', () => {
    const span = (component: string, startSeconds: number, endSeconds: number, critical: boolean): Span => ({
      of: { component },
      depth: 1,
      startSeconds,
      endSeconds,
      attempt: 1,
      outcome: 'good',
      critical,
    });
    const request = { seconds: 0.3, spans: [span('app', 0, 0.1, true), span('search', 0.1, 0.3, true)] };
    expect(requestTitle(request, 'slow', DESIGN)).toBe('A slow request: 300 ms, 200 ms of it Search');
    expect(requestTitle({ seconds: 0.3, spans: [] }, 'typical', DESIGN)).toBe('A typical request: 300 ms');
  });

  test('of a fan-out holds all answers against one', () => {
    const points: FanOutLatencyCurve['points'] = [
      { callees: 1, p50: 0.01, p99: 0.2, slow: 0.01 },
      { callees: 100, p50: 0.2, p99: 0.25, slow: 1 - 0.99 ** 100 },
    ];
    expect(fanOutLatencyTitle({ question: 'fan-out-latency', points, today: 100 })).toBe(
      'p99 of 100 answers is 250 ms, of one 200 ms',
    );
    expect(fanOutLatencyTitle({ question: 'fan-out-latency', points, today: 1 })).toBe(
      'p99 of one answer is 200 ms, half come within 10 ms',
    );
  });

  test('of a hedge names the best that adds at most a tenth', () => {
    const points = [
      { delaySeconds: 0, p99: 0.01, extraLoad: 1 },
      { delaySeconds: 0.02, p99: 0.03, extraLoad: 0.05 },
      { delaySeconds: 0.3, p99: 0.2, extraLoad: 0 },
    ];
    const curve = { question: 'hedge' as const, points, todaySeconds: null, without: 0.2 };
    expect(hedgeTitle(curve)).toBe('Hedge at 20 ms: p99 200 ms → 30 ms, 5 % more calls');
    expect(hedgeTitle({ ...curve, points: points.slice(2) })).toBe('A hedge hardly helps here');
  });

  test('of a timeout names none that fails more requests', () => {
    const lines: TimeoutCurve['lines'] = [
      {
        retries: 0,
        points: [
          { timeoutSeconds: 0.05, success: 0.95, p99: 0.05 },
          { timeoutSeconds: 1, success: 0.99, p99: 0.2 },
        ],
      },
      { retries: 1, points: [{ timeoutSeconds: 0.05, success: 0.9975, p99: 0.06 }] },
    ];
    const curve = { question: 'timeout' as const, lines, today: { timeoutSeconds: null, retries: 0 } };
    expect(timeoutTitle(curve)).toBe('Timeout 50 ms, one retry: p99 200 ms → 60 ms');
    expect(timeoutTitle({ ...curve, lines: lines.slice(0, 1) })).toBe('No timeout lowers p99 without failing more');
    expect(
      linesText([
        ['solid', 0],
        ['dashed', 1],
        ['dotted', 2],
      ]),
    ).toBe('solid 0, dashed 1, dotted 2 retries');
  });
});

describe('what to try', () => {
  const effect = { p99: 0.03, success: 0.9999, load: 105, loadToday: 100 };

  test('is said as the edit that it makes, with what it does', () => {
    const labels = [
      { kind: 'hedge' as const, delaySeconds: 0.02 },
      { kind: 'tied' as const, delaySeconds: 0.002 },
      { kind: 'retry' as const, timeoutSeconds: 0.05, retries: 1 },
      { kind: 'smaller-fan-out' as const, times: 50 },
    ].map((edit) => mitigationLabel({ ...effect, ...edit, call: CALL }, DESIGN));
    expect(labels).toEqual([
      'Hedge App → Search after 20 ms',
      'Tie two copies of App → Search',
      'Time out App → Search after 50 ms, one retry',
      'Ask the search 50 times only',
    ]);
    expect(mitigationCells(effect)).toEqual(['30 ms', '99.99 %', '100 → 105']);
    expect(todayText(effect)).toBe('With everything up p99 is 30 ms today, and 99.99 % of requests are answered well');
  });
});
