import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../src/engine/latency/asked.ts';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { createDesignLatency } from '../../../src/engine/latency/design-latency.ts';
import { sentBy } from '../../../src/engine/latency/sent-by.ts';
import { fanOutLatency } from '../../../src/engine/latency/fan-out-latency.ts';
import { hedgeCurve } from '../../../src/engine/latency/hedge-curve.ts';
import { createLatencyCache } from '../../../src/engine/latency/latency-cache.ts';
import { mitigated, mitigations } from '../../../src/engine/latency/mitigations.ts';
import type { OpenSpan } from '../../../src/engine/latency/drawn-run.ts';
import { keepingCuts } from '../../../src/engine/latency/kept-cuts.ts';
import { stretchables } from '../../../src/engine/latency/scaled-design.ts';
import { meanOfSlowest, tailShares } from '../../../src/engine/latency/tail-shares.ts';
import { timeoutCurve } from '../../../src/engine/latency/timeout-curve.ts';
import { requestsOf } from '../../../src/engine/latency/waterfall.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import type { ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';

const EXPONENTIAL: ResolvedTime = { of: 'exponential', meanSeconds: 1 };
const BIMODAL: ResolvedTime = {
  of: 'mixture',
  parts: [
    { weight: 0.95, time: { of: 'constant', seconds: 0.01 } },
    { weight: 0.05, time: { of: 'constant', seconds: 0.2 } },
  ],
};

const algebra = createAlgebra({ binsPerOctave: 64, rounding: 'near' });
const askedOf = (design: ResolvedDesign): Asked => ({ design, algebra, cache: createLatencyCache() });

/** A client that calls one service. */
function called(service: Partial<ResolvedComponent>, call: Partial<ResolvedCall> = {}): ResolvedDesign {
  const parts = [
    component({ id: 'client', kind: 'client' }),
    component({ id: 'service', kind: 'service', ...service }),
  ];
  return resolvedOf(parts, [['client', 'service', call]]).designs[0]!;
}

/** Figures within 0.1 % of each other. */
const close = (figure: number): ((other: number | null) => boolean) => {
  return (other) => other !== null && Math.abs(other - figure) <= 1e-3 * figure;
};

describe('the fan-out curve', () => {
  const curveOf = (time: ResolvedTime, call: Partial<ResolvedCall> = {}) => {
    const design = called({ time }, call);
    return finished(fanOutLatency(askedOf(design), design.calls[0]!));
  };

  it('has the chances that are usually quoted', () => {
    const { points } = curveOf(EXPONENTIAL);
    const quoted = [1, 10, 50, 100, 200].map((count) => points.find(({ callees }) => callees === count)?.slow);
    expect(quoted.map((slow) => ((slow ?? 0) * 100).toFixed(1))).toEqual(['1.0', '9.6', '39.5', '63.4', '86.6']);
  });

  it('has the quantiles of the maximum of exponentials, and of their sum where they are made one by one', () => {
    const { points, today } = curveOf(EXPONENTIAL, { times: 30 });
    expect(today).toBe(30);
    for (const { callees, p50, p99 } of points) {
      expect(p50).toSatisfy(close(-Math.log1p(-(0.5 ** (1 / callees)))));
      expect(p99).toSatisfy(close(-Math.log1p(-(0.99 ** (1 / callees)))));
    }
    const sum = curveOf(EXPONENTIAL, { sequential: true }).points.find(({ callees }) => callees === 10);
    // R: qgamma(0.99, 10).
    expect(sum?.p99).toSatisfy(close(18.78311739331252));
  });

  it('of two exact times has exact ones', () => {
    const { points } = curveOf(BIMODAL);
    const at = (count: number) => points.find(({ callees }) => callees === count);
    expect(at(1)).toMatchObject({ p50: 0.01, p99: 0.2 });
    // 0.95¹³ = 0.513, 0.95¹⁴ = 0.488.
    expect(at(8)?.p50).toBe(0.01);
    expect(at(50)?.p50).toBe(0.2);
  });
});

