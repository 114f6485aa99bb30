import { describe, expect, test } from 'vitest';
import { needsFormulas, resolve } from '../../src/formula/resolve.ts';
import type { Call, Component } from '../../src/model/scenario.ts';
import { parseScenario } from '../../src/model/schema.ts';
import { WHOLE_FORMAT } from '../model/whole-format.ts';
import { resolved, scenarioOf } from './scenario-of.ts';

const service = (fields: Partial<Component> = {}): Component => ({ kind: 'service', ...fields });
const client = (fields: Partial<Component> = {}): Component => ({ kind: 'client', ...fields });
const call = (from: string, to: string, fields: Partial<Call> = {}): Call => ({ from, to, ...fields });

describe('Defaults', () => {
  test('what is absent is neutral', () => {
    const { components, calls, issues, findings } = resolved({ c: client(), s: service() }, [call('c', 's')]);
    expect(issues).toEqual([]);
    expect(findings).toEqual([]);
    expect(components['s']).toEqual({
      id: 's',
      name: 's',
      kind: 'service',
      replicas: 1,
      needed: 1,
      unavailability: 0,
      beta: 0,
      mttrSeconds: null,
      plannedUnavailability: 0,
      plannedSeconds: null,
      takeoverSeconds: 0,
      uncovered: 0,
      placement: [],
      errors: 0,
      workers: null,
      holds: 'own',
      pooled: false,
      queue: null,
      target: 0.7,
      neededByLoad: false,
      leadSeconds: null,
      consumedPerSecond: null,
      averagePerSecond: null,
      growthPerMonth: 0,
      waiting: null,
      time: { of: 'constant', seconds: 0 },
      switchSeconds: 0,
      hitRatio: 0,
      whenDown: 'refuse',
      mode: 'failover',
      sigma: 0,
      kappa: 0,
      scales: false,
      ratePerSecond: null,
      objective: null,
      latencyObjective: null,
    });
    expect(calls).toEqual([
      {
        id: 'c->s',
        retryBudget: null,
        breaker: null,
        pool: null,
        retried: 1,
        admitted: 1,
        waiting: null,
        from: 0,
        to: 1,
        step: 1,
        times: 1,
        probability: 1,
        optional: false,
        async: false,
        weight: 1,
        sequential: false,
        network: { of: 'constant', seconds: 0 },
        timeoutSeconds: null,
        deadlineSeconds: null,
        retries: 0,
        backoff: { firstSeconds: 0, factor: 1, maxSeconds: Number.POSITIVE_INFINITY, jitter: false },
        hedgeSeconds: null,
        tied: false,
        cancel: false,
      },
    ]);
  });

  test('a cache that is down is passed by, and what a queue calls is async', () => {
    const { components, calls } = resolved({ k: { kind: 'cache' }, q: { kind: 'queue' }, s: service() }, [
      call('k', 's'),
      call('q', 's'),
    ]);
    expect(components['k']?.whenDown).toBe('bypass');
    expect(calls.map((each) => each.async)).toEqual([false, true]);
  });

  test('an objective is counted over 30 days', () => {
    const { components } = resolved({ c: client({ rate: '8k req/s', objectives: { availability: '4 nines' } }) });
    expect(components['c']).toMatchObject({
      ratePerSecond: 8000,
      objective: { unavailability: 1e-4, windowSeconds: 2_592_000 },
    });
  });
});

