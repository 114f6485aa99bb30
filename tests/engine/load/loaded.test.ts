import { describe, expect, it } from 'vitest';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { createDesignLatency } from '../../../src/engine/latency/design-latency.ts';
import { createLatencyCache } from '../../../src/engine/latency/latency-cache.ts';
import { loadedStepwise } from '../../../src/engine/load/loaded.ts';
import { EVERYTHING_UP, type LoadOptions } from '../../../src/engine/load/loading.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import { mmc } from '../../../src/engine/queueing/mmc.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import type { ResolvedCall, ResolvedComponent } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';

const algebra = createAlgebra({ binsPerOctave: 64, rounding: 'near' });
const exponential = (seconds: number): ResolvedTime => ({ of: 'exponential', meanSeconds: seconds });
const constant = (seconds: number): ResolvedTime => ({ of: 'constant', seconds });
const users = (ratePerSecond: number): ResolvedComponent => component({ id: 'u', kind: 'client', ratePerSecond });
const service = (id: string, part: Partial<ResolvedComponent>): ResolvedComponent =>
  component({ id, kind: 'service', ...part });

function loaded(
  components: readonly ResolvedComponent[],
  arrows: Parameters<typeof resolvedOf>[1],
  options: LoadOptions = {},
) {
  const by = { algebra, visits: createLatencyCache() };
  const design = resolvedOf(components, arrows).designs[0]!;
  const all = finished(loadedStepwise(design, EVERYTHING_UP, options, by));
  const latency = createDesignLatency(all.design, algebra, by.visits);
  const at = (id: string): number => components.findIndex((one) => one.id === id);
  return {
    ...all,
    line: (id: string) => all.lines[at(id)]!,
    rate: (id: string) => all.rates[at(id)]!,
    response: (id: string) => latency.response(at(id)),
  };
}

describe('a service of 40 ms', () => {
  it('at 70 % of 64 workers has a p99 of 184 ms, and of one worker 614 ms', () => {
    const time = exponential(0.04);
    const many = loaded([users(1120), service('s', { time, workers: 64 })], [['u', 's']]);
    const one = loaded([users(17.5), service('s', { time, workers: 1 })], [['u', 's']]);
    expect(many.line('s').utilisation).toBeCloseTo(0.7, 12);
    expect(one.line('s').utilisation).toBeCloseTo(0.7, 12);
    expect(algebra.quantile(many.response('u').success, 0.99)).toBeCloseTo(0.184, 3);
    expect(algebra.quantile(one.response('u').success, 0.99)).toBeCloseTo(0.614, 3);
    expect(algebra.mean(one.response('u').success)).toBeCloseTo(0.04 / 0.3, 9);
  });

  it('is unstable once more comes than its workers can do', () => {
    const { line, response, settled } = loaded(
      [users(1601), service('s', { time: exponential(0.04), workers: 64 })],
      [['u', 's']],
    );
    expect(line('s')).toMatchObject({ meanWaitSeconds: null, p99WaitSeconds: null });
    expect(line('s').waiting!.unstable).toBe(true);
    expect(response('u')).toMatchObject({ failure: 1, never: 1 });
    expect(settled).toBe(true);
  });
});

describe('an open network of queues', () => {
  // Means by Jackson's theorem as another program (R, package queueing) has them.
  it.each([
    [5, 0.010526315789473684, 0.040404040404040407, 0.021739130434782608, 0.068321660541340173],
    [20, 0.0125, 0.047619047619047623, 0.029411764705882353, 0.08364845938375351],
    [40, 0.016666666666666666, 0.11111111111111112, 0.055555555555555552, 0.17222222222222225],
  ])('has the known means at %i requests per second', (rate, first, second, third, whole) => {
    const network = loaded(
      [
        users(rate),
        service('a', { time: exponential(0.01), workers: 1 }),
        service('b', { time: exponential(0.04), workers: 2 }),
        service('c', { time: exponential(0.02), workers: 1 }),
      ],
      [
        ['u', 'a', { step: 1 }],
        ['u', 'b', { step: 2 }],
        ['u', 'c', { step: 3, probability: 0.8 }],
      ],
    );
    for (const [id, mean] of [
      ['a', first],
      ['b', second],
      ['c', third],
    ] as const)
      expect(algebra.mean(network.response(id).success)).toBeCloseTo(mean, 12);
    expect(algebra.mean(network.response('u').success)).toBeCloseTo(whole, 12);
    expect(network.rate('c')).toBeCloseTo(0.8 * rate, 12);
  });
});

