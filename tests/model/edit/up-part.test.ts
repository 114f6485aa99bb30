import { describe, expect, test } from 'vitest';
import { upPart, withFieldAt } from '../../../src/model/edit/up-part.ts';
import type { Component } from '../../../src/model/scenario.ts';

const app = (up?: Component['up']): Component => (up === undefined ? { kind: 'service' } : { kind: 'service', up });

describe('A part of how often something is up', () => {
  test('is read from a share alone as from its record', () => {
    expect(upPart('99 %', 'probability')).toBe('99 %');
    expect(upPart({ probability: 0.99, mttr: '1 h' }, 'mttr')).toBe('1 h');
    expect(upPart('99 %', 'mttr')).toBeUndefined();
    expect(upPart(undefined, 'probability')).toBeUndefined();
    expect(upPart({ mtbf: '1 h' }, 'toString')).toBeUndefined();
  });

  test.each<[string, Component['up'], string, string | undefined, unknown]>([
    ['a share is written as it is', undefined, 'up.probability', '99 %', '99 %'],
    ['a repair beside a share makes both a record', '99 %', 'up.mttr', '1 h', { probability: '99 %', mttr: '1 h' }],
    [
      'a share in the record is changed there',
      { probability: '99 %', mttr: '1 h' },
      'up.probability',
      '98 %',
      { probability: '98 %', mttr: '1 h' },
    ],
    ['without its repair a share is alone again', { probability: '99 %', mttr: '1 h' }, 'up.mttr', undefined, '99 %'],
    [
      'the time between failures takes the place of a share',
      { probability: '99 %', mttr: '1 h' },
      'up.mtbf',
      '720 h',
      { mtbf: '720 h', mttr: '1 h' },
    ],
    [
      'a share takes the place of the time between failures',
      { mtbf: '720 h', mttr: '1 h' },
      'up.probability',
      '99 %',
      { probability: '99 %', mttr: '1 h' },
    ],
    ['the last part that goes takes it all away', '99 %', 'up.probability', undefined, undefined],
  ])('%s', (_, up, key, value, expected) => {
    expect(withFieldAt(app(up), key, value).up).toEqual(expected);
  });

  test('keeps what is first in speech first, however it was typed', () => {
    const repaired = withFieldAt(app(), 'up.mttr', '1 h');
    expect(JSON.stringify(withFieldAt(repaired, 'up.mtbf', '720 h').up)).toBe('{"mtbf":"720 h","mttr":"1 h"}');
  });

  test('that is what it was changes nothing', () => {
    for (const up of ['99 %', { probability: '99 %', mttr: '1 h' }, { probability: '99 %' }] as const) {
      const owner = app(up);
      expect(withFieldAt(owner, 'up.probability', '99 %')).toBe(owner);
    }
  });

  test('may be typed as the whole line', () => {
    const times = { mtbf: '720 h', mttr: '1 h' };
    expect(withFieldAt(app('99 %'), 'up.probability', times).up).toEqual(times);
  });
});
