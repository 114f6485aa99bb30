import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complementaryError } from '../../src/engine/numeric/error-function.ts';
import { factorial, gammaShares } from '../../src/engine/numeric/incomplete-gamma.ts';

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

describe('the complementary error function', () => {
  // Abramowitz and Stegun (1964), tables 7.1 and 7.3, to the digits of a double.
  test.each([
    [0.1, 0.8875370839817152],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [3, 2.209049699858544e-5],
    [5, 1.5374597944280349e-12],
    [10, 2.088487583762545e-45],
  ])('at %d is %d', (x, expected) => {
    expect(relative(complementaryError(x), expected)).toBeLessThan(2e-15);
    expect(relative(complementaryError(-x), 2 - expected)).toBeLessThan(2e-15);
  });

  test('is smooth where one formula takes over from another', () => {
    for (const seam of [0.46875, 4]) {
      const slope = (-2 / Math.sqrt(Math.PI)) * Math.exp(-seam * seam);
      const step = complementaryError(seam + 1e-6) - complementaryError(seam - 1e-6);
      expect(relative(step, 2e-6 * slope)).toBeLessThan(1e-8);
    }
  });
});

describe('the shares of the gamma function', () => {
  test('of shape ½ are the error function', () => {
    for (let x = 0.01; x < 300; x *= 1.4)
      expect(relative(gammaShares(0.5, x)[1], complementaryError(Math.sqrt(x)))).toBeLessThan(1e-13);
  });

  test('of a whole shape are sums of Poisson chances', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 200, noNaN: true }), (n, x) => {
        let term = Math.exp(-x);
        let sum = 0;
        for (let count = 0; count < n; count++) {
          sum += term;
          term *= x / (count + 1);
        }
        expect(relative(gammaShares(n, x)[1], sum)).toBeLessThan(1e-12);
      }),
    );
  });

  test('grow by one term with the shape, and add up to 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 150, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (a, part) => {
          const x = a * part;
          const term = Math.exp(a * Math.log(x) - x) / factorial(a);
          const [below, above] = gammaShares(a, x);
          expect(below + above).toBeCloseTo(1, 14);
          expect(Math.abs(gammaShares(a + 1, x)[1] - above - term)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  test('have their limits at the ends', () => {
    expect(gammaShares(2, 0)).toEqual([0, 1]);
    expect(gammaShares(2, 1e300)).toEqual([1, 0]);
    expect(gammaShares(1e4, 1)).toEqual([0, 1]);
  });
});

describe('the factorial of any number', () => {
  test('is that of whole numbers, and grows as a product', () => {
    expect([0, 1, 5, 10].map((n) => Math.round(factorial(n)))).toEqual([1, 1, 120, 3_628_800]);
    for (let a = 0.001; a < 160; a *= 1.7)
      expect(relative(factorial(a + 1), (a + 1) * factorial(a))).toBeLessThan(2e-13);
    expect(relative(factorial(0.5), Math.sqrt(Math.PI) / 2)).toBeLessThan(1e-14);
  });
});
