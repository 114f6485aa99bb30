import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { createDesignLatency } from '../../../src/engine/latency/design-latency.ts';
import { createLatencyCache } from '../../../src/engine/latency/latency-cache.ts';
import { timedJourney } from '../../../src/engine/load/journey-under.ts';
import { loadedStepwise } from '../../../src/engine/load/loaded.ts';
import { EVERYTHING_UP, type Loaded, type LoadOptions } from '../../../src/engine/load/loading.ts';
import { settlingOf } from '../../../src/engine/load/tipping.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import { NO_BACKOFF, type ResolvedTime } from '../../../src/model/resolved-time.ts';
import type { ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';
import { batched, simulated, type Observed } from './simulate.ts';

const algebra = createAlgebra({ binsPerOctave: 32, rounding: 'near' });
const exponential = (meanSeconds: number): ResolvedTime => ({ of: 'exponential', meanSeconds });
const constant = (seconds: number): ResolvedTime => ({ of: 'constant', seconds });
const users = (ratePerSecond: number): ResolvedComponent => component({ id: 'users', kind: 'client', ratePerSecond });
const service = (id: string, time: ResolvedTime, part: Partial<ResolvedComponent> = {}): ResolvedComponent =>
  component({ id, kind: 'service', time, ...part });

type Arrows = Parameters<typeof resolvedOf>[1];
const designOf = (parts: readonly ResolvedComponent[], arrows: Arrows): ResolvedDesign =>
  resolvedOf(parts, arrows).designs[0]!;
const load = (design: ResolvedDesign, options: LoadOptions = {}): Loaded =>
  finished(loadedStepwise(design, EVERYTHING_UP, options, { algebra, visits: createLatencyCache() }));

/** What is computed of a design whose first component is its client, and what is seen when it is played. */
function both(parts: readonly ResolvedComponent[], arrows: Arrows, seconds: number) {
  const design = designOf(parts, arrows);
  const computed = finished(timedJourney(design, 0, { algebra, visits: createLatencyCache(), times: algebra }));
  const seen = simulated(
    design,
    [seconds / 20, seconds].map((each) => ({ seconds: each, times: 1 })),
    11,
  )[1]!;
  const line = (id: string) => computed.loaded.lines[parts.findIndex((one) => one.id === id)]!;
  return { ...computed, seen, line };
}

const p99Of = ({ seconds }: Observed): number => seconds[Math.ceil(0.99 * seconds.length) - 1]!;
const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

/** The mean wait is within what chance leaves open, and some of a hold. */
function expectWait({ seen, line }: Pick<ReturnType<typeof both>, 'seen' | 'line'>, id: string, slack: number): void {
  const { mean, off } = batched(seen.components[id]!.waits);
  expect(Math.abs(mean - line(id).meanWaitSeconds!)).toBeLessThan(off + slack);
}

describe('what is computed of work that is given up is what is seen when requests are played', () => {
  it.each([
    [1, 0.7, 0.3],
    [1, 1.5, 1],
    [4, 0.95, 0.3],
    [40, 1.5, 0.3],
  ])('before %i workers under a load of %f, given up after %f s', (workers, offered, timeoutSeconds) => {
    const rate = offered * workers * 10;
    const call = { timeoutSeconds, cancel: true };
    const played = both(
      [users(rate), service('s', exponential(0.1), { workers })],
      [['users', 's', call]],
      40_000 / rate,
    );
    const { seen, success, p99, line } = played;
    expect(line('s').queue).toBe('M/G/c+G');
    expect(seen.success).toBeCloseTo(success, 1.8);
    expect(relative(p99Of(seen), p99!)).toBeLessThan(0.02);
    expectWait(played, 's', 0.003);
    // Exponential work is answered well at a rate of its own while it runs: all of what is done is of use.
    expect(seen.components['s']!.busy).toBeCloseTo(success * offered, 1.7);
  });

  it('where a queue has few places', () => {
    const call = { timeoutSeconds: 0.3, cancel: true };
    const played = both(
      [users(60), service('s', exponential(0.1), { workers: 4, queue: 6 })],
      [['users', 's', call]],
      800,
    );
    const { seen, success, line } = played;
    expect(line('s').queue).toBe('M/G/c/K+G');
    expect(seen.components['s']!.shed).toBeCloseTo(line('s').waiting!.shed, 1.8);
    expect(seen.success).toBeCloseTo(success, 1.7);
    expectWait(played, 's', 0.003);
  });

  it('where some callers give up, others later, and some never', () => {
    const others = (id: string) => component({ id, kind: 'client', ratePerSecond: 30 });
    const played = both(
      [users(60), others('patient'), others('steady'), service('s', exponential(0.1), { workers: 9 })],
      [
        ['users', 's', { timeoutSeconds: 0.15, cancel: true }],
        ['patient', 's', { timeoutSeconds: 0.4, cancel: true }],
        ['steady', 's', { timeoutSeconds: 0.15 }],
      ],
      600,
    );
    expect(played.line('s').utilisation).toBeGreaterThan(1.1);
    expectWait(played, 's', 0.003);
  });

  it('where what is given up had called others, which stop too or run on', () => {
    for (const cancel of [true, false]) {
      const played = both(
        [
          users(100),
          service('app', exponential(0.05), { workers: 24, holds: 'response' }),
          service('db', exponential(0.06), { workers: 9 }),
        ],
        [
          ['users', 'app', { timeoutSeconds: 0.25, cancel: true }],
          ['app', 'db', { cancel }],
        ],
        500,
      );
      const { seen, line, success, loaded } = played;
      expect(relative(seen.components['db']!.ratePerSecond, loaded.rates[2]!)).toBeLessThan(0.01);
      for (const id of ['app', 'db']) expect(seen.components[id]!.busy).toBeCloseTo(line(id).utilisation, 1.8);
      expect(line('db').utilisation > 0.65).toBe(!cancel);
      expect(seen.success).toBeCloseTo(success, 1.8);
      expectWait(played, 'db', 0.003);
    }
  });

  it('where the copy that loses is given up, and what an error beside it makes useless', () => {
    const hedged = both(
      [users(200), service('s', exponential(0.04), { workers: 16 })],
      [['users', 's', { hedgeSeconds: 0.06, cancel: true }]],
      150,
    );
    expect(hedged.seen.components['s']!.busy).toBeCloseTo(hedged.line('s').utilisation, 1.8);
    const failing = both(
      [users(300), service('x', exponential(0.04), { errors: 0.3 }), service('s', exponential(0.08), { workers: 24 })],
      [
        ['users', 'x'],
        ['users', 's', { cancel: true }],
      ],
      100,
    );
    expect(failing.line('s').utilisation).toBeLessThan(0.85);
    expect(failing.seen.components['s']!.busy).toBeCloseTo(failing.line('s').utilisation, 1.5);
  });
});

describe('work that is given up', () => {
  it('before one worker leaves those waits of M/M/1 that are shorter than its time, exactly', () => {
    // The density of waits is λP₀e^((λ − μ)v) up to the timeout.
    const [arrivals, ends, timeoutSeconds] = [15, 10, 0.5];
    const { lines } = load(
      designOf(
        [users(arrivals), service('s', exponential(1 / ends), { workers: 1 })],
        [['users', 's', { timeoutSeconds, cancel: true }]],
      ),
    );
    const rise = arrivals - ends;
    const grown = Math.exp(rise * timeoutSeconds);
    const idle = 1 / (1 + (arrivals * (grown - 1)) / rise);
    const mean = arrivals * idle * ((timeoutSeconds * grown) / rise - (grown - 1) / rise ** 2);
    expect(lines[1]!.band).toBe(0);
    expect(relative(lines[1]!.meanWaitSeconds!, mean)).toBeLessThan(1e-3);
  });

  it('after a very long time waits as if it were not', () => {
    const any = fc.record({
      time: fc.constantFrom<ResolvedTime>(exponential(0.1), constant(0.1), {
        of: 'lognormal',
        medianSeconds: 0.05,
        sigma: 1,
      }),
      workers: fc.integer({ min: 1, max: 30 }),
      queue: fc.constantFrom(null, 0, 3, 50),
      busy: fc.double({ min: 0.2, max: 0.95, noNaN: true }),
    });
    fc.assert(
      fc.property(any, ({ time, workers, queue, busy }) => {
        const lineOf = (cancel: boolean) => {
          const call = { timeoutSeconds: 1000, cancel };
          const rate = (busy * workers) / algebra.mean(algebra.of(time));
          return load(designOf([users(rate), service('s', time, { workers, queue })], [['users', 's', call]]))
            .lines[1]!;
        };
        const [without, given] = [lineOf(false), lineOf(true)];
        expect(given.utilisation).toBeCloseTo(without.utilisation, 3);
        // M/G/1 is exact without, and else by its mean.
        expect(given.waiting?.shed ?? 0).toBeCloseTo(without.waiting?.shed ?? 0, 3);
        expect(Math.abs(given.meanWaitSeconds! - without.meanWaitSeconds!)).toBeLessThan(
          0.02 * without.meanWaitSeconds! + 1e-4,
        );
      }),
      { numRuns: 25 },
    );
  });

  it('never makes a queue grow without end, and a storm never less than calm', () => {
    const any = fc.record({
      rate: fc.integer({ min: 100, max: 3000 }),
      retries: fc.integer({ min: 0, max: 3 }),
      queue: fc.constantFrom(null, 5, 200),
      time: fc.constantFrom(exponential(0.01), constant(0.01)),
    });
    fc.assert(
      fc.property(any, ({ rate, retries, queue, time }) => {
        const of = (cancel: boolean, from: 'calm' | 'stormy') =>
          load(
            designOf(
              [users(rate), service('s', time, { workers: 8, queue })],
              [['users', 's', { timeoutSeconds: 0.1, retries, cancel }]],
            ),
            { from },
          );
        const [calm, stormy, without] = [of(true, 'calm'), of(true, 'stormy'), of(false, 'calm')];
        expect(calm.settled && stormy.settled).toBe(true);
        expect(calm.lines[1]!.meanWaitSeconds!).toBeLessThanOrEqual(0.1);
        expect(calm.rates[1]!).toBeLessThanOrEqual(stormy.rates[1]! * (1 + 1e-4));
        expect(calm.rates[1]!).toBeLessThanOrEqual(without.rates[1]! * (1 + 1e-2));
      }),
      { numRuns: 25 },
    );
  });

  it('of a race is the work of those that lose: of two alike each is held half as long', () => {
    const gate = component({ id: 'any', kind: 'gate', mode: 'race', needed: 1 });
    const { lines } = load(
      designOf(
        [users(10), gate, ...['a', 'b'].map((id) => service(id, exponential(0.1), { workers: 50 }))],
        [['users', 'any'], ...['a', 'b'].map((id): Arrows[number] => ['any', id, { cancel: true }])],
      ),
    );
    for (const place of [2, 3]) expect(lines[place]!.holdSeconds).toBeCloseTo(0.05, 3);
  });

  it('of all copies of a fan-out ends with the first error, and a deadline ends all tries', () => {
    const parts = [users(10), service('s', constant(0.1), { errors: 0.5, workers: 50 })];
    const streams = (call: Partial<ResolvedCall>) => {
      const design = designOf(parts, [['users', 's', { cancel: true, ...call }]]);
      const latency = createDesignLatency(design, algebra);
      return Object.values(latency.streams(latency.response(0), new Set()))[0];
    };
    expect(streams({ times: 2 })).toEqual({ whole: 1, stops: [[expect.closeTo(0.1, 9), 1]] });
    expect(streams({ retries: 3, deadlineSeconds: 0.25 })).toEqual({
      whole: 0,
      stops: [
        [expect.closeTo(0.05, 9), expect.closeTo(0.25, 9)],
        [expect.closeTo(0.15, 9), expect.closeTo(0.5, 9)],
        [0.25, 1],
      ],
    });
    expect(streams({ async: true, timeoutSeconds: 0.05 })).toEqual({ whole: 1, stops: [] });
  });
});

describe('a retry storm', () => {
  const call = { timeoutSeconds: 1, retries: 2, backoff: { ...NO_BACKOFF, firstSeconds: 0.2, jitter: true } };
  const stormy = (cancel: boolean): ResolvedDesign =>
    designOf(
      [users(1), service('s', exponential(0.1), { workers: 100, queue: 1500 })],
      [['users', 's', { ...call, cancel }]],
    );

  it('passes by itself where abandoned work stops, as when it is played', () => {
    for (const cancel of [false, true]) {
      const { calm, stormy: after } = finished(
        settlingOf(stormy(cancel), 0, { algebra, visits: createLatencyCache() })(700),
      );
      const phases = [1300, 700, 700].map((times) => ({ times, seconds: 10 }));
      const seen = simulated(stormy(cancel), phases, 3).at(-1)!;
      expect(calm.success).toBeGreaterThan(0.99);
      expect(after.success > 0.99).toBe(cancel);
      expect(seen.success > 0.98).toBe(cancel);
    }
  });
});
