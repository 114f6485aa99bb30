import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/engine/index.ts';
import type { DesignReport } from '../../../src/model/report.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import type { ResolvedComponent } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';

const exponential = (seconds: number): ResolvedTime => ({ of: 'exponential', meanSeconds: seconds });
const users = (ratePerSecond: number | null): ResolvedComponent =>
  component({ id: 'u', kind: 'client', ratePerSecond });
const app = (part: Partial<ResolvedComponent>): ResolvedComponent =>
  component({ id: 'app', kind: 'service', name: 'App', time: exponential(0.04), workers: 64, ...part });

function reported(
  parts: readonly ResolvedComponent[],
  arrows: Parameters<typeof resolvedOf>[1] = [['u', 'app']],
): DesignReport {
  return analyse(resolvedOf(parts, arrows)).designs[0]!;
}
const near = (value: number): unknown => expect.closeTo(value, 12);
const codes = ({ findings }: DesignReport): string[] => findings.map(({ code }) => code);

describe('the load of a service of 40 ms with 64 workers a replica, at 8,000 requests per second', () => {
  it('is 320 requests inside, and needs 8 replicas at 70 %: 1,120 a second each', () => {
    const report = reported([users(8000), app({ replicas: 10 })]);
    const { load } = report.components['app']!;
    expect(load).toMatchObject({
      ratePerSecond: 8000,
      utilisation: near(0.5),
      replicasNeeded: 8,
      target: 0.7,
      queue: 'M/M/c',
    });
    expect(load!.concurrency).toBeCloseTo(320, 2);
    expect(load!.saturatesAtRatePerSecond).toBeCloseTo(16_000, 8);
    expect((load!.saturatesAtRatePerSecond! * 0.7) / 10).toBeCloseTo(1120, 8);
    expect(report.load).toMatchObject({ calls: { 'u->app#0': 8000 }, settled: true });
    expect(report.load!.fullest).toMatchObject({
      component: 'app',
      timesToTarget: near(1.4),
      timesToSaturation: near(2),
    });
    expect(codes(report)).toEqual(['availability/never-down']);
  });

  it('makes redundancy honest: of ten replicas of which eight carry it, two are spare', () => {
    const parts = { replicas: 10, unavailability: 0.01, neededByLoad: true };
    const report = reported([users(8000), app(parts)]);
    expect(report.components['app']!.needed).toBe(8);
    expect(report.journeys['u']!.unavailability).toBe(
      reported([users(8000), app({ ...parts, neededByLoad: false, needed: 8 })]).journeys['u']!.unavailability,
    );
  });

  it('counts it as down where more replicas are needed than there are', () => {
    const report = reported([users(8000), app({ replicas: 7, neededByLoad: true })]);
    expect(report.components['app']).toMatchObject({ needed: 8, replicas: 7 });
    expect(report.journeys['u']!.unavailability).toBe(1);
    expect(codes(report)).toContain('load/capacity-short');
  });

  it('is unstable with five replicas, and says what it would take', () => {
    const report = reported([users(8000), app({ replicas: 5 })]);
    expect(report.components['app']!.load).toMatchObject({
      utilisation: near(1),
      concurrency: null,
      waitSeconds: { mean: null, p99: null },
      replicasNeeded: 8,
    });
    expect(report.journeys['u']!.latencySeconds!.p99).toBeNull();
    expect(report.findings.find(({ code }) => code === 'load/overloaded')!.message).toBe(
      'App is unstable: 8,000 requests per second arrive, and its workers can do 8,000, so its queue grows without end. It takes 8 replicas to keep its workers at 70 %.',
    );
  });

  it('is turned away in part where the queue is limited', () => {
    const report = reported([users(10_000), app({ replicas: 5, queue: 20 })]);
    const { load } = report.components['app']!;
    expect(load).toMatchObject({ utilisation: near(1.25), queue: 'M/M/c/K' });
    expect(load!.shed).toBeGreaterThan(0.2);
    expect(report.journeys['u']!.latency!.failure).toBeCloseTo(load!.shed, 12);
    expect(codes(report)).toContain('load/sheds');
  });

  it('cannot be known without a rate, but what it would be saturated by can', () => {
    const report = reported([users(null), app({ replicas: 10 })]);
    expect(report.components['app']!.load).toMatchObject({ ratePerSecond: 0, utilisation: 0, replicasNeeded: 1 });
    expect(report.components['app']!.load!.saturatesAtRatePerSecond).toBeCloseTo(16_000, 8);
    expect(report.load!.fullest).toBeNull();
  });
});

describe('contention and coordination', () => {
  it('stretch the work, so that more replicas may not be enough', () => {
    const report = reported([users(1000), app({ replicas: 10, sigma: 0.2, kappa: 0.1, scales: true, workers: 4 })]);
    // 1 + 0.2·9 + 0.1·90
    expect(report.components['app']!.load!.holdSeconds).toBeCloseTo(0.04 * 11.8, 12);
    expect(report.components['app']!.load!.replicasNeeded).toBeNull();
    expect(codes(report)).toContain('load/overloaded');
  });
});
