import type { ResolvedTime } from '../../model/resolved-time.ts';
import { complementaryError } from '../numeric/error-function.ts';
import { factorial, gammaShares } from '../numeric/incomplete-gamma.ts';

/** A spread-out distribution, or a part of one, as formulas. */
export interface Law {
  /** The mass, and what comes by a time and later than it, each with its own digits. */
  readonly mass: number;
  readonly within: (seconds: number) => number;
  readonly beyond: (seconds: number) => number;
  /** ∫ t dF, and ∫ t² dF. */
  readonly moment: number;
  readonly square: number;
  readonly tailPower: number;
  /** Times between which the two functions are smooth: at each the density may jump. */
  readonly kinks: readonly number[];
  /** About how wide it is, over its times. */
  readonly spread: number;
}

type Smooth = Exclude<ResolvedTime['of'], 'constant' | 'mixture' | 'quantiles' | 'samples'>;
export type SmoothTime = Extract<ResolvedTime, { readonly of: Smooth }>;

const FALLS_FAST = { mass: 1, tailPower: Number.POSITIVE_INFINITY, kinks: [0] } as const;

const weibull = (scale: number, shape: number): Law => ({
  ...FALLS_FAST,
  within: (seconds) => -Math.expm1(-((seconds / scale) ** shape)),
  beyond: (seconds) => Math.exp(-((seconds / scale) ** shape)),
  moment: scale * factorial(1 / shape),
  square: scale * scale * factorial(2 / shape),
  spread: 1 / shape,
});

const gamma = (mean: number, shape: number): Law => ({
  ...FALLS_FAST,
  within: (seconds) => gammaShares(shape, (seconds * shape) / mean)[0],
  beyond: (seconds) => gammaShares(shape, (seconds * shape) / mean)[1],
  moment: mean,
  square: mean * mean * (1 + 1 / shape),
  spread: 1 / Math.sqrt(shape),
});

function lognormal(median: number, sigma: number): Law {
  const score = (seconds: number): number => Math.log(seconds / median) / (sigma * Math.SQRT2);
  return {
    ...FALLS_FAST,
    within: (seconds) => (seconds > 0 ? complementaryError(-score(seconds)) / 2 : 0),
    beyond: (seconds) => (seconds > 0 ? complementaryError(score(seconds)) / 2 : 1),
    moment: median * Math.exp((sigma * sigma) / 2),
    square: median * median * Math.exp(2 * sigma * sigma),
    kinks: [],
    spread: sigma,
  };
}

function pareto(scale: number, alpha: number): Law {
  const logBeyond = (seconds: number): number => (seconds > scale ? alpha * Math.log(scale / seconds) : 0);
  return {
    mass: 1,
    within: (seconds) => -Math.expm1(logBeyond(seconds)),
    beyond: (seconds) => Math.exp(logBeyond(seconds)),
    moment: alpha > 1 ? (alpha * scale) / (alpha - 1) : Number.POSITIVE_INFINITY,
    square: alpha > 2 ? (alpha * scale * scale) / (alpha - 2) : Number.POSITIVE_INFINITY,
    tailPower: alpha,
    kinks: [scale],
    spread: 1 / alpha,
  };
}

/**
 * The formulas of a named distribution.
 *
 * Model: exponential, gamma (Erlang where its shape is whole), Weibull, lognormal and Pareto, from 0 seconds on.
 * Units: seconds, probabilities. Errors: none; the parameters are positive. Accuracy: relative error below 1e-12 on the
 * smaller side. Cost: an exponential; for a gamma some 5√shape + 20 terms. Source: N. L. Johnson, S. Kotz, N. Balakrishnan,
 * "Continuous univariate distributions" (1994), volume 1.
 *
 * @example lawOf({ of: 'exponential', meanSeconds: 2 }).beyond(2) // => 0.36787944117144233
 */
export function lawOf(time: SmoothTime): Law {
  switch (time.of) {
    case 'exponential':
      return { ...weibull(time.meanSeconds, 1), moment: time.meanSeconds, square: 2 * time.meanSeconds ** 2 };
    case 'gamma':
      return gamma(time.meanSeconds, time.shape);
    case 'weibull':
      return weibull(time.scaleSeconds, time.shape);
    case 'lognormal':
      return lognormal(time.medianSeconds, time.sigma);
    case 'pareto':
      return pareto(time.scaleSeconds, time.alpha);
  }
}
