import { describe, expect, it } from 'vitest';
import { finished } from '../../../src/engine/numeric/finished.ts';
import { performability } from '../../../src/engine/performability.ts';
import type { ResolvedComponent } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';

const LIMIT = 0.06;

/** 100 requests a second at a group whose replicas have one worker each, and work for 8 ms on average. */
function designOf(group: Partial<ResolvedComponent>) {
  const { designs } = resolvedOf(
    [
      component({
        id: 'users',
        kind: 'client',
        ratePerSecond: 100,
        latencyObjective: { quantile: 0.99, limitSeconds: LIMIT },
      }),
      component({
        id: 'app',
        kind: 'service',
        replicas: 2,
        unavailability: 0.1,
        workers: 1,
        time: { of: 'exponential', meanSeconds: 0.008 },
        ...group,
      }),
    ],
    [['users', 'app']],
  );
  return designs[0]!;
}

/** The share of answers of an M/M/1 queue that come within the limit. */
const within = (arrivals: number): number => 1 - Math.exp(-(125 - arrivals) * LIMIT);

describe('performability', () => {
  const { states, total, remainder } = finished(performability(designOf({}), 0));

  it('says what is left in each state, by the load that it has then', () => {
    expect(states.map(({ down }) => down)).toEqual([
      [],
      [{ component: 'app', replicas: 1 }],
      [{ component: 'app', replicas: 2 }],
    ]);
    expect(states.map(({ probability }) => Number(probability.toFixed(12)))).toEqual([0.81, 0.18, 0.01]);
    expect(states[0]!.busiest!.utilisation).toBeCloseTo(0.4, 12);
    expect(states[1]!.busiest!.utilisation).toBeCloseTo(0.8, 12);
    expect(states[0]!.p99! / (Math.log(100) / 75)).toBeCloseTo(1, 3);
    expect(states[1]!.p99! / (Math.log(100) / 25)).toBeCloseTo(1, 3);
    expect(states[2]).toMatchObject({ success: 0, goodWithin: 0, p99: null });
  });

  it('adds the states up by their chance', () => {
    expect(remainder).toBeLessThan(1e-12);
    expect(total.success).toBeCloseTo(0.99, 12);
    expect(total.goodWithin).toBeCloseTo(0.81 * within(50) + 0.18 * within(100), 4);
  });

  it('counts a state in which more comes than can be done as one without answers', () => {
    const slow = finished(performability(designOf({ time: { of: 'exponential', meanSeconds: 0.016 } }), 0));
    expect(slow.states[1]).toMatchObject({ success: 0, p99: null });
    expect(slow.states[1]!.busiest!.utilisation).toBeCloseTo(1.6, 12);
    expect(slow.total.success).toBeCloseTo(0.81, 12);
  });

  it('says how busy those are that still run where too few are left', () => {
    const { states: rows } = finished(performability(designOf({ needed: 2 }), 0));
    expect(rows.map(({ probability }) => Number(probability.toFixed(12)))).toEqual([0.81, 0.18, 0.01]);
    expect(rows[1]).toMatchObject({ success: 0, p99: null });
    expect(rows[1]!.busiest!.utilisation).toBeCloseTo(0.8, 12);
    expect(rows[2]!.busiest).toBe(null);
  });

  it('leaves out how many are up where nobody waits', () => {
    const idle = finished(performability(designOf({ workers: null }), 0));
    expect(idle.states).toHaveLength(1);
    expect(idle.total.success).toBeCloseTo(0.99, 12);
  });
});
