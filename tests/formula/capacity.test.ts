import { describe, expect, test } from 'vitest';
import type { Call, Component, Time, Value } from '../../src/model/scenario.ts';
import { resolved } from './scenario-of.ts';

const busy: Component = {
  kind: 'service',
  replicas: 100,
  needed: 'capacity',
  workers: 1,
  time: '10 ms',
  target: '100 %',
};
const needed = (components: Record<string, Component>, calls: readonly Call[], id = 's') =>
  resolved(components, calls).components[id]?.needed;
/** With one worker, 10 ms and a target of 100 % a replica carries 100 requests a second. */
const behind = (between: Component, calls: readonly Call[], rate: Value = '1000 req/s') =>
  needed({ c: { kind: 'client', rate }, x: between, s: busy, t: { kind: 'service' } }, [
    { from: 'c', to: 'x' },
    ...calls,
  ]);

describe('Replicas that carry the load', () => {
  test('are rate × time / (workers × target), rounded up', () => {
    const app: Component = { ...busy, replicas: 10, workers: 64, target: '70 %', time: '40 ms' };
    expect(needed({ c: { kind: 'client', rate: '8000 req/s' }, s: app }, [{ from: 'c', to: 's' }])).toBe(8);
    expect(needed({ c: { kind: 'client', rate: '1120 req/s' }, s: app }, [{ from: 'c', to: 's' }])).toBe(1);
    expect(needed({ c: { kind: 'client', rate: '1121 req/s' }, s: app }, [{ from: 'c', to: 's' }])).toBe(2);
  });

  test('have a target load of 70 % where none is written', () => {
    const { target: _, ...rest } = busy;
    expect(needed({ c: { kind: 'client', rate: '700 req/s' }, s: rest }, [{ from: 'c', to: 's' }])).toBe(10);
  });

  test('add up over clients and paths', () => {
    const parts = { c: { kind: 'client', rate: 300 }, d: { kind: 'client', rate: 200 }, s: busy } as const;
    expect(
      needed(parts, [
        { from: 'c', to: 's' },
        { from: 'd', to: 's' },
        { from: 'c', to: 's', probability: '50 %' },
      ]),
    ).toBe(7);
  });

  test('follow times and chances along the calls', () => {
    expect(behind({ kind: 'service' }, [{ from: 'x', to: 's', times: 2, probability: '25 %' }])).toBe(5);
  });

  test('see only the misses of a cache', () => {
    expect(behind({ kind: 'cache', hitRatio: '90 %' }, [{ from: 'x', to: 's' }])).toBe(1);
  });

  test.each<[string, Component, number]>([
    ['a race asks all', { kind: 'gate', mode: 'race' }, 10],
    ['a failover asks the first', { kind: 'gate' }, 10],
    ['a balance shares by weight', { kind: 'gate', mode: 'balance' }, 3],
  ])('behind a gate: %s', (_, gate, replicas) => {
    expect(
      behind(gate, [
        { from: 'x', to: 's', weight: 3 },
        { from: 'x', to: 't', weight: 7 },
      ]),
    ).toBe(replicas);
  });

  test('a failover goes by steps before the order of the list', () => {
    expect(
      behind({ kind: 'gate' }, [
        { from: 'x', to: 's', step: 2 },
        { from: 'x', to: 't' },
      ]),
    ).toBe(1);
  });

  test('more than there are stay needed, so that the group counts as down, and that is said', () => {
    const { components, findings } = resolved({ c: { kind: 'client', rate: 1000 }, s: { ...busy, replicas: 4 } }, [
      { from: 'c', to: 's' },
    ]);
    expect(components['s']).toMatchObject({ replicas: 4, needed: 10 });
    expect(findings).toEqual(['s.needed capacity-short']);
  });

  test('are 1 with unlimited workers or without any requests', () => {
    const { workers: _, ...unlimited } = busy;
    expect(needed({ c: { kind: 'client', rate: 1000 }, s: unlimited }, [{ from: 'c', to: 's' }])).toBe(1);
    expect(resolved({ s: busy })).toMatchObject({
      components: { s: { needed: 1 } },
      findings: ['s.needed capacity-without-rate'],
    });
  });
});

/** At 1,000 requests a second and one worker a replica, `needed` is the mean in milliseconds. */
const mean = (time: Time) =>
  needed({ c: { kind: 'client', rate: 1000 }, s: { ...busy, replicas: 100_000, time } }, [{ from: 'c', to: 's' }]);

describe('The mean of a time', () => {
  test.each<[string, Time, number]>([
    ['a constant', '40 ms', 40],
    ['a lognormal by its quantiles', { p50: '1 s', p99: '10.2404736 s' }, Math.ceil(1000 * Math.exp(0.5))],
    ['an exponential', { distribution: 'exponential', mean: '30 ms' }, 30],
    ['an Erlang', { distribution: 'erlang', mean: '30 ms', stages: 3 }, 30],
    ['a gamma', { distribution: 'gamma', mean: '30 ms', shape: 0.5 }, 30],
    ['a Weibull of shape 1/2: twice its scale', { distribution: 'weibull', scale: '1 s', shape: 0.5 }, 2000],
    [
      'a Weibull of shape 2: √π/2',
      { distribution: 'weibull', scale: '100 s', shape: 2 },
      Math.ceil(100_000 * (Math.sqrt(Math.PI) / 2)),
    ],
    ['a lognormal', { distribution: 'lognormal', median: '1 s', sigma: 1 }, Math.ceil(1000 * Math.exp(0.5))],
    ['a Pareto', { distribution: 'pareto', scale: '10 ms', alpha: 2 }, 20],
    [
      'a mixture',
      {
        mixture: [
          { weight: 0.95, time: '10 ms' },
          { weight: '5 %', time: '210 ms' },
        ],
      },
      20,
    ],
    // 1 - 1/2 falls by ln 2 in 1 s, and goes on so: an exponential of mean 1 s / ln 2.
    ['one quantile', { quantiles: { '0.5': '1 s' } }, Math.ceil(1000 / Math.LN2)],
    // Areas under the share that takes longer: (1 - 1/2) / ln 2, then (1/2 - 1/10) / ln 5, and 1/10 / ln 5 for ever.
    [
      'quantiles',
      { quantiles: { '0.5': '1 s', '0.9': '2 s' } },
      Math.ceil(1000 * (0.5 / Math.LN2 + 0.5 / Math.log(5))),
    ],
    ['quantiles in percent, in any order, up to the longest', { quantiles: { '100 %': '2 s', '0': '1 s' } }, 1500],
    ['a share at one time', { quantiles: { '0': '10 ms', '0.5': '10 ms', '1': '10 ms' } }, 10],
    ['samples', { samples: [0.01, '30 ms'] }, 20],
  ])('%s', (_, time, milliseconds) => {
    expect(mean(time)).toBe(milliseconds);
  });

  test('of a heavy Pareto tail is infinite: no number of replicas carries it', () => {
    expect(mean({ distribution: 'pareto', scale: '1 ms', alpha: 1 })).toBe(100_001);
  });
});
