import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotsRow, dotsText } from '../../src/drawing/dots.ts';
import { dealt } from '../../src/model/domains.ts';

const anyRow = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.nat(12), fc.integer({ min: 1, max: 6 }))
  .map(([replicas, needed, domains]) => ({
    needed: Math.min(needed, replicas),
    spare: replicas - Math.min(needed, replicas),
    groups: dealt(replicas, domains).filter((count) => count > 0),
  }));

describe('a row of dots', () => {
  test('is full where a replica is needed, and has a bar between two domains', () => {
    expect(dotsText({ needed: 4, spare: 1, groups: [2, 2, 1] })).toBe('●● | ●● | ○');
    const { dots, bars } = dotsRow({ needed: 1, spare: 1, groups: [1, 1] }, 100);
    expect(dots.map(({ full }) => full)).toEqual([true, false]);
    expect(bars[0]).toBeCloseTo((dots[0]!.x + dots[1]!.x) / 2);
  });

  test('fits into its room, in order and apart', () => {
    fc.assert(
      fc.property(anyRow, fc.integer({ min: 40, max: 140 }), (row, room) => {
        const { dots, bars, radius, width } = dotsRow(row, room);
        expect(dots).toHaveLength(row.needed + row.spare);
        expect(dots.filter(({ full }) => full)).toHaveLength(row.needed);
        expect(bars).toHaveLength(row.groups.length - 1);
        expect(width).toBeLessThanOrEqual(room + 1e-9);
        dots.slice(1).forEach(({ x }, index) => expect(x - dots[index]!.x).toBeGreaterThan(2 * radius));
      }),
    );
  });
});