describe('How often it is up', () => {
  test.each<[string, Component['up'] & {}, number]>([
    ['a share', '99.95 %', 5e-4],
    ['a probability with a repair time', { probability: '99.9 %', mttr: '5 min' }, 1e-3],
    ['mean times', { mtbf: '720 h', mttr: '43 min' }, 43 / (720 * 60 + 43)],
    ['no repair time at all', { mtbf: '1 h', mttr: 0 }, 0],
  ])('%s', (_, up, unavailability) => {
    const { components, issues } = resolved({ s: service({ up }) });
    expect(issues).toEqual([]);
    expect(components['s']?.unavailability).toBeCloseTo(unavailability, 15);
  });

  test('a time to repair is known beside a probability and beside mean times, and nowhere else', () => {
    const mttr = (up: Component['up'] & {}) => resolved({ s: service({ up }) }).components['s']?.mttrSeconds;
    expect(mttr({ probability: '99.9 %', mttr: '5 min' })).toBe(300);
    expect(mttr({ mtbf: '720 h', mttr: '43 min' })).toBe(2580);
    expect(mttr({ probability: '99.9 %' })).toBeNull();
    expect(mttr('99.9 %')).toBeNull();
    expect(mttr({ mtbf: '1 h', mttr: 0 })).toBeNull();
    expect(mttr({ probability: '100 %', mttr: 0 })).toBeNull();
    expect(resolved({ s: service({ up: { probability: '99.9 %', mttr: '5 min' } }) }).findings).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'mttr alone',
      { mttr: '5 min' },
      's.up.mtbf: A time to repair alone does not say how often it fails (s). Write mtbf beside it, the mean time between failures, or probability',
    ],
    [
      'mtbf alone',
      { mtbf: '5 h' },
      's.up.mttr: A time between failures alone does not say how long it is down (s). Write mttr beside it, the mean time to repair',
    ],
    [
      'probability and mtbf',
      { probability: '99 %', mtbf: '5 h', mttr: '5 min' },
      's.up.mtbf: Both probability and mtbf say how often it is up (s). Leave one of them out',
    ],
    ['nothing', {}, 's.up: This does not say how often it is up (s). Write probability, or mtbf and mttr'],
    [
      'a repair in no time of what fails',
      { probability: '99 %', mttr: 0 },
      's.up.mttr: What is down at times is not repaired in no time (s). Write a time such as 43 min',
    ],
    [
      'no time between failures',
      { mtbf: 0, mttr: '5 min' },
      's.up.mtbf: It has to run for some time between two failures (s). Write a time such as 720 h',
    ],
    [
      'a probability beyond 1',
      { probability: 1.5, mttr: '5 min' },
      's.up.probability: 1.5 is more than 1 (s). Did you mean 1.5 %?',
    ],
    [
      'a repair that is no time',
      { probability: '99 %', mttr: '5 %' },
      's.up.mttr: 5 % is not a time (s). Write one such as 40 ms or 5 min',
    ],
  ])('%s is an error at the part that is wrong or missing', (_, up, issue) => {
    const { components, issues } = resolved({
      s: { kind: 'service', up } as Component,
      other: service({ up: '99 %' }),
    });
    expect(issues).toEqual([issue]);
    expect(components['s']?.unavailability).toBe(
      'probability' in up && up.probability === '99 %' && !('mtbf' in up) ? 0.01 : 0,
    );
    expect(components['other']?.unavailability).toBe(0.01);
  });

  test('an external without a figure of its own takes its contract, and says so', () => {
    const { components, findings } = resolved({
      a: { kind: 'external', contract: { sla: '99.9 %' } },
      b: { kind: 'external', up: '99.5 %', contract: { sla: '99.9 %' } },
    });
    expect(components['a']?.unavailability).toBe(1e-3);
    expect(components['b']?.unavailability).toBe(5e-3);
    expect(findings).toEqual(['a.contract.sla sla-taken', 'b.contract.sla not-computed-yet']);
  });
});