describe('the hedge curve', () => {
  const curveOf = (design: ResolvedDesign) => finished(hedgeCurve(askedOf(design), 0, design.calls[0]!));

  it('of exponentials is the closed form', () => {
    const { points, without, todaySeconds } = curveOf(called({ time: EXPONENTIAL }, { hedgeSeconds: 2 }));
    expect(todaySeconds).toBe(2);
    expect(without).toSatisfy(close(Math.log(100)));
    expect(points.map(({ delaySeconds }) => delaySeconds)).toContain(2);
    for (const { delaySeconds, p99, extraLoad } of points) {
      expect(p99).toSatisfy(close(Math.min(Math.log(100), (Math.log(100) + delaySeconds) / 2)));
      expect(extraLoad).toBeCloseTo(Math.exp(-delaySeconds), 4);
    }
  });

  it('asks for a copy of what is an error too', () => {
    const { points } = curveOf(called({ time: EXPONENTIAL, errors: 0.1 }));
    for (const { delaySeconds, extraLoad } of points)
      expect(extraLoad).toBeCloseTo(0.1 + 0.9 * Math.exp(-delaySeconds), 4);
  });

  it('of two times has a copy for the slow one alone', () => {
    const { points, without } = curveOf(called({ time: BIMODAL }));
    expect(without).toBe(0.2);
    for (const { delaySeconds, p99, extraLoad } of points.filter((point) => point.delaySeconds < 0.18)) {
      expect(p99).toBeCloseTo(0.01 + delaySeconds, 12);
      expect(extraLoad).toBeCloseTo(delaySeconds < 0.01 ? 1 : 0.05, 12);
    }
  });
});

describe('the timeout curve', () => {
  it('of exponentials is the closed form, for every number of retries', () => {
    const design = called({ time: EXPONENTIAL }, { timeoutSeconds: 3, retries: 1 });
    const { lines, today } = finished(timeoutCurve(askedOf(design), 0, design.calls[0]!));
    expect(today).toEqual({ timeoutSeconds: 3, retries: 1 });
    expect(lines.map(({ retries }) => retries)).toEqual([0, 1, 2]);
    for (const { retries, points } of lines) {
      expect(points.map(({ timeoutSeconds }) => timeoutSeconds)).toContain(3);
      for (const { timeoutSeconds, success, p99 } of points) {
        const whole = -Math.expm1(-(retries + 1) * timeoutSeconds);
        expect(success).toBeCloseTo(whole, 4);
        expect(p99).toSatisfy(close(-Math.log1p(-0.99 * whole)));
      }
    }
  });
});

