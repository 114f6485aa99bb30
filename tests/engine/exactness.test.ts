import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactStepwise } from '../../src/engine/availability/evaluated.ts';
import { changedChances } from '../../src/engine/availability/journey.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import { bruteForce } from './brute-force.ts';
import { anyDesign } from './random-design.ts';

const close = (value: number, expected: number): void => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected) + 1e-300);
};

describe('the exact answer', () => {
  it('is the sum over all states, for journeys and for visits to every component', () => {
    fc.assert(
      fc.property(anyDesign(7), (design) => {
        const evaluated = finished(exactStepwise(design));
        design.components.forEach((_, place) => {
          close(evaluated.visits[place]!, bruteForce(design, place));
        });
        close(evaluated.journeys.get(0)!.unavailability, evaluated.visits[0]!);
      }),
      { numRuns: 200 },
    );
  });

  it('has the importances that holding a component up or down gives', () => {
    fc.assert(
      fc.property(anyDesign(7), (design) => {
        const evaluated = finished(exactStepwise(design));
        for (const part of evaluated.journeys.get(0)!.parts) {
          close(part.ifPerfect, bruteForce(design, 0, { ...part.owner, chance: 0 }));
          close(part.ifDown, bruteForce(design, 0, { ...part.owner, chance: 1 }));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has shares that add up to 1 where nothing fails without a component', () => {
    fc.assert(
      fc.property(anyDesign(10), (design) => {
        const journey = finished(exactStepwise(design)).journeys.get(0)!;
        const { unavailability, parts } = journey;
        if (unavailability === 0) return;
        const structural = journey.withChances(changedChances(journey, () => 0));
        const sum = parts.reduce((total, part) => total + part.share, 0);
        expect(Math.abs(sum - (1 - structural / unavailability))).toBeLessThanOrEqual(1e-9);
      }),
      { numRuns: 200 },
    );
  });
});
