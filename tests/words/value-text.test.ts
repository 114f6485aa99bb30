import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readValue, valueText } from '../../src/words/value-text.ts';

const TIME = { shape: 'time' } as const;
const UP = { shape: 'up' } as const;
const COUNT = { shape: 'quantity', dimension: 'count' } as const;

describe('the line that a field shows', () => {
  test.each([
    ['99 %', '99 %'],
    [{ mtbf: '720 h', mttr: '43 min' }, 'mtbf 720 h, mttr 43 min'],
    [{ probability: 0.99, mttr: '1 h' }, 'probability 0.99, mttr 1 h'],
  ])('of %j as an "up" is %s, and is read back', (value, line) => {
    expect(valueText(value)).toBe(line);
    expect(readValue(line, UP)).toEqual(value);
  });

  test.each([
    ['40 ms', '40 ms'],
    [{ p50: '31 ms', p99: '140 ms' }, 'p50 31 ms, p99 140 ms'],
    [{ distribution: 'gamma', mean: '40 ms', shape: 2 }, 'gamma, mean 40 ms, shape 2'],
    [{ quantiles: { '0.5': '10 ms', '0.99': '80 ms' } }, '{"quantiles":{"0.5":"10 ms","0.99":"80 ms"}}'],
    [{ samples: ['1 ms', '2 ms'] }, '{"samples":["1 ms","2 ms"]}'],
    [
      {
        mixture: [
          { weight: 0.95, time: '10 ms' },
          { weight: 0.05, time: { p50: '200 ms', p99: '300 ms' } },
        ],
      },
      '{"mixture":[{"weight":0.95,"time":"10 ms"},{"weight":0.05,"time":{"p50":"200 ms","p99":"300 ms"}}]}',
    ],
  ])('of %j as a time is %s, and is read back', (value, line) => {
    expect(valueText(value)).toBe(line);
    expect(readValue(line, TIME)).toEqual(value);
  });

  test('of a list of domains has them one after the other, and is read back', () => {
    const list = { shape: 'references', to: 'domains' } as const;
    expect(valueText(['zone a', 'b'])).toBe('zone a, b');
    expect(readValue('zone a, b', list)).toEqual(['zone a', 'b']);
    expect(readValue('', list)).toBeUndefined();
  });

  test('of nothing is empty, and an empty line takes the field away', () => {
    expect(valueText(undefined)).toBe('');
    expect(readValue('  ', COUNT)).toBeUndefined();
  });

  test('keeps a number a number and everything else as it was typed', () => {
    expect(readValue('3', COUNT)).toBe(3);
    expect(readValue('3.0', COUNT)).toBe('3.0');
    expect(readValue('2 * peak', COUNT)).toBe('2 * peak');
    expect(readValue('Infinity', COUNT)).toBe('Infinity');
  });

  test.each([
    'p50 31 ms',
    'gamma, mean 40 ms',
    '{"foo": 1}',
    '{"samples": [null]}',
    '{"p50":"1 ms"',
    '[1]',
    'mtbf 3 h',
  ])('that is no whole record, such as %s, stays a text', (line) => {
    expect(readValue(line, TIME)).toBe(line);
    expect(readValue(line, UP)).toBe(line);
  });

  test('of any two times is read back as written', () => {
    const value = fc.oneof(fc.integer(), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(value, value, (p50, p99) => {
        expect(readValue(valueText({ p50, p99 }), TIME)).toEqual({ p50, p99 });
      }),
    );
  });
});