describe('where the tail comes from', () => {
  const shareOf = (parts: ReturnType<typeof tailsOf>['parts'], of: object) =>
    parts.find((part) => JSON.stringify(part.of) === JSON.stringify(of));
  const tailsOf = (design: ResolvedDesign) => finished(tailShares(askedOf(design), 0));

  it('is the mean of the slowest 1 % of an exponential, and half of it each for two alike in turn', () => {
    const one = tailsOf(called({ time: EXPONENTIAL }));
    expect(one.meanSeconds).toSatisfy(close(1));
    expect(one.slowestSeconds).toSatisfy(close(Math.log(100) + 1));
    expect(one.parts).toMatchObject([{ of: { component: 'service' }, mean: 1, slowest: 1 }]);
    const two = tailsOf(called({ time: EXPONENTIAL }, { network: EXPONENTIAL })).parts;
    for (const { mean, slowest } of two) {
      expect(mean).toBeCloseTo(0.5, 6);
      expect(slowest).toBeCloseTo(0.5, 3);
    }
  });

  it('splits a hedged exponential between the work and the delay as the closed form does', () => {
    const { parts, slowestSeconds } = tailsOf(called({ time: EXPONENTIAL }, { hedgeSeconds: 2 }));
    const whole = (Math.log(100) + 2) / 2 + 0.5;
    expect(slowestSeconds).toSatisfy(close(whole));
    expect(shareOf(parts, { hedge: 'client->service#0' })?.slowest).toBeCloseTo(1 / whole, 2);
    expect(shareOf(parts, { component: 'service' })?.slowest).toBeCloseTo((Math.log(100) + 1) / 2 / whole, 2);
  });

  it('is all in the slow half of two exact times', () => {
    const { parts, meanSeconds, slowestSeconds } = tailsOf(
      called({ time: BIMODAL }, { network: { of: 'constant', seconds: 0.05 } }),
    );
    expect([meanSeconds, slowestSeconds]).toEqual([expect.closeTo(0.0695, 12), expect.closeTo(0.25, 12)]);
    expect(shareOf(parts, { call: 'client->service#0' })).toMatchObject({
      mean: expect.closeTo(0.05 / 0.0695, 9),
      slowest: expect.closeTo(0.2, 9),
    });
  });

  it('is not known where there is no mean, nothing takes time, or nothing is answered', () => {
    const none = { question: 'tail', parts: [], meanSeconds: null, slowestSeconds: null };
    expect(tailsOf(called({ time: { of: 'pareto', scaleSeconds: 1, alpha: 0.9 } }))).toEqual(none);
    expect(tailsOf(called({ errors: 1 }))).toEqual(none);
    expect(tailsOf(called({})).parts).toEqual([]);
  });

  const parts = [
    component({ id: 'client', kind: 'client' }),
    component({ id: 'app', kind: 'service', time: { of: 'gamma', meanSeconds: 1, shape: 2 }, errors: 0.01 }),
    component({ id: 'cache', kind: 'cache', hitRatio: 0.8, time: { of: 'constant', seconds: 0.1 } }),
    component({ id: 'db', kind: 'database', time: { of: 'lognormal', medianSeconds: 0.5, sigma: 1 } }),
    component({ id: 'quorum', kind: 'gate', needed: 2, mode: 'race' }),
    component({ id: 'store', kind: 'database', time: { of: 'weibull', scaleSeconds: 1, shape: 0.8 } }),
  ];
  const graph = resolvedOf(parts, [
    ['client', 'app', { network: { of: 'exponential', meanSeconds: 0.1 } }],
    ['app', 'cache', { times: 5 }],
    ['cache', 'db'],
    ['app', 'quorum', { step: 2 }],
    ['app', 'db', { step: 2, times: 2 }],
    ['quorum', 'store', { times: 3 }],
  ]).designs[0]!;

  const jittered = { firstSeconds: 0.2, factor: 2, maxSeconds: 9, jitter: true };
  const impatient = resolvedOf(
    [
      component({ id: 'client', kind: 'client' }),
      component({ id: 'app', kind: 'service', time: { of: 'gamma', meanSeconds: 1, shape: 2 }, errors: 0.05 }),
      component({ id: 'pay', kind: 'external', time: EXPONENTIAL, errors: 0.05 }),
      component({ id: 'any', kind: 'gate', switchSeconds: 0.3 }),
    ],
    [
      ['client', 'app', { retries: 1, deadlineSeconds: 9 }],
      ['app', 'pay', { timeoutSeconds: 1.2, retries: 2, backoff: jittered }],
      ['app', 'any', { step: 2 }],
      ['any', 'pay', { timeoutSeconds: 0.8 }],
      ['any', 'pay', { step: 2, timeoutSeconds: 3 }],
    ],
  ).designs[0]!;

  it.each([
    ['waits for all', graph],
    ['has timeouts, retries, a failover and a deadline', impatient],
  ])('adds up by itself where it %s', (_, design) => {
    const { calls } = createDesignLatency(design, algebra);
    const keeping = finished(keepingCuts(askedOf(design)));
    const slowest = (other: ResolvedDesign): number =>
      meanOfSlowest(algebra, createDesignLatency(other, algebra).response(0).success, 0.01);
    const step = 0.03;
    const sum = stretchables(design, calls, 0).reduce(
      (total, part) =>
        total + (slowest(finished(keeping(part, 1 + step))) - slowest(finished(keeping(part, 1 - step)))) / (2 * step),
      0,
    );
    expect(sum / slowest(design)).toBeCloseTo(1, 2.5);
  });

  /** What a span stands for: an attempt that ran into its timeout has spent all its time on that. */
  const spentOn = ({ of, outcome }: OpenSpan, timeout: string): string =>
    JSON.stringify(outcome === 'timeout' ? { timeout } : of);

  it.each([
    ['waits for all', graph, ''],
    [
      'has a timeout',
      called({ time: EXPONENTIAL }, { timeoutSeconds: 1.2, retries: 2, backoff: jittered }),
      'client->service#0',
    ],
    [
      'has a timeout that cuts through a narrow time',
      called({ time: { of: 'gamma', meanSeconds: 1, shape: 400 } }, { timeoutSeconds: 1.02, retries: 3 }),
      'client->service#0',
    ],
  ])('is what the slowest of requests drawn at random wait for where it %s', (_, design, timeout) => {
    const tails = tailsOf(design);
    const request = requestsOf(design, 0, { down: new Set(), works: () => true });
    const drawn = Array.from({ length: 40_000 }, (_, at) => ({ number: at + 1, run: request(at + 1, false)!.run }));
    const good = drawn.filter(({ run }) => run.good).sort((a, b) => b.run.end - a.run.end);
    const slowest = good.slice(0, Math.round(good.length / 100)).map(({ number }) => request(number, true)!.run);
    const whole = slowest.reduce((sum, { end }) => sum + end, 0);
    expect(whole / slowest.length / tails.slowestSeconds!).toBeCloseTo(1, 1);
    const spans = slowest.flatMap(({ path }) => path);
    for (const { of, slowest: share } of tails.parts) {
      const spent = spans
        .filter((span) => spentOn(span, timeout) === JSON.stringify(of))
        .reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
      expect(Math.abs(spent / whole - share), JSON.stringify(of)).toBeLessThan(0.03);
    }
  });
});

