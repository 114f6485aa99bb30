export const SECONDS_PER_DAY = 86_400;
/** A year of 365 days, 8,760 hours. */
export const SECONDS_PER_YEAR = 365 * SECONDS_PER_DAY;

/**
 * The number of nines of an unavailability u: −log₁₀ u.
 *
 * Model: none. Units: u in [0, 1], result a pure number; null for u = 0, which no number of nines describes.
 * Errors: none. Accuracy: relative error about 1e-16. Cost: constant.
 * Source: common usage; three nines are 99.9 %.
 *
 * @example nines(0.000003252999999998) // => 5.487715945
 */
export function nines(unavailability: number): number | null {
  return unavailability > 0 ? Math.abs(Math.log10(unavailability)) : null;
}

/** Unavailability and everything that follows from it. */
export interface Figures {
  readonly unavailability: number;
  readonly availability: number;
  readonly nines: number | null;
  readonly downtimeSecondsPerYear: number;
  readonly downtimeSecondsPer30Days: number;
  readonly downtimeSecondsPer7Days: number;
}

/**
 * Everything that is quoted of an unavailability: its complement, nines, and the mean downtime in usual windows.
 *
 * Model: downtime is the mean over a long time; a year has 8,760 hours. Units: u in [0, 1]; seconds. Errors: none.
 * Accuracy: relative error about 1e-16 (the availability itself cannot tell 1 − 1e-17 from 1). Cost: constant.
 * Source: B. Beyer et al. (eds.), "Site Reliability Engineering" (2016), appendix A.
 *
 * @example availabilityFigures(0.001).downtimeSecondsPerYear // => 31536
 */
export function availabilityFigures(unavailability: number): Figures {
  return {
    unavailability,
    availability: 1 - unavailability,
    nines: nines(unavailability),
    downtimeSecondsPerYear: unavailability * SECONDS_PER_YEAR,
    downtimeSecondsPer30Days: unavailability * 30 * SECONDS_PER_DAY,
    downtimeSecondsPer7Days: unavailability * 7 * SECONDS_PER_DAY,
  };
}