describe('a worker', () => {
  it('is held through the waits behind it where it is held for the response', () => {
    const parts = (holds: 'own' | 'response') => [
      users(10),
      service('app', { time: constant(0.01), workers: 8, holds }),
      service('db', { time: exponential(0.05), workers: 1 }),
    ];
    const arrows: Parameters<typeof resolvedOf>[1] = [
      ['u', 'app'],
      ['app', 'db'],
    ];
    const threads = loaded(parts('response'), arrows);
    // M/M/1 at ρ = 0.5: 0.05/(1 − 0.5) s.
    expect(threads.line('app').holdSeconds).toBeCloseTo(0.11, 9);
    expect(threads.line('app').queue).toBe('M/G/c');
    const fibres = loaded(parts('own'), arrows);
    expect(fibres.line('app')).toMatchObject({ holdSeconds: 0.01, scv: 0 });
  });
});

describe('a caller whose workers are all held by what it calls', () => {
  it.each([150, 165, 200, 400])('passes on what they carry, of %i requests per second', (rate) => {
    const parts = [
      users(rate),
      service('app', { time: exponential(0.005), workers: 16, holds: 'response' }),
      service('db', { time: exponential(0.05), workers: 8 }),
    ];
    const threads = loaded(parts, [
      ['u', 'app'],
      ['app', 'db'],
    ]);
    const carried = threads.rate('db');
    // 16 workers, each held for its own work, the wait before eight others and their work.
    const { meanResponseSeconds } = mmc({ arrivalsPerSecond: carried, serviceSeconds: 0.05, servers: 8 })!;
    expect(carried * (0.005 + meanResponseSeconds)).toBeCloseTo(16, 3);
    expect(threads.line('app').utilisation).toBeCloseTo(rate / carried, 3);
    expect(threads.settled).toBe(true);
  });
});

describe('what limits retries', () => {
  const overloaded = (limits: Partial<ResolvedCall>, rate = 900) =>
    loaded(
      [users(rate), service('s', { time: exponential(0.01), workers: 8 })],
      [['u', 's', { timeoutSeconds: 0.1, retries: 3, ...limits }]],
    );

  it('nothing makes every request four', () => {
    const { rate, settled } = overloaded({});
    expect(rate('s')).toBeCloseTo(3600, 6);
    expect(settled).toBe(true);
  });

  it('a budget of 10 % makes it 1.1 of each', () => {
    expect(overloaded({ retryBudget: 0.1 }).rate('s')).toBeCloseTo(990, 6);
  });

  it('a breaker sends only so many that of those hardly any fail', () => {
    const { rate, line, response, design, settled } = overloaded({ breaker: 0.05, retries: 0 });
    expect(line('s').utilisation).toBeLessThan(1);
    const sent = design.calls[0]!.admitted;
    expect(rate('s')).toBeCloseTo(900 * sent, 6);
    expect(1 - (1 - response('u').failure) / sent).toBeCloseTo(0.05, 2);
    expect(settled).toBe(true);
  });

  it('makes no difference where enough is answered', () => {
    const calm = overloaded({}, 500);
    expect(overloaded({ retryBudget: 0.1, breaker: 0.5 }, 500).rate('s')).toBe(calm.rate('s'));
  });
});

describe('tied copies', () => {
  it('start when the first of the two has a worker, and cost none', () => {
    const parts = [users(15), service('s', { time: exponential(0.04), workers: 1 })];
    const alone = loaded(parts, [['u', 's']]);
    const tied = loaded(parts, [['u', 's', { hedgeSeconds: 0, tied: true }]]);
    expect(tied.rate('s')).toBeCloseTo(alone.rate('s'), 12);
    // M/M/1: waits with 0.6, then exponentially with 10 a second; of two the shorter.
    expect(algebra.mean(tied.response('u').success)).toBeCloseTo(0.04 + 0.36 / 20, 5);
    expect(algebra.mean(alone.response('u').success)).toBeCloseTo(0.04 + 0.6 / 10, 9);
  });
});