describe('A wrong field is neutral, marked, and everything else still computes', () => {
  test('the message says what is wrong, where and what to do', () => {
    const { issues, calls } = resolved({ app: service({ name: 'App' }), db: service({ name: 'Orders' }) }, [
      call('app', 'db', { timeout: '3 req/s', probability: '50 %' }),
    ]);
    expect(issues).toEqual(['calls.0.timeout: 3 req/s is not a time (App → Orders). Write one such as 40 ms or 5 min']);
    expect(calls[0]?.probability).toBe(0.5);
  });

  test.each<[string, Component, string]>([
    ['an availability of 120 %', service({ up: '120 %' }), 's.up quantity/out-of-range'],
    ['an availability below 0', service({ up: -0.1 }), 's.up quantity/out-of-range'],
    ['a beta of 120 %', service({ beta: '120 %' }), 's.beta quantity/out-of-range'],
    ['a beta below 0', service({ beta: -0.1 }), 's.beta quantity/out-of-range'],
    ['a coverage of 2', service({ failover: { coverage: 2 } }), 's.failover.coverage quantity/out-of-range'],
    ['a coverage below 0', service({ failover: { coverage: '-1 %' } }), 's.failover.coverage quantity/out-of-range'],
    ['planned downtime beyond all time', service({ planned: '8 days/week' }), 's.planned quantity/out-of-range'],
    ['a failover time that is no time', service({ failover: { time: '3 %' } }), 's.failover.time quantity/unit'],
    ['a negative standby', service({ standby: { time: '-1 s' } }), 's.standby.time quantity/out-of-range'],
    ['more needed than there are', service({ replicas: 2, needed: 3 }), 's.needed component/needed-exceeds-replicas'],
    ['none needed', service({ needed: 0 }), 's.needed quantity/out-of-range'],
    ['half a replica', service({ replicas: 2.5 }), 's.replicas quantity/unit'],
    ['too many replicas', service({ replicas: '100,001' }), 's.replicas quantity/out-of-range'],
    ['a sigma beyond 1', service({ scaling: { sigma: 2 } }), 's.scaling.sigma quantity/out-of-range'],
    ['an unknown variable', service({ up: 'nope' }), 's.up formula/unknown-variable'],
    ['an unknown variable in a formula', service({ replicas: 'nope * 2' }), 's.replicas formula/unknown-variable'],
    ['an endless formula', service({ replicas: `1${'+1'.repeat(500)}` }), 's.replicas formula/limit'],
    ['a word that only others know', { kind: 'gate', needed: 'capacity' }, 's.needed formula/unknown-variable'],
    ['a wrong unit where no number uses it yet', service({ queue: '5 ms' }), 's.queue quantity/unit'],
    ['a wrong price', service({ price: { perReplica: '5 ms' } }), 's.price.perReplica quantity/unit'],
    ['quantiles out of order', service({ time: { p50: '2 ms', p99: '1 ms' } }), 's.time.p99 time/quantiles'],
    [
      'a wrong time inside a mixture',
      service({ time: { mixture: [{ weight: 1, time: { samples: [1, '1 kg'] } }] } }),
      's.time.mixture.0.time.samples.1 quantity/unreadable',
    ],
  ])('%s', (_, component, code) => {
    const { codes, components } = resolved({ s: component, other: service({ up: '99 %' }) });
    expect(codes.filter((each) => !each.includes('gate/no-callees'))).toEqual([code]);
    expect(components['s']).toMatchObject({
      replicas: component.replicas === 2 ? 2 : 1,
      needed: component.kind === 'gate' ? 0 : 1,
      unavailability: 0,
      beta: 0,
      uncovered: 0,
      plannedUnavailability: 0,
      takeoverSeconds: 0,
    });
    expect(components['other']?.unavailability).toBe(0.01);
  });

  test('a majority is more than half', () => {
    const needed = [1, 2, 3, 4, 5].map(
      (replicas) => resolved({ s: service({ replicas, needed: 'majority' }) }).components['s']?.needed,
    );
    expect(needed).toEqual([1, 2, 2, 3, 3]);
  });
});

describe('Calls', () => {
  test('to nobody or to a client are left out and said', () => {
    const { codes, calls } = resolved({ c: client(), s: service() }, [
      call('c', 'x'),
      call('y', 's'),
      call('s', 'c'),
      call('c', 's'),
    ]);
    expect(codes).toEqual([
      'calls.0.to call/unknown-component',
      'calls.1.from call/unknown-component',
      'calls.2.to call/not-allowed',
    ]);
    expect(calls.map((each) => each.id)).toEqual(['c->s']);
  });

  test('that close a ring are left out, and the ring is named', () => {
    const parts = { a: service({ name: 'A' }), b: service({ name: 'B' }), c: service({ name: 'C' }) };
    const { issues, calls } = resolved(parts, [call('a', 'b'), call('b', 'c'), call('c', 'a'), call('b', 'b')]);
    expect(issues).toEqual([
      'calls.2: A, B and C call each other in a circle (C → A). Remove one of these calls',
      'calls.3: B calls itself (B → B). Remove this call',
    ]);
    expect(calls.map((each) => each.id)).toEqual(['a->b', 'b->c']);
  });

  test('of a chain of 5,000 with a ring around it are walked without recursion', () => {
    const parts = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`s${i}`, service()]));
    const chain = Array.from({ length: 5000 }, (_, i) => call(`s${i}`, `s${(i + 1) % 5000}`));
    const { issues, calls } = resolved(parts, chain);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('and 4992 more, call each other in a circle');
    expect(calls).toHaveLength(4999);
  });

  test('to something that hangs need a timeout where they are waited for', () => {
    const parts = { a: service(), b: service({ whenDown: 'hang' }) };
    expect(resolved(parts, [call('a', 'b')]).codes).toEqual(['calls.0.timeout call/hang-without-timeout']);
    expect(resolved(parts, [call('a', 'b', { timeout: '1 s' })]).codes).toEqual([]);
    expect(resolved(parts, [call('a', 'b', { async: true })]).codes).toEqual([]);
    expect(resolved({ ...parts, a: { kind: 'queue' } }, [call('a', 'b')]).codes).toEqual([]);
    expect(
      resolved({ ...parts, a: { kind: 'cache' }, b: { kind: 'cache', whenDown: 'hang' } }, [call('a', 'b')]).issues,
    ).toEqual(['calls.0.timeout: b never answers when it is down (a → b). Give this call a timeout']);
  });
});

