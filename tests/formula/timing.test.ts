import { describe, expect, test } from 'vitest';
import { needsTiming } from '../../src/formula/resolve-with.ts';
import type { Call, Component, Domain } from '../../src/model/scenario.ts';
import { resolved, scenarioOf } from './scenario-of.ts';

const failing: Component = { kind: 'service', errors: '1 %' };
const timed = (fields: Partial<Call>, callee: Component = failing) =>
  resolved({ a: { kind: 'service' }, b: callee }, [{ from: 'a', to: 'b', ...fields }]);

describe('A call', () => {
  test('has its timing in seconds', () => {
    const { calls, issues, findings } = timed({
      network: { distribution: 'exponential', mean: '0.5 ms' },
      timeout: '400 ms',
      deadline: '1 s',
      retries: 2,
      backoff: '50 ms',
      jitter: 'full',
      hedge: '90 ms',
      sequential: true,
      tied: true,
      cancel: true,
    });
    expect([issues, findings]).toEqual([[], []]);
    expect(calls[0]).toMatchObject({
      network: { of: 'exponential', meanSeconds: 0.0005 },
      timeoutSeconds: 0.4,
      deadlineSeconds: 1,
      retries: 2,
      backoff: { firstSeconds: 0.05, factor: 1, maxSeconds: Number.POSITIVE_INFINITY, jitter: true },
      hedgeSeconds: 0.09,
      sequential: true,
      tied: true,
      cancel: true,
    });
  });

  test.each<[string, Partial<Call>, object]>([
    [
      'grows',
      { backoff: { first: '10 ms', factor: 2, max: '1 s', jitter: 'full' } },
      { firstSeconds: 0.01, factor: 2, maxSeconds: 1, jitter: true },
    ],
    ['grows, with what is absent neutral', { backoff: { factor: 2 } }, { firstSeconds: 0, factor: 2, jitter: false }],
    ['is drawn as said beside it', { backoff: { first: 1 }, jitter: 'full' }, { firstSeconds: 1, jitter: true }],
    ['is drawn as said inside it', { backoff: { first: 1, jitter: 'none' }, jitter: 'full' }, { jitter: false }],
  ])('has a backoff that %s', (_, fields, backoff) => {
    expect(timed({ retries: 1, ...fields }).calls[0]?.backoff).toMatchObject(backoff);
  });

  test.each<[string, Partial<Call>, string]>([
    ['a hedge at the timeout', { hedge: '1 s', timeout: '1 s' }, 'calls.0.hedge hedge-too-late'],
    ['a hedge after the deadline', { hedge: '2 s', deadline: '1 s' }, 'calls.0.hedge hedge-too-late'],
    ['a timeout after the deadline', { timeout: '2 s', deadline: '1 s' }, 'calls.0.timeout timeout-after-deadline'],
    ['a backoff without retries', { backoff: '1 s' }, 'calls.0.backoff backoff-without-retries'],
    ['jitter without a backoff', { retries: 1, jitter: 'full' }, 'calls.0.jitter jitter-without-backoff'],
    ['tied copies without a hedge', { tied: true }, 'calls.0.tied tied-without-hedge'],
    ['giving up what nobody waits for', { async: true, cancel: true }, 'calls.0.cancel timing-unawaited'],
    ['a time that nobody waits for', { async: true, network: '1 ms' }, 'calls.0.network timing-unawaited'],
    [
      'a network time without a mean',
      { network: { distribution: 'pareto', scale: 1, alpha: 1 } },
      'calls.0.network mean-infinite',
    ],
  ])('says what changes nothing: %s', (_, fields, finding) => {
    expect(timed(fields)).toMatchObject({ issues: [], findings: [finding] });
  });

  test('that nobody waits for says what its retries are good for', () => {
    const { resolved, issues } = timed({ async: true, timeout: '1 s', retries: 2 });
    expect(issues).toEqual([]);
    expect(resolved.findings.map(({ message }) => message)).toEqual([
      'a → b: nobody waits for it, so its timing only says how many requests are sent: it takes no time and fails nobody.',
    ]);
  });

  test('of no time or below it is an error at its field', () => {
    const { issues, calls } = timed({ timeout: 0, deadline: '0 s', hedge: '-1 s', network: '-1 ms', retries: -1 });
    expect(issues.toSorted()).toEqual([
      'calls.0.deadline: A deadline of 0 ends every try before it can be answered (a → b). Write a time such as 400 ms, or leave it out',
      'calls.0.hedge: -1 s is less than 0 (a → b). Write 0 or more',
      'calls.0.network: -1 ms is less than 0 (a → b). Write 0 or more',
      'calls.0.retries: -1 is less than 0 (a → b). Write 0 or more',
      'calls.0.timeout: A timeout of 0 ends every try before it can be answered (a → b). Write a time such as 400 ms, or leave it out',
    ]);
    expect(calls[0]).toMatchObject({ timeoutSeconds: null, deadlineSeconds: null, hedgeSeconds: null, retries: 0 });
  });
});

const sure: Component = { kind: 'service', time: '1 ms' };
/** What is said of a call with a retry to `b`, which calls on as given. */
const retried = (
  parts: Record<string, Component>,
  onward: readonly Call[] = [],
  fields: Partial<Call> = {},
  domains: Record<string, Domain> = {},
) =>
  resolved(
    { a: { kind: 'service' }, b: sure, ...parts },
    [{ from: 'a', to: 'b', retries: 2, ...fields }, ...onward],
    {},
    domains,
  );
const ENDLESS = ['calls.0.retries call/retries-without-end'];

