import { solve } from '../numeric/solve.ts';
import { studentWithin } from '../numeric/student.ts';
import type { UslParameters, UslSquares } from './usl-least-squares.ts';

/** σ, κ and γ. */
export const USL_UNKNOWNS = 3;

/**
 * Half of the confidence interval at 95 % of a figure that changes with σ, κ and γ by these slopes.
 *
 * Model: the law made linear at the fit (the delta method): t · √(s² · gᵀ(JᵀJ)⁻¹g) with the slopes g of the figure, those
 * J of the law at the measurements, s² the squared residuals over n − 3, and t that of n − 3 degrees of freedom;
 * independent errors of equal size. Units: that of the figure; n ≥ 4. Errors: infinite where the measurements say nothing of it.
 * Accuracy: that of `solve`; near an end of a range it is a rough guide. Cost: constant.
 * Source: G. A. F. Seber, C. J. Wild, "Nonlinear regression" (1989), 5.1 and 5.4.
 *
 * @example uslHalfInterval({ sum: 2, squares: [[4, 0, 0], [0, 4, 0], [0, 0, 4]] }, 7, [0, 0, 2]) // => 1.9632431614775178
 */
export function uslHalfInterval(
  { sum, squares }: Pick<UslSquares, 'sum' | 'squares'>,
  measurements: number,
  slopes: UslParameters,
): number {
  const freedom = measurements - USL_UNKNOWNS;
  const spread = studentWithin(0.95, freedom) * Math.sqrt(sum / freedom);
  if (spread === 0) return 0;
  const solved = solve(squares, slopes);
  if (solved === null) return Number.POSITIVE_INFINITY;
  return spread * Math.sqrt(solved.reduce((variance, each, i) => variance + each * slopes[i]!, 0));
}
