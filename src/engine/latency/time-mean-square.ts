import type { ResolvedTime } from '../../model/resolved-time.ts';
import { lawOf } from './law.ts';
import { tableOf } from './quantile-table.ts';

/**
 * The mean of the square of a time as it is written, without a grid.
 *
 * Model: the second moment of each distribution; of a mixture that of its parts by their weights. Units: seconds squared.
 * Errors: Infinity where it does not exist, as for a Pareto with alpha of 2 or less. Accuracy: relative error below 1e-12.
 * Cost: linear in its points. Source: N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous univariate distributions" (1994), volume 1.
 *
 * @example timeMeanSquare({ of: 'exponential', meanSeconds: 3 }) // => 18
 */
export function timeMeanSquare(time: ResolvedTime): number {
  switch (time.of) {
    case 'constant':
      return time.seconds ** 2;
    case 'mixture':
      return time.parts.reduce((sum, part) => sum + part.weight * timeMeanSquare(part.time), 0);
    case 'samples':
      return time.seconds.reduce((sum, seconds) => sum + seconds ** 2, 0) / time.seconds.length;
    case 'quantiles': {
      const { law, atoms } = tableOf(time.points);
      return law.square + atoms.reduce((sum, [seconds, mass]) => sum + seconds ** 2 * mass, 0);
    }
    default:
      return lawOf(time).square;
  }
}
