import { describe, expect, it } from 'vitest';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { createLatencyCache } from '../../../src/engine/latency/latency-cache.ts';
import { timedJourney } from '../../../src/engine/load/journey-under.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import { NO_BACKOFF } from '../../../src/model/resolved-time.ts';
import type { ResolvedComponent, ResolvedDesign } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';
import { batched, simulated, type Observed } from './simulate.ts';

const algebra = createAlgebra({ binsPerOctave: 32, rounding: 'near' });
const users = (ratePerSecond: number): ResolvedComponent => component({ id: 'users', kind: 'client', ratePerSecond });
const service = (id: string, meanSeconds: number, part: Partial<ResolvedComponent>): ResolvedComponent =>
  component({ id, kind: 'service', time: { of: 'exponential', meanSeconds }, ...part });

/** What is computed of a design whose first component is its client, and what is seen when it is played. */
function both(components: readonly ResolvedComponent[], arrows: Parameters<typeof resolvedOf>[1], seconds: number) {
  const design: ResolvedDesign = resolvedOf(components, arrows).designs[0]!;
  const computed = finished(timedJourney(design, 0, { algebra, visits: createLatencyCache(), times: algebra }));
  const phases = [seconds / 20, seconds].map((each) => ({ seconds: each, times: 1 }));
  const seen = simulated(design, phases, 11)[1]!;
  const at = (id: string): number => components.findIndex((one) => one.id === id);
  return {
    ...computed,
    seen,
    rate: (id: string) => computed.loaded.rates[at(id)]!,
    line: (id: string) => computed.loaded.lines[at(id)]!,
  };
}

const p99Of = ({ seconds }: Observed): number => seconds[Math.ceil(0.99 * seconds.length) - 1]!;
const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

describe('what is computed of waits is what is seen when requests are played', () => {
  it('where a worker is held while another waits for its own', () => {
    const { seen, p99, success, line } = both(
      [users(100), service('app', 0.1, { workers: 24, holds: 'response' }), service('db', 0.04, { workers: 5 })],
      [
        ['users', 'app'],
        ['app', 'db'],
      ],
      1000,
    );
    expect(success).toBe(1);
    for (const id of ['app', 'db']) {
      const { waits, busy } = seen.components[id]!;
      const { mean, off } = batched(waits);
      const { meanWaitSeconds, holdSeconds, utilisation } = line(id);
      expect(busy).toBeCloseTo(utilisation, 1.5);
      // Those who wait behind each other are held one as long as the other, which the queue before takes for chance.
      expect(Math.abs(mean - meanWaitSeconds!)).toBeLessThan(off + 0.03 * holdSeconds!);
    }
    expect(relative(p99Of(seen), p99!)).toBeLessThan(0.1);
  });

  it('where queues are short, and what they turn away is tried again', () => {
    const again = { retries: 2, backoff: { ...NO_BACKOFF, firstSeconds: 4, jitter: true } };
    const { seen, success, rate, line } = both(
      [users(90), service('db', 0.04, { workers: 4, queue: 3 })],
      [['users', 'db', again]],
      600,
    );
    const { ratePerSecond, shed, waits } = seen.components['db']!;
    expect(rate('db')).toBeGreaterThan(100);
    expect(relative(ratePerSecond, rate('db'))).toBeLessThan(0.03);
    expect(shed).toBeCloseTo(line('db').waiting!.shed, 1.5);
    expect(seen.success).toBeCloseTo(success, 1.5);
    const { mean, off } = batched(waits);
    expect(Math.abs(mean - line('db').meanWaitSeconds!)).toBeLessThan(off + 0.05 * mean);
  });

  it('where timeouts make attempts, and attempts waits', () => {
    const { seen, success, rate, p99 } = both(
      [users(600), service('db', 0.04, { workers: 40 })],
      [['users', 'db', { timeoutSeconds: 0.15, retries: 1, backoff: { ...NO_BACKOFF, firstSeconds: 2 } }]],
      100,
    );
    expect(relative(seen.components['db']!.ratePerSecond, rate('db'))).toBeLessThan(0.03);
    expect(seen.success).toBeCloseTo(success, 2);
    expect(relative(p99Of(seen), p99!)).toBeLessThan(0.15);
  });

  it('where some workers are kept for one caller', () => {
    const { seen, loaded } = both(
      [users(30), service('web', 0, {}), service('batch', 0, {}), service('db', 0.04, { workers: 6 })],
      [
        ['users', 'web'],
        ['users', 'batch'],
        ['web', 'db', { pool: 2 }],
        ['batch', 'db'],
      ],
      1500,
    );
    const own = loaded.pools['web->db#2']!;
    const shared = loaded.lines[3]!;
    expect([own.servers, shared.servers]).toEqual([2, 4]);
    const { mean, off } = batched(seen.components['db']!.waits);
    expect(Math.abs(mean - (own.meanWaitSeconds! + shared.meanWaitSeconds!) / 2)).toBeLessThan(off);
  });
});
