import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCache } from '../../../src/engine/engine-cache.ts';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { createLatencyCache } from '../../../src/engine/latency/latency-cache.ts';
import { loadCurveStepwise } from '../../../src/engine/load-curve.ts';
import type { LoadedBy } from '../../../src/engine/load/loading.ts';
import { remedied, stormRemedies } from '../../../src/engine/load/storm-remedies.ts';
import { saturationOf } from '../../../src/engine/load/saturation.ts';
import { settlingOf, tippingOf } from '../../../src/engine/load/tipping.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import { mmc, mmcResponseQuantile } from '../../../src/engine/queueing/mmc.ts';
import { mmck } from '../../../src/engine/queueing/mmck.ts';
import type { LoadCurve, LoadQuestion } from '../../../src/model/report-load.ts';
import { NO_BACKOFF } from '../../../src/model/resolved-time.ts';
import type { Resolved, ResolvedCall, ResolvedComponent } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';
import { simulated } from './simulate.ts';

const SERVICE = 0.04;
const exponential = { of: 'exponential', meanSeconds: SERVICE } as const;

/** A client that calls one service of exponential times. */
function served(
  ratePerSecond: number | null,
  service: Partial<ResolvedComponent>,
  call: Partial<ResolvedCall> = {},
): Resolved {
  const parts = [
    component({ id: 'client', kind: 'client', ratePerSecond }),
    component({ id: 'service', kind: 'service', time: exponential, ...service }),
  ];
  return resolvedOf(parts, [['client', 'service', call]]);
}

type Answer<Q extends LoadQuestion['question']> = Extract<LoadCurve, { question: Q }>;

function answer<Q extends LoadQuestion['question']>(
  resolved: Resolved,
  asked: Extract<LoadQuestion, { question: Q }>,
): Answer<Q>;
function answer(resolved: Resolved, asked: LoadQuestion): LoadCurve {
  return finished(loadCurveStepwise(resolved, asked, createCache()));
}

const kneeOf = (resolved: Resolved) => answer(resolved, { question: 'knee', design: 0, component: 'service' });
const curveOf = (resolved: Resolved) => answer(resolved, { question: 'load-latency', design: 0, journey: 'client' });
const stormOf = (resolved: Resolved) => answer(resolved, { question: 'storm', design: 0, journey: 'client' });

/** Neither falls, nor comes back from null. */
function rises(values: readonly (number | null)[]): boolean {
  const numbers = values.map((value) => value ?? Number.POSITIVE_INFINITY);
  return numbers.every((value, place) => place === 0 || value >= numbers[place - 1]! * (1 - 1e-9));
}

describe('the knee', () => {
  it('of 64 workers of 40 ms is far to the right of that of one: 184 ms against 614 ms at 70 %', () => {
    const { points, today, target, queue, band, workSeconds } = kneeOf(served(1120, { workers: 64 }));
    expect({ target, queue, band }).toEqual({ target: 0.7, queue: 'M/M/c', band: 0 });
    expect(workSeconds).toBeCloseTo(SERVICE, 12);
    expect(today?.utilisation).toBeCloseTo(0.7, 12);
    expect(today?.p99Seconds).toBeCloseTo(0.184, 3);
    expect(today?.single.p99Seconds).toBeCloseTo(0.614, 3);
    expect(points.map(({ utilisation }) => utilisation)).toContain(0.7);
    expect(points.filter(({ utilisation }) => utilisation > 0.9).length).toBeGreaterThan(10);
  });

  it('has no time at saturation, and no large number instead', () => {
    const last = kneeOf(served(1120, { workers: 64 })).points.at(-1);
    expect(last).toMatchObject({ utilisation: 1, meanSeconds: null, p99Seconds: null });
    expect(last?.ratePerSecond).toBeCloseTo(1600, 9);
    expect(last?.single).toEqual({ meanSeconds: null, p99Seconds: null });
  });

  it('of a bounded queue goes on beyond it', () => {
    const { points, queue } = kneeOf(served(1120, { workers: 64, queue: 128 }));
    expect(queue).toBe('M/M/c/K');
    const beyond = points.find(({ utilisation }) => utilisation === 1.5)!;
    const own = mmck({ arrivalsPerSecond: 2400, serviceSeconds: SERVICE, servers: 64, capacity: 192 });
    expect(beyond.meanSeconds).toBeCloseTo(own.meanResponseSeconds, 9);
    expect(beyond.single.meanSeconds).toBeNull();
  });

  it('rises, whatever the queue', () => {
    const any = fc.record({
      workers: fc.integer({ min: 1, max: 20 }),
      replicas: fc.integer({ min: 1, max: 4 }),
      pooled: fc.boolean(),
      queue: fc.option(fc.integer({ min: 0, max: 60 })),
      time: fc.constantFrom<ResolvedComponent['time']>(
        exponential,
        { of: 'constant', seconds: SERVICE },
        { of: 'lognormal', medianSeconds: SERVICE, sigma: 1 },
      ),
    });
    fc.assert(
      fc.property(any, ({ queue, ...service }) => {
        // Of a bounded queue whose service is not exponential little is known about saturation.
        const known = service.time === exponential ? queue : null;
        const { points } = kneeOf(served(10, { ...service, queue: known }));
        expect(points.length).toBeGreaterThan(30);
        expect(points.map((point) => point.meanSeconds)).toSatisfy(rises);
        expect(points.map((point) => point.single.p99Seconds)).toSatisfy(rises);
        expect(points.map((point) => point.ratePerSecond)).toSatisfy(rises);
      }),
      { numRuns: 12 },
    );
  });

  it('is not there where workers are unlimited; without traffic nothing is marked', () => {
    expect(kneeOf(served(100, {})).points).toEqual([]);
    const idle = kneeOf(served(null, { workers: 4 }));
    expect([idle.today, idle.points.length > 30]).toEqual([null, true]);
  });
});

