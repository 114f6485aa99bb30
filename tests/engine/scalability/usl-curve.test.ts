import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../src/engine/numeric/random.ts';
import { fitUsl } from '../../../src/engine/scalability/fit-usl.ts';
import { uslSpeedup } from '../../../src/engine/scalability/usl.ts';
import { uslCurve } from '../../../src/engine/scalability/usl-curve.ts';
import { uslSlopes } from '../../../src/engine/scalability/usl-least-squares.ts';
import type { LoadPoint, UslCurve, UslFit } from '../../../src/model/usl-fit.ts';

// N. J. Gunther, "Guerrilla Capacity Planning" (2007): SPEC SDM91.
const PEAKED = [
  [1, 64.9],
  [18, 995.9],
  [36, 1652.4],
  [72, 1853.2],
  [108, 1828.9],
  [144, 1775],
  [216, 1702.2],
].map(([load, throughput]): LoadPoint => ({ load: load!, throughput: throughput! }));

function fitted(points: readonly LoadPoint[]): { readonly fit: UslFit; readonly curve: UslCurve } {
  const outcome = fitUsl(points);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join());
  return { fit: outcome.value, curve: uslCurve(points, outcome.value) };
}

/** Where the straight line between two points of a curve passes. */
function between(curve: UslCurve, load: number, key: 'usl' | 'low' | 'high'): number {
  const next = curve.points.findIndex((point) => point.load >= load);
  const [a, b] = [curve.points[next - 1]!, curve.points[next]!];
  return a[key]! + ((b[key]! - a[key]!) * (load - a.load)) / (b.load - a.load);
}

describe('the curve of a fitted load test', () => {
  test('goes from 1 through its peak to beyond what was measured, below Amdahl and a straight line', () => {
    const { fit, curve } = fitted(PEAKED);
    expect(curve.points[0]).toMatchObject({ load: 1, usl: fit.gamma, amdahl: fit.gamma, linear: fit.gamma });
    expect(curve.points.at(-1)!.load).toBe(270);
    expect(curve.peak!.load).toBe(97);
    for (const { usl, amdahl, linear } of curve.points) {
      expect(usl).toBeLessThanOrEqual(curve.peak!.throughput * (1 + 1e-12));
      expect(amdahl).toBeGreaterThanOrEqual(usl);
      expect(linear).toBeGreaterThanOrEqual(amdahl);
    }
  });

  test('has no peak where there is no coordination, and ends near what was measured where the peak is far away', () => {
    const rising = [1, 2, 4, 8].map((load) => ({ load, throughput: 50 * uslSpeedup(load, 0.1, 0) }));
    expect(fitted(rising).curve.peak).toBeNull();
    const far = [1, 2, 4, 8].map((load) => ({ load, throughput: 50 * uslSpeedup(load, 0.1, 1e-6) }));
    expect(fitted(far).curve.points.at(-1)!.load).toBe(10);
  });

  test('has the interval of γ for a band where N is 1', () => {
    const { fit, curve } = fitted(PEAKED);
    expect(curve.points[0]!.low).toBeCloseTo(fit.intervals.gamma[0], 9);
    expect(curve.points[0]!.high).toBeCloseTo(fit.intervals.gamma[1], 9);
  });

  test('has no width where the law holds exactly, and no end where nothing is known', () => {
    const exact = [1, 2, 4, 8].map((load) => ({ load, throughput: 50 * uslSpeedup(load, 0.1, 0.01) }));
    for (const { usl, low, high } of fitted(exact).curve.points) {
      expect(low! / usl).toBeCloseTo(1, 9);
      expect(high! / usl).toBeCloseTo(1, 9);
    }
    const two = [1, 1, 8, 8].map((load, row) => ({ load, throughput: 50 * load + row }));
    expect(uslCurve(two, { sigma: 0, kappa: 0, gamma: 50 }).points.at(-1)).toMatchObject({ low: null, high: null });
  });

  test('the slopes are those of the law', () => {
    const at = [0.03, 1e-4, 90] as const;
    const law = (sigma: number, kappa: number, gamma: number): number => gamma * uslSpeedup(72, sigma, kappa);
    const by = (i: number): number => {
      const step = 1e-5 * at[i]!;
      const [up, down] = [1, -1].map((sign) => at.map((each, j) => (i === j ? each + sign * step : each)));
      return (law(...(up as [number, number, number])) - law(...(down as [number, number, number]))) / (2 * step);
    };
    for (const [i, slope] of uslSlopes(72, at).entries()) expect(by(i) / slope).toBeCloseTo(1, 7);
  });

  // What a confidence band is: of many load tests with the same errors, 95 of 100 have the truth within it.
  test('holds the truth in 95 of 100 load tests', () => {
    const random = randomFrom(7);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const truth = (load: number): number => 100 * uslSpeedup(load, 0.05, 0.002);
    const loads = [1, 2, 4, 8, 12, 16, 24, 32, 48];
    const asked = [1, 6, 20, 50];
    const held = asked.map(() => 0);
    const tests = 200;
    for (let run = 0; run < tests; run++) {
      const { curve } = fitted(loads.map((load) => ({ load, throughput: truth(load) + 15 * normal() })));
      for (const [place, load] of asked.entries()) {
        const at = Math.max(load, 1 + 1e-9);
        if (between(curve, at, 'low') <= truth(load) && truth(load) <= between(curve, at, 'high')) held[place]!++;
      }
    }
    // Three standard errors of a share of 95 % among 200.
    for (const [place, count] of held.entries())
      expect(Math.abs(count / tests - 0.95), `N = ${asked[place]}`).toBeLessThan(0.046);
  });
});
