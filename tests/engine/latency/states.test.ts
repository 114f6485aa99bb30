import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf } from '../../../src/engine/availability/group.ts';
import { structureOf } from '../../../src/engine/availability/structure.ts';
import { likeliest } from '../../../src/engine/graph/likeliest.ts';
import { journeyStates } from '../../../src/engine/journey-states.ts';
import { createDesignLatency } from '../../../src/engine/latency/design-latency.ts';
import { journeySum, type JourneySum } from '../../../src/engine/latency/journey-sum.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import type { ResolvedDesign } from '../../../src/model/resolved.ts';
import { bruteForce, everyState } from '../brute-force.ts';
import { anyDesign, anyDiscreteTime, anyTimedDesign } from '../random-design.ts';
import { discrete } from './discrete-algebra.ts';

const ROUNDING = 1e-11;

function summed(design: ResolvedDesign): JourneySum {
  const latency = createDesignLatency(design, discrete);
  const evaluated = { structure: structureOf(design), groups: design.components.map(groupOf) };
  return finished(journeySum([{ algebra: discrete, latency }], 0, journeyStates(evaluated, latency, 0)));
}

describe('the outcomes of independent events', () => {
  it('come once each, the likeliest first, and what is hopeless comes together', () => {
    const chances = fc.array(fc.constantFrom(0, 0.001, 0.1, 0.4, 0.5, 0.7, 1), { maxLength: 7 });
    fc.assert(
      fc.property(chances, fc.integer({ min: 0, max: 6 }), (list, place) => {
        const hopeless = (happened: readonly number[]): boolean => happened.includes(place) && happened.length > 1;
        const outcomes = [...likeliest(list, hopeless)];
        const sum = outcomes.reduce((total, { probability }) => total + probability, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(ROUNDING);
        const open = outcomes.filter((outcome) => !outcome.hopeless).map(({ probability }) => probability);
        open.forEach((probability, index) => {
          if (index > 0) expect(probability).toBeLessThanOrEqual(open[index - 1]! * (1 + ROUNDING));
        });
        const keys = outcomes.map(({ happened }) => [...happened].sort((a, b) => a - b).join());
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('the sum over states', () => {
  it('is that over all states, one by one', () => {
    fc.assert(
      fc.property(anyTimedDesign(4, anyDiscreteTime), (design) => {
        const { good, remainder, failing, available } = summed(design);
        const latency = createDesignLatency(design, discrete);
        const shares = [0.012, 0.061, 0.123, 10].map((seconds) => ({ seconds, share: 0 }));
        for (const { down, chance } of everyState(design)) {
          const places = new Set(down.flatMap((isDown, place) => (isDown ? [place] : [])));
          const { success } = latency.response(0, places);
          for (const one of shares) one.share += chance * discrete.within(success, one.seconds);
        }
        for (const { seconds, share } of shares) {
          const found = discrete.within(good[0]!, seconds);
          expect(found).toBeLessThanOrEqual(share + ROUNDING);
          expect(found).toBeGreaterThanOrEqual(share - remainder - ROUNDING);
        }
        expect(Math.abs(available - failing - good[0]!.mass)).toBeLessThan(ROUNDING);
      }),
      { numRuns: 60, seed: 3 },
    );
  }, 120_000);

  it('counts the availability where nothing errs, hangs or is cut short', () => {
    fc.assert(
      fc.property(anyDesign(5), (design) => {
        const { available, failing, remainder, good } = summed(design);
        const unavailability = bruteForce(design, 0);
        expect(available + remainder).toBeGreaterThanOrEqual(1 - unavailability - ROUNDING);
        expect(available).toBeLessThanOrEqual(1 - unavailability + ROUNDING);
        expect(failing).toBeLessThan(1e-13);
        expect(Math.abs(good[0]!.mass - available)).toBeLessThan(1e-12);
      }),
      { numRuns: 100, seed: 4 },
    );
  }, 120_000);
});
