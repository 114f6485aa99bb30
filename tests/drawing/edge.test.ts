import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bends,
  callLabel,
  edgeBox,
  edgePath,
  into,
  LABEL_HEIGHT,
  labelPoint,
  nodeBox,
  orderLabel,
  outOf,
  overlaps,
} from '../../src/drawing/edge.ts';
import type { Call, Point } from '../../src/model/scenario.ts';

const call = (fields: Partial<Call> = {}): Call => ({ from: 'a', to: 'b', ...fields });
const place = fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 }));

describe('an arrow', () => {
  test('goes from the right of its caller to the left of its callee', () => {
    const [from, to] = [outOf([0, 0]), into([300, 100])];
    expect(edgePath(from, to)).toBe('M184 46C242 46 242 146 300 146');
    expect(edgePath(from, to, 18)).toBe('M184 46C242 70 242 170 300 146');
  });

  test('backwards turns round between the rows, or below both of one row', () => {
    const up = edgePath(outOf([400, 300]), into([0, 0]));
    expect(up).toMatch(/^M584 346C.*0 46$/);
    expect(up.split('C')).toHaveLength(4);
    const beside = edgeBox(outOf([400, 0]), into([0, 0]));
    expect(beside.y + beside.height).toBeGreaterThan(nodeBox([0, 0]).height);
    const rows = edgeBox(outOf([400, 300]), into([0, 0]));
    expect(rows.y + rows.height).toBeCloseTo(346, 6);
  });

  test('has finite numbers wherever the nodes are, and ends at them', () => {
    fc.assert(
      fc.property(place, place, fc.integer({ min: -60, max: 60 }), (a, b, bend) => {
        const path = edgePath(outOf(a), into(b), bend);
        expect(path).toMatch(/^M-?[\d.]+ -?[\d.]+(C(-?[\d.]+ ){5}-?[\d.]+)+$/);
        expect(path.endsWith(into(b).join(' '))).toBe(true);
      }),
    );
  });

  test('of several between the same two bends aside, and alone does not', () => {
    expect(bends([call(), call(), call({ from: 'b', to: 'a' })])).toEqual([-18, 18, 0]);
    expect(bends([])).toEqual([]);
  });
});

/** The box of a label by its middle. */
const around = (point: Point, width: number) => ({
  x: point[0] - width / 2,
  y: point[1] - LABEL_HEIGHT / 2,
  width,
  height: LABEL_HEIGHT,
});

describe('a label', () => {
  test('stands in the middle where that is free', () => {
    expect(labelPoint([184, 46], [384, 46], [])).toEqual([284, 46]);
    expect(labelPoint([184, 46], [240, 46], [], { width: 40 })).toEqual([212, 32]);
  });

  test('gives way to a node, and is left out where there is no room', () => {
    const node = { x: 270, y: 20, width: 40, height: 60 };
    const point = labelPoint([184, 46], [484, 46], [node], { width: 30 });
    expect(point).not.toBeNull();
    expect(point && overlaps(around(point, 30), node)).toBe(false);
    expect(labelPoint([184, 46], [384, 46], [{ x: 0, y: 0, width: 600, height: 100 }])).toBeNull();
  });

  test('never lies over a node', () => {
    fc.assert(
      fc.property(
        place,
        place,
        fc.array(place, { maxLength: 12 }),
        fc.integer({ min: 10, max: 120 }),
        (a, b, others, width) => {
          const nodes = [a, b, ...others].map(nodeBox);
          const point = labelPoint(outOf(a), into(b), nodes, { width });
          if (point) expect(nodes.some((node) => overlaps(around(point, width), node))).toBe(false);
        },
      ),
    );
  });

  test('says what differs from a plain call, and nothing of a plain one', () => {
    expect(callLabel(call())).toBeNull();
    expect(callLabel(call({ times: 1, probability: '100 %', optional: false, async: false }))).toBeNull();
    expect(callLabel(call({ times: 100 }))).toBe('×100');
    expect(callLabel(call({ times: '20000' }))).toBe('×20,000');
    expect(callLabel(call({ times: 'shards' }))).toBe('×shards');
    expect(callLabel(call({ probability: 0.05 }))).toBe('5 %');
    expect(callLabel(call({ probability: '2 * p' }))).toBe('2 * p');
    expect(callLabel(call({ times: 3, probability: '5 %', optional: true, async: true }))).toBe(
      '×3 · 5 % · optional · async',
    );
  });

  test('says how many requests go along it where that is shown', () => {
    expect(callLabel(call(), '8,000 req/s')).toBe('8,000 req/s');
    expect(callLabel(call({ times: 100, async: true }), '800,000 req/s')).toBe('800,000 req/s · ×100 · async');
  });

  test('of the order is there only where steps differ', () => {
    const calls = [call({ step: 1 }), call({ to: 'c', step: 2 }), call({ from: 'c', step: 5 })];
    expect(calls.map((each) => orderLabel(each, calls))).toEqual(['1', '2', null]);
    const same = [call(), call({ to: 'c', step: 1 })];
    expect(same.map((each) => orderLabel(each, same))).toEqual([null, null]);
  });
});
