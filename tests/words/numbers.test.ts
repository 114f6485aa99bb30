import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  availabilityShortText,
  availabilityText,
  countText,
  durationText,
  moneyText,
  ninesText,
  percentText,
  rateText,
  roundDurationText,
  sharesText,
  signedDurationText,
  timeText,
  unbroken,
  wholeNinesText,
  WIDEST,
} from '../../src/words/numbers.ts';
import { ninesMeter } from '../../src/words/nines-meter.ts';
import { unitsRoundedUp } from '../../src/words/rounding.ts';

/** Unavailabilities of every size. */
const unavailability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -14, max: 0, noNaN: true }).map((exponent) => 10 ** exponent),
);

/** What a text claims at most, as an unavailability. */
function claimed(text: string): number {
  if (text === 'over 9 nines') return 1e-9;
  if (text === 'under 0.1 %') return 1;
  return Number(((100 - Number(text.replace(' %', ''))) / 100).toPrecision(6));
}

describe('an availability', () => {
  test.each([
    [0.0005029985, '99.9497 %'],
    [3.25e-6, '99.999675 %'],
    [0.0010603, '99.893 %'],
    [0.5, '50.0 %'],
    [0.123456, '87.6 %'],
    [0.01, '99.00 %'],
    [1e-9, '99.9999999 %'],
    [1.5e-9, '99.9999998 %'],
    [9.9e-10, 'over 9 nines'],
    [0, '100 %'],
    [1, '0 %'],
    [0.9999, 'under 0.1 %'],
  ])('of unavailability %d reads "%s"', (u, text) => {
    expect(availabilityText(u)).toBe(text);
  });

  test.each([
    [0.00111, '99.889 %'],
    [0.0005, '99.95 %'],
    [0.0001, '99.99 %'],
    [1e-6, '99.9999 %'],
    [0.01, '99 %'],
    [0.1, '90 %'],
    [0, '100 %'],
    [1e-12, 'over 9 nines'],
  ])('of unavailability %d reads "%s" in running text', (u, text) => {
    expect(availabilityShortText(u)).toBe(text);
  });

  test('is not rounded to the next lower digit by the last bits of a float', () => {
    expect(availabilityText(0.0005 * (1 + 2 ** -51))).toBe('99.9500 %');
    expect(availabilityText(1 - 0.9999)).toBe('99.9900 %');
  });

  test('is unknown where the number is', () => {
    for (const text of [availabilityText, availabilityShortText, ninesText, sharesText, percentText, durationText]) {
      expect([text(null), text(undefined), text(Number.NaN)]).toEqual(['unknown', 'unknown', 'unknown']);
    }
    for (const text of [
      signedDurationText,
      timeText,
      countText,
      rateText,
      moneyText,
      wholeNinesText,
      roundDurationText,
    ]) {
      expect(text(null)).toBe('unknown');
    }
  });

  test('never claims more than is true, and says 100 % of nothing but 0', () => {
    fc.assert(
      fc.property(unavailability, (u) => {
        const text = availabilityText(u);
        expect(claimed(text)).toBeGreaterThanOrEqual(u * (1 - 1e-5) - (text === 'over 9 nines' ? 0 : 1e-15));
        expect(text === '100 %').toBe(u === 0);
        expect(text.length).toBeLessThanOrEqual(WIDEST.availability);
      }),
    );
  });

  test('never falls while the unavailability falls', () => {
    fc.assert(
      fc.property(unavailability, unavailability, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(claimed(availabilityText(low))).toBeLessThanOrEqual(claimed(availabilityText(high)));
      }),
    );
  });

  test('keeps three digits of what is missing, rounded up exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (millionths) => {
        expect(unitsRoundedUp(millionths / 1e6, 6)).toBe(BigInt(millionths));
        expect(unitsRoundedUp(millionths / 1e6, 3)).toBe(BigInt(Math.ceil(millionths / 1000)));
        expect(unitsRoundedUp(millionths, 2)).toBe(BigInt(millionths) * 100n);
      }),
    );
  });
});

