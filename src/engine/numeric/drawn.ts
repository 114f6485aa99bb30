import type { Random } from './random.ts';

/**
 * A number drawn from the standard normal distribution.
 *
 * Model: Box and Muller's transform. Units: none. Errors: none. Accuracy: exact in distribution.
 * Cost: two random numbers. Source: G. Box, M. Muller, Ann. Math. Stat. 29 (1958).
 *
 * @example Math.abs(normalDrawn(() => 0.5)) // => 1.1774100225154747
 */
export function normalDrawn(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A number drawn from the gamma distribution of scale 1.
 *
 * Model: rejection from a cubed normal; a shape below 1 by that of one more, times a power of an even draw. Units: none,
 * shape > 0, mean = shape. Errors: none. Accuracy: exact in distribution. Cost: about 1.05 tries.
 * Source: G. Marsaglia, W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
 *
 * @example gammaDrawn(1e6, () => 0.5) / 1e6 > 0.99 // => true
 */
export function gammaDrawn(shape: number, random: Random): number {
  if (shape < 1) return gammaDrawn(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDrawn(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
