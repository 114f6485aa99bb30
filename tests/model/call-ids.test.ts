import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { callIds, type Call } from '../../src/model/scenario.ts';

test('A call is named by its ends, and numbered from the second of the same pair on', () => {
  const calls: Call[] = [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'a', to: 'b' },
  ];
  expect(callIds(calls)).toEqual(['a->b', 'a->b#2', 'b->c', 'a->b#3']);
});

test('A written id stays, and no other call takes it', () => {
  const calls: Call[] = [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'b' },
    { id: 'a->b#2', from: 'x', to: 'y' },
    { id: 'a->b', from: 'x', to: 'y' },
  ];
  expect(callIds(calls)).toEqual(['a->b#3', 'a->b#4', 'a->b#2', 'a->b']);
});

test('No two calls ever share an id, as long as the written ones differ', () => {
  const call = fc.record({ from: fc.constantFrom('a', 'b'), to: fc.constantFrom('a', 'b#2') });
  const written = fc.uniqueArray(fc.constantFrom('a->a', 'a->a#2', 'a->b#2', 'b->a#3', 'x'));
  fc.assert(
    fc.property(fc.array(call), written, (plain, ids) => {
      const calls: Call[] = [...plain, ...ids.map((id) => ({ id, from: 'a', to: 'a' }))];
      expect(new Set(callIds(calls)).size).toBe(calls.length);
    }),
  );
});
