import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf, anyOfSame } from '../../src/engine/numeric/any-of.ts';
import { binomialLowerTail, binomialTailSlope, binomialUpperTail } from '../../src/engine/numeric/binomial-tail.ts';
import { availabilityFigures, nines } from '../../src/engine/numeric/downtime.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import { integrals } from '../../src/engine/numeric/integral.ts';
import { atLeast } from '../../src/engine/numeric/poisson-binomial.ts';
import { solve } from '../../src/engine/numeric/solve.ts';
import { studentWithin } from '../../src/engine/numeric/student.ts';
import { bigUpperTail } from './big-tail.ts';

const relative = (value: number, expected: number): number => Math.abs(value - expected) / Math.abs(expected);

describe('the binomial tail', () => {
  // n, x and p from 1 to 1e5 replicas, and from certain to 1e-300.
  const cases: [n: number, x: number, p: number][] = [
    [2, 2, 0.001],
    [10, 3, 0.01],
    [41, 7, 0.03],
    [100, 2, 1e-9],
    [100, 60, 1e-5],
    [1000, 311, 0.3],
    [1000, 300, 0.3],
    [1000, 290, 0.3],
    [1000, 700, 0.3],
    [1000, 80, 1e-5],
    [10_000, 150, 0.01],
    [10_000, 600, 0.01],
    [100_000, 1100, 0.01],
    [100_000, 2300, 0.01],
    [100_000, 51_000, 0.5],
    [100_000, 55_500, 0.5],
    [100_000, 60, 1e-8],
    [100_000, 99_990, 0.999],
  ];
  for (const [n, x, p] of cases) {
    it(`has 12 digits at ${x} of ${n} with ${p}`, () => {
      const expected = bigUpperTail(n, x, p);
      expect(expected).toBeGreaterThan(1e-300);
      expect(relative(binomialUpperTail(n, x, p), expected)).toBeLessThanOrEqual(1e-12);
    });
  }

  it('has both sides add up to 1, and the small one its own digits', () => {
    const small = binomialLowerTail(1000, 200, 0.3);
    expect(relative(small, bigUpperTail(1000, 800, 0.7))).toBeLessThanOrEqual(2e-12);
    expect(binomialUpperTail(1000, 201, 0.3) + small).toBeCloseTo(1, 15);
  });

  it('knows its ends', () => {
    expect(binomialUpperTail(5, 0, 0.1)).toBe(1);
    expect(binomialUpperTail(5, 6, 0.1)).toBe(0);
    expect(binomialUpperTail(5, 3, 0)).toBe(0);
    expect(binomialUpperTail(5, 3, 1)).toBe(1);
    expect(binomialLowerTail(5, -1, 0.1)).toBe(0);
    expect(binomialLowerTail(5, 5, 0.1)).toBe(1);
    expect(binomialUpperTail(1, 1, Number.NaN)).toBeNaN();
  });

  it('is series for all of n and grows with p', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 1e-12, max: 0.99, noNaN: true }), (n, p) => {
        expect(relative(binomialUpperTail(n, 1, p), anyOf(Array.from({ length: n }, () => p)))).toBeLessThan(1e-12);
        const x = Math.ceil(n / 2);
        expect(binomialUpperTail(n, x, p * 1.001)).toBeGreaterThanOrEqual(binomialUpperTail(n, x, p));
      }),
    );
  });

  it('has the slope that differences have', () => {
    const h = 1e-6;
    const slope = (binomialUpperTail(50, 5, 0.05 + h) - binomialUpperTail(50, 5, 0.05 - h)) / (2 * h);
    expect(relative(binomialTailSlope(50, 5, 0.05), slope)).toBeLessThan(1e-8);
  });
});

