/**
 * The speed-up of N replicas by the Universal Scalability Law: N / (1 + σ(N − 1) + κN(N − 1)).
 *
 * Model: σ is contention (work that queues for something shared), κ is coordination (replicas keeping each other up to
 * date, pair by pair). Units: N ≥ 1, σ in [0, 1], κ ≥ 0, result in units of one replica's throughput. Errors: none.
 * Accuracy: relative error about 4e-16. Cost: constant.
 * Source: N. J. Gunther, "A simple capacity model of massively parallel transaction systems" (1993).
 *
 * @example uslSpeedup(50, 0.02, 0.0004) // => 16.891891891891891
 */
export function uslSpeedup(replicas: number, sigma: number, kappa: number): number {
  return replicas / (1 + sigma * (replicas - 1) + kappa * replicas * (replicas - 1));
}

/**
 * Where the Universal Scalability Law peaks: √((1 − σ)/κ), not rounded.
 *
 * Model, source: as `uslSpeedup`; "Guerrilla Capacity Planning" (2007), 6.5.4. Units: a number ≥ 0. Errors: null for
 * κ = 0, where it never peaks. Accuracy: relative error about 3e-16. Cost: constant.
 *
 * @example uslPeak(0.02, 0.0005) // => 44.271887242357316
 */
export function uslPeak(sigma: number, kappa: number): number | null {
  return kappa > 0 ? Math.sqrt(Math.max(0, 1 - sigma) / kappa) : null;
}

/**
 * The whole number of replicas with the most throughput, at least 1.
 *
 * Model, source: as `uslPeak`. Units: a whole number. Errors: null for κ = 0. Accuracy: exact; of two that are equal the
 * smaller. Cost: constant.
 *
 * @example uslPeakReplicas(0.02, 0.0005) // => 44
 */
export function uslPeakReplicas(sigma: number, kappa: number): number | null {
  const peak = uslPeak(sigma, kappa);
  if (peak === null) return null;
  const below = Math.max(1, Math.floor(peak));
  return uslSpeedup(below + 1, sigma, kappa) > uslSpeedup(below, sigma, kappa) ? below + 1 : below;
}
