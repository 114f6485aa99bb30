import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesignLatency } from '../../../src/engine/latency/design-latency.ts';
import { isTimed } from '../../../src/engine/latency/is-timed.ts';
import type { Response } from '../../../src/engine/latency/response.ts';
import { NO_TIME } from '../../../src/model/resolved-time.ts';
import type { ResolvedCall, ResolvedDesign } from '../../../src/model/resolved.ts';
import { anyDiscreteTime, anyTimedDesign } from '../random-design.ts';
import { discrete } from './discrete-algebra.ts';

const ROUNDING = 1e-12;
const TIMES = [0.001, 0.012, 0.033, 0.061, 0.081, 0.123, 0.201, 0.301, 1, 1000];

/** Where nothing is cut short and nothing hangs, more of a good thing does no harm. */
const patient = anyTimedDesign(6, anyDiscreteTime).map((design) => ({
  ...design,
  components: design.components.map((one) => (one.whenDown === 'hang' ? { ...one, whenDown: 'refuse' as const } : one)),
  calls: design.calls.map((call) => ({ ...call, timeoutSeconds: null, deadlineSeconds: null })),
}));
const someDown = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }).map((places) => new Set(places));
const answer = (design: ResolvedDesign, down: ReadonlySet<number>): Response =>
  createDesignLatency(design, discrete).response(0, down);
const withCall = (design: ResolvedDesign, nth: number, change: (call: ResolvedCall) => Partial<ResolvedCall>) => {
  const place = nth % design.calls.length;
  const call = design.calls[place]!;
  return { ...design, calls: design.calls.with(place, { ...call, ...change(call) }) };
};

describe('a journey', () => {
  it('is no faster for a slower component', () => {
    fc.assert(
      fc.property(patient, someDown, fc.nat(), (design, down, nth) => {
        const place = nth % design.components.length;
        const { time, ...component } = design.components[place]!;
        fc.pre(component.kind !== 'client');
        const later = { of: 'mixture' as const, parts: [{ weight: 1, time }] };
        const slower =
          time.of === 'constant'
            ? { of: 'constant' as const, seconds: time.seconds + 0.01 }
            : {
                ...later,
                parts: [
                  { weight: 0.5, time },
                  { weight: 0.5, time: { of: 'constant' as const, seconds: 1 } },
                ],
              };
        const [before, after] = [time, slower].map((one) =>
          answer({ ...design, components: design.components.with(place, { ...component, time: one }) }, down),
        );
        for (const seconds of TIMES)
          expect(discrete.within(after!.success, seconds)).toBeLessThanOrEqual(
            discrete.within(before!.success, seconds) + ROUNDING,
          );
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('succeeds no less often with one more copy or one more attempt', () => {
    fc.assert(
      fc.property(patient, someDown, fc.nat(), fc.boolean(), (design, down, nth, copies) => {
        const better = withCall(design, nth, ({ retries }) =>
          copies ? { hedgeSeconds: 0.02, tied: false } : { retries: retries + 1 },
        );
        expect(answer(better, down).failure).toBeLessThanOrEqual(answer(design, down).failure + ROUNDING);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('is answered well within longer times at least as often, and every answer is of one of three kinds', () => {
    fc.assert(
      fc.property(anyTimedDesign(6, anyDiscreteTime), someDown, (design, down) => {
        const { success, error, failure, never } = answer(design, down);
        const shares = TIMES.map((seconds) => discrete.within(success, seconds));
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(Math.abs(success.mass + failure - 1)).toBeLessThan(1e-10);
        expect(Math.abs(error.mass + never - failure)).toBeLessThan(1e-10);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('takes no time where nothing does', () => {
    fc.assert(
      fc.property(patient, (design) => {
        const still = {
          ...design,
          components: design.components.map((one) => ({ ...one, time: NO_TIME, errors: 0, switchSeconds: 0 })),
          calls: design.calls.map((call) => ({ ...call, network: NO_TIME, retries: 0, hedgeSeconds: null })),
        };
        expect(isTimed(still)).toBe(false);
        expect(discrete.beyond(answer(still, new Set()).success, 0)).toBe(0);
      }),
    );
  });
});