describe('Retries', () => {
  test('are an error where nothing but an answer ends a try, and are left out', () => {
    const { issues, calls } = retried({});
    expect(issues).toEqual([
      'calls.0.retries: Nothing but an answer ends a try of this call, so none is ever made again (a → b). Give it a timeout, or leave the retries out',
    ]);
    expect(calls[0]?.retries).toBe(0);
  });

  test.each<[string, ReturnType<typeof retried>]>([
    ['a timeout', retried({}, [], { timeout: '1 s' })],
    ['nobody waits', retried({}, [], { async: true })],
    ['errors', retried({ b: failing })],
    ['a refusal', retried({ b: { kind: 'service', up: '99 %' } })],
    ['planned downtime', retried({ b: { kind: 'service', planned: '20 min/month' } })],
    [
      'a domain around its domain',
      retried(
        { b: { kind: 'service', domains: ['z'] } },
        [],
        {},
        {
          z: { kind: 'zone', in: 'r' },
          r: { kind: 'region', up: '99 %' },
        },
      ),
    ],
    ['errors further on', retried({ c: failing }, [{ from: 'b', to: 'c' }])],
    ['a timeout further on', retried({ c: sure }, [{ from: 'b', to: 'c', timeout: '1 s' }])],
    [
      'an "any of" that needs more than are sure',
      retried({ g: { kind: 'gate', needed: 2, mode: 'race' }, c: sure, d: failing }, [
        { from: 'b', to: 'g' },
        { from: 'g', to: 'c' },
        { from: 'g', to: 'd' },
      ]),
    ],
    [
      'one of those that requests are shared out to',
      retried({ g: { kind: 'gate', mode: 'balance' }, c: sure, d: failing }, [
        { from: 'b', to: 'g' },
        { from: 'g', to: 'c' },
        { from: 'g', to: 'd' },
      ]),
    ],
  ])('are made after %s', (_, { codes, calls }) => {
    expect(codes).toEqual([]);
    expect(calls[0]?.retries).toBe(2);
  });

  test.each<[string, ReturnType<typeof retried>]>([
    ['an optional call', retried({ c: failing }, [{ from: 'b', to: 'c', optional: true }])],
    ['an async call', retried({ c: failing }, [{ from: 'b', to: 'c', async: true }])],
    [
      'an "any of" with one that is sure',
      retried({ g: { kind: 'gate' }, c: sure, d: failing }, [
        { from: 'b', to: 'g' },
        { from: 'g', to: 'c' },
        { from: 'g', to: 'd' },
      ]),
    ],
    ['a cache that is passed by', retried({ b: { kind: 'cache', up: '99 %' } })],
  ])('are not ended by errors behind %s', (_, { codes }) => {
    expect(codes).toEqual(ENDLESS);
  });
});

describe('Components', () => {
  test('have a switch time and a promise about time', () => {
    const { components, findings } = resolved(
      {
        c: { kind: 'client', objectives: { latency: { limit: '250 ms' } } },
        d: { kind: 'client', objectives: { latency: { quantile: '99.9 %', limit: '1 s' } } },
        e: { kind: 'client', objectives: { latency: { quantile: 0.9 } } },
        g: { kind: 'gate', switch: '1 s', time: '1 ms' },
      },
      [{ from: 'c', to: 'g' }],
    );
    expect(components).toMatchObject({
      c: { latencyObjective: { quantile: 0.99, limitSeconds: 0.25 } },
      d: { latencyObjective: { quantile: 0.999, limitSeconds: 1 } },
      e: { latencyObjective: null },
      g: { switchSeconds: 1, time: { of: 'constant', seconds: 0.001 } },
    });
    expect(findings).toEqual(['e.objectives.latency.quantile quantile-without-limit']);
  });
});

describe('What reads times is asked for', () => {
  test.each<[boolean, Component, Partial<Call>]>([
    [false, { kind: 'service', errors: '1 %', scaling: { sigma: 0.1 } }, { times: 3, probability: '5 %' }],
    [true, { kind: 'service', workers: 2 }, {}],
    [true, { kind: 'service', holds: 'response' }, {}],
    [true, { kind: 'queue', consumerRate: '10/s' }, {}],
    [true, { kind: 'service', time: 0 }, {}],
    [true, { kind: 'service', needed: 'capacity' }, {}],
    [true, { kind: 'gate', switch: '1 s' }, {}],
    [true, { kind: 'service' }, { retries: 1 }],
    [true, { kind: 'service' }, { backoff: { factor: 2 } }],
    [true, { kind: 'service' }, { sequential: false }],
    [true, { kind: 'service' }, { retryBudget: '10 %' }],
    [true, { kind: 'service' }, { pool: 2 }],
  ])('%s for %j and %j', (needed, component, fields) => {
    expect(needsTiming(scenarioOf({ a: { kind: 'client' }, b: component }, [{ from: 'a', to: 'b', ...fields }]))).toBe(
      needed,
    );
  });

  test('by how a client’s requests grow, and not by how many they are', () => {
    expect(needsTiming(scenarioOf({ a: { kind: 'client', rate: 1 } }))).toBe(false);
    expect(needsTiming(scenarioOf({ a: { kind: 'client', rate: 1, growth: '3 %/month' } }))).toBe(true);
  });

  test('by a promise about time', () => {
    expect(needsTiming(scenarioOf({ a: { kind: 'client', objectives: { latency: { limit: 1 } } } }))).toBe(true);
    expect(needsTiming(scenarioOf({ a: { kind: 'client', objectives: { availability: 1 } } }))).toBe(false);
  });
});
