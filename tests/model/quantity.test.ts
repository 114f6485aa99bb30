import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dimension } from '../../src/model/kinds/field.ts';
import { complementPercent, decimalComplement } from '../../src/model/quantity/complement.ts';
import { parseQuantity } from '../../src/model/quantity/parse-quantity.ts';
import type { Value } from '../../src/model/scenario.ts';

const DIMENSIONS: readonly Dimension[] = [
  'availability',
  'probability',
  'ratio',
  'count',
  'duration',
  'rate',
  'growth',
  'money',
  'size',
];

const worth = (text: Value, dimension: Dimension): number => {
  const quantity = parseQuantity(text, dimension);
  if (quantity.kind !== 'value') throw new Error(`${text} is ${JSON.stringify(quantity)}`);
  return quantity.value;
};

const problem = (text: Value, dimension: Dimension): string => {
  const quantity = parseQuantity(text, dimension);
  return quantity.kind === 'error' ? quantity.message : `no error: ${JSON.stringify(quantity)}`;
};

describe('Quantities as people write them', () => {
  test.each<[Value, Dimension, number]>([
    ['120 ms', 'duration', 0.12],
    ['40ms', 'duration', 0.04],
    ['5 min', 'duration', 300],
    ['5m', 'duration', 300],
    ['1 h 30 min', 'duration', 5400],
    ['7 µs', 'duration', 7e-6],
    ['7 μs', 'duration', 7e-6],
    ['7 us', 'duration', 7e-6],
    ['250 ns', 'duration', 2.5e-7],
    ['30 days', 'duration', 2_592_000],
    ['1 month', 'duration', 2_628_000],
    ['1 year', 'duration', 31_536_000],
    [2, 'duration', 2],
    ['8k req/s', 'rate', 8000],
    ['8,000 req/s', 'rate', 8000],
    ['8 000 req/s', 'rate', 8000],
    ['8\u202f000\u00a0req/s', 'rate', 8000],
    ['500 rps', 'rate', 500],
    ['100/s', 'rate', 100],
    ['500 per second', 'rate', 500],
    ['60 requests a minute', 'rate', 1],
    ['8.64M requests/day', 'rate', 100],
    ['2 million requests per day', 'rate', 2e6 / 86_400],
    ['1,000', 'count', 1000],
    ['10k', 'count', 10_000],
    ['5 %', 'probability', 0.05],
    [0.05, 'probability', 0.05],
    ['0.02', 'ratio', 0.02],
    ['3 %/month', 'growth', 0.03],
    ['3 %', 'growth', 0.03],
    ['-3 %/month', 'growth', -0.03],
    ['$420/mo', 'money', 420],
    ['$420 a month', 'money', 420],
    ['$1,135', 'money', 1135],
    ['$6k/year', 'money', 500],
    ['$2.4m/year', 'money', 200_000],
    ['12 USD/year', 'money', 1],
    ['1 kB', 'size', 1000],
    ['1 kb', 'size', 1000],
    ['1 KiB', 'size', 1024],
    ['500 GB', 'size', 5e11],
    ['2 TB', 'size', 2e12],
    ['64 MiB', 'size', 67_108_864],
  ])('%s as %s is %d', (text, dimension, value) => {
    expect(worth(text, dimension)).toBe(value);
  });

  test('growth by the year is compounded into months', () => {
    expect((1 + worth('30 %/year', 'growth')) ** 12).toBeCloseTo(1.3, 12);
  });
});

describe('Availabilities', () => {
  test.each<[Value, number]>([
    ['99.95 %', 0.0005],
    ['99.9999999 %', 1e-9],
    ['99.999999999999999999 %', 1e-20],
    [0.9995, 0.0005],
    ['0.9995', 0.0005],
    ['100 %', 0],
    ['0 %', 1],
    [1, 0],
    ['4 nines', 1e-4],
    ['five nines', 1e-5],
    ['11 nines', 1e-11],
    ['3.5 nines', 10 ** -3.5],
    ['20 min/month', 1200 / 2_628_000],
    ['3 h/year', 10_800 / 31_536_000],
    ['1 h 30 min a month', 5400 / 2_628_000],
    ['5 minutes per week', 300 / 604_800],
  ])('%s leaves exactly %d', (text, unavailability) => {
    expect(worth(text, 'availability')).toBe(unavailability);
  });

  test.each([
    ['0.00351', '99.649 %'],
    ['1e-7', '99.99999 %'],
    ['0.25', '75 %'],
    ['0.5', '50 %'],
    ['0.995', '0.5 %'],
    ['0', '100 %'],
    ['1', '0 %'],
    ['1e-60', null],
    ['1e-900', null],
  ])('are written as a percentage with all digits: 1 - %s', (decimal, percent) => {
    expect(complementPercent(decimal)).toBe(percent);
    if (percent !== null) expect(worth(percent, 'availability')).toBe(Number(decimal));
  });

  test('are complemented on their digits: the unavailability is the double nearest the true decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 9, max: 30 }), (small, places) => {
        const nines = (10n ** BigInt(places) - BigInt(small)).toString().padStart(places + 1, '0');
        const text = `${nines.slice(0, -places)}.${nines.slice(-places)}`;
        expect(decimalComplement(text)).toBe(Number(`${small}e-${places}`));
      }),
    );
  });

  test('of more than 100 % are out of range, with a hint where the percent sign was forgotten', () => {
    expect(problem('120 %', 'availability')).toBe('120 % is more than 100 %. Write at most 100 %');
    expect(problem('99.95', 'availability')).toBe('99.95 is more than 1. Did you mean 99.95 %?');
    expect(problem('40 days/month', 'availability')).toContain('more than all the time');
    expect(problem('-1 %', 'availability')).toContain('less than 0');
  });
});

