import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf } from '../../../src/engine/availability/group.ts';
import { replicasUp } from '../../../src/engine/availability/replicas-up.ts';
import { structureOf } from '../../../src/engine/availability/structure.ts';
import { likeliest } from '../../../src/engine/graph/likeliest.ts';
import { journeyStates } from '../../../src/engine/journey-states.ts';
import { createDesignLatency } from '../../../src/engine/latency/design-latency.ts';
import { journeySum, type JourneySum } from '../../../src/engine/latency/journey-sum.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import type { ResolvedDesign } from '../../../src/model/resolved.ts';
import { bruteForce, everyState } from '../brute-force.ts';
import { anyDesign, anyDiscreteTime, anyTimedDesign } from '../random-design.ts';
import { component, resolvedOf } from '../samples.ts';
import { discrete } from './discrete-algebra.ts';

const ROUNDING = 1e-11;

function summed(design: ResolvedDesign): JourneySum {
  const latency = createDesignLatency(design, discrete);
  const evaluated = { structure: structureOf(design), groups: design.components.map(groupOf) };
  return finished(journeySum([{ algebra: discrete, latency }], 0, journeyStates(evaluated, latency, 0)));
}

/** Lists of chances that add up to 1. */
const anyChances = fc.constantFrom(
  [1],
  [0, 1],
  [0.5, 0.5],
  [0.999, 0.001],
  [0.3, 0, 0.7],
  [0.9, 0.08, 0.02],
  [0.6, 0.3, 0.1],
);

describe('the outcomes of independent things', () => {
  it('come once each, the likeliest first, and what is hopeless comes together', () => {
    fc.assert(
      fc.property(fc.array(anyChances, { maxLength: 6 }), fc.integer({ min: 0, max: 5 }), (lists, place) => {
        const hopeless = (taken: readonly (number | null)[]): boolean =>
          taken[place] === 1 && taken.filter((outcome) => outcome !== null && outcome > 0).length > 1;
        const outcomes = [...likeliest(lists, hopeless)];
        const sum = outcomes.reduce((total, { probability }) => total + probability, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(ROUNDING);
        const open = outcomes.filter((outcome) => !outcome.hopeless);
        open.forEach(({ taken, probability }, index) => {
          const product = taken.reduce<number>((chance, outcome, thing) => chance * lists[thing]![outcome!]!, 1);
          expect(Math.abs(probability - product)).toBeLessThan(ROUNDING);
          if (index > 0) expect(probability).toBeLessThanOrEqual(open[index - 1]!.probability * (1 + ROUNDING));
        });
        // Together they are all combinations that are not hopeless, each once.
        const all = lists.reduce<number[][]>(
          (rows, list) =>
            rows.flatMap((row) => list.flatMap((chance, outcome) => (chance > 0 ? [[...row, outcome]] : []))),
          [[]],
        );
        const expected = all.filter((taken) => !hopeless(taken)).map((taken) => taken.join());
        const found = open.filter(({ taken }) => !hopeless(taken)).map(({ taken }) => taken.join());
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('how many replicas are up', () => {
  it('is binomial, given that they are enough', () => {
    const levels = replicasUp({ replicas: 4, needed: 2, unavailability: 0.1, beta: 0 });
    const weights = [0.9 ** 4, 4 * 0.9 ** 3 * 0.1, 6 * 0.9 ** 2 * 0.1 ** 2];
    const sum = weights.reduce((total, each) => total + each, 0);
    expect(levels.map(({ up }) => up)).toEqual([4, 3, 2]);
    levels.forEach(({ probability }, at) => expect(probability).toBeCloseTo(weights[at]! / sum, 14));
  });

  it('leaves only what domains leave standing', () => {
    const group = { replicas: 4, needed: 2, unavailability: 0.1, beta: 0.5 };
    expect(replicasUp(group, 2)).toEqual([{ up: 2, probability: 1 }]);
    expect(replicasUp(group, 1)).toEqual([]);
  });

  it('is what the states of a journey are told apart by, where it counts', () => {
    const { designs } = resolvedOf(
      [
        component({ id: 'users', kind: 'client' }),
        component({ id: 'app', kind: 'service', replicas: 3, needed: 1, unavailability: 0.1 }),
        component({ id: 'db', kind: 'database', replicas: 2, needed: 1, unavailability: 0.2 }),
      ],
      [
        ['users', 'app'],
        ['app', 'db'],
      ],
    );
    const design = designs[0]!;
    const latency = createDesignLatency(design, discrete);
    const evaluated = { structure: structureOf(design), groups: design.components.map(groupOf) };
    const states = [...journeyStates(evaluated, latency, 0, (place) => place === 1)].filter(
      ({ down }) => down !== null,
    );
    expect(states.map(({ up }) => up.get(1) ?? 3)).toEqual([3, 2, 1]);
    const chance = (1 - 0.2 ** 2) * (3 * 0.9 ** 2 * 0.1);
    expect(states[1]!.probability).toBeCloseTo(chance, 14);
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
  });

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
  });
});
