import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call, Component } from '../../src/model/scenario.ts';
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

const client: Component = { kind: 'client', rate: '10 req/s' };
const limited: Component = { kind: 'service', name: 'App', time: '1 ms', workers: 8 };

describe('A journey without a rate', () => {
  const said = (from: Component, to: Component = limited) =>
    resolved({ c: from, x: { kind: 'service' }, s: to, t: limited }, [
      { from: 'c', to: 'x' },
      { from: 'x', to: 's', async: true },
      { from: 'x', to: 't' },
    ]);

  test('is said to be no load where it reaches a number of workers', () => {
    const { resolved: all, issues } = said({ kind: 'client', name: 'Users' });
    expect(issues).toEqual([]);
    expect(all.findings).toEqual([
      {
        code: 'no-rate',
        at: 'designs.0.components.c.rate',
        message:
          'Users: how many requests it sends is not given, so they are no load on App and 1 more. Availability stands, and so do times, without waits. Write how many, such as 8,000 req/s.',
      },
    ]);
  });

  test('is nothing to say of where it has one, even of none, or where nothing limits it', () => {
    expect(said(client).findings).toEqual([]);
    expect(said({ kind: 'client', rate: 0 }).findings).toEqual([]);
    expect(
      resolved({ c: { kind: 'client' }, s: { kind: 'service', time: '1 ms' }, t: limited }, [{ from: 'c', to: 's' }])
        .findings,
    ).toEqual([]);
  });
});

describe('Of a component, what cannot be', () => {
  test.each<[string, Partial<Component>, string]>([
    ['half a worker', { workers: 2.5 }, 's.workers: 2.5 is not a whole number (App). Write one such as 3'],
    ['no worker', { workers: 0 }, 's.workers: 0 is too small (App). Write 1 or more'],
    ['half a place in a queue', { queue: 0.5 }, 's.queue: 0.5 is not a whole number (App). Write one such as 3'],
    ['no target', { target: '0 %' }, 's.target: 0 % is too small (App). Write 0.001 or more'],
    [
      'a target above 100 %',
      { target: '120 %' },
      's.target: 120 % is more than 100 % (App). Write a share such as 5 % or 0.05',
    ],
  ])('is an error at its field: %s', (_, fields, issue) => {
    const { issues, components } = resolved({ c: client, s: { ...limited, ...fields } }, [{ from: 'c', to: 's' }]);
    expect(issues).toEqual([issue]);
    const [key] = Object.keys(fields);
    expect(components['s']).toMatchObject(key === 'target' ? { target: 0.7 } : { [key!]: null });
  });

  test('of a client, an average above its peak', () => {
    const { issues, components } = resolved({ c: { ...client, average: '20 req/s' } });
    expect(issues).toEqual([
      'c.average: 20 req/s on average is more than the 10 req/s at peak (c). Write less, or more at peak',
    ]);
    expect(components['c']?.averagePerSecond).toBeNull();
  });
});

describe('Pools', () => {
  const pooled = (pools: readonly (number | undefined)[], callee: Component = limited) =>
    resolved(
      { c: client, s: callee },
      pools.map((pool) => (pool === undefined ? { from: 'c', to: 's' } : { from: 'c', to: 's', pool })),
    );

  test('that leave the other callers a worker are kept, and so are those that take all where there are no others', () => {
    expect(pooled([3, 4, undefined])).toMatchObject({ issues: [], findings: [] });
    expect(pooled([3, 5])).toMatchObject({ issues: [], calls: [{ pool: 3 }, { pool: 5 }] });
  });

  test.each<[readonly (number | undefined)[], string]>([
    [[6, 3], 'calls.1.pool: App has only 8 workers (c → App). Keep fewer, or give it more'],
    [
      [3, 5, undefined],
      'calls.1.pool: App has only 8 workers, and its other callers need one (c → App). Keep fewer, or give it more',
    ],
    [[9], 'calls.0.pool: App has only 8 workers (c → App). Keep fewer, or give it more'],
    [[2.5], 'calls.0.pool: 2.5 is not a whole number (c → App). Write one such as 3'],
  ])('%j of 8 workers are an error at the first that does not fit, and all share', (pools, issue) => {
    const { issues, calls } = pooled(pools);
    expect(issues).toEqual([issue]);
    expect(calls.map(({ pool }) => pool)).toEqual(pools.map(() => null));
  });

  test('change nothing where workers have no number', () => {
    const { findings, issues, calls } = pooled([3], { kind: 'service', time: '1 ms' });
    expect([issues, findings]).toEqual([[], ['calls.0.pool pool-without-workers']]);
    expect(calls[0]?.pool).toBeNull();
  });
});