describe('a journey’s times against its load', () => {
  it('are those of M/M/c, up to where that has none', () => {
    const { points, today, saturatesAtRatePerSecond, component: full } = curveOf(served(500, { workers: 64 }));
    expect(full).toBe('service');
    expect(saturatesAtRatePerSecond! / 1600).toBeCloseTo(1, 2.5);
    expect(points.length).toBeGreaterThan(20);
    for (const { ratePerSecond, p50, p99, success } of points.slice(1, -1)) {
      const own = mmc({ arrivalsPerSecond: ratePerSecond, serviceSeconds: SERVICE, servers: 64 })!;
      expect(p50! / mmcResponseQuantile(own, 0.5)).toBeCloseTo(1, 2);
      expect(p99! / mmcResponseQuantile(own, 0.99)).toBeCloseTo(1, 2);
      expect(success).toBe(1);
    }
    expect(points.at(-1)).toMatchObject({ p50: null, p99: null, success: 0 });
    expect(today?.ratePerSecond).toBe(500);
  });

  it('end at ten times today where nothing ever saturates; without a rate there are none', () => {
    const { points, saturatesAtRatePerSecond } = curveOf(served(500, {}));
    expect(points.at(-1)?.ratePerSecond).toBe(5000);
    expect(saturatesAtRatePerSecond).toBeNull();
    expect(curveOf(served(null, { workers: 4 }))).toMatchObject({ points: [], today: null });
  });
});

