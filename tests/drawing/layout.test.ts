import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeBox, overlaps, type Box } from '../../src/drawing/edge.ts';
import { NODE_SIZE } from '../../src/drawing/face.ts';
import { layout, missingPositions } from '../../src/drawing/layout.ts';
import { textBox } from '../../src/drawing/text-note.ts';
import type { BoardText, Design, Point } from '../../src/model/scenario.ts';
import { scenarioOf } from '../words/checkout.ts';

/** A design whose calls go from lower to higher numbers: never in a ring. */
function designOf(count: number, pairs: readonly (readonly [number, number])[]): Design {
  const ids = Array.from({ length: count }, (_, index) => `c${index}`);
  const calls = pairs
    .map(([a, b]) => [Math.min(a, b) % count, Math.max(a, b) % count] as const)
    .map(([a, b]) => (a < b ? [a, b] : [b, a]) as readonly [number, number])
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ from: `c${a}`, to: `c${b}` }));
  return { name: 'd', components: Object.fromEntries(ids.map((id) => [id, { kind: 'service' }])), calls };
}

const overlapping = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, box, index) => sum + boxes.slice(index + 1).filter((other) => overlaps(box, other)).length, 0);

const standing = (places: Readonly<Record<string, Point>>, id: string): Point => {
  const place = places[id];
  if (!place) throw new Error(`${id} has no place`);
  return place;
};

const designs = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 24 }))
  .map(([count, pairs]) => designOf(count, pairs));

describe('tidying', () => {
  test('gives every component a place, none over another, callers left of callees', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const places = layout(design);
        expect(Object.keys(places).sort((a, b) => a.localeCompare(b))).toEqual(
          Object.keys(design.components).sort((a, b) => a.localeCompare(b)),
        );
        expect(overlapping(Object.values(places).map(nodeBox))).toBe(0);
        for (const { from, to } of design.calls ?? []) {
          expect(standing(places, from)[0] + NODE_SIZE.width).toBeLessThan(standing(places, to)[0]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same places every time', () => {
    const design = designOf(9, [
      [0, 1],
      [0, 2],
      [1, 5],
      [2, 5],
      [6, 7],
    ]);
    expect(layout(design)).toEqual(layout(design));
  });

  test('arranges 60 components within a second', () => {
    const pairs = Array.from({ length: 59 }, (_, index): [number, number] => [Math.floor(index / 2), index + 1]);
    const more = Array.from({ length: 40 }, (_, index): [number, number] => [index, index + 13]);
    // Of this process's own time: another may have the machine meanwhile.
    const start = process.cpuUsage();
    const places = layout(designOf(60, [...pairs, ...more]));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(1);
    expect(overlapping(Object.values(places).map(nodeBox))).toBe(0);
  });

  test('arranges many components by the same rules, each near to what it calls', () => {
    const pairs = fc.array(fc.tuple(fc.nat(159), fc.nat(159)), { maxLength: 300 });
    fc.assert(
      fc.property(pairs, (more) => {
        const chained = Array.from({ length: 159 }, (_, index): [number, number] => [Math.floor(index / 3), index + 1]);
        const design = designOf(160, [...chained, ...more]);
        const places = layout(design);
        expect(Object.keys(places)).toHaveLength(160);
        expect(overlapping(Object.values(places).map(nodeBox))).toBe(0);
        for (const { from, to } of design.calls ?? []) {
          expect(standing(places, from)[0] + NODE_SIZE.width).toBeLessThan(standing(places, to)[0]);
        }
        expect(layout(design)).toEqual(places);
      }),
      { numRuns: 20 },
    );
    const fan = layout(
      designOf(
        4001,
        Array.from({ length: 4000 }, (_, index): [number, number] => [0, index + 1]),
      ),
    );
    const rows = Array.from({ length: 4000 }, (_, index) => standing(fan, `c${index + 1}`)[1]);
    const [, middle] = standing(fan, 'c0');
    expect(Math.abs(middle - (Math.min(...rows) + Math.max(...rows)) / 2)).toBeLessThan(2);
  });

  test('stacks pieces that no call connects', () => {
    const places = layout(
      designOf(4, [
        [0, 1],
        [2, 3],
      ]),
    );
    expect(standing(places, 'c2')[0]).toBe(standing(places, 'c0')[0]);
    expect(standing(places, 'c2')[1]).toBeGreaterThanOrEqual(standing(places, 'c0')[1] + NODE_SIZE.height);
  });

  test('keeps clear of the free texts', () => {
    const text = fc.record({
      text: fc.string({ maxLength: 40 }),
      at: fc.tuple(fc.integer({ min: -100, max: 900 }), fc.integer({ min: -100, max: 900 })),
    });
    fc.assert(
      fc.property(designs, fc.array(text, { maxLength: 4 }), (design, notes) => {
        const texts: Record<string, BoardText> = Object.fromEntries(notes.map((note, index) => [`n${index}`, note]));
        const nodes = Object.values(layout(design, {}, texts)).map(nodeBox);
        expect(notes.map(textBox).some((box) => nodes.some((node) => overlaps(node, box)))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves what stands already where it is', () => {
    const design = designOf(5, [
      [0, 1],
      [1, 2],
      [3, 4],
    ]);
    const existing: Record<string, Point> = { c0: [10, 20], c1: [300, 20] };
    const places = layout(design, existing);
    expect(Object.keys(places).sort((a, b) => a.localeCompare(b))).toEqual(['c2', 'c3', 'c4']);
    expect(overlapping([...Object.values(existing), ...Object.values(places)].map(nodeBox))).toBe(0);
  });

  test('puts clients first, and minds no name', () => {
    const odd = {
      '\u0000': { kind: 'client' },
      constructor: { kind: 'client' },
      '\u0001': { kind: 'service' },
    } as const;
    const chain = { ...odd, n0: { kind: 'service' }, clients: { kind: 'service' } } as const;
    const calls = [
      ['\u0000', '\u0001'],
      ['\u0001', 'n0'],
      ['n0', 'clients'],
      ['constructor', 'clients'],
    ] as const;
    const places = layout({ name: 'd', components: chain, calls: calls.map(([from, to]) => ({ from, to })) });
    expect(overlapping(Object.values(places).map(nodeBox))).toBe(0);
    expect(standing(places, 'constructor')[0]).toBe(standing(places, '\u0000')[0]);
  });

  test('survives rings and calls to nothing', () => {
    const design: Design = {
      ...designOf(3, []),
      calls: [
        { from: 'c0', to: 'c1' },
        { from: 'c1', to: 'c0' },
        { from: 'c2', to: 'c2' },
        { from: 'c2', to: 'nowhere' },
      ],
    };
    expect(overlapping(Object.values(layout(design)).map(nodeBox))).toBe(0);
    const ring = Array.from({ length: 200 }, (_, index) => ({ from: `c${index}`, to: `c${(index + 1) % 200}` }));
    const large = layout({ ...designOf(200, []), calls: [...ring, { from: 'c7', to: 'c7' }] });
    expect(overlapping(Object.values(large).map(nodeBox))).toBe(0);
    expect(layout({ name: 'empty', components: {} })).toEqual({});
  });

  test('is needed by the components without a place', () => {
    const scenario = { ...scenarioOf({ a: { kind: 'service' }, b: { kind: 'service' } }), at: { a: [0, 0] as const } };
    expect(missingPositions(scenario, 0)).toEqual(['b']);
    expect(missingPositions(scenario, 3)).toEqual([]);
  });
});
