import { describe, expect, it } from 'vitest';
import { analyse, analyseStepwise, type AnalyseOptions } from '../../../src/engine/index.ts';
import { timesStepwise } from '../../../src/engine/times.ts';
import type { DesignReport, JourneyReport } from '../../../src/model/report.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import type { Resolved, ResolvedCall, ResolvedComponent } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';

const ms = (milliseconds: number): ResolvedTime => ({ of: 'constant', seconds: milliseconds / 1000 });
const often = (milliseconds: number, weight: number, slowMilliseconds: number): ResolvedTime => ({
  of: 'mixture',
  parts: [
    { weight, time: ms(milliseconds) },
    { weight: 1 - weight, time: ms(slowMilliseconds) },
  ],
});
const users = (part: Partial<ResolvedComponent> = {}): ResolvedComponent =>
  component({ id: 'u', kind: 'client', ...part });
const service = (id: string, part: Partial<ResolvedComponent> = {}): ResolvedComponent =>
  component({ id, kind: 'service', ...part });

type Arrow = [string, string, Partial<ResolvedCall>?];

function reported(parts: ResolvedComponent[], arrows: Arrow[], options: AnalyseOptions = {}): DesignReport {
  return analyse(resolvedOf(parts, arrows), options).designs[0]!;
}
const journey = (...asked: Parameters<typeof reported>): JourneyReport => reported(...asked).journeys['u']!;

