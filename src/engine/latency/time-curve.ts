import type { TimeCurve } from '../../model/report.ts';
import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { Algebra } from './algebra.ts';
import { densityOf, exactTimes } from './density.ts';
import { secondsOf } from './seconds-of.ts';

/**
 * One time as its field has it: its density, its exact times and its quantiles.
 *
 * Model: docs/latency-maths.md, "Distributions". Units: seconds, probabilities. Errors: a mean that does not exist is
 * null. Accuracy: that of the algebra. Cost: some hundred readings. Source: docs/latency-maths.md.
 *
 * @example timeCurve([createAlgebra({ binsPerOctave: 16, rounding: 'near' }), createAlgebra({ binsPerOctave: 8, rounding: 'near' })], { of: 'constant', seconds: 2 }).atoms // => [{ seconds: 2, probability: 1 }]
 */
export function timeCurve([fine, coarse]: readonly [Algebra, Algebra], time: ResolvedTime): TimeCurve {
  const { seconds, masses } = exactTimes(time);
  return {
    question: 'time',
    density: densityOf(fine, time),
    atoms: seconds.map((each, place) => ({ seconds: each, probability: masses[place]! })),
    seconds: secondsOf({ algebra: fine, measure: fine.of(time) }, { algebra: coarse, measure: coarse.of(time) }),
  };
}
