import { SECONDS_PER_YEAR } from '../numeric/downtime.ts';

/** The unavailabilities of the usual promises, 99 % to 99.999 %. */
export const USUAL_PROMISES: readonly number[] = [0.01, 0.005, 0.001, 0.0005, 0.0001, 0.00005, 0.00001];

/** A promise about the unavailability, and whether it is kept. */
export interface Verdict {
  readonly unavailability: number;
  readonly availability: number;
  readonly windowSeconds: number;
  readonly allowedSecondsPerYear: number;
  readonly allowedSecondsPerWindow: number;
  readonly met: boolean;
  readonly outagesOnly: boolean;
}

/**
 * Whether an unavailability keeps an objective, and how much downtime that allows.
 *
 * Model: the mean over a long time against the promise; a year has 8,760 hours. Units: unavailabilities in [0, 1],
 * seconds. Errors: none. Accuracy: a miss by less than one part in 10¹² counts as met. Cost: constant.
 * Source: B. Beyer et al. (eds.), "Site Reliability Engineering" (2016), chapter 4.
 *
 * @example verdictOn(0.0002, { unavailability: 0.001, windowSeconds: 2592000 }, false).allowedSecondsPerWindow // => 2592
 */
export function verdictOn(
  unavailability: number,
  objective: { readonly unavailability: number; readonly windowSeconds: number },
  outagesOnly: boolean,
): Verdict {
  return {
    unavailability: objective.unavailability,
    availability: 1 - objective.unavailability,
    windowSeconds: objective.windowSeconds,
    allowedSecondsPerYear: objective.unavailability * SECONDS_PER_YEAR,
    allowedSecondsPerWindow: objective.unavailability * objective.windowSeconds,
    met: unavailability <= objective.unavailability * (1 + 1e-12),
    outagesOnly,
  };
}
