import { describe, expect, it } from 'vitest';
import { analyse, curve } from '../../../src/engine/index.ts';
import { resolve } from '../../../src/formula/resolve.ts';
import { applyMitigation } from '../../../src/model/edit/mitigation.ts';
import { QUANTILES, type Curve, type LatencyQuestion, type QuantileName } from '../../../src/model/report.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import type { Resolved } from '../../../src/model/resolved.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { component, resolvedOf } from '../samples.ts';

const EXPONENTIAL: ResolvedTime = { of: 'exponential', meanSeconds: 1 };
const constant = (seconds: number): ResolvedTime => ({ of: 'constant', seconds });

function asked<Q extends LatencyQuestion>(
  resolved: Resolved,
  question: Q,
): Extract<Curve, { question: Q['question'] }> {
  return curve(resolved, question) as Extract<Curve, { question: Q['question'] }>;
}

const within = (resolved: Resolved, limits: readonly number[] = [], of = 'client') =>
  asked(resolved, { question: 'within', design: 0, of, limits });

const client = component({
  id: 'client',
  kind: 'client',
  latencyObjective: { quantile: 0.99, limitSeconds: 4 },
});

/** Two services after each other, each exponential. */
const chain = (unavailability = 0): Resolved =>
  resolvedOf(
    [
      client,
      component({ id: 'a', kind: 'service', time: EXPONENTIAL, unavailability }),
      component({ id: 'b', kind: 'service', time: EXPONENTIAL, errors: 0.1 }),
    ],
    [
      ['client', 'a'],
      ['a', 'b', { retries: 1 }],
    ],
  );

/** 1 − F of the sum of n exponentials of mean 1. */
const erlang = (n: number, t: number): number => {
  let [term, sum] = [1, 1];
  for (let k = 1; k < n; k++) sum += term *= t / k;
  return sum * Math.exp(-t);
};

/** Two providers behind an "any of": each up 99.9 %, 100 ms, 20 ms of it network. */
const providers = resolvedOf(
  [
    client,
    component({ id: 'any', kind: 'gate' }),
    component({ id: 'one', kind: 'external', unavailability: 0.001, time: constant(0.08) }),
    component({ id: 'two', kind: 'external', unavailability: 0.001, time: constant(0.08) }),
  ],
  [
    ['client', 'any'],
    ['any', 'one', { network: constant(0.02) }],
    ['any', 'two', { network: constant(0.02) }],
  ],
);

describe('the share of requests within t', () => {
  it('is the closed form, outages included, and rises', () => {
    const { points, goodWithin } = within(chain(0.01), [1, 6]);
    // Answered at the first try, or at the second: the sum of two exponentials, or of three.
    const share = (t: number): number => 0.99 * (0.9 * (1 - erlang(2, t)) + 0.09 * (1 - erlang(3, t)));
    for (const { seconds, within: good, beyond } of points) {
      expect(good).toBeCloseTo(share(seconds), 5);
      expect(good + beyond).toBeCloseTo(1, 12);
    }
    const rising = points.map(({ within: good }) => good);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(goodWithin).toEqual(
      [1, 6].map((seconds) => ({ seconds, probability: expect.closeTo(share(seconds), 5) as number })),
    );
  });

  it('keeps the digits of what is hardly ever late', () => {
    const { points } = within(
      resolvedOf([client, component({ id: 'a', kind: 'service', time: EXPONENTIAL })], [['client', 'a']]),
    );
    const last = points.at(-1)!;
    expect(last.seconds).toBeGreaterThan(-Math.log(1e-5));
    expect(last.beyond / Math.exp(-last.seconds)).toBeCloseTo(1, 2);
  });

  it('counts every state of what is down: two providers by hand', () => {
    const { points, goodWithin } = within(providers, [0.11, 0.15]);
    expect(goodWithin[0]?.probability).toBeCloseTo(0.999, 12);
    expect(goodWithin[1]?.probability).toBeCloseTo(0.999999, 12);
    const step = points.findIndex(({ seconds }) => seconds === 0.1);
    expect(points[step]?.within).toBeCloseTo(0.999, 12);
    expect(points[step - 1]?.within).toBe(0);
    expect(points.at(-1)?.beyond).toBeCloseTo(1e-6, 15);
  });

  it('has the figures of the report, of journeys and of nothing else', () => {
    const resolved = chain(0.01);
    const { latencySeconds, goodWithin } = analyse(resolved).designs[0]!.journeys['client']!;
    const answer = within(resolved, [4]);
    expect(answer.seconds).toEqual(latencySeconds);
    expect(answer.goodWithin).toEqual(goodWithin);
    expect(within(resolved, [], 'b').seconds?.p50).toBeCloseTo(Math.LN2, 3);
    expect(within(resolved, [4], 'nothing')).toEqual({ question: 'within', points: [], goodWithin: [], seconds: null });
  });
});