describe('What does not belong', () => {
  test.each<[Value, Dimension, string]>([
    ['3 req/s', 'duration', '3 req/s is not a time. Write one such as 40 ms or 5 min'],
    ['40 ms', 'rate', '40 ms is not a rate. Write one such as 8,000 req/s'],
    ['5 %', 'duration', '5 % is not a time. Write one such as 40 ms or 5 min'],
    ['2.5', 'count', '2.5 is not a whole number. Write one such as 3'],
    ['4 nines', 'probability', '4 nines is not a share. Write one such as 5 % or 0.05'],
    ['$5', 'size', '$5 is not a size. Write one such as 500 GB'],
    ['hello world', 'duration', 'hello world is not a time. Write one such as 40 ms or 5 min'],
    ['3 foo', 'duration', '3 foo cannot be read, foo is not a unit. Write one such as 40 ms or 5 min'],
    ['', 'count', 'Nothing is written. Write one such as 3'],
  ])('%s as %s says so', (text, dimension, message) => {
    expect(problem(text, dimension)).toBe(message);
  });

  test('a decimal comma, bits, numbers beyond a double and texts without end are refused', () => {
    expect(problem('99,95 %', 'availability')).toContain('a comma stands in an odd place');
    expect(problem('1 Mb', 'size')).toContain('may mean bits');
    expect(problem('1e999', 'ratio')).toContain('too large');
    expect(problem('1e5000000 %', 'availability')).toContain('too large');
    expect(problem(Number.POSITIVE_INFINITY, 'duration')).toContain('too large');
    expect(problem(Number.NaN, 'duration')).toContain('too large');
    expect(problem('1+'.repeat(200), 'ratio')).toContain('longer than 200');
  });
});

describe('Ranges', () => {
  test('have the geometric mean in their middle, of the unavailabilities for an availability', () => {
    expect(parseQuantity('99.9 % to 99.99 %', 'availability')).toEqual({
      kind: 'value',
      value: Math.sqrt(1e-3 * 1e-4),
      band: { low: 1e-4, high: 1e-3, shape: null },
    });
  });

  test('take the unit at their end for both ends, and may name a shape', () => {
    expect(parseQuantity('10 to 40 ms (uniform)', 'duration')).toEqual({
      kind: 'value',
      value: 0.02,
      band: { low: 0.01, high: 0.04, shape: 'uniform' },
    });
  });

  test('with a wrong end are an error', () => {
    expect(problem('10 ms to 3 req/s', 'duration')).toContain('3 req/s is not a time');
  });
});

test('Names are variables, and what has operators or functions is a formula', () => {
  expect(parseQuantity('peak', 'rate')).toEqual({ kind: 'variable', name: 'peak' });
  for (const text of ['2 * peak / 3', '1/100', 'max(1, 2)', '2 × 40 ms', '10 ms to 2 * rtt', '99.95 % * 1']) {
    expect(parseQuantity(text, 'duration')).toEqual({ kind: 'formula' });
  }
});

describe('For any input', () => {
  test('a text is read or refused, and never throws or gives a number that is not finite', () => {
    const characters = fc.constantFrom(...'0123456789.,%$/+-*^() eEkMmsµhb\u00a0\u2009to ninesreq'.split(''));
    const texts = fc.oneof(
      fc.string(),
      fc.array(characters, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...DIMENSIONS), (text, dimension) => {
        const quantity = parseQuantity(text, dimension);
        if (quantity.kind === 'value') expect(Number.isFinite(quantity.value)).toBe(true);
        if (quantity.kind === 'error') expect(quantity.message).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['7/h', 'growth'],
    ['$9e307/h', 'money'],
  ] as const)('%s as %s is refused rather than without end', (text, dimension) => {
    expect(parseQuantity(text, dimension)).toMatchObject({ kind: 'error', code: 'quantity/out-of-range' });
  });

  test('more nines than a double can tell from certainty are certainty', () => {
    expect(parseQuantity('9e99 nines', 'availability')).toEqual({ kind: 'value', value: 0 });
  });

  test('a plain number and its text are worth the same', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...DIMENSIONS), (number, dimension) => {
        const [asNumber, asText] = [parseQuantity(number, dimension), parseQuantity(String(number), dimension)];
        expect(asText.kind).toBe(asNumber.kind);
        if (asNumber.kind === 'value') expect(asText).toEqual(asNumber);
      }),
    );
  });

  test('milliseconds and percents are worth exactly what their decimal says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (digits) => {
        expect(worth(`${digits / 100} ms`, 'duration')).toBe(Number(`${digits}e-5`));
        expect(worth(`${digits / 100_000} %`, 'probability')).toBe(Number(`${digits}e-7`));
      }),
    );
  });

  test('spaces of any width, or none, change nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('', ' ', '\u00a0', '\u2009', '\u202f', '  '),
        (number, space) => {
          expect(worth(`${space}${number}${space}req/s${space}`, 'rate')).toBe(number);
          expect(worth(`${number / 10}${space}%`, 'probability')).toBe(number / 1000);
        },
      ),
    );
  });
});
