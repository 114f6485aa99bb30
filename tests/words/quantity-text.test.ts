import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dimension } from '../../src/model/kinds/field.ts';
import { parseQuantity } from '../../src/model/quantity/parse-quantity.ts';
import { quantityText, steppedQuantity, withSeconds } from '../../src/words/quantity-text.ts';

describe('a quantity as a field shows it', () => {
  test.each<[number, Dimension, string]>([
    [0.0005, 'availability', '99.95 %'],
    [0.05, 'probability', '5 %'],
    [0.03, 'growth', '3 %/month'],
    [0.04, 'duration', '40 ms'],
    [8000, 'rate', '8,000 req/s'],
    [420, 'money', '$420/month'],
    [2e12, 'size', '2 TB'],
    [500, 'size', '500 B'],
    [0.5, 'size', '0.5 B'],
    [3, 'count', '3'],
    [0.02, 'ratio', '0.02'],
  ])('%d of %s is "%s"', (value, dimension, text) => {
    expect(quantityText(value, dimension)).toBe(text);
  });

  test('is read back as the same quantity', () => {
    const cases: [Dimension, number][] = [
      ['duration', 0.0405],
      ['rate', 1250],
      ['money', 420],
      ['size', 2.5e9],
      ['probability', 0.125],
      ['availability', 0.0005],
      ['growth', 0.03],
    ];
    for (const [dimension, value] of cases) {
      const parsed = parseQuantity(quantityText(value, dimension), dimension);
      expect([dimension, parsed.kind === 'value' ? parsed.value : parsed]).toEqual([
        dimension,
        expect.closeTo(value, 9) as unknown,
      ]);
    }
  });
});

test.each([
  ['0.005', '5 ms'],
  ['0.0060339999999999994', '6.034 ms'],
  ['40', '40 s'],
  ['1.5e-7', '150 ns'],
  ['2e-6', '2 µs'],
  ['7200', '7200 s'],
  ['0', '0'],
  ['40 ms', '40 ms'],
  ['2 * slow', '2 * slow'],
  ['', ''],
])('A time that is written as %j is shown as %j', (written, shown) => {
  expect(withSeconds(written)).toBe(shown);
});

test('A time that is shown with its unit is read back as what was written', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), (seconds) => {
      expect(read(withSeconds(String(seconds))) / seconds).toBeCloseTo(1, 9);
    }),
  );
});

/** Seconds of a duration as written. */
const read = (quantity: string | number | null): number => {
  const parsed = parseQuantity(quantity ?? '', 'duration');
  return parsed.kind === 'value' ? parsed.value : Number.NaN;
};

describe('a step', () => {
  test.each<[string | number, Dimension, number, string | number]>([
    ['40 ms', 'duration', 1, '41 ms'],
    ['41 ms', 'duration', -1, '40 ms'],
    ['40ms', 'duration', 1, '41ms'],
    ['100 ms', 'duration', -1, '98 ms'],
    ['0 ms', 'duration', 1, '1 ms'],
    ['0 ms', 'duration', -3, '0 ms'],
    ['8,000 req/s', 'rate', 1, '8,200 req/s'],
    ['8000 req/s', 'rate', 1, '8200 req/s'],
    ['8k req/s', 'rate', 1, '8.2k req/s'],
    ['$420/month', 'money', 1, '$430/month'],
    ['20 min/month', 'availability', 1, '21 min/month'],
    ['99 %', 'availability', 1, '99.5 %'],
    ['99 %', 'availability', 2, '99.9 %'],
    ['99.93 %', 'availability', 1, '99.95 %'],
    ['99.93 %', 'availability', -1, '99.9 %'],
    ['99.9999999 %', 'availability', 1, '99.9999999 %'],
    ['90 %', 'availability', -2, '70 %'],
    ['0 %', 'availability', -1, '0 %'],
    [0.999, 'availability', 1, 0.9995],
    ['4 nines', 'availability', 1, '4.1 nines'],
    [3, 'count', 1, 4],
    ['3', 'count', 2, '5'],
    [1, 'count', -5, 1],
    ['5 %', 'probability', 1, '5.2 %'],
    ['99 %', 'probability', 3, '100 %'],
    [0.02, 'ratio', 1, 0.021],
    [0, 'ratio', 1, 0.001],
  ])('from %j (%s) by %d is %j', (text, dimension, steps, next) => {
    expect(steppedQuantity(text, dimension, steps, dimension === 'count' ? { min: 1 } : {})).toBe(next);
  });

  test.each([
    '2 * peak',
    'peak',
    'capacity',
    '5 to 9 ms',
    '99.9 % to 99.99 %',
    'max(1, 2)',
    '',
    '-3 %',
    '3 - 1',
    '2^3',
  ])('has nothing to move in "%s"', (text) => {
    expect(steppedQuantity(text, 'duration', 1)).toBeNull();
  });

  test('up and down again is where it began, on round numbers', () => {
    for (const start of ['40 ms', '41 ms', '5.2 s', '250 ms', '1 s', '1.05 s', '99.5 ms']) {
      const up = steppedQuantity(start, 'duration', 1);
      if (start !== '99.5 ms') expect(steppedQuantity(up ?? '', 'duration', -1)).toBe(start);
    }
  });

  test('goes the way it is asked to, by a little, and stays a quantity of the same sort', () => {
    const digits = fc.integer({ min: 1, max: 99_999 }).map((value) => value / 10);
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('ms', ' s', ' min', ' h'),
        fc.integer({ min: 1, max: 5 }),
        (value, unit, steps) => {
          const text = `${value}${unit}`;
          const [before, up, down] = [
            text,
            steppedQuantity(text, 'duration', steps),
            steppedQuantity(text, 'duration', -steps),
          ].map(read);
          expect(up).toBeGreaterThan(before ?? 0);
          expect(down).toBeLessThan(before ?? 0);
          expect(down).toBeGreaterThan(0);
          expect((up ?? 0) / (before ?? 1)).toBeLessThan(1.06 ** steps);
        },
      ),
    );
  });

  test('of an availability never leaves 0 to 100 %', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: -40, max: 40 }), (value, steps) => {
        const next = steppedQuantity(`${value.toFixed(6)} %`, 'availability', steps);
        const number = Number(String(next).replace(' %', ''));
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThanOrEqual(100);
      }),
    );
  });
});
