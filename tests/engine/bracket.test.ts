import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketStepwise } from '../../src/engine/availability/bracket.ts';
import { exactStepwise } from '../../src/engine/availability/evaluated.ts';
import { groupOf } from '../../src/engine/availability/group.ts';
import { structureOf } from '../../src/engine/availability/structure.ts';
import { anySet } from '../../src/engine/graph/any-set.ts';
import { CutFamilies } from '../../src/engine/graph/cut-families.ts';
import { Diagram, ONE, ZERO } from '../../src/engine/graph/diagram.ts';
import { Families } from '../../src/engine/graph/families.ts';
import { familyCounts } from '../../src/engine/graph/family-counts.ts';
import { minimalSolutions } from '../../src/engine/graph/minimal-solutions.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import type { Resolved } from '../../src/model/resolved.ts';
import { bruteForce } from './brute-force.ts';
import { grid } from './grid.ts';
import { anyDesign } from './random-design.ts';
import { component, resolvedOf } from './samples.ts';

const VARIABLES = 6;
const states = Array.from({ length: 2 ** VARIABLES }, (_, mask) =>
  Array.from({ length: VARIABLES }, (__, index) => (mask >> index) % 2 === 1),
);

/** Operations on what is there so far: the variables first, then the results in turn. */
const recipe = fc.array(
  fc.record({
    of: fc.constantFrom('either' as const, 'both' as const, 'two of three' as const),
    operands: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  }),
  { minLength: 1, maxLength: 12 },
);
type Recipe = typeof recipe extends fc.Arbitrary<infer Made> ? Made : never;

/** The last result of a recipe, in a diagram whose variable i + 1 is asked at level i. */
function built(diagram: Diagram, steps: Recipe): number {
  const made = Array.from({ length: VARIABLES }, (_, index) => diagram.node(diagram.addVariable(index), ZERO, ONE));
  for (const { of, operands } of steps) {
    const [a, b, c] = operands.map((at) => made[at % made.length]!) as [number, number, number];
    if (of === 'either') made.push(diagram.either(a, b));
    else if (of === 'both') made.push(diagram.both(a, b));
    else made.push(diagram.mix(a, diagram.either(b, c), diagram.both(b, c)));
  }
  return made.at(-1)!;
}

function valueAt(diagram: Diagram, node: number, state: readonly boolean[]): number {
  let at = node;
  while (!diagram.isEnd(at)) at = state[diagram.variableOf(at) - 1]! ? diagram.highOf(at) : diagram.lowOf(at);
  return diagram.valueOf(at);
}

/** Whether a family holds a set all of whose members are 1. */
const happens = (diagram: Diagram, family: number, state: readonly boolean[]): boolean =>
  diagram.isEnd(family)
    ? family === ONE
    : happens(diagram, diagram.lowOf(family), state) ||
      (state[diagram.variableOf(family) - 1]! && happens(diagram, diagram.highOf(family), state));

const chances = fc.array(fc.constantFrom(0.01, 0.2, 0.5, 0.9), { minLength: VARIABLES, maxLength: VARIABLES });
const chanceOfState = (state: readonly boolean[], chance: readonly number[]): number =>
  state.reduce((product, one, index) => product * (one ? chance[index]! : 1 - chance[index]!), 1);
const failuresIn = (state: readonly boolean[], counting: readonly boolean[]): number =>
  state.filter((one, index) => one && counting[index]).length;
const counted = fc.array(fc.boolean(), { minLength: VARIABLES, maxLength: VARIABLES });