describe('What is written of load and changes nothing is said', () => {
  const failing: Component = { kind: 'service', errors: '1 %' };
  test.each<[string, Partial<Component>, Partial<Call>, string]>([
    ['a target without workers', { target: '60 %' }, {}, 's.target load-without-workers'],
    ['a queue limit without workers', { queue: 10, pooled: true }, {}, 's.pooled load-without-workers'],
    ['workers that do nothing', { workers: 8 }, {}, 's.workers workers-without-time'],
    ['a budget without retries', {}, { retryBudget: '10 %' }, 'calls.0.retryBudget budget-without-retries'],
    ['a breaker that nobody waits for', {}, { async: true, breaker: 0.5 }, 'calls.0.breaker timing-unawaited'],
  ])('%s', (_, fields, call, finding) => {
    const { findings, issues } = resolved({ c: client, s: { ...failing, ...fields } }, [
      { from: 'c', to: 's', ...call },
    ]);
    expect([issues, findings]).toEqual([[], [finding]]);
  });

  test('growth and an average of nobody knows how many', () => {
    expect(resolved({ c: { kind: 'client', growth: '3 %/month', average: 5 } }).findings).toEqual([
      'c.average load-without-rate',
      'c.growth load-without-rate',
    ]);
  });

  test('a breaker where nothing fails, and not where a timeout, an error or a full queue does', () => {
    const breaker = (callee: Component, call: Partial<Call> = {}) =>
      resolved({ c: client, s: callee }, [{ from: 'c', to: 's', breaker: '50 %', ...call }]).findings;
    expect(breaker(limited)).toEqual(['calls.0.breaker breaker-without-failures']);
    expect(breaker(failing)).toEqual([]);
    expect(breaker({ ...limited, queue: 10 })).toEqual([]);
    expect(breaker(limited, { timeout: '1 s' })).toEqual([]);
    expect(breaker(limited, { deadline: '1 s' })).toEqual([]);
  });

  test('workers that are held until the calls have answered need no time of their own', () => {
    expect(resolved({ c: client, s: { kind: 'service', workers: 8, holds: 'response' } }).findings).toEqual([]);
  });
});

describe('Retries', () => {
  test('are made where a full queue turns away', () => {
    const { issues, calls } = resolved({ c: client, s: { ...limited, queue: 10 } }, [
      { from: 'c', to: 's', retries: 2 },
    ]);
    expect(issues).toEqual([]);
    expect(calls[0]?.retries).toBe(2);
  });

  const chain = (...fields: readonly Partial<Call>[]) =>
    resolved(
      { c: client, ...Object.fromEntries(['s0', 's1', 's2', 's3', 's4'].map((id) => [id, { kind: 'service' }])) },
      fields.map((each, index) => ({
        from: index === 0 ? 'c' : `s${index - 1}`,
        to: `s${index}`,
        timeout: '1 s',
        ...each,
      })),
    ).resolved.findings;
  const nine = { retries: 9 };

  test('inside retries beyond a thousand tries are said, with the chain and how many', () => {
    expect(chain({}, nine, nine, {}, nine)).toEqual([]);
    expect(chain({}, nine, nine, {}, { retries: 10 })).toEqual([
      {
        code: 'retries-multiply',
        at: 'designs.0.calls.4.retries',
        message:
          's0 → s1 → s2 → s3 → s4: retries inside retries multiply, and one request can become 1,100 at s4. Try again at one of these calls alone, or give them a retry budget.',
      },
    ]);
    expect(chain(nine, nine, nine, nine, {}).map(({ at }) => at)).toEqual(['designs.0.calls.3.retries']);
  });

  test('with a budget multiply by no more than that', () => {
    expect(chain(nine, nine, nine, { ...nine, retryBudget: '10 %' }).map(({ message }) => message)).toEqual([
      expect.stringContaining('can become 1,100 at s3'),
    ]);
    expect(chain(nine, nine, { ...nine, retryBudget: '10 %' }, { ...nine, retryBudget: '20 %' })).toEqual([]);
  });
});

/** Calls between six services in the order of their numbers, so that none of them closes a ring. */
const someCalls = fc
  .array(
    fc.record({
      ends: fc.tuple(fc.nat(5), fc.nat(5)).filter(([a, b]) => a !== b),
      retries: fc.integer({ min: 4, max: 20 }),
      budget: fc.constantFrom<Partial<Call>>({}, {}, { retryBudget: 0.25 }),
      pool: fc.constantFrom<Partial<Call>>({}, { pool: 1 }, { pool: 3 }, { pool: 5 }),
    }),
    { maxLength: 9 },
  )
  .map((all) =>
    all.map(({ ends, retries, budget, pool }): Call => {
      const [from, to] = [Math.min(...ends), Math.max(...ends)];
      return { from: `s${from}`, to: `s${to}`, timeout: '1 s', retries, ...budget, ...pool };
    }),
  );

describe('For any calls', () => {
  const services = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`s${index}`, limited]));

  test('the pools that are kept leave a worker for whoever else calls', () => {
    fc.assert(
      fc.property(someCalls, (made) => {
        const { calls } = resolved(services, made);
        for (const place of [0, 1, 2, 3, 4, 5]) {
          const into = calls.filter(({ to }) => to === place);
          const kept = into.reduce((sum, { pool }) => sum + (pool ?? 0), 0);
          expect(kept).toBeLessThanOrEqual(into.some(({ pool }) => pool === null) ? 7 : 8);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what retries multiply to is the most along any way, each tried by itself', () => {
    const most = (calls: readonly Call[], from: string): number =>
      Math.max(
        1,
        ...calls
          .filter((call) => call.from === from)
          .map((call) => {
            const further = Math.min(Number(call.retries), Number(call.retryBudget ?? Infinity));
            return (1 + further) * most(calls, call.to);
          }),
      );
    fc.assert(
      fc.property(someCalls, (calls) => {
        const tries = Math.max(...Object.keys(services).map((id) => most(calls, id)));
        const said = resolved(services, calls).resolved.findings.filter(({ code }) => code === 'retries-multiply');
        expect(said.map(({ message }) => message.match(/can become ([\d,]+)/)?.[1])).toEqual(
          tries > 1000 ? [Math.round(tries).toLocaleString('en')] : [],
        );
      }),
      { numRuns: 200 },
    );
  });
});
