import { describe, expect, test } from 'vitest';
import { resolved } from './scenario-of.ts';

describe('What is written of load', () => {
  test('of a component is read in seconds, a second, and a share a month of 730 h', () => {
    const { components, issues, findings } = resolved(
      {
        c: { kind: 'client', rate: '8,000 req/s', average: '2M requests/day', growth: '3 %/month' },
        s: {
          kind: 'service',
          replicas: 10,
          needed: 'capacity',
          time: '40 ms',
          workers: 64,
          holds: 'response',
          pooled: true,
          queue: 200,
          target: '60 %',
          leadTime: '2 weeks',
        },
        q: { kind: 'queue', consumerRate: '100/s' },
      },
      [
        { from: 'c', to: 's' },
        { from: 's', to: 'q' },
      ],
    );
    expect([issues, findings]).toEqual([[], []]);
    expect(components).toMatchObject({
      c: { ratePerSecond: 8000, averagePerSecond: 2e6 / 86_400, growthPerMonth: 0.03, workers: null },
      s: {
        workers: 64,
        holds: 'response',
        pooled: true,
        queue: 200,
        target: 0.6,
        neededByLoad: true,
        needed: 9,
        leadSeconds: 14 * 86_400,
        averagePerSecond: null,
        growthPerMonth: 0,
        waiting: null,
      },
      q: { consumedPerSecond: 100, workers: null, holds: 'own', target: 0.7, neededByLoad: false },
    });
  });

  test('growth by the year is compounded', () => {
    const { components } = resolved({ c: { kind: 'client', rate: 1, growth: '30 %/year' } });
    expect(components['c']?.growthPerMonth).toBeCloseTo(1.3 ** (1 / 12) - 1, 15);
  });

  test('of a call is a share of first attempts, a share of failed ones, and workers', () => {
    const { calls, issues, findings } = resolved(
      { c: { kind: 'client', rate: 10 }, s: { kind: 'service', time: '1 ms', workers: 8 } },
      [{ from: 'c', to: 's', timeout: '1 s', retries: 2, retryBudget: '10 %', breaker: '50 %', pool: 3 }],
    );
    expect([issues, findings]).toEqual([[], []]);
    expect(calls[0]).toMatchObject({
      retryBudget: 0.1,
      breaker: 0.5,
      pool: 3,
      retried: 1,
      admitted: 1,
      waiting: null,
    });
  });
});
