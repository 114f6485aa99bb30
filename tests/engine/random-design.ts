import * as fc from 'fast-check';
import { UNLIMITED } from '../../src/model/resolved-load.ts';
import { NO_BACKOFF, NO_TIME, PLAIN_TIMING, type ResolvedTime } from '../../src/model/resolved-time.ts';
import type { ResolvedCall, ResolvedComponent, ResolvedDesign, ResolvedDomain } from '../../src/model/resolved.ts';
import { component } from './samples.ts';

const KINDS = ['service', 'service', 'database', 'external', 'cache', 'gate', 'gate', 'queue'] as const;
const chance = fc.constantFrom(0.001, 0.02, 0.1, 0.3, 0.5, 1);

const anyComponent = (index: number): fc.Arbitrary<ResolvedComponent> =>
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      replicas: fc.integer({ min: 1, max: 3 }),
      needed: fc.integer({ min: 1, max: 3 }),
      unavailability: chance,
      gateFails: fc.boolean(),
      beta: fc.constantFrom(0, 0, 0.1),
      hitRatio: fc.constantFrom(0, 0.5, 0.9, 1),
      bypass: fc.boolean(),
      mode: fc.constantFrom('failover' as const, 'race' as const, 'balance' as const),
      recovery: fc.constantFrom(
        {},
        {},
        { plannedUnavailability: 0.01, plannedSeconds: 1200 },
        { uncovered: 0.1 },
        { takeoverSeconds: 30, uncovered: 0.5 },
      ),
      placement: fc.constantFrom(
        [],
        [],
        [[0]],
        [[0, 1]],
        [[1, 2]],
        [[0, 1, 2]],
        [[0, 1], [3]],
        [
          [1, 0],
          [2, 3, 3],
        ],
      ),
    })
    .map(({ kind, replicas, needed, gateFails, beta, hitRatio, bypass, mode, ...others }) => {
      const { unavailability, recovery, placement } = others;
      const common = {
        id: `c${index}`,
        kind,
        mttrSeconds: 600,
        placement,
        unavailability: kind === 'gate' && !gateFails ? 0 : unavailability,
      };
      if (kind === 'gate') return component({ ...common, needed: mode === 'failover' ? 1 : Math.min(needed, 2), mode });
      const whenDown = bypass ? 'bypass' : 'refuse';
      return component({
        ...common,
        ...recovery,
        replicas,
        needed: Math.min(needed, replicas),
        beta,
        hitRatio: kind === 'cache' ? hitRatio : 0,
        whenDown: kind === 'cache' ? whenDown : 'refuse',
      });
    });

const domain = (place: number, unavailability: number, parents: readonly number[]): ResolvedDomain => ({
  id: `d${place}`,
  name: `d${place}`,
  kind: 'zone',
  unavailability,
  mttrSeconds: 3600,
  parents,
});

/** Four domains, of which some stand in others. */
const anyDomains: fc.Arbitrary<ResolvedDomain[]> = fc
  .tuple(fc.tuple(chance, chance, chance, chance), fc.constantFrom([], [0]), fc.constantFrom([], [0], [0, 1]))
  .map(([[a, b, c, d], below, deeper]) => [
    domain(0, a, []),
    domain(1, b, below),
    domain(2, c, []),
    domain(3, d, deeper),
  ]);

/** Designs of a client (place 0) and up to `size` components, calls leading from earlier to later places. */
export function anyDesign(size: number): fc.Arbitrary<ResolvedDesign> {
  return fc.integer({ min: 1, max: size }).chain((count) => {
    const parts = fc.tuple(...Array.from({ length: count }, (_, index) => anyComponent(index + 1)));
    const arrow = fc.record({
      from: fc.integer({ min: 0, max: count - 1 }),
      ahead: fc.integer({ min: 1, max: 4 }),
      times: fc.constantFrom(1, 1, 1, 2, 3),
      probability: fc.constantFrom(1, 1, 1, 0.5, 0.05),
      optional: fc.constantFrom(false, false, false, true),
      async: fc.constantFrom(false, false, false, false, true),
      weight: fc.constantFrom(1, 2, 5),
    });
    return fc
      .tuple(parts, fc.array(arrow, { minLength: 1, maxLength: 2 * count }), anyDomains)
      .map(([made, arrows, domains]) => {
        const components = [component({ id: 'users', kind: 'client' }), ...made];
        const calls = arrows.map(({ from, ahead, times, weight, ...maybe }, index): ResolvedCall => ({
          ...PLAIN_TIMING,
          ...UNLIMITED,
          id: `call${index}`,
          step: 1,
          from,
          to: Math.min(count, from + ahead),
          times,
          weight,
          probability: components[from]!.kind === 'gate' ? 1 : maybe.probability,
          optional: components[from]!.kind !== 'gate' && maybe.optional,
          async: components[from]!.kind !== 'gate' && maybe.async,
        }));
        // The client reaches the first component in any case, so that there is something to see.
        calls.unshift({
          ...PLAIN_TIMING,
          ...UNLIMITED,
          id: 'first',
          from: 0,
          to: 1,
          step: 1,
          times: 1,
          probability: 1,
          optional: false,
          async: false,
          weight: 1,
        });
        return { name: 'random', components, calls, domains };
      });
  });
}

