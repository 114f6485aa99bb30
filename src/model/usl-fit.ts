import type { Finding } from './issue.ts';

/** A row of a load test: the throughput that was measured under a load, or with so many replicas. */
export interface LoadPoint {
  readonly load: number;
  readonly throughput: number;
}

/** The ends of a confidence interval; the high one is infinite (null in JSON) where the measurements say nothing of it. */
export type Interval = readonly [low: number, high: number];

/** The Universal Scalability Law, fitted to measurements. */
export interface UslFit {
  readonly sigma: number;
  readonly kappa: number;
  /** The throughput at N = 1, in the unit of the measurements. */
  readonly gamma: number;
  /** Where throughput peaks, not rounded; null where it never does. */
  readonly nMax: number | null;
  /** null where all measurements are equal. */
  readonly rSquared: number | null;
  /** At 95 %. */
  readonly intervals: { readonly sigma: Interval; readonly kappa: Interval; readonly gamma: Interval };
  /** What was measured less what is fitted, row by row. */
  readonly residuals: readonly number[];
  readonly findings: readonly Finding[];
}

/** A fitted law to draw. */
export interface UslCurve {
  /** Rising in load, from 1 to somewhat beyond what was measured. */
  readonly points: readonly UslCurvePoint[];
  /** The whole number with the most throughput; null where that never ends rising. */
  readonly peak: LoadPoint | null;
}

export interface UslCurvePoint {
  readonly load: number;
  readonly usl: number;
  /** The ends of its band at 95 %; null where the measurements say nothing of it. */
  readonly low: number | null;
  readonly high: number | null;
  /** The same σ and γ without κ, and γ alone. */
  readonly amdahl: number;
  readonly linear: number;
}

/** What is made of a load test. */
export interface FittedLoadTest {
  readonly fit: UslFit;
  readonly curve: UslCurve;
}
