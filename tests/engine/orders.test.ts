import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Builder } from '../../src/engine/availability/builder.ts';
import {
  nodeChances,
  ownChances,
  rootUnavailability,
  variableChances,
} from '../../src/engine/availability/evaluate.ts';
import { buildStepwise } from '../../src/engine/availability/build.ts';
import { exactStepwise } from '../../src/engine/availability/evaluated.ts';
import { groupOf } from '../../src/engine/availability/group.ts';
import { ordersOf } from '../../src/engine/availability/orders.ts';
import { planOf } from '../../src/engine/availability/plan.ts';
import { structureOf } from '../../src/engine/availability/structure.ts';
import { Diagram } from '../../src/engine/graph/diagram.ts';
import { drawnTogether } from '../../src/engine/graph/force.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import { bruteForce } from './brute-force.ts';
import { anyDesign } from './random-design.ts';
import { component, resolvedOf } from './samples.ts';

describe('the order of variables', () => {
  it('never changes the answer', () => {
    fc.assert(
      fc.property(anyDesign(8), fc.infiniteStream(fc.nat()), (design, shuffle) => {
        const structure = structureOf(design);
        const today = ownChances(structure, design.components.map(groupOf));
        const expected = bruteForce(design, 0);
        const orders = ordersOf(structure, 0).map((order) => order());
        const keys = new Map(orders[0]!.asked.map((place) => [place, shuffle.next().value!]));
        const shuffled = orders[0]!.asked.toSorted((a, b) => keys.get(a)! - keys.get(b)!);
        for (const { places, asked } of [...orders, { ...orders[0]!, asked: shuffled }]) {
          const diagram = new Diagram(100_000);
          const builder = new Builder(structure, diagram, asked);
          const failures = new Map(places.map((place) => [place, builder.build(place)]));
          const plan = planOf(diagram, builder, failures);
          const chances = variableChances(structure, plan, today);
          const value = rootUnavailability(plan.roots.get(0)!, chances, nodeChances(plan, chances));
          expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * expected);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('that is drawn may be far too large, and another one is found', () => {
    // "All of the left are down" is drawn first; that any pair is down then has to remember each of the left.
    const pairs = Array.from({ length: 24 }, (_, index) => index);
    const service = (id: string) => component({ id, kind: 'service', unavailability: 0.001 });
    const design = resolvedOf(
      [
        component({ id: 'users', kind: 'client' }),
        component({ id: 'any left', kind: 'gate' }),
        ...pairs.map((pair) => component({ id: `any ${pair}`, kind: 'gate' })),
        ...pairs.flatMap((pair) => [service(`left ${pair}`), service(`right ${pair}`)]),
      ],
      [
        ['users', 'any left'],
        ...pairs.flatMap((pair): [string, string][] => [
          ['users', `any ${pair}`],
          ['any left', `left ${pair}`],
          [`any ${pair}`, `left ${pair}`],
          [`any ${pair}`, `right ${pair}`],
        ]),
      ],
    ).designs[0]!;
    expect(finished(buildStepwise(structureOf(design))).plans.length).toBeGreaterThan(1);
    const { unavailability } = finished(exactStepwise(design)).journeys.get(0)!;
    expect(Math.abs(unavailability / -Math.expm1(24 * Math.log1p(-1e-6)) - 1)).toBeLessThanOrEqual(1e-12);
  });
});

describe('drawing together', () => {
  it('places everything once, with groups no longer than before', () => {
    const length = (groups: number[][], order: readonly number[]) =>
      groups.reduce((sum, group) => {
        const at = group.map((thing) => order.indexOf(thing));
        return sum + Math.max(...at) - Math.min(...at);
      }, 0);
    const group = fc.array(fc.nat(14), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 20 }), (groups) => {
        const start = Array.from({ length: 15 }, (_, thing) => thing);
        const order = drawnTogether(groups, start, 50);
        expect(order.toSorted((a, b) => a - b)).toEqual(start);
        expect(length(groups, order)).toBeLessThanOrEqual(length(groups, start));
      }),
    );
  });
});