describe('a retry storm', () => {
  // Who waits in the full queue of the bounded one waits for 1.5 s, longer than anybody listens.
  const time = { of: 'exponential', meanSeconds: 0.1 } as const;
  const call = { timeoutSeconds: 1, retries: 2, backoff: { ...NO_BACKOFF, firstSeconds: 0.2, jitter: true } };
  const bounded = served(280, { time, workers: 40, queue: 600 }, call);

  it('does not come back by itself before the load is less than all attempts can make too much', () => {
    const storm = stormOf(served(700, { time, workers: 100 }, call));
    expect(storm.component).toBe('service');
    expect(storm.recoversBelow).toBeCloseTo(1000 / 3, 2);
    expect(storm.tipsAbove).toBeGreaterThan(970);
    expect(storm.tipsAbove).toBeLessThan(1000);
    expect(storm.today?.calm).toMatchObject({ success: expect.closeTo(1, 6) });
    expect(storm.today?.stormy).toMatchObject({ success: 0, p99: null });
    expect(storm.today?.stormy.amplification).toBeCloseTo(3, 6);
    expect(storm.today?.stormy.utilisation).toBeCloseTo(2.1, 6);
    expect(storm.points.map(({ ratePerSecond }) => ratePerSecond)).toSatisfy(rises);
  });

  it('is shown up to today, however far beyond saturation that is', () => {
    const { points, today } = stormOf(served(5000, { time, workers: 100 }, { ...call, retries: 0 }));
    expect(points.at(-1)).toEqual(today);
    expect(points.at(-2)?.ratePerSecond).toBeGreaterThan(1000);
  });

  it('is ended by a short queue, by a budget or without retries, and begins and ends as when it is played', () => {
    const { tipsAbove, recoversBelow, remedies } = stormOf(bounded);
    const at = (rate: number) => ({ times: rate / 280, seconds: 12 });
    const played = simulated(
      bounded.designs[0]!,
      [0.85 * tipsAbove!, 1.25 * tipsAbove!, 1.25 * recoversBelow!, 0.8 * recoversBelow!, 1.25 * recoversBelow!].map(
        at,
      ),
      5,
    ).map(({ success }) => success);
    const [calm, tipped, stays, , back] = played;
    expect(calm).toBeGreaterThan(0.98);
    expect(tipped).toBeLessThan(0.7);
    expect(stays).toBeLessThan(0.1);
    expect(back).toBeGreaterThan(0.98);
    expect(remedies.map(({ kind }) => kind).sort()).toEqual([
      'breaker',
      'cancel',
      'no-retries',
      'queue-limit',
      'retry-budget',
    ]);
    const short = remedies.find(({ kind }) => kind === 'queue-limit');
    expect(short).toMatchObject({ places: 200, tipsAbove: null, recoversBelow: null });
    expect(short?.success).toBeGreaterThan(0.999);
    expect(remedies.find(({ kind }) => kind === 'no-retries')).toMatchObject({ tipsAbove: null, recoversBelow: null });
    expect(remedies.find(({ kind }) => kind === 'cancel')).toMatchObject({ tipsAbove: null, recoversBelow: null });
    // Of three attempts some are let through, and all of those are answered.
    expect(remedies.find(({ kind }) => kind === 'breaker')?.success).toBeGreaterThan(0.3);
    // 400 / 1.1, to a hundredth.
    expect(remedies.find(({ kind }) => kind === 'retry-budget')?.recoversBelow).toBeCloseTo(363.6, -1);
    const success = remedies.map((remedy) => -remedy.success);
    expect(success).toEqual([...success].sort((one, other) => one - other));
  });

  it('cannot be where nothing is tried again, nor where nobody hangs up', () => {
    for (const patient of [
      { ...call, retries: 0 },
      { ...call, timeoutSeconds: null },
    ]) {
      const storm = stormOf(served(700, { time, workers: 100 }, patient));
      expect(storm).toMatchObject({ tipsAbove: null, recoversBelow: null, remedies: [] });
      for (const { calm, stormy } of storm.points) expect(stormy).toEqual(calm);
    }
    expect(stormOf(served(null, { workers: 4 }, call)).points).toEqual([]);
    expect(stormOf(served(700, {}, call)).points).toEqual([]);
  });

  it('never ends at a higher load than it begins at', () => {
    const rough = createAlgebra({ binsPerOctave: 8, rounding: 'near' });
    const any = fc.record({
      workers: fc.integer({ min: 1, max: 40 }),
      retries: fc.integer({ min: 1, max: 4 }),
      timeoutSeconds: fc.double({ min: 0.2, max: 2, noNaN: true }),
      queue: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    let tipped = 0;
    fc.assert(
      fc.property(any, ({ workers, queue, ...call }) => {
        const design = served(10 * workers, { workers, queue }, call).designs[0]!;
        const by = (): LoadedBy => ({ algebra: rough, visits: createLatencyCache() });
        const saturation = finished(saturationOf(design, new Set([1]), by(), { close: 0.1 }))!;
        const tipping = finished(tippingOf(settlingOf(design, 0, by()), saturation, { close: 0.1 }));
        if (tipping === null) return;
        tipped++;
        expect(tipping.recoversBelow).toBeLessThanOrEqual((tipping.tipsAbove ?? Number.POSITIVE_INFINITY) * 1.1);
      }),
      { numRuns: 6, seed: 4 },
    );
    expect(tipped).toBeGreaterThan(2);
  });

  it('is not made worse by what is tried against it', () => {
    const design = bounded.designs[0]!;
    expect(remedied(design, { kind: 'queue-limit', component: 'service', places: 7 }).components[1]?.queue).toBe(7);
    const id = design.calls[0]!.id;
    const made = (kind: 'retry-budget' | 'breaker') => remedied(design, { kind, call: id, share: 0.2 }).calls[0];
    expect([made('retry-budget')?.retryBudget, made('breaker')?.breaker]).toEqual([0.2, 0.2]);
    expect(remedied(design, { kind: 'no-retries', call: 'nothing' })).toBe(design);
    const short = { ...design, components: design.components.with(1, { ...design.components[1]!, queue: 3 }) };
    const line = { servers: 40, holdSeconds: 0.1 };
    const loaded = { design: short, rates: [], calls: {}, lines: [null, line], pools: {}, settled: true } as never;
    expect(stormRemedies(loaded, 1, {}).map(({ kind }) => kind)).not.toContain('queue-limit');
  });
});
