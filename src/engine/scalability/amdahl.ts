/**
 * The speed-up of N replicas when a share σ of the work cannot be split: N / (1 + σ(N − 1)).
 *
 * Model: Amdahl's law; no cost of coordination. Units: N ≥ 1, σ in [0, 1], result in units of one replica's throughput.
 * Errors: none. Accuracy: relative error about 3e-16. Cost: constant.
 * Source: G. M. Amdahl, "Validity of the single processor approach", AFIPS 30 (1967).
 *
 * @example amdahlSpeedup(20, 0.05) // => 10.256410256410257
 */
export function amdahlSpeedup(replicas: number, sigma: number): number {
  return replicas / (1 + sigma * (replicas - 1));
}
