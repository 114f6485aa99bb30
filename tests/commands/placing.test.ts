import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { freeSpot, neighbour, spotAfter, typicalComponent } from '../../src/commands/placing.ts';
import { KINDS, type Point } from '../../src/model/scenario.ts';
import { board } from '../../src/store/board.ts';
import { CHECKOUT } from '../store/samples.ts';

beforeEach(() => board.getState().load(CHECKOUT, { documentId: 'test', origin: 'own' }));

describe('placing', () => {
  test('a new component never covers another', () => {
    const point = fc.tuple(fc.integer({ min: -500, max: 1500 }), fc.integer({ min: -500, max: 1500 }));
    fc.assert(
      fc.property(point, (wanted: Point) => {
        const [x, y] = freeSpot(CHECKOUT, 0, wanted);
        const taken = Object.keys(CHECKOUT.designs[0]!.components).map((id) => CHECKOUT.at![id]!);
        expect(taken.every(([left, top]) => Math.abs(left - x) >= 184 || Math.abs(top - y) >= 92)).toBe(true);
      }),
    );
  });

  test('a callee stands to the right of its caller', () => {
    expect(spotAfter('pay')[0]).toBeGreaterThan(CHECKOUT.at!['pay']![0] + 184);
  });

  test('arrow keys go to the nearest component that way', () => {
    expect(neighbour('app', 'left')).toBe('lb');
    expect(neighbour('db', 'down')).toBe('pay');
    expect(neighbour('shoppers', 'left')).toBeNull();
    expect(neighbour(null, 'right')).toBe('shoppers');
  });

  test.each(KINDS.map((kind) => [kind]))('a new %s has its typical values written out', (kind) => {
    expect(typicalComponent(kind)).toMatchObject({ kind });
    expect(typicalComponent(kind, 'Shop').name).toBe('Shop');
  });

  test('dotted fields are written where they belong', () => {
    expect(typicalComponent('client')).toMatchObject({ objectives: { availability: '99.9 %' } });
  });
});
