import { describe, expect, it } from 'vitest';
import { mg1MeanWait } from '../../../src/engine/queueing/mg1.ts';
import { mgcMeanWait } from '../../../src/engine/queueing/mgc.ts';
import { mmc, mmcResponseQuantile, mmcWaitBeyond } from '../../../src/engine/queueing/mmc.ts';
import { mmck } from '../../../src/engine/queueing/mmck.ts';
import type { ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';
import { batched, simulated, type Observed, type Phase } from './simulate.ts';

const SERVICE = 0.1;

/** A client that calls one service of exponential times. */
function served(
  ratePerSecond: number,
  service: Partial<ResolvedComponent>,
  call: Partial<ResolvedCall> = {},
): ResolvedDesign {
  const time = { of: 'exponential', meanSeconds: SERVICE } as const;
  const parts = [
    component({ id: 'client', kind: 'client', ratePerSecond }),
    component({ id: 'service', kind: 'service', time, ...service }),
  ];
  return resolvedOf(parts, [['client', 'service', call]]).designs[0]!;
}

/** What is seen after a while. */
const settled = (design: ResolvedDesign, seconds: number, seed = 1): Observed =>
  simulated(
    design,
    [
      { seconds: seconds / 20, times: 1 },
      { seconds, times: 1 },
    ],
    seed,
  )[1]!;

const waitsOf = ({ components }: Observed) => batched(components['service']!.waits);

describe('requests that are played one by one', () => {
  it.each([
    [1, 1, 0.7],
    [4, 1, 0.85],
    [4, 3, 0.8],
  ])('before %i workers of %i replicas wait as M/M/c says, with a load of %f', (workers, replicas, load) => {
    const ratePerSecond = (load * workers * replicas) / SERVICE;
    const seen = settled(served(ratePerSecond, { workers, replicas }), 120_000 / ratePerSecond);
    const own = mmc({ arrivalsPerSecond: ratePerSecond / replicas, serviceSeconds: SERVICE, servers: workers })!;
    const { mean, off } = waitsOf(seen);
    expect(off).toBeLessThan(0.2 * mean);
    expect(Math.abs(mean - own.meanWaitSeconds)).toBeLessThan(off);
    const { waits, busy } = seen.components['service']!;
    const longer = waits.filter((wait) => wait > SERVICE).length / waits.length;
    expect(longer).toBeCloseTo(mmcWaitBeyond(own, SERVICE), 1.5);
    expect(busy).toBeCloseTo(load, 1.5);
    const p99 = seen.seconds[Math.ceil(0.99 * seen.seconds.length) - 1]!;
    expect(Math.abs(p99 / mmcResponseQuantile(own, 0.99) - 1)).toBeLessThan(0.08);
    expect(seen.success).toBeGreaterThan(0.999);
  });

  it('are turned away, and wait, as M/M/c/K says', () => {
    const seen = settled(served(50, { workers: 4, queue: 6 }), 1500);
    const own = mmck({ arrivalsPerSecond: 50, serviceSeconds: SERVICE, servers: 4, capacity: 10 });
    const { mean, off } = waitsOf(seen);
    expect(Math.abs(mean - own.meanWaitSeconds)).toBeLessThan(off);
    expect(seen.components['service']!.shed).toBeCloseTo(own.blockingProbability, 1.5);
    expect(seen.success).toBeCloseTo(1 - own.blockingProbability, 1.5);
  });

  it('wait for all workers where those are pooled, and for their own where some are kept', () => {
    const pooled = waitsOf(settled(served(34, { workers: 2, replicas: 2, pooled: true }), 2000));
    const four = mmc({ arrivalsPerSecond: 34, serviceSeconds: SERVICE, servers: 4 })!;
    expect(Math.abs(pooled.mean - four.meanWaitSeconds)).toBeLessThan(pooled.off);
    const kept = waitsOf(settled(served(14, { workers: 8 }, { pool: 2 }), 3000));
    const two = mmc({ arrivalsPerSecond: 14, serviceSeconds: SERVICE, servers: 2 })!;
    expect(Math.abs(kept.mean - two.meanWaitSeconds)).toBeLessThan(kept.off);
  });

  it('of constant service wait by the variance, within the band where there are several workers', () => {
    const time = { of: 'constant', seconds: SERVICE } as const;
    const one = waitsOf(settled(served(8, { time, workers: 1 }), 8000));
    expect(Math.abs(one.mean - mg1MeanWait({ arrivalsPerSecond: 8, serviceSeconds: SERVICE }, 0)!)).toBeLessThan(
      one.off,
    );
    const several = waitsOf(settled(served(34, { time, workers: 4 }), 2000));
    const { seconds, band } = mgcMeanWait({ arrivalsPerSecond: 34, serviceSeconds: SERVICE, servers: 4 }, 0)!;
    expect(Math.abs(several.mean / seconds - 1)).toBeLessThan(band!);
  });

  it('hold a worker for what it waits for, or only for its own work', () => {
    const chain = (holds: 'own' | 'response'): ResolvedDesign =>
      resolvedOf(
        [
          component({ id: 'client', kind: 'client', ratePerSecond: 20 }),
          component({ id: 'service', kind: 'service', workers: 10, holds, time: { of: 'constant', seconds: 0.1 } }),
          component({ id: 'db', kind: 'database', time: { of: 'constant', seconds: 0.2 } }),
        ],
        [
          ['client', 'service'],
          ['service', 'db'],
        ],
      ).designs[0]!;
    expect(settled(chain('own'), 300).components['service']!.busy).toBeCloseTo(0.2, 1.5);
    expect(settled(chain('response'), 300).components['service']!.busy).toBeCloseTo(0.6, 1.5);
  });

  it('of errors are tried again, after a backoff, and what has timed out runs on', () => {
    const flaky = served(100, { errors: 0.2 }, { retries: 2, backoff: { ...NO_WAIT, firstSeconds: 0.5 } });
    const again = settled(flaky, 200);
    expect(again.components['service']!.ratePerSecond).toBeCloseTo(124, -1);
    expect(again.success).toBeCloseTo(1 - 0.2 ** 3, 2);
    expect(again.seconds.at(-1)).toBeGreaterThan(1);
    const late = settled(served(100, { workers: 30 }, { timeoutSeconds: SERVICE, retries: 0 }), 200);
    expect(late.success).toBeCloseTo(-Math.expm1(-1), 1.5);
    expect(late.components['service']!.busy).toBeCloseTo(1 / 3, 1.5);
  });

  it('are tried again only as often as the budget allows', () => {
    const failing = served(100, { errors: 0.5 }, { retries: 3, retryBudget: 0.1 });
    expect(settled(failing, 200).components['service']!.ratePerSecond).toBeCloseTo(110, -1);
  });
});

const NO_WAIT = { firstSeconds: 0, factor: 1, maxSeconds: Number.POSITIVE_INFINITY, jitter: true };

describe('a retry storm that is played request by request', () => {
  // 100 workers carry 1,000 requests a second; who waits in a full queue waits for 1.5 s, longer than anybody listens.
  const design = served(
    1,
    { workers: 100, queue: 1500 },
    { timeoutSeconds: 1, retries: 2, backoff: { ...NO_WAIT, firstSeconds: 0.2 } },
  );
  const success = (phases: readonly Phase[]): number[] => simulated(design, phases, 3).map((seen) => seen.success);
  const at = (times: number): Phase => ({ times, seconds: 12 });

  it('stays at a load that was carried before, until the load is a third', () => {
    const [before, over, stays, back, after] = success([at(700), at(1300), at(700), at(250), at(700)]);
    expect(before).toBeGreaterThan(0.99);
    expect(over).toBeLessThan(0.4);
    expect(stays).toBeLessThan(0.1);
    expect(back).toBeGreaterThan(0.5);
    expect(after).toBeGreaterThan(0.99);
  });
});