describe('sums and integrals', () => {
  it('complements a product without losing the small ones', () => {
    expect(anyOf([1e-30, 2e-30])).toBeCloseTo(3e-30, 44);
    expect(anyOf([])).toBe(0);
    expect(anyOf([0.5, 1])).toBe(1);
    expect(anyOfSame(1, 3)).toBe(1);
    expect(anyOfSame(0.3, 0)).toBe(0);
  });

  it('counts events of different chances as all their combinations do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 9 }),
        (chances, x) => {
          let sum = 0;
          for (let mask = 0; mask < 2 ** chances.length; mask++) {
            const happened = chances.map((_, index) => (mask >> index) % 2 === 1);
            if (happened.filter(Boolean).length < x) continue;
            sum += chances.reduce((product, chance, index) => product * (happened[index] ? chance : 1 - chance), 1);
          }
          expect(atLeast(chances, x)).toBeCloseTo(sum, 12);
        },
      ),
    );
  });

  it('integrates polynomials exactly and steep ones closely', () => {
    const [cubic, steep] = finished(
      integrals(
        2,
        (t, out) => {
          out[0] = 4 * t ** 3;
          out[1] = 500 * t ** 499;
        },
        1e-12,
      ),
    );
    expect(cubic).toBeCloseTo(1, 14);
    expect(steep).toBeCloseTo(1, 11);
  });
});

describe('figures', () => {
  it('say 31,536 seconds a year for three nines, and nothing where nothing is down', () => {
    expect(availabilityFigures(0.001).downtimeSecondsPerYear).toBeCloseTo(31_536, 8);
    expect(availabilityFigures(0.001).nines).toBeCloseTo(3, 12);
    expect(nines(0)).toBeNull();
    expect(nines(1)).toBe(0);
  });
});

describe('Student’s distribution', () => {
  // E. S. Pearson, H. O. Hartley, "Biometrika tables for statisticians" (1966), table 12; the last by the normal limit.
  const table: [freedom: number, probability: number, t: number, digits: number][] = [
    [1, 0.95, 12.706, 3],
    [2, 0.95, 4.303, 3],
    [3, 0.99, 5.841, 3],
    [4, 0.95, 2.776, 3],
    [5, 0.9, 2.015, 3],
    [10, 0.95, 2.228, 3],
    [25, 0.99, 2.787, 3],
    [120, 0.95, 1.98, 3],
    [1_000_000, 0.95, 1.959964, 5],
  ];
  it.each(table)('of %i degrees of freedom holds %f within %f', (freedom, probability, t, digits) => {
    expect(studentWithin(probability, freedom)).toBeCloseTo(t, digits);
  });

  it('has closed forms for one, two and four degrees', () => {
    for (const p of [1e-6, 0.1, 0.5, 0.9, 0.999]) {
      expect(relative(studentWithin(p, 1), Math.tan((Math.PI * p) / 2))).toBeLessThan(1e-12);
      expect(relative(studentWithin(p, 2), p * Math.sqrt(2 / (1 - p * p)))).toBeLessThan(1e-12);
      const t = studentWithin(p, 4);
      expect(relative((t * (t * t + 6)) / (t * t + 4) ** 1.5, p)).toBeLessThan(1e-12);
    }
  });
});

describe('linear equations', () => {
  it('are solved for unknowns of very different size', () => {
    const columns = fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        columns,
        fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (columns, x) => {
          const sizes = [1, 1e-6, 1e6];
          const own = columns.map((column, i) => column.map((each, row) => (each + (row === i ? 4 : 0)) * sizes[i]!));
          const rows = own.map((a) => own.map((b) => a.reduce((sum, each, k) => sum + each * b[k]!, 0)));
          const scaled = x.map((each, i) => each / sizes[i]!);
          const right = rows.map((row) => row.reduce((sum, each, k) => sum + each * scaled[k]!, 0));
          for (const [i, each] of (solve(rows, right) ?? []).entries())
            expect(relative(each, scaled[i]!)).toBeLessThan(1e-11);
          expect(solve(rows, right)).toHaveLength(3);
        },
      ),
    );
  });

  it('that have no single solution have none', () => {
    expect(
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toBeNull();
    expect(
      solve(
        [
          [0, 0],
          [0, 1],
        ],
        [1, 2],
      ),
    ).toBeNull();
  });
});
