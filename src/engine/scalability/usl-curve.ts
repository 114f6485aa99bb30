import type { LoadPoint, UslCurve, UslCurvePoint, UslFit } from '../../model/usl-fit.ts';
import { amdahlSpeedup } from './amdahl.ts';
import { uslPeakReplicas, uslSpeedup } from './usl.ts';
import { uslHalfInterval } from './usl-half-interval.ts';
import { uslSlopes, uslSquaresAt, type UslParameters } from './usl-least-squares.ts';

const STEPS = 96;
/** How far beyond what was measured, and beyond the peak where that lies near, the curve goes. */
const BEYOND = 1.25;
const NEAR = 3;

/**
 * A fitted law to draw, with a confidence band at 95 % of its curve, and what it would be without coordination (Amdahl's
 * law) and without contention either (linear).
 *
 * Model: the mean throughput under each load, not where single measurements fall; the band at each load by itself, as
 * `uslHalfInterval`, cut off at 0. Units: those of the measurements. Errors: null for an end of the band that the measurements say
 * nothing of. Accuracy: as `uslHalfInterval`. Cost: some hundred points, each constant, and once the measurements.
 * Source: as `uslHalfInterval`; N. J. Gunther, "Guerrilla Capacity Planning" (2007), 5.
 *
 * @example uslCurve([1, 2, 4, 8].map((load) => ({ load, throughput: 50 * load })), { sigma: 0, kappa: 0, gamma: 50 }).points.at(-1) // => { load: 10, usl: 500, low: 500, high: 500, amdahl: 500, linear: 500 }
 */
export function uslCurve(
  measured: readonly LoadPoint[],
  { sigma, kappa, gamma }: Pick<UslFit, 'sigma' | 'kappa' | 'gamma'>,
): UslCurve {
  const at: UslParameters = [sigma, kappa, gamma];
  const squares = uslSquaresAt(measured, at);
  const throughputAt = (load: number): number => gamma * uslSpeedup(load, sigma, kappa);
  const pointAt = (load: number): UslCurvePoint => {
    const usl = throughputAt(load);
    const half = uslHalfInterval(squares, measured.length, uslSlopes(load, at));
    const known = Number.isFinite(half);
    return {
      load,
      usl,
      low: known ? Math.max(0, usl - half) : null,
      high: known ? usl + half : null,
      amdahl: gamma * amdahlSpeedup(load, sigma),
      linear: gamma * load,
    };
  };
  const largest = measured.reduce((most, { load }) => Math.max(most, load), 1);
  const most = uslPeakReplicas(sigma, kappa);
  const end = BEYOND * (most !== null && most <= NEAR * largest ? Math.max(largest, most) : largest);
  // Closer together under small loads, where the curve bends most.
  const loads = Array.from({ length: STEPS + 1 }, (_, step) => 1 + (end - 1) * (step / STEPS) ** 2);
  return { points: loads.map(pointAt), peak: most === null ? null : { load: most, throughput: throughputAt(most) } };
}