describe('nines', () => {
  test.each([
    [3.29843, '3.30 nines'],
    [5.4881, '5.49 nines'],
    [3.999, '3.99 nines'],
    [5.9999999999999, '6.00 nines'],
    [0.3, '0.30 nines'],
    [9, '9.00 nines'],
    [12, 'over 9 nines'],
  ])('%d read "%s"', (nines, text) => {
    expect(ninesText(nines)).toBe(text);
  });

  test('are whole ones in words', () => {
    expect([0.5, 1.2, 3.9999999999999, 6, 9.4, 11].map(wholeNinesText)).toEqual([
      'no nine',
      'one nine',
      'four nines',
      'six nines',
      'nine nines',
      'over nine nines',
    ]);
  });

  test('fill a bar each', () => {
    expect(ninesMeter(3.3, 5e-4).map((bar) => Number(bar.toFixed(3)))).toEqual([1, 1, 1, 0.3, 0, 0]);
    expect(ninesMeter(7.5, 1e-8)).toHaveLength(8);
    expect(ninesMeter(null, null)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(ninesMeter(null, 0)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(ninesMeter(40, 1e-40)).toHaveLength(9);
  });
});

describe('a duration', () => {
  test.each([
    [15_862.6, '4.41 h'],
    [315_360, '3.65 days'],
    [31_536, '8.76 h'],
    [15_768, '4.38 h'],
    [3153.6, '52.6 min'],
    [102.5, '1.7 min'],
    [31.5, '0.5 min'],
    [12.34, '12.3 s'],
    [0.25, '250 ms'],
    [1e-9, 'under 1 ms'],
    [0, '0 min'],
    [3599, '1.00 h'],
    [31_536_000, '365 days'],
    [Infinity, 'for ever'],
    [-90, '−1.5 min'],
  ])('of %d s reads "%s"', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  test.each([
    [3153.6, '53 minutes'],
    [315.36, '5.3 minutes'],
    [31.3, 'half a minute'],
    [60, 'a minute'],
    [45, '0.8 min'],
    [10, '10.0 s'],
    [15_862.6, '4.41 h'],
    [3590, '59.8 min'],
  ])('of %d s reads "%s" in a title', (seconds, text) => {
    expect(roundDurationText(seconds)).toBe(text);
  });

  test('as a change has a sign, and never is a bare 0', () => {
    expect([3120, -31.3, 0, 1e-7].map(signedDurationText)).toEqual(['+52.0 min', '−0.5 min', 'no change', 'no change']);
  });

  test('of an answer or a wait goes down to nanoseconds', () => {
    expect([0.212, 0.04, 0.0005, 31.5, 3.2e-5, 2e-6, 1e-8, 1e-10, 0, 90, 14400].map(timeText)).toEqual([
      '212 ms',
      '40 ms',
      '0.5 ms',
      '31.5 s',
      '32 µs',
      '2 µs',
      '10 ns',
      'under 1 ns',
      '0 ms',
      '1.5 min',
      '4 h',
    ]);
  });

  test('is never shorter in words while it is longer, and never 0 but for 0', () => {
    const seconds = fc.double({ min: -4, max: 8, noNaN: true }).map((exponent) => 10 ** exponent);
    const units: Readonly<Record<string, number>> = { ms: 1e-3, s: 1, min: 60, h: 3600, days: 86_400 };
    const read = (text: string): number => {
      const [, digits = '', unit = ''] = /([\d,.]+) (\w+)$/.exec(text) ?? [];
      return text.startsWith('under') ? 0 : Number(digits.replaceAll(',', '')) * (units[unit] ?? Number.NaN);
    };
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(read(durationText(low))).toBeLessThanOrEqual(read(durationText(high)));
        expect(durationText(low)).not.toMatch(/^0(\.0+)? /);
        expect(durationText(high).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('shares, chances, counts and rates', () => {
  test('a share has one decimal and is 0 or 100 % only where it is', () => {
    expect([0.99405, 0.00199, 0.0001, 0.9999, 1, 0, 0.5].map(sharesText)).toEqual([
      '99.4 %',
      '0.2 %',
      'under 0.1 %',
      'over 99.9 %',
      '100 %',
      '0 %',
      '50.0 %',
    ]);
  });

  test('a chance has three digits at most', () => {
    expect([0.05, 0.634, 0.6339677, 1, 0.99999, 0, 1e-9, 0.001, 1.5, -0.03].map(percentText)).toEqual([
      '5 %',
      '63.4 %',
      '63.4 %',
      '100 %',
      'over 99.9 %',
      '0 %',
      'under 0.00001 %',
      '0.1 %',
      '150 %',
      '−3 %',
    ]);
  });

  test('counts and rates are grouped by thousands', () => {
    expect([8000, 3, 1_234_567, 2.8712, -4, Infinity].map(countText)).toEqual([
      '8,000',
      '3',
      '1,234,567',
      '2.87',
      '−4',
      'unlimited',
    ]);
    expect([8000, 0.5, 99.96, 1234.6].map(rateText)).toEqual(['8,000 req/s', '0.5 req/s', '100 req/s', '1,235 req/s']);
    expect([1135, 0.05].map(moneyText)).toEqual(['$1,135 a month', '$0.05 a month']);
  });

  test('a number and its unit are not torn apart in running text', () => {
    expect(unbroken('4.41 h')).toBe('4.41\u00A0h');
    expect(unbroken('over 9 nines')).toBe('over 9\u00A0nines');
  });
});
