import type { Queue } from './mmc.ts';

/**
 * The mean wait before one server with service times of any distribution: ρ/(1 − ρ) · (1 + c²)/2 · E[S].
 *
 * Model: M/G/1, first come first served. `scv` is c², the variance of service over its squared mean: 0 is M/D/1, 1 is M/M/1. Units:
 * seconds. Errors: null at or above saturation. Accuracy: relative error some 1e-16 over 1 − ρ. Cost: constant.
 * Source: F. Pollaczek (1930), A. Y. Khinchine (1932).
 *
 * @example mg1MeanWait({ arrivalsPerSecond: 12.5, serviceSeconds: 0.04 }, 0) // => 0.02
 */
export function mg1MeanWait({ arrivalsPerSecond, serviceSeconds }: Omit<Queue, 'servers'>, scv: number): number | null {
  const load = arrivalsPerSecond * serviceSeconds;
  return load >= 1 ? null : ((load * serviceSeconds) / (1 - load)) * ((1 + scv) / 2);
}

/**
 * The mean and the c² of service that is one of several exponentials: the H of M/H₂/1.
 *
 * Model: a hyperexponential distribution. Units: seconds; the probabilities add up to 1. Errors: none. Accuracy: relative
 * error some 1e-16. Cost: linear. Source: L. Kleinrock, "Queueing systems" 1 (1975), 4.7.
 *
 * @example hyperexponential([{ probability: 0.95, meanSeconds: 0.01 }, { probability: 0.05, meanSeconds: 0.2 }]).serviceSeconds // => 0.0195
 */
export function hyperexponential(parts: readonly { readonly probability: number; readonly meanSeconds: number }[]): {
  readonly serviceSeconds: number;
  readonly scv: number;
} {
  const mean = parts.reduce((sum, { probability, meanSeconds }) => sum + probability * meanSeconds, 0);
  const square = parts.reduce((sum, { probability, meanSeconds }) => sum + 2 * probability * meanSeconds ** 2, 0);
  return { serviceSeconds: mean, scv: square / mean ** 2 - 1 };
}
