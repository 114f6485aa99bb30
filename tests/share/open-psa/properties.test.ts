import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { basicEvent, chancesIn, treeText } from './fault-tree-text.ts';

/** A formula over events, earlier gates and constants, as a tree of plain values. */
type Formula =
  | { readonly of: 'event' | 'gate' | 'house'; readonly place: number }
  | { readonly of: 'constant'; readonly occurs: boolean }
  | { readonly of: 'and' | 'or' | 'atleast'; readonly min: number; readonly parts: readonly Formula[] };

interface Tree {
  readonly probabilities: readonly number[];
  readonly houses: readonly boolean[];
  /** Each may refer to those before it. */
  readonly gates: readonly Formula[];
}

const EVENTS = 6;
const HOUSES = 2;

const leaf = (gates: number): fc.Arbitrary<Formula> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ of: fc.constant('event' as const), place: fc.nat(EVENTS - 1) }) },
    { weight: 1, arbitrary: fc.record({ of: fc.constant('house' as const), place: fc.nat(HOUSES - 1) }) },
    { weight: 1, arbitrary: fc.record({ of: fc.constant('constant' as const), occurs: fc.boolean() }) },
    ...(gates > 0
      ? [{ weight: 4, arbitrary: fc.record({ of: fc.constant('gate' as const), place: fc.nat(gates - 1) }) }]
      : []),
  );

const connective = (part: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> =>
  fc
    .record({
      of: fc.constantFrom('and' as const, 'or' as const, 'atleast' as const),
      parts: fc.array(part, { minLength: 1, maxLength: 4 }),
      draw: fc.nat(100),
    })
    .map(({ of, parts, draw }) => ({ of, parts, min: 1 + (draw % parts.length) }));

const formula = (gates: number): fc.Arbitrary<Formula> =>
  fc.oneof(leaf(gates), connective(leaf(gates)), connective(fc.oneof(leaf(gates), connective(leaf(gates)))));

const tree: fc.Arbitrary<Tree> = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    probabilities: fc.array(fc.constantFrom(0, 1e-20, 1e-9, 0.00351, 0.3, 0.5, 0.9, 1), {
      minLength: EVENTS,
      maxLength: EVENTS,
    }),
    houses: fc.array(fc.boolean(), { minLength: HOUSES, maxLength: HOUSES }),
    gates: fc.tuple(...Array.from({ length: count }, (_, place) => formula(place))),
  }),
);

function formulaText(each: Formula): string {
  switch (each.of) {
    case 'event':
      return `<basic-event name="e${each.place}"/>`;
    case 'gate':
      return `<gate name="g${each.place}"/>`;
    case 'house':
      return `<event name="h${each.place}" type="house-event"/>`;
    case 'constant':
      return `<constant value="${each.occurs}"/>`;
    default:
      return `<${each.of}${each.of === 'atleast' ? ` min="${each.min}"` : ''}>${each.parts.map(formulaText).join('')}</${each.of}>`;
  }
}

const text = ({ gates, houses, probabilities }: Tree): string =>
  treeText(
    [
      ...gates.map((each, place) => `<define-gate name="g${place}">${formulaText(each)}</define-gate>`),
      ...houses.map(
        (occurs, place) => `<define-house-event name="h${place}"><constant value="${occurs}"/></define-house-event>`,
      ),
      ...probabilities.map((probability, place) => basicEvent(`e${place}`, probability)),
    ].join('\n'),
  );

/** Whether a formula holds in one state: what the format says, read aloud. */
function occurs({ gates, houses }: Tree, failed: readonly boolean[], each: Formula): boolean {
  const inside = (other: Formula): boolean => occurs({ gates, houses, probabilities: [] }, failed, other);
  switch (each.of) {
    case 'event':
      return failed[each.place] === true;
    case 'house':
      return houses[each.place] === true;
    case 'gate':
      return inside(gates[each.place]!);
    case 'constant':
      return each.occurs;
    default: {
      const count = each.parts.filter(inside).length;
      return count >= (each.of === 'and' ? each.parts.length : each.of === 'or' ? 1 : each.min);
    }
  }
}

/** Over all states of the events: of all the chances the small ones are added first. */
function chanceOf(whole: Tree, gate: Formula): number {
  const chances: number[] = [];
  for (let state = 0; state < 2 ** EVENTS; state++) {
    const failed = whole.probabilities.map((_, place) => (state >> place) % 2 === 1);
    if (!occurs(whole, failed, gate)) continue;
    chances.push(whole.probabilities.reduce((product, p, place) => product * (failed[place] ? p : 1 - p), 1));
  }
  return chances.sort((one, other) => one - other).reduce((sum, chance) => sum + chance, 0);
}

test('random coherent trees have the probability that all their states add up to', () => {
  fc.assert(
    fc.property(tree, (whole) => {
      const chances = chancesIn(text(whole));
      expect(Object.keys(chances).length).toBeGreaterThan(0);
      for (const [name, chance] of Object.entries(chances)) {
        const exact = chanceOf(whole, whole.gates[Number(name.slice(1))]!);
        expect(Math.abs(chance! - exact)).toBeLessThanOrEqual(1e-12 * exact);
      }
    }),
    { numRuns: 200 },
  );
});