const ms = (milliseconds: number): ResolvedTime => ({ of: 'constant', seconds: milliseconds / 1000 });

/** Times that take few values, so that an exact enumeration can follow. */
export const anyDiscreteTime: fc.Arbitrary<ResolvedTime> = fc.constantFrom<ResolvedTime>(
  NO_TIME,
  ms(10),
  ms(40),
  {
    of: 'mixture',
    parts: [
      { weight: 0.95, time: ms(10) },
      { weight: 0.05, time: ms(200) },
    ],
  },
  { of: 'samples', seconds: [0.005, 0.02, 0.05] },
);

/** Times of every shape that is drawn by a formula. */
export const anyDrawnTime: fc.Arbitrary<ResolvedTime> = fc.oneof(
  anyDiscreteTime,
  fc.constantFrom<ResolvedTime>(
    { of: 'exponential', meanSeconds: 0.02 },
    { of: 'gamma', meanSeconds: 0.05, shape: 3 },
    { of: 'gamma', meanSeconds: 0.05, shape: 0.7 },
    { of: 'weibull', scaleSeconds: 0.03, shape: 0.7 },
    { of: 'lognormal', medianSeconds: 0.03, sigma: 0.65 },
    { of: 'pareto', scaleSeconds: 0.01, alpha: 2.5 },
  ),
);

const anyTime: fc.Arbitrary<ResolvedTime> = fc.oneof(
  anyDrawnTime,
  fc.constant<ResolvedTime>({
    of: 'quantiles',
    points: [
      { probability: 0.5, seconds: 0.03 },
      { probability: 0.99, seconds: 0.2 },
    ],
  }),
);

const anyTiming = (times: fc.Arbitrary<ResolvedTime>) =>
  fc.record({
    step: fc.constantFrom(1, 1, 2),
    network: fc.oneof(fc.constant(NO_TIME), times),
    timeoutSeconds: fc.constantFrom(null, null, 0.045, 0.12),
    deadlineSeconds: fc.constantFrom(null, null, null, 0.15),
    retries: fc.constantFrom(0, 0, 1, 2),
    backoff: fc.constantFrom(
      NO_BACKOFF,
      { ...NO_BACKOFF, firstSeconds: 0.015 },
      { firstSeconds: 0.01, factor: 2, maxSeconds: 0.015, jitter: false },
    ),
    hedgeSeconds: fc.constantFrom(null, null, null, 0.025),
    sequential: fc.boolean(),
    tied: fc.constantFrom(false, false, false, true),
  });

/** A random design whose components take time and err, and whose calls are timed. */
export function anyTimedDesign(size: number, times = anyTime): fc.Arbitrary<ResolvedDesign> {
  return anyDesign(size).chain((design) => {
    const works = fc.record({
      time: times,
      errors: fc.constantFrom(0, 0, 0.1, 0.3),
      switchSeconds: fc.constantFrom(0, 0.03),
      hangs: fc.constantFrom(false, false, false, true),
    });
    return fc
      .tuple(fc.tuple(...design.components.map(() => works)), fc.tuple(...design.calls.map(() => anyTiming(times))))
      .map(([working, timing]) => ({
        ...design,
        components: design.components.map((one, place): ResolvedComponent => {
          const { hangs, switchSeconds, ...own } = working[place]!;
          if (one.kind === 'client') return one;
          const whenDown = hangs ? 'hang' : one.whenDown;
          return { ...one, whenDown, ...(one.kind === 'gate' ? { switchSeconds } : own) };
        }),
        calls: design.calls.map((call, place) => ({ ...call, ...timing[place]! })),
      }));
  });
}