describe('a diagram that stops after some failures', () => {
  it('is below the truth with one end and above it with the other, and true where no more have failed', () => {
    fc.assert(
      fc.property(recipe, fc.nat(VARIABLES), counted, (steps, failures, counting) => {
        const truth = new Diagram(1e5);
        const root = built(truth, steps);
        const counts = (variable: number): boolean => counting[variable - 1]!;
        const bounds = [ZERO, ONE].map((end) => {
          const diagram = new Diagram(1e5, { failures, end: end as 0 | 1, counts });
          return { diagram, node: built(diagram, steps) };
        });
        for (const state of states) {
          const exact = valueAt(truth, root, state);
          const [low, high] = bounds.map(({ diagram, node }) => valueAt(diagram, node, state)) as [number, number];
          expect(low).toBeLessThanOrEqual(exact);
          expect(high).toBeGreaterThanOrEqual(exact);
          if (failuresIn(state, counting) <= failures) expect([low, high]).toEqual([exact, exact]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes fewer nodes for fewer failures', () => {
    // Of 14 pairs at least 7 have failed, the first of each asked before all second ones.
    const sizes = [1, 3, 5, 14].map((failures) => {
      const diagram = new Diagram(1e6, { failures, end: ONE, counts: () => true });
      const one = (level: number): number => diagram.node(diagram.addVariable(level), ZERO, ONE);
      const pairs = Array.from({ length: 14 }, (_, pair) => diagram.both(one(pair), one(100 + pair)));
      return pairs.reduce((before, pair) => diagram.either(before, pair), ZERO) >= 0 ? diagram.size : 0;
    });
    expect(sizes.every((size, index) => size > 2 * (sizes[index - 1] ?? 1))).toBe(true);
  });
});

describe('cut families', () => {
  it('are the smallest sets of few failures, and what they leave out is no likelier than they say', () => {
    fc.assert(
      fc.property(recipe, fc.nat(VARIABLES), counted, chances, (steps, failures, counting, chance) => {
        const truth = new Diagram(1e5);
        const root = built(truth, steps);
        const costOf = (variable: number): 0 | 1 => (counting[variable - 1]! ? 1 : 0);
        const chanceOf = (variable: number): number => chance[variable - 1]!;
        const cuts = new CutFamilies(1e5, { failures, costOf, chanceOf, heldAt: () => null });
        const family = built(cuts, steps);
        let [exact, kept] = [0, 0];
        for (const state of states) {
          const is = valueAt(truth, root, state);
          const has = happens(cuts, family, state);
          if (has) expect(is).toBe(1);
          if (failuresIn(state, counting) <= failures) expect(has).toBe(is === 1);
          exact += is * chanceOfState(state, chance);
          kept += Number(has) * chanceOfState(state, chance);
        }
        expect(exact - kept).toBeLessThanOrEqual(cuts.lost + 1e-12);
        const { low, high } = anySet(cuts, family, costOf, chanceOf);
        expect(low).toBeCloseTo(kept, 12);
        expect(high).toBeCloseTo(kept, 12);
        if (failures < VARIABLES) return;
        expect(cuts.lost).toBe(0);
        const families = new Families(truth, 1e5);
        const minimal = familyCounts(families, [minimalSolutions(truth, root, families)], () => 1, VARIABLES);
        expect(familyCounts(cuts.families, [family], () => 1, VARIABLES)).toEqual(minimal);
      }),
      { numRuns: 500 },
    );
  });

  it('whose sets have no room together are bounded by the sum of their chances', () => {
    // Pairs whose first members are all asked before their second ones: every order of failures has to be remembered.
    const cuts = new CutFamilies(1e6, { failures: 4, costOf: () => 1, chanceOf: () => 0.01, heldAt: () => null });
    const one = (level: number): number => cuts.node(cuts.addVariable(level), ZERO, ONE);
    const pairs = Array.from({ length: 40 }, (_, pair) => cuts.both(one(pair), one(100 + pair)));
    const family = pairs.reduce((before, pair) => cuts.either(before, pair), ZERO);
    const { low, high } = anySet(
      cuts,
      family,
      () => 1,
      () => 0.01,
    );
    expect(low).toBeLessThanOrEqual(-Math.expm1(40 * Math.log1p(-1e-4)));
    expect(high).toBeCloseTo(40e-4, 12);
  });
});

describe('a bracket', () => {
  it('holds the truth at every step, and closes on it', () => {
    fc.assert(
      fc.property(anyDesign(6), (design) => {
        const structure = structureOf(design);
        const exact = bruteForce(design, 0);
        const steps = bracketStepwise(structure, design.components.map(groupOf), 0);
        let [before, failures] = [1, 0];
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) {
          if (step.value === null) continue;
          const { low, high } = step.value;
          expect(low).toBeLessThanOrEqual(exact * (1 + 1e-12));
          expect(high).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
          expect(high - low).toBeLessThanOrEqual(before);
          expect(step.value.failures).toBeGreaterThanOrEqual(failures);
          [before, failures] = [high - low, step.value.failures];
        }
        // Neither method can follow a gate that balances between callees that err.
        if (step.value === null) expect(design.components.map(({ mode }) => mode)).toContain('balance');
        else expect(before).toBeLessThanOrEqual(1e-6 * step.value.high);
      }),
      { numRuns: 300 },
    );
  });

  it('of what no diagram has room for is narrow in little time', () => {
    for (const resolved of [grid(40), layers(1000, 10)]) {
      const design = resolved.designs[0]!;
      const steps = bracketStepwise(structureOf(design), design.components.map(groupOf), 0);
      let width = 1;
      for (let step = steps.next(); width > 1e-3; step = steps.next()) {
        expect(step.done).toBe(false);
        if (step.value !== null) width = step.value.high / step.value.low - 1;
      }
    }
  });

  it('agrees with the exact answer where a small grid has one', () => {
    const design = grid(6).designs[0]!;
    const { unavailability } = finished(exactStepwise(design)).journeys.get(0)!;
    const { low, high } = finished(bracketStepwise(structureOf(design), design.components.map(groupOf), 0))!;
    expect(low).toBeLessThanOrEqual(unavailability);
    expect(high).toBeGreaterThanOrEqual(unavailability);
    expect(high / low - 1).toBeLessThanOrEqual(1e-6);
  });
});

/** Layers of services, each of which needs two of the next layer behind an "any of" gate. */
function layers(count: number, depth: number): Resolved {
  const wide = count / depth;
  let seed = 7;
  const next = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const parts = [component({ id: 'users', kind: 'client' })];
  const arrows: [string, string][] = [];
  const anyOfTwo = (from: string, layer: number, index: number): void => {
    const id = `any ${index} of ${from}`;
    const first = next(wide);
    parts.push(component({ id, kind: 'gate' }));
    arrows.push([from, id], [id, `${layer},${first}`], [id, `${layer},${(first + 1 + next(wide - 1)) % wide}`]);
  };
  for (let index = 0; index < 5; index++) anyOfTwo('users', 0, index);
  for (let layer = 0; layer < depth; layer++) {
    for (let index = 0; index < wide; index++) {
      const id = `${layer},${index}`;
      parts.push(component({ id, kind: 'service', unavailability: 0.0005 + 0.001 * (next(100) / 100) }));
      if (layer + 1 < depth) anyOfTwo(id, layer + 1, 0);
    }
  }
  return resolvedOf(parts, arrows);
}
