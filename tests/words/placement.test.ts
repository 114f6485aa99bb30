import { describe, expect, test } from 'vitest';
import { countIn, dropText, placementText, spreadText } from '../../src/words/placement.ts';

describe('where replicas stand', () => {
  test('is said by domain', () => {
    expect(placementText(10, ['Zone a', 'Zone b', 'Zone c'], [])).toBe('4, 3 and 3 over Zone a, Zone b and Zone c');
    expect(placementText(null, ['Zone a', 'Zone b'], ['Blue'])).toBe('over Zone a and Zone b, in Blue');
    expect(placementText(3, [], ['Zone a'])).toBe('in Zone a');
    expect(placementText(3, [], [])).toBe('');
  });

  test('is counted in a container', () => {
    expect(spreadText('App', 10, 1, 3)).toBe('App · 3 of 10');
    expect(spreadText('App', 2, 2, 3)).toBe('App · 0 of 2');
    expect(spreadText('App', null, 0, 3)).toBe('App');
    expect([countIn(2, 2), countIn(1, 1)]).toEqual(['all 2', 'the only one']);
  });
});

describe('what a drop does', () => {
  test('is said before it is done', () => {
    expect(dropText(['Zone a'], [], true)).toBe('Drop: into Zone a · Shift: also in Zone a');
    expect(dropText(['Zone b'], ['Zone a'], false)).toBe('Drop: out of Zone a, into Zone b');
    expect(dropText([], ['Zone a', 'East'], false)).toBe('Drop: out of Zone a and East');
  });
});
