import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Algebra } from '../../../src/engine/latency/algebra.ts';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { createDesignLatency } from '../../../src/engine/latency/design-latency.ts';
import { sentBy } from '../../../src/engine/latency/sent-by.ts';
import type { ResolvedDesign } from '../../../src/model/resolved.ts';
import { anyDiscreteTime, anyDrawnTime, anyTimedDesign } from '../random-design.ts';
import { discrete } from './discrete-algebra.ts';
import { randomFrom, Simulation } from './simulated.ts';

const REQUESTS = 4000;
/** Standard deviations: one check in 10⁸ would fail by chance; with a fixed seed none does. */
const FAR = 6;

/** Nothing may differ by more than chance: the share of good and of bad answers by any time, and what is sent. */
function agrees(design: ResolvedDesign, algebra: Algebra, down: ReadonlySet<number>, seed: number): void {
  const { response } = createDesignLatency(design, algebra);
  const answer = response(0, down);
  const { success, error, failure, never } = answer;
  const simulation = new Simulation(design, down, randomFrom(seed));
  const answers = Array.from({ length: REQUESTS }, () => simulation.request(0));
  const share = (of: (answer: (typeof answers)[number]) => boolean): number => answers.filter(of).length / REQUESTS;
  const near = (computed: number, seen: number): void => {
    const spread = Math.sqrt(Math.max(computed * (1 - computed), 1 / REQUESTS) / REQUESTS);
    expect(Math.abs(computed - seen)).toBeLessThanOrEqual(FAR * spread);
  };
  near(
    failure,
    share(({ good }) => !good),
  );
  near(
    never,
    share(({ end }) => end === Number.POSITIVE_INFINITY),
  );
  for (const seconds of [0.001, 0.012, 0.033, 0.061, 0.081, 0.123, 0.201, 0.301]) {
    near(
      algebra.within(success, seconds),
      share(({ good, end }) => good && end <= seconds),
    );
    near(
      algebra.within(error, seconds),
      share(({ good, end }) => !good && end <= seconds),
    );
  }
  expect(Math.abs(success.mass + failure - 1)).toBeLessThan(1e-9);
  expect(Math.abs(success.mass + error.mass + never - 1)).toBeLessThan(1e-9);
  if (down.size > 0) return;
  for (const [call, count] of Object.entries(sentBy(answer))) {
    // Counts spread more than shares: each request may send several.
    const spread = Math.sqrt((Math.max(1, count) ** 2 * 20) / REQUESTS);
    expect(Math.abs(count - (simulation.sent.get(call) ?? 0) / REQUESTS), call).toBeLessThanOrEqual(spread);
  }
}

describe('a design with times that take few values', () => {
  it('answers as requests do that are played one by one, whatever is down', () => {
    fc.assert(
      fc.property(
        anyTimedDesign(6, anyDiscreteTime),
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
        fc.integer({ min: 1, max: 1e6 }),
        (design, down, seed) => agrees(design, discrete, new Set(down), seed),
      ),
      { numRuns: 50, seed: 1 },
    );
  });
});

describe('a design with times of every shape', () => {
  it('answers as requests do that are played one by one', () => {
    const grid = createAlgebra({ binsPerOctave: 64, rounding: 'near' });
    fc.assert(
      fc.property(anyTimedDesign(5, anyDrawnTime), fc.integer({ min: 1, max: 1e6 }), (design, seed) =>
        agrees(design, grid, new Set(), seed),
      ),
      { numRuns: 30, seed: 2 },
    );
  });
});