const gate = (fields: Partial<Component>, calls: Call[] = [call('g', 'a'), call('g', 'b'), call('g', 'c')]) =>
  resolved({ g: { kind: 'gate', ...fields }, a: service(), b: service(), c: service() }, calls);

describe('Gates', () => {
  test('one after the other where one is needed, all at once where more are', () => {
    expect(gate({}).components['g']).toMatchObject({ needed: 1, mode: 'failover' });
    expect(gate({ needed: 2 }).components['g']).toMatchObject({ needed: 2, mode: 'race' });
    expect(gate({ needed: 'majority' }).components['g']).toMatchObject({ needed: 2, mode: 'race' });
    expect(gate({ mode: 'balance' }).components['g']).toMatchObject({ needed: 1, mode: 'balance' });
  });

  test('failover for more than one is an error at the mode', () => {
    expect(gate({ needed: 2, mode: 'failover' })).toMatchObject({
      codes: ['g.mode gate/mode'],
      components: { g: { needed: 2, mode: 'race' } },
    });
  });

  test('under a race a call with times counts as that many callees', () => {
    expect(gate({ needed: 4 }).codes).toEqual(['g.needed gate/needed-exceeds-callees']);
    expect(
      gate({ needed: 4 }, [call('g', 'a', { times: 3 }), call('g', 'b', { times: 2 })]).components['g'],
    ).toMatchObject({ needed: 4, mode: 'race' });
    expect(gate({ needed: 'majority' }, [call('g', 'a', { times: 5 })]).components['g']?.needed).toBe(3);
  });

  test('their calls are not made by chance, optional or async', () => {
    const { codes, calls } = gate({}, [
      call('g', 'a', { probability: '50 %', optional: true, async: true }),
      call('g', 'b', { probability: 1, optional: false }),
    ]);
    expect(codes).toEqual([
      'calls.0.probability gate/call-field',
      'calls.0.optional gate/call-field',
      'calls.0.async gate/call-field',
    ]);
    expect(calls[0]).toMatchObject({ probability: 1, optional: false, async: false });
  });

  test('without callees are marked, and need nothing meanwhile', () => {
    expect(gate({}, [])).toMatchObject({ codes: ['g gate/no-callees'], components: { g: { needed: 0 } } });
  });
});

const chain = (length: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length }, (_, i) => [`v${i}`, i === length - 1 ? '1' : `v${i + 1} + 1`]));

