import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { Algebra, Measure, Rounding } from './algebra.ts';
import { atLeastOf, atLeastOfSame } from './at-least.ts';
import { MOST_ATOMS } from './atoms.ts';
import { after } from './after.ts';
import { either, order, scaled } from './combine.ts';
import { upTo } from './cut.ts';
import { discretise } from './discretise.ts';
import { createGrid } from './grid.ts';
import { type GridMeasure, NEVER } from './grid-measure.ts';
import { lawOf } from './law.ts';
import { meanSquareOf } from './mean-square.ts';
import { tableOf } from './quantile-table.ts';
import { beyondOf, quantileOf, withinOf } from './read.ts';
import { roughnessOf } from './roughness.ts';
import { Tally } from './tally.ts';
import { orderTailPower } from './tail-power.ts';

function ofSamples(tally: Tally, samples: readonly number[]): GridMeasure {
  const few = new Set<number>();
  for (const seconds of samples) if (few.size <= MOST_ATOMS) few.add(seconds);
  const mass = 1 / samples.length;
  for (const seconds of samples) {
    if (few.size <= MOST_ATOMS) tally.addAtom(seconds, mass);
    else tally.addRounded(seconds, mass);
  }
  const moment = mass * samples.reduce((sum, seconds) => sum + seconds, 0);
  return tally.measure({ mass: 1, tailPower: Number.POSITIVE_INFINITY, moment });
}

function ofTime(tally: Tally, time: ResolvedTime): GridMeasure {
  switch (time.of) {
    case 'constant':
      tally.addAtom(time.seconds, 1);
      return tally.measure({ mass: 1, tailPower: Number.POSITIVE_INFINITY });
    case 'mixture':
      return either(
        tally,
        time.parts.map((part) => scaled(ofTime(tally, part.time), part.weight)),
      );
    case 'samples':
      return ofSamples(tally, time.seconds);
    case 'quantiles': {
      const { law, atoms } = tableOf(time.points);
      for (const [seconds, mass] of atoms) tally.addAtom(seconds, mass);
      if (law.mass > 0) discretise(tally, law);
      const moment = law.moment + atoms.reduce((sum, [seconds, mass]) => sum + seconds * mass, 0);
      return tally.measure({ mass: 1, tailPower: law.tailPower, moment, kinks: law.kinks });
    }
    default: {
      const law = lawOf(time);
      discretise(tally, law);
      return tally.measure(law);
    }
  }
}

const own = (measure: Measure): GridMeasure => measure as GridMeasure;

/**
 * The operations that answers of independent parts are put together with, on a grid of so many times an octave.
 *
 * Model: exact times are kept as such, up to 64 of a measure; all else is rounded to the grid, see docs/latency-maths.md.
 * Units: seconds, masses in [0, 1]. Errors: none; what is later than the grid ends counts as coming, later than every time.
 * Accuracy: `near`: see the tests, 5e-5 up to p99.99 for ten alike stages at 64; `down` and `up` bound what `near` estimates;
 * constants and discrete mixtures are exact. Cost: see the operations. Source: H. U. Gerber, "On the numerical evaluation
 * of the distribution of aggregate claims", ASTIN Bull. 13 (1982); G. Tene, "HdrHistogram" (2012), for the grid.
 *
 * @example ((algebra) => algebra.quantile(algebra.after(algebra.at(0.01), algebra.at(0.02)), 0.99))(createAlgebra({ binsPerOctave: 64, rounding: 'near' })) // => 0.03
 */
export function createAlgebra(options: { readonly binsPerOctave: number; readonly rounding: Rounding }): Algebra {
  const { rounding } = options;
  const grid = createGrid(options.binsPerOctave);
  const tally = new Tally(grid, rounding);
  const at = (seconds: number, mass = 1): GridMeasure => {
    tally.addAtom(seconds, mass);
    return tally.measure({ mass, tailPower: Number.POSITIVE_INFINITY });
  };
  return {
    rounding,
    never: NEVER,
    of: (time) => ofTime(tally, time),
    at,
    scaled: (measure, factor) => scaled(own(measure), factor),
    either: (measures) => either(tally, measures.map(own)),
    after: (first, second) => after(tally, own(first), own(second)),
    kth: (k, measures) => {
      if (k <= 0) return at(0);
      const all = measures.map(own).filter(({ mass }) => mass > 0);
      if (k > all.length) return NEVER;
      if (all.length === 1) return all[0]!;
      const masses = all.map(({ mass }) => mass);
      return order(tally, all, atLeastOf(k, masses), orderTailPower(k, all));
    },
    kthOfSame: (k, measure, n) => {
      if (k <= 0) return at(0);
      if (k > n || measure.mass === 0) return NEVER;
      const alike = own(measure);
      if (n === 1) return alike;
      const tailPower = orderTailPower(k, [alike], n);
      return order(tally, [alike], atLeastOfSame(k, n, alike.mass), tailPower);
    },
    upTo: (measure, seconds) => {
      if (seconds === Number.POSITIVE_INFINITY || measure.mass === 0) return measure;
      return upTo(tally, own(measure), seconds);
    },
    within: (measure, seconds) => withinOf(grid, rounding, own(measure), seconds),
    beyond: (measure, seconds) => beyondOf(grid, rounding, own(measure), seconds),
    quantile: (measure, share) => quantileOf(grid, rounding, own(measure), share),
    roughness: (measure, seconds) => roughnessOf(grid, own(measure), seconds),
    mean: (measure) => (measure.mass > 0 ? own(measure).moment / measure.mass : Number.POSITIVE_INFINITY),
    meanSquare: (measure) => meanSquareOf(grid, own(measure)),
  };
}