describe('the two ends of a quantile', () => {
  const ends = (resolved: Resolved) => asked(resolved, { question: 'latency-bracket', design: 0, journey: 'client' });

  it('hold the truth between them, closely', () => {
    const { seconds, goodWithin } = ends(chain(0.01));
    const late = (t: number): number => (0.9 * erlang(2, t) + 0.09 * erlang(3, t)) / 0.99;
    for (const name of Object.keys(QUANTILES) as QuantileName[]) {
      const { low, high } = seconds[name];
      expect(late(low!)).toBeGreaterThanOrEqual(1 - QUANTILES[name]);
      expect(late(high!)).toBeLessThanOrEqual(1 - QUANTILES[name]);
      expect(high! / low!).toBeLessThan(1.05);
    }
    const truth = 0.99 * 0.99 * (1 - late(4));
    expect(goodWithin).toHaveLength(1);
    expect(goodWithin[0]!.low).toBeLessThanOrEqual(truth);
    expect(goodWithin[0]!.high).toBeGreaterThanOrEqual(truth);
    expect(goodWithin[0]!.high - goodWithin[0]!.low).toBeLessThan(0.01);
  });

  it('are one where all times are exact', () => {
    const { seconds } = ends(providers);
    expect(seconds.p99).toEqual({ low: 0.1, high: 0.1 });
    expect([seconds.p9999.low, seconds.p9999.high]).toEqual([expect.closeTo(0.12, 12), expect.closeTo(0.12, 12)]);
  });

  it('hold the timeout and the retry of an exponential between them', () => {
    const call = { timeoutSeconds: 1, retries: 2 };
    const { seconds } = ends(
      resolvedOf([client, component({ id: 'a', kind: 'service', time: EXPONENTIAL })], [['client', 'a', call]]),
    );
    const truth = -Math.log1p(-0.99 * (1 - Math.exp(-3)));
    expect(seconds.p99.low).toBeLessThanOrEqual(truth);
    expect(seconds.p99.high).toBeGreaterThanOrEqual(truth);
  });

  it('are unknown where nothing is answered', () => {
    const never = resolvedOf([client, component({ id: 'a', kind: 'service', errors: 1 })], [['client', 'a']]);
    expect(ends(never).seconds.p50).toEqual({ low: null, high: null });
  });
});