describe('Variables', () => {
  test('are used bare and in formulas, through each other, and by the meaning of the field', () => {
    const { components, issues } = resolved(
      { c: client({ rate: 'double' }), s: service({ up: 'sla', replicas: 'n', needed: 'n - 1' }) },
      [],
      { peak: '8000 req/s', double: '2 * peak', sla: 'promised', promised: '99.9999999 %', n: 3 },
    );
    expect(issues).toEqual([]);
    expect(components['c']?.ratePerSecond).toBe(16_000);
    expect(components['s']).toMatchObject({ unavailability: 1e-9, replicas: 3, needed: 2 });
  });

  test('of the wrong unit are an error where they are used', () => {
    const { issues } = resolved({ s: service(), t: service() }, [call('s', 't', { timeout: 'peak' })], {
      peak: '8000 req/s',
    });
    expect(issues).toEqual([
      'calls.0.timeout: peak does not fit here: 8000 req/s is not a time (s → t). Write one such as 40 ms or 5 min',
    ]);
  });

  test('that refer to each other in a circle are an error at each of them and where they are used', () => {
    const { issues } = resolved({ x: service({ replicas: 'a' }) }, [], {
      a: 'b + 1',
      b: 'c',
      c: '2 * a',
      e: 'a',
      f: 'f',
    });
    expect(issues).toEqual([
      'variables.a: a, b, c refer to each other in a circle. Give one of them a number',
      'variables.b: a, b, c refer to each other in a circle. Give one of them a number',
      'variables.c: a, b, c refer to each other in a circle. Give one of them a number',
      'variables.e: a has no value yet. Mend that variable first',
      'variables.f: f refers to itself. Give one of them a number',
      'x.replicas: a has no value yet (x). Mend that variable first',
    ]);
  });

  test('that cannot be read or are named like a unit are an error even when nobody uses them', () => {
    const { codes } = resolved({}, [], { bad: '3 foo', ms: 5, unknown: 'nope', long: `1${'+1'.repeat(200)}` });
    expect(codes).toEqual([
      'variables.bad quantity/unreadable',
      'variables.ms formula/name',
      'variables.unknown formula/unknown-variable',
      'variables.long formula/limit',
    ]);
  });

  test('may be ranges, whose centre is used and said', () => {
    const { components, findings } = resolved({ s: service({ up: 'guess' }), t: service({ up: '99 % to x' }) }, [], {
      guess: '99.9 % to 99.99 %',
      x: '99.9 %',
    });
    expect(components['s']?.unavailability).toBeCloseTo(Math.sqrt(1e-7), 15);
    expect(components['t']?.unavailability).toBeCloseTo(Math.sqrt(1e-5), 15);
    expect(findings).toEqual(['s.up range-centre', 't.up range-centre']);
  });

  test('may stand on one another a hundred deep, and no deeper', () => {
    expect(resolved({ s: service({ replicas: 'v0' }) }, [], chain(100)).components['s']?.replicas).toBe(100);
    expect(resolved({}, [], chain(1000)).codes[0]).toMatch(/^variables\.v\d+ formula\/(limit|variable-in-error)$/);
  });

  test('named like parts of every object are unknown, not found', () => {
    expect(resolved({ s: service({ up: 'toString', replicas: 'valueOf + 1' }) }).codes).toEqual([
      's.replicas formula/unknown-variable',
      's.up formula/unknown-variable',
    ]);
  });
});

describe('Formulas are only asked for where there are some', () => {
  test.each<[boolean, Component, Record<string, string>]>([
    [false, service({ up: '99.95 %', replicas: 'n' }), { n: '3' }],
    [false, service({ notes: '2 * 3', name: 'a + b' }), {}],
    [false, service({ up: '20 min/month' }), {}],
    [true, service({ replicas: '2 * 3' }), {}],
    [true, service(), { unused: 'max(1, 2)' }],
    [true, service({ lag: '1 s to 2 * 3 s' }), {}],
  ])('%s for %j', (needed, component, variables) => {
    const kind = component.lag === undefined ? component : { ...component, kind: 'database' as const };
    expect(needsFormulas(scenarioOf({ s: kind }, [], variables))).toBe(needed);
  });

  test('without the evaluator a formula is a wrong field like any other', () => {
    const { issues } = resolve(scenarioOf({ s: service({ replicas: '2 * 3' }) }));
    expect(issues.map((issue) => issue.code)).toEqual(['formula/not-loaded']);
  });
});

describe('What no number uses yet', () => {
  test('is listed once for each field that is written', () => {
    const { findings } = resolved(
      {
        s: service({
          whenDown: 'refuse',
          region: 'us-east',
          team: 'x',
          time: '5 ms',
        }),
        t: service(),
      },
      [call('s', 't', { retries: 2, timeout: '1 s' })],
    );
    expect(findings.map((finding) => finding.replace(' not-computed-yet', '')).sort()).toEqual(['s.region', 's.team']);
  });

  test('is checked all the same: the whole format resolves without an issue', () => {
    const parsed = parseScenario(WHOLE_FORMAT);
    if (!parsed.ok) throw new Error('refused');
    const { issues, findings } = resolve(parsed.value);
    expect(issues).toEqual([]);
    expect(findings.map((finding) => finding.at)).toContain('objectives.cost');
    expect(findings.filter((finding) => finding.at.includes('.domains.'))).toEqual([]);
  });
});
