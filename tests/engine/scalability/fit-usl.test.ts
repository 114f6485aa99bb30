import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../src/engine/numeric/random.ts';
import { fitUsl } from '../../../src/engine/scalability/fit-usl.ts';
import { uslSpeedup } from '../../../src/engine/scalability/usl.ts';
import type { LoadPoint, UslFit } from '../../../src/model/usl-fit.ts';

const points = (loads: readonly number[], throughputs: readonly number[]): LoadPoint[] =>
  loads.map((load, row) => ({ load, throughput: throughputs[row]! }));
const law = (loads: readonly number[], sigma: number, kappa: number, gamma: number): LoadPoint[] =>
  loads.map((load) => ({ load, throughput: gamma * uslSpeedup(load, sigma, kappa) }));

function fit(of: readonly LoadPoint[]): UslFit {
  const outcome = fitUsl(of);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join());
  return outcome.value;
}
const refusal = (of: readonly LoadPoint[]) => {
  const outcome = fitUsl(of);
  return outcome.ok ? [] : outcome.issues.map(({ code, path, message }) => [code, path, message]);
};
const squares = (residuals: readonly number[]): number => residuals.reduce((sum, each) => sum + each * each, 0);

describe('published fits', () => {
  // Throughput by simulated users of a SPARCcenter 2000 under SPEC SDM91: N. J. Gunther, "Guerrilla Capacity Planning"
  // (2007). Fit, standard errors and residuals: S. Möding, "Analyze system scalability in R with the USL" (2020).
  test('SPEC SDM91, whose throughput peaks', () => {
    const measured = points([1, 18, 36, 72, 108, 144, 216], [64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775, 1702.2]);
    const { sigma, kappa, gamma, nMax, residuals, intervals, findings } = fit(measured);
    expect(sigma.toFixed(7)).toBe('0.0277285');
    expect(kappa.toFixed(7)).toBe('0.0001044');
    expect(gamma.toFixed(7)).toBe('89.9952331');
    expect(nMax!.toFixed(5)).toBe('96.51956');
    expect([Math.min(...residuals), Math.max(...residuals)].map((each) => each.toFixed(1))).toEqual(['-81.7', '111.1']);
    // t = 2.776445 for four degrees of freedom: Abramowitz and Stegun (1964), table 26.10.
    const error = ([low, high]: readonly [number, number]): number => (high - low) / 2 / 2.776445105;
    expect(error(intervals.sigma).toFixed(7)).toBe('0.0091217');
    expect(error(intervals.kappa).toFixed(7)).toBe('0.0000199');
    expect(error(intervals.gamma)).toBeCloseTo(14.2134894, 4);
    expect(findings).toEqual([]);
  });

  // Michaelis and Menten's law is this one with κ = 0. Puromycin: D. M. Bates, D. G. Watts, "Nonlinear regression analysis
  // and its applications" (1988), A1.3 and 2.2: 212.7 · x / (0.0641 + x), squared residuals 1195. Here N = x / 0.02.
  test('an enzyme without a peak, whose rates were measured twice', () => {
    const concentrations = [0.02, 0.06, 0.11, 0.22, 0.56, 1.1];
    const rates = [76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200];
    const measured = points(
      concentrations.flatMap((x) => [x / 0.02, x / 0.02]),
      rates,
    );
    const { sigma, kappa, gamma, nMax, residuals } = fit(measured);
    expect(kappa).toBe(0);
    expect(nMax).toBeNull();
    expect((gamma / sigma).toFixed(1)).toBe('212.7');
    expect(((0.02 * (1 - sigma)) / sigma).toFixed(4)).toBe('0.0641');
    expect(squares(residuals).toFixed(0)).toBe('1195');
  });
});

describe('what the law itself gives', () => {
  const LOADS = [1, 2, 4, 8, 16, 32, 64];

  test('is found again, whether or not N = 1 was measured', () => {
    const share = fc.double({ min: 0, max: 0.9, noNaN: true });
    const peak = fc.double({ min: 3, max: 500, noNaN: true });
    const any = fc.tuple(share, fc.option(peak), fc.integer({ min: -6, max: 9 }), fc.boolean());
    fc.assert(
      fc.property(any, ([sigma, peak, power, first]) => {
        const kappa = peak === null ? 0 : (1 - sigma) / peak ** 2;
        const found = fit(law(first ? LOADS : LOADS.slice(1), sigma, kappa, 10 ** power));
        expect(Math.abs(found.sigma - sigma)).toBeLessThan(1e-7);
        expect(Math.abs(found.kappa - kappa)).toBeLessThan(1e-7 * Math.max(kappa, 1e-3));
        expect(Math.abs(found.gamma / 10 ** power - 1)).toBeLessThan(1e-6);
        expect(found.rSquared).toBeCloseTo(1, 9);
        expect(found.findings).toEqual([]);
      }),
    );
  });

  test('with κ = 0 is Amdahl’s, which never peaks', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (sigma) => {
        const found = fit(law(LOADS, sigma, 0, 120));
        expect([found.kappa, found.nMax]).toEqual([0, null]);
        expect(found.sigma).toBeCloseTo(sigma, 9);
      }),
    );
  });

  test('lies within the intervals nineteen times in twenty', () => {
    const [sigma, kappa, gamma] = [0.03, 0.0005, 100];
    const draw = randomFrom(11);
    const gauss = (): number => Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw());
    const inside = { sigma: 0, kappa: 0, gamma: 0 };
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const exact = law([1, 4, 8, 16, 24, 32, 48, 64, 96], sigma, kappa, gamma);
      const { intervals } = fit(exact.map(({ load, throughput }) => ({ load, throughput: throughput + 15 * gauss() })));
      for (const [name, truth] of [
        ['sigma', sigma],
        ['kappa', kappa],
        ['gamma', gamma],
      ] as const)
        if (intervals[name][0] <= truth && truth <= intervals[name][1]) inside[name]++;
    }
    // Three standard errors of a share of 95 % in 400 runs are 3.3 %.
    for (const count of Object.values(inside)) expect(Math.abs(count / runs - 0.95)).toBeLessThan(0.033);
  });
});