describe('what is worth trying against the tail', () => {
  const design = resolvedOf(
    [
      component({ id: 'client', kind: 'client' }),
      component({ id: 'app', kind: 'service', time: { of: 'constant', seconds: 0.005 }, errors: 0.001 }),
      component({ id: 'search', kind: 'service', time: BIMODAL }),
      component({ id: 'pay', kind: 'external', time: { of: 'exponential', meanSeconds: 0.05 }, errors: 0.02 }),
    ],
    [
      ['client', 'app'],
      ['app', 'search', { times: 10 }],
      ['app', 'pay', { step: 2 }],
    ],
  ).designs[0]!;
  const answer = finished(mitigations(askedOf(design), askedOf(design), 0));

  it('comes best first, and each with the figures of the design that it makes', () => {
    expect(answer.tries.length).toBeGreaterThan(2);
    const fresh = createAlgebra({ binsPerOctave: 64, rounding: 'near' });
    for (const edit of answer.tries) {
      const calls = design.calls.map((call) => (call.id === edit.call ? { ...call, ...mitigated(edit) } : call));
      const response = createDesignLatency({ ...design, calls }, fresh).response(0);
      const { success, failure } = response;
      expect(edit.p99).toBe(fresh.quantile(success, 0.99));
      expect(edit.success).toBe(1 - failure);
      expect(edit.load).toBe(sentBy(response)[edit.call]);
    }
    const times = answer.tries.map(({ p99 }) => p99!);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.length).toBeLessThanOrEqual(5);
  });

  it('hedges what is slow by chance, makes the fan-out smaller, and tries again what fails', () => {
    const kinds = answer.tries.map(({ kind, call }) => `${kind} ${call}`);
    expect(kinds).toContain('hedge app->search#1');
    expect(kinds).toContain('smaller-fan-out app->search#1');
    expect(kinds).toContain('retry app->pay#2');
  });

  it('leaves tied requests out, which gain nothing while nobody waits for a worker', () => {
    expect(answer.tries.map(({ kind }) => kind)).not.toContain('tied');
  });

  it('is nothing where nothing takes time', () => {
    expect(finished(mitigations(askedOf(called({})), askedOf(called({})), 0))).toMatchObject({
      today: { p99: 0, success: 1, load: 1 },
      tries: [],
    });
  });
});