describe('the times of a journey', () => {
  it('of 95 % at 10 ms and 5 % at 200 ms have p50 and p95 10, p99 200 and mean 19.5 ms, exactly', () => {
    const { latencySeconds } = journey([users(), service('s', { time: often(10, 0.95, 200) })], [['u', 's']]);
    expect(latencySeconds).toMatchObject({ p50: 0.01, p90: 0.01, p95: 0.01, p99: 0.2, p9999: 0.2 });
    expect(latencySeconds!.mean).toBeCloseTo(0.0195, 15);
    expect(Object.values(latencySeconds!.numericalError)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('have a p99 that is not the sum of the p99s: 210 ms, not 20', () => {
    const slow = { time: often(10, 0.992, 200) };
    const { latencySeconds, latency } = journey(
      [users(), service('a', slow), service('b', slow)],
      [
        ['u', 'a'],
        ['a', 'b'],
      ],
    );
    expect(latencySeconds!.p99).toBeCloseTo(0.21, 12);
    expect(latency!.addedP99Seconds).toBeCloseTo(0.02, 12);
  });

  it.each([
    [1, 0.01],
    [10, 0.0956],
    [50, 0.395],
    [100, 0.634],
    [200, 0.866],
  ])('with a fan-out of %i are slow with a chance of %f', (times, slow) => {
    const parts = [users(), service('root', { time: ms(1) }), service('leaf', { time: often(10, 0.99, 1000) })];
    const { goodWithin } = journey(
      parts,
      [
        ['u', 'root'],
        ['root', 'leaf', { times }],
      ],
      { within: [0.5] },
    );
    expect(goodWithin[0]!.probability).toBeCloseTo(1 - slow, 3);
  });

  it('count retries against errors, but not inside an outage', () => {
    const db = service('db', { unavailability: 0.01, errors: 0.1, time: ms(5) });
    const { success, latency, availability, goodWithin } = journey(
      [users(), service('app'), db],
      [
        ['u', 'app'],
        ['app', 'db', { retries: 2 }],
      ],
      { within: [1, 0.006] },
    );
    expect(latency!.failure).toBeCloseTo(0.001, 15);
    expect(success).toBeCloseTo(0.999, 15);
    expect(latency!.unavailability).toBeCloseTo(0.01 + 0.99 * 0.001, 15);
    expect(goodWithin.map(({ seconds }) => seconds)).toEqual([0.006, 1]);
    expect(goodWithin[0]!.probability).toBeCloseTo(availability! * 0.9, 14);
    expect(goodWithin[1]!.probability).toBeCloseTo(availability! * success!, 14);
    expect(latency!.attempts['app->db#1']).toBeCloseTo(1.11, 14);
  });

  it('count every message that is sent and forgotten, one by one too', () => {
    const { latency } = journey(
      [users(), service('s', { errors: 0.5 })],
      [['u', 's', { times: 3, sequential: true, async: true }]],
    );
    expect(latency!.attempts['u->s#0']).toBe(3);
  });

  it('of a hundred look-ups behind a cache miss the same again when all are tried again', () => {
    const parts = [
      users(),
      service('app'),
      component({ id: 'cache', kind: 'cache', hitRatio: 0.99 }),
      service('db', { unavailability: 0.1, time: ms(5) }),
    ];
    const arrows: Arrow[] = [
      ['u', 'app', { retries: 1 }],
      ['app', 'cache', { times: 100 }],
      ['cache', 'db'],
    ];
    const { availability, goodWithin } = journey(parts, arrows, { within: [1] });
    expect(availability).toBeCloseTo(0.9 + 0.1 * 0.99 ** 100, 14);
    expect(goodWithin[0]!.probability).toBeCloseTo(availability!, 12);
    const { findings } = reported(parts, arrows);
    expect(findings.map(({ code }) => code)).not.toContain('latency/branches-merged');
  });

  it('meet an outage again in every attempt, however many outcomes their branches have', () => {
    const down = service('down', { unavailability: 0.1 });
    const others = Array.from({ length: 8 }, (_, nth) => service(`s${nth}`, { time: ms(nth + 1) }));
    const { availability, goodWithin } = journey(
      [users(), service('app'), down, ...others],
      [
        ['u', 'app', { retries: 3 }],
        ['app', 'down', { probability: 0.25 }],
        ...others.map(({ id }): Arrow => ['app', id, { probability: 0.5 }]),
      ],
      { within: [1] },
    );
    expect(availability).toBeCloseTo(0.975, 14);
    expect(goodWithin[0]!.probability).toBeCloseTo(0.975, 12);
  });

  it('keep the digits of a failure of one in a trillion', () => {
    const { latency } = journey(
      [users(), service('s', { errors: 1e-4, time: { of: 'exponential', meanSeconds: 0.01 } })],
      [['u', 's', { retries: 2, backoff: { firstSeconds: 0.01, factor: 2, maxSeconds: 1, jitter: true } }]],
    );
    expect(Math.abs(latency!.failure / 1e-12 - 1)).toBeLessThan(1e-12);
    expect(Math.abs(latency!.unavailability / 1e-12 - 1)).toBeLessThan(1e-12);
  });

  it('of requests through a timeout to what hangs are failures, and through none never end', () => {
    const parts = [users(), service('s', { unavailability: 0.25, whenDown: 'hang', time: ms(5) })];
    const gate = component({ id: 'g', kind: 'gate' });
    const spare = service('t', { time: ms(7) });
    const arrows: Arrow[] = [
      ['u', 'g'],
      ['g', 's', { timeoutSeconds: 0.1 }],
      ['g', 't'],
    ];
    const waited = journey([...parts, gate, spare], arrows);
    expect(waited.success).toBeCloseTo(1, 15);
    expect(waited.latencySeconds).toMatchObject({ p50: 0.005, p90: expect.closeTo(0.107, 14) as number });
    const forever = journey([...parts, gate, spare], arrows.with(1, ['g', 's']));
    expect(forever.availability).toBe(1);
    expect(forever.success).toBeCloseTo(0.75, 15);
  });

  it('say with what chance states were left out, and that nothing else is', () => {
    const replicas = Array.from({ length: 4 }, (_, nth) =>
      service(`s${nth}`, { unavailability: 0.1, time: ms(10 + nth) }),
    );
    const gate = component({ id: 'g', kind: 'gate', mode: 'race', needed: 2 });
    const { latency, latencySeconds } = journey(
      [users(), gate, ...replicas],
      [['u', 'g'], ...replicas.map(({ id }): Arrow => ['g', id])],
    );
    expect(latency!.states).toEqual({ counted: 11, remainder: 0, narrowing: false });
    expect(latencySeconds).toMatchObject({ p50: 0.011, p90: 0.012, p99: 0.013 });
  });

  it('are all zero where nothing takes time, and nothing where nothing is answered', () => {
    const still = journey([users(), service('s', { unavailability: 0.1 })], [['u', 's']], { within: [0.25] });
    expect(still.latencySeconds).toMatchObject({ p50: 0, p9999: 0, mean: 0 });
    expect(still.success).toBe(1);
    expect(still.goodWithin).toEqual([{ seconds: 0.25, probability: 0.9 }]);
    const { journeys, findings } = reported([users(), service('s', { errors: 1, time: ms(1) })], [['u', 's']]);
    expect(journeys['u']!.latencySeconds).toMatchObject({ p50: null, mean: null });
    expect(journeys['u']!.success).toBe(0);
    expect(findings.map(({ code }) => code)).toContain('latency/never-answers');
  });
});

describe('promises', () => {
  it('of availability are held against outages, errors and timeouts together', () => {
    const objective = { unavailability: 1e-3, windowSeconds: 2_592_000 };
    const flaky = [
      users({ objective }),
      service('s', { unavailability: 1e-6, replicas: 2, errors: 0.002, time: ms(1) }),
    ];
    const report = reported(flaky, [['u', 's']]);
    expect(report.journeys['u']!.objective).toMatchObject({ met: false, outagesOnly: false });
    expect(report.findings.map(({ code }) => code)).toContain('availability/misses-objective');
    expect(journey(flaky, [['u', 's', { retries: 1 }]]).objective?.met).toBe(true);
  });

  it('of latency are held against the quantile of good answers', () => {
    const latencyObjective = { quantile: 0.99, limitSeconds: 0.25 };
    const parts = [users({ latencyObjective }), service('s', { time: often(10, 0.985, 300) })];
    const { journeys, findings } = reported(parts, [['u', 's']]);
    expect(journeys['u']!.latency!.objective).toEqual({ ...latencyObjective, seconds: 0.3, met: false });
    expect(journeys['u']!.goodWithin).toEqual([{ seconds: 0.25, probability: 0.985 }]);
    expect(findings.map(({ code }) => code)).toEqual(['availability/never-down', 'latency/misses-objective']);
    const hedged = journey(parts, [['u', 's', { hedgeSeconds: 0.02 }]]);
    expect(hedged.latency!.objective).toMatchObject({ seconds: 0.03, met: true });
    expect(hedged.latency!.attempts['u->s#0']).toBeCloseTo(1.015, 12);
  });
});

describe('findings', () => {
  it('say that p99s add up to no time where one is longer than its timeout', () => {
    const late = service('s', { time: often(10, 0.98, 300) });
    const { journeys, findings } = reported([users(), late], [['u', 's', { timeoutSeconds: 0.1 }]]);
    expect(journeys['u']!.latency!.addedP99Seconds).toBeNull();
    expect(findings.map(({ code }) => code)).toContain('latency/p99s-do-not-add');
  });

  it('say that a mean is infinite, that tied copies wait for a load, and that branches were taken together', () => {
    const codes = (parts: ResolvedComponent[], arrows: Arrow[]): string[] =>
      reported(parts, arrows).findings.map(({ code }) => code);
    const heavy = service('s', { time: { of: 'pareto', scaleSeconds: 0.01, alpha: 0.9 } });
    expect(codes([users(), heavy], [['u', 's']])).toContain('latency/mean-infinite');
    const tied = { hedgeSeconds: 0.01, tied: true };
    expect(codes([users(), service('s', { time: ms(4) })], [['u', 's', tied]])).toContain('latency/tied-without-load');
    const chances = Array.from({ length: 7 }, (_, nth) => service(`s${nth}`, { time: ms(nth + 1), errors: 0.1 }));
    const app = service('app', { time: ms(1) });
    const arrows: Arrow[] = [
      ['u', 'app', { retries: 1 }],
      ...chances.map(({ id }): Arrow => ['app', id, { probability: 0.5 }]),
    ];
    expect(codes([users(), app, ...chances], arrows)).toContain('latency/branches-merged');
    expect(codes([users(), app, ...chances.slice(1)], arrows.toSpliced(1, 1))).not.toContain('latency/branches-merged');
  });
});

describe('a run that is watched', () => {
  it('shows everything up first, and closes in on what it says in the end', () => {
    const parts = [users(), component({ id: 'g', kind: 'gate' }), service('a', { unavailability: 0.1, time: ms(10) })];
    const resolved: Resolved = resolvedOf(
      [...parts, service('b', { unavailability: 0.1, time: ms(30) })],
      [
        ['u', 'g'],
        ['g', 'a'],
        ['g', 'b'],
      ],
    );
    const seen: JourneyReport[] = [];
    const steps = analyseStepwise(resolved, { times: timesStepwise });
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      if (step.value.best !== undefined) seen.push(step.value.best().designs[0]!.journeys['u']!);
    }
    const last = step.value.designs[0]!.journeys['u']!;
    expect(seen[0]!.latency!.states).toMatchObject({ counted: 1, narrowing: true });
    expect(seen[0]!.latencySeconds!.p95).toBe(0.01);
    expect(last.latencySeconds!.p95).toBe(0.03);
    expect(last.latency!.states.narrowing).toBe(false);
    for (const { latency } of seen)
      expect(latency!.states.remainder).toBeGreaterThanOrEqual(last.latency!.states.remainder);
  });
});