describe('one time', () => {
  const drawn = (time: ResolvedTime) =>
    asked(
      resolvedOf([client, component({ id: 'a', kind: 'service', time })], [['client', 'a', { network: constant(1) }]]),
      {
        question: 'time',
        design: 0,
        of: { component: 'a' },
      },
    );

  it('has its density where it shows', () => {
    const { density, atoms, seconds } = drawn(EXPONENTIAL);
    expect(atoms).toEqual([]);
    expect(seconds?.p99).toBeCloseTo(Math.log(100), 3);
    for (const point of density) expect(point.density).toBeCloseTo(Math.exp(-point.seconds), 2);
    const area = density.slice(1).reduce((sum, point, at) => {
      const before = density[at]!;
      return sum + ((point.density + before.density) / 2) * (point.seconds - before.seconds);
    }, 0);
    expect(area).toBeGreaterThan(0.97);
    expect(area).toBeLessThan(1.01);
  });

  it('has its exact times, alone or beside a density', () => {
    const bimodal: ResolvedTime = {
      of: 'mixture',
      parts: [
        { weight: 0.95, time: constant(0.01) },
        { weight: 0.05, time: constant(0.2) },
      ],
    };
    expect(drawn(bimodal)).toMatchObject({
      density: [],
      atoms: [
        { seconds: 0.01, probability: 0.95 },
        { seconds: 0.2, probability: 0.05 },
      ],
      seconds: { p50: 0.01, p95: 0.01, p99: 0.2, mean: expect.closeTo(0.0195, 12) as number },
    });
    const both = drawn({
      of: 'mixture',
      parts: [
        { weight: 0.5, time: constant(1) },
        { weight: 0.5, time: EXPONENTIAL },
      ],
    });
    expect(both.atoms).toEqual([{ seconds: 1, probability: 0.5 }]);
    for (const point of both.density) expect(point.density).toBeCloseTo(Math.exp(-point.seconds) / 2, 1);
  });

  it('is averaged over more of the axis where it was measured', () => {
    const seconds = Array.from({ length: 2000 }, (_, at) => -Math.log((at + 0.5) / 2000)).reverse();
    const { density, atoms } = drawn({ of: 'samples', seconds });
    expect(atoms).toEqual([]);
    for (const point of density.filter((each) => each.seconds > 0.1 && each.seconds < 3))
      expect(point.density / Math.exp(-point.seconds)).toBeCloseTo(1, 0);
  });

  it('may be that of a network', () => {
    const resolved = resolvedOf(
      [client, component({ id: 'a', kind: 'service' })],
      [['client', 'a', { network: constant(1) }]],
    );
    const answer = asked(resolved, { question: 'time', design: 0, of: { call: 'client->a#0' } });
    expect(answer.atoms).toEqual([{ seconds: 1, probability: 1 }]);
  });
});

describe('what is always down', () => {
  const { components, calls } = providers.designs[0]!;
  const held = components.map((each) => (each.id === 'one' ? { ...each, unavailability: 1 } : each));
  const failedOver: Resolved = { ...providers, designs: [{ ...providers.designs[0]!, components: held, calls }] };

  it('is down for every question, as it is for the report', () => {
    const journey = { design: 0, journey: 'client' } as const;
    expect(analyse(failedOver).designs[0]!.journeys['client']!.latencySeconds!.p99).toBeCloseTo(0.12, 12);
    expect(asked(failedOver, { question: 'mitigations', ...journey }).today.p99).toBeCloseTo(0.12, 12);
    expect(asked(failedOver, { question: 'tail', ...journey }).slowestSeconds).toBeCloseTo(0.12, 12);
    const { typical } = asked(failedOver, { question: 'waterfall', ...journey });
    expect(typical!.seconds).toBeCloseTo(0.12, 12);
    expect(typical!.spans.filter(({ of }) => 'component' in of)).toMatchObject([{ of: { component: 'two' } }]);
  });
});

describe('a change against the tail', () => {
  const scenario: Scenario = {
    format: 'nineboard/1',
    designs: [
      {
        name: 'today',
        components: {
          users: { kind: 'client' },
          app: { kind: 'service', time: '5 ms', errors: '0.1 %' },
          search: { kind: 'service', time: { p50: '12 ms', p99: '180 ms' } },
          pay: { kind: 'external', time: { distribution: 'exponential', mean: '50 ms' }, errors: '2 %' },
        },
        calls: [
          { from: 'users', to: 'app' },
          { from: 'app', to: 'search', times: 10 },
          { from: 'app', to: 'pay', step: 2 },
        ],
      },
    ],
  };

  it('does what the answer said when the scenario is edited', () => {
    const { today, tries } = asked(resolve(scenario), { question: 'mitigations', design: 0, journey: 'users' });
    expect(new Set(tries.map(({ kind }) => kind))).toEqual(new Set(['hedge', 'retry', 'smaller-fan-out']));
    const before = analyse(resolve(scenario)).designs[0]!.journeys['users']!;
    expect(before.latencySeconds!.p99).toBe(today.p99);
    for (const edit of tries) {
      const after = analyse(resolve(applyMitigation(scenario, 0, edit))).designs[0]!.journeys['users']!;
      expect(after.latencySeconds!.p99, edit.kind).toBe(edit.p99);
      expect(after.success).toBeCloseTo(edit.success, 12);
      expect(after.latency!.attempts[edit.call]).toBeCloseTo(edit.load, 12);
      expect(before.latency!.attempts[edit.call]).toBeCloseTo(edit.loadToday, 12);
    }
  });
});
