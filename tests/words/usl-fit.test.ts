import { describe, expect, test } from 'vitest';
import { fitUsl, uslCurve } from '../../src/engine/load-test.ts';
import { uslSpeedup } from '../../src/engine/scalability/usl.ts';
import type { FittedLoadTest, LoadPoint } from '../../src/model/usl-fit.ts';
import { coefficientOf, curveRows, fitFigures, fitRemarks, fitRows, loadTestTitle } from '../../src/words/usl-fit.ts';

const law = (loads: readonly number[], sigma: number, kappa: number): LoadPoint[] =>
  loads.map((load) => ({ load, throughput: 50 * uslSpeedup(load, sigma, kappa) }));
function fitted(points: readonly LoadPoint[]): FittedLoadTest {
  const fit = fitUsl(points);
  if (!fit.ok) throw new Error(fit.issues.map(({ message }) => message).join());
  return { fit: fit.value, curve: uslCurve(points, fit.value) };
}
const LOADS = [1, 4, 8, 16, 32];

describe('A fitted load test', () => {
  test.each([
    [law(LOADS, 0.1, 0.01), 'More replicas make it slower from 9 on'],
    [law([1, 2, 4, 8], 0.1, 0.001), 'By this fit, more replicas make it slower from 30 on; up to 8 were measured'],
    [law(LOADS, 0.1, 0), 'More replicas always help, up to a throughput of 500'],
    [law(LOADS, 0, 0), 'Twice as many replicas do twice as much'],
  ])('has its finding for a title', (points, title) => {
    expect(loadTestTitle(fitted(points), points)).toBe(title);
  });

  test('says what has to be known before it is used', () => {
    expect(fitRemarks(fitted(law(LOADS, 0.1, 0.01)).fit)).toEqual([]);
    const rising = [10, 25, 60, 130].map((throughput, row) => ({ load: 2 ** row, throughput }));
    expect(fitRemarks(fitted(rising).fit)).toEqual([expect.stringContaining('need σ below 0')]);
    const unsure = law([1, 2, 4, 8, 12], 0.1, 0.001).map((point, row) => ({
      ...point,
      throughput: point.throughput + [-3, 3, -4, 4, -3][row]!,
    }));
    const { fit } = fitted(unsure);
    expect(fit.kappa).toBeGreaterThan(0);
    expect(fitRemarks(fit)).toEqual([expect.stringContaining('κ may be 0 as well')]);
  });

  test('has its figures, its residuals and its curve in rows', () => {
    const points = law(LOADS, 0.1, 0.01);
    const { fit, curve } = fitted(points);
    expect(fitFigures(fit).map(({ label, text }) => [label, text])).toEqual([
      ['Contention σ', '0.1'],
      ['Coordination κ', '0.01'],
      ['One alone γ', '50'],
      ['Most at N', '9.487'],
      ['R²', '1'],
    ]);
    expect(fitRows(fit, points)[1]).toEqual(['4', '140.8', '140.8', expect.any(String)]);
    expect(curveRows(curve)[0]).toEqual(['1', '50', '50', '50', '50', '50']);
    expect(curveRows(curve).at(-1)?.[0]).toBe('40');
  });

  test('is written into fields with six digits', () => {
    expect([0.0277284918, 0.000104365123, 1.23456789e-7, 0].map(coefficientOf)).toEqual([
      0.0277285, 0.000104365, 1.23457e-7, 0,
    ]);
  });
});
