import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCurveStepwise } from '../../../src/engine/load-curve.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import type { CacheLoss, CapacityPlan } from '../../../src/model/report-load.ts';
import type { Resolved, ResolvedComponent } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';

const MONTH = 730 * 3600;
const exponential = (meanSeconds: number) => ({ of: 'exponential', meanSeconds }) as const;

describe('a capacity plan', () => {
  const planOf = (resolved: Resolved, months = 12): CapacityPlan => {
    const plan = finished(loadCurveStepwise(resolved, { question: 'capacity-plan', design: 0, months }));
    if (plan.question !== 'capacity-plan') throw new Error('another question was answered');
    return plan;
  };
  const growing = (growthPerMonth: number, app: Partial<ResolvedComponent> = {}): Resolved =>
    resolvedOf(
      [
        component({ id: 'shoppers', kind: 'client', ratePerSecond: 1000, averagePerSecond: 400, growthPerMonth }),
        component({ id: 'app', kind: 'service', workers: 64, time: exponential(0.04), ...app }),
        component({ id: 'db', kind: 'database', workers: 50, replicas: 2, time: exponential(0.01) }),
      ],
      [
        ['shoppers', 'app'],
        ['app', 'db', { times: 3, sequential: true }],
      ],
    );

  it('says which is full first, and when: growth compounds', () => {
    const { components } = planOf(growing(0.1));
    // 1,600 requests a second of 1,000, and 10,000 of 3,000.
    expect(components.map((each) => each.component)).toEqual(['app', 'db']);
    const [app, db] = components;
    expect(app?.utilisation).toHaveLength(13);
    expect(app?.utilisation[0]).toBeCloseTo(0.625, 9);
    expect(app?.utilisation[12]).toBeCloseTo(0.625 * 1.1 ** 12, 9);
    expect(app?.averageUtilisation).toBeCloseTo(0.25, 9);
    expect(app?.monthsToTarget).toBeCloseTo(Math.log(1.12) / Math.log(1.1), 9);
    expect(app?.monthsToSaturation).toBeCloseTo(Math.log(1.6) / Math.log(1.1), 9);
    expect(app?.monthsToOrder).toBe(app?.monthsToTarget);
    expect(db?.monthsToTarget).toBeCloseTo(Math.log(7 / 3) / Math.log(1.1), 9);
    // 1,000 × 1.1¹² × 40 ms / (64 × 0.7) = 2.8.
    expect([app?.replicas, app?.replicasNeeded]).toEqual([1, 3]);
  });

  it('orders so much earlier as it takes to have more of it, and at once where that is past', () => {
    const slow = (months: number) => planOf(growing(0.1, { leadSeconds: months * MONTH })).components[0];
    expect(slow(1)?.monthsToOrder).toBeCloseTo(Math.log(1.12) / Math.log(1.1) - 1, 9);
    expect(slow(2)?.monthsToOrder).toBe(0);
  });

  it('without growth is never full, and what is full already is so now', () => {
    const [app] = planOf(growing(0)).components;
    expect(app).toMatchObject({ monthsToTarget: null, monthsToSaturation: null, monthsToOrder: null });
    const full = planOf(growing(0, { target: 0.6 })).components[0];
    expect(full).toMatchObject({ monthsToTarget: 0, monthsToOrder: 0, monthsToSaturation: null });
    expect(planOf(growing(-0.05)).components[0]?.monthsToTarget).toBeNull();
  });

  it('knows what ten and a hundred times today’s load need', () => {
    const { multiples } = planOf(growing(0));
    expect(multiples.map(({ times }) => times)).toEqual([10, 100]);
    expect(multiples.map(({ components }) => components[0])).toEqual([
      { component: 'app', utilisation: expect.closeTo(6.25, 9) as number, replicasNeeded: 9 },
      { component: 'app', utilisation: expect.closeTo(62.5, 9) as number, replicasNeeded: 90 },
    ]);
    const contended = planOf(growing(0, { sigma: 0.1 })).multiples[1]?.components[0];
    expect(contended?.replicasNeeded).toBeNull();
  });

  it('adds up clients that grow each by its own', () => {
    const two = resolvedOf(
      [
        component({ id: 'web', kind: 'client', ratePerSecond: 500, growthPerMonth: 0.2 }),
        component({ id: 'batch', kind: 'client', ratePerSecond: 500, growthPerMonth: -0.1 }),
        component({ id: 'app', kind: 'service', workers: 64, time: exponential(0.04) }),
      ],
      [
        ['web', 'app'],
        ['batch', 'app'],
      ],
    );
    const [app] = planOf(two, 6).components;
    expect(app?.averageUtilisation).toBeNull();
    for (const [month, utilisation] of app!.utilisation.entries())
      expect(utilisation).toBeCloseTo((500 * (1.2 ** month + 0.9 ** month)) / 1600, 9);
    const at = app!.monthsToTarget!;
    expect((500 * (1.2 ** at + 0.9 ** at)) / 1600).toBeCloseTo(0.7, 3);
  });

  it('is full sooner the more it grows', () => {
    const growth = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(growth, growth, (one, other) => {
        const plans = [Math.min(one, other), Math.max(one, other)].map((each) => planOf(growing(each)).components);
        const [slow, fast] = plans.map((components) => components.map(({ monthsToTarget }) => monthsToTarget!));
        for (const [place, months] of fast!.entries()) expect(months).toBeLessThanOrEqual(slow![place]! + 1e-9);
        const last = plans.map((components) => components[0]!.utilisation[12]!);
        expect(last[1]).toBeGreaterThanOrEqual(last[0]!);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the loss of a cache', () => {
  const cached = (cache: Partial<ResolvedComponent>): Resolved =>
    resolvedOf(
      [
        component({ id: 'users', kind: 'client', ratePerSecond: 1000 }),
        component({ id: 'app', kind: 'service', time: exponential(0.01) }),
        component({ id: 'cache', kind: 'cache', hitRatio: 0.9, time: exponential(0.001), ...cache }),
        component({ id: 'db', kind: 'database', workers: 20, time: exponential(0.04) }),
        component({ id: 'others', kind: 'client', ratePerSecond: 10 }),
      ],
      [
        ['users', 'app'],
        ['app', 'cache'],
        ['cache', 'db'],
        ['others', 'app', { probability: 0 }],
      ],
    );
  const lossOf = (resolved: Resolved, id = 'cache'): CacheLoss => {
    const loss = finished(loadCurveStepwise(resolved, { question: 'cache-loss', design: 0, component: id }));
    if (loss.question !== 'cache-loss') throw new Error('another question was answered');
    return loss;
  };

  it('brings its database ten times as much, which melts', () => {
    const { callees, journeys, hitRatio } = lossOf(cached({}));
    expect(hitRatio).toBe(0.9);
    expect(callees).toEqual([
      {
        component: 'db',
        ratePerSecond: expect.closeTo(100, 6) as number,
        utilisation: expect.closeTo(0.2, 6) as number,
        emptyRatePerSecond: expect.closeTo(1000, 6) as number,
        emptyUtilisation: expect.closeTo(2, 6) as number,
        downRatePerSecond: expect.closeTo(1000, 6) as number,
        downUtilisation: expect.closeTo(2, 6) as number,
        replicasNeededWhenEmpty: 3,
      },
    ]);
    const users = journeys.find(({ journey }) => journey === 'users');
    expect(users).toMatchObject({ success: 1, emptySuccess: 0, emptyP99: null, downSuccess: 0, downP99: null });
    expect(users?.p99).toBeGreaterThan(0.04);
  });

  it('that refuses while it is down brings it nothing, and fails all that need it', () => {
    const { callees, journeys } = lossOf(cached({ whenDown: 'refuse' }));
    expect(callees[0]).toMatchObject({ downRatePerSecond: 0, downUtilisation: 0 });
    expect(journeys[0]).toMatchObject({ success: 1, downSuccess: 0 });
  });

  it('that never hits is the same before and after', () => {
    const { callees, journeys } = lossOf(cached({ hitRatio: 0 }));
    for (const { ratePerSecond, utilisation, emptyRatePerSecond, emptyUtilisation } of callees)
      expect([emptyRatePerSecond, emptyUtilisation]).toEqual([ratePerSecond, utilisation]);
    for (const { success, p99, emptySuccess, emptyP99 } of journeys)
      expect([emptySuccess, emptyP99]).toEqual([success, p99]);
  });

  it('is not asked of what is no cache', () => {
    expect(lossOf(cached({}), 'db')).toEqual({ question: 'cache-loss', hitRatio: 0, callees: [], journeys: [] });
  });
});