describe('the least squares', () => {
  test('are not undercut anywhere near or far', () => {
    const throughput = fc.double({ min: 1, max: 1000, noNaN: true });
    const measured = fc.array(fc.record({ load: fc.integer({ min: 1, max: 200 }), throughput }), {
      minLength: 4,
      maxLength: 12,
    });
    const within = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: -8, max: 1, noNaN: true }));
    fc.assert(
      fc.property(measured, fc.array(within, { minLength: 30, maxLength: 30 }), (measured, tries) => {
        fc.pre(new Set(measured.map(({ load }) => load)).size >= 3);
        const found = fit(measured);
        const best = squares(found.residuals);
        const near = [-1e-3, 0, 1e-3].flatMap((by) => [
          [Math.min(1, Math.max(0, found.sigma + by)), found.kappa],
          [found.sigma, Math.max(0, found.kappa * (1 + by))],
        ]);
        for (const [sigma, kappa] of [
          ...near,
          ...tries.map(([sigma, power]) => [sigma, power < -7 ? 0 : 10 ** power]),
        ]) {
          const shape = measured.map(({ load }) => uslSpeedup(load, sigma!, kappa!));
          const gamma = shape.reduce((sum, each, row) => sum + each * measured[row]!.throughput, 0) / squares(shape);
          const other = squares(measured.map(({ throughput }, row) => throughput - gamma * shape[row]!));
          expect(other).toBeGreaterThanOrEqual(best * (1 - 1e-9));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('do not depend on the unit of throughput or on the order of the rows', () => {
    const measured = points([1, 4, 8, 16, 32, 64], [20, 78, 130, 190, 240, 200]);
    const { sigma, kappa, gamma } = fit(measured);
    const other = fit(measured.map(({ load, throughput }) => ({ load, throughput: 1e6 * throughput })).reverse());
    expect(other.sigma / sigma).toBeCloseTo(1, 9);
    expect(other.kappa / kappa).toBeCloseTo(1, 9);
    expect(other.gamma / gamma / 1e6).toBeCloseTo(1, 9);
  });
});

describe('measurements that the law does not hold for', () => {
  test('which rise faster than the load have the best fit with σ = 0, and are told so', () => {
    const { sigma, kappa, gamma, findings, intervals } = fit(points([1, 2, 4, 8], [10, 25, 60, 130]));
    expect([sigma, kappa]).toEqual([0, 0]);
    // Least squares of a line through the origin: Σxy / Σx².
    expect(gamma).toBeCloseTo((10 + 50 + 240 + 1040) / 85, 10);
    expect(intervals.sigma[0]).toBe(0);
    expect(findings).toEqual([
      { code: 'usl/sigma-below-zero', at: 'sigma', message: expect.stringMatching(/need σ below 0/) as string },
    ]);
  });

  test('which bend more sharply than it does are told so, and not that they rise', () => {
    const { sigma, kappa, findings } = fit(points([1, 2, 3, 4], [100, 50, 25, 12]));
    expect(sigma).toBe(0);
    expect(kappa).toBeGreaterThan(1);
    expect(findings[0]?.message).toMatch(/^The measurements bend down more sharply/);
  });

  test('which fall from the first on', () => {
    const { sigma, findings } = fit(points([1, 2, 3, 4], [100, 20, 19, 18]));
    expect(sigma).toBe(1);
    expect(findings.map(({ code }) => code)).toEqual(['usl/sigma-above-one']);
  });

  test('which are all equal have no R²', () => {
    const { rSquared, sigma, kappa, gamma } = fit(points([1, 2, 4, 8], [7, 7, 7, 7]));
    expect(rSquared).toBeNull();
    expect([sigma, kappa, gamma]).toEqual([1, 0, 7].map((each) => expect.closeTo(each, 9) as number));
  });
});

describe('what cannot be fitted', () => {
  test.each<[string, LoadPoint[], unknown[][]]>([
    [
      'nothing',
      [],
      [['usl/too-few', [], 'A fit needs at least four measurements; here are 0. Measure under more loads']],
    ],
    [
      'three points',
      points([1, 2, 4], [1, 2, 3]),
      [['usl/too-few', [], 'A fit needs at least four measurements; here are 3. Measure under more loads']],
    ],
    [
      'two loads',
      points([1, 1, 8, 8], [1, 1, 3, 3]),
      [['usl/too-few-loads', [], 'A fit needs at least three different loads; here are 2. Measure under more loads']],
    ],
    [
      'a load below 1 and no throughput',
      points([0.5, 1, 2, 3], [1, 0, 2, 3]),
      [
        ['usl/load', [0, 'load'], 'Measurement 1 has a load of 0.5. Write a number of 1 or more'],
        ['usl/throughput', [1, 'throughput'], 'Measurement 2 has a throughput of 0. Write a number above 0'],
      ],
    ],
    [
      'what is no number',
      points([1, 2, Number.NaN, 3], [1, 2, 3, Number.POSITIVE_INFINITY]),
      [
        ['usl/load', [2, 'load'], 'Measurement 3 has a load of NaN. Write a number of 1 or more'],
        [
          'usl/throughput',
          [3, 'throughput'],
          'Measurement 4 has a throughput of Infinity. That is more than can be fitted: write a smaller number',
        ],
      ],
    ],
  ])('%s', (_, of, expected) => {
    expect(refusal(of)).toEqual(expected);
  });
});
