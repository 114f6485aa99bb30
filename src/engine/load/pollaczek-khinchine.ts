import { mg1MeanWait } from '../queueing/mg1.ts';
import type { Hold } from './hold.ts';
import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { Algebra, Measure } from '../latency/algebra.ts';
import { tableOfTail, type Wait } from './wait.ts';

/** Requests that are still to be counted are fewer than this. */
const LEFT = 1e-13;

/** Shares of holds that come later: between the times of two the distribution of what is left is taken at several places. */
const SHARES = [
  ...Array.from({ length: 31 }, (_, share) => 1 - (share + 1) / 32),
  ...Array.from({ length: 30 }, (_, share) => 10 ** (-(share + 5) / 3)),
];
const PLACES = 8;
const EVEN = 1e-12;
const VALUES = 4;

/**
 * How much of a hold is left at a random moment of it.
 *
 * Model: the density (1 − F(t))/mean, integrated by midpoints. Units: seconds. Errors: none; the hold has a mean. Accuracy: about
 * 1e-4. Cost: about a thousand readings. Source: D. R. Cox, "Renewal theory" (1962), 5.2.
 *
 * @example residualOf(sampleAlgebra, sampleAlgebra.at(2)) // => { of: 'quantiles', points: [{ probability: 1, seconds: 2 }] }
 */
export function residualOf(algebra: Algebra, hold: Measure): ResolvedTime {
  const ends = new Set(SHARES.map((share) => algebra.quantile(hold, 1 - share)));
  const seconds: number[] = [];
  const parts: number[] = [];
  let from = 0;
  const last = Math.max(...[...ends].filter(Number.isFinite));
  for (const to of [...ends].sort((a, b) => a - b)) {
    if (!(to > from && Number.isFinite(to))) continue;
    // Where all that is left ends together, what is left of it lies evenly: one piece says so exactly.
    const isEven = to === last && algebra.beyond(hold, from) - algebra.beyond(hold, to - (to - from) / 64) < EVEN;
    const places = isEven ? 1 : PLACES;
    const step = (to - from) / places;
    for (let place = 0; place < places; place++) {
      const start = from + place * step;
      let sum = 0;
      for (let value = 0; value < VALUES; value++) sum += algebra.beyond(hold, start + ((value + 0.5) * step) / VALUES);
      seconds.push(start + step);
      parts.push((sum * step) / VALUES);
    }
    from = to;
  }
  const all = parts.reduce((sum, part) => sum + part, 0);
  let before = 0;
  const points = parts.map((part, at) => {
    before += part;
    return { probability: at + 1 === parts.length ? 1 : before / all, seconds: seconds[at]! };
  });
  return { of: 'quantiles', points };
}

/**
 * The wait before one worker, exactly.
 *
 * Model: M/G/1: as many residual holds as a geometric number says, (1 − ρ) Σ ρⁿ Fₑ*ⁿ, by doubling: the first 2n terms are the
 * first n, and the same again after n holds. Units: seconds; `load` is ρ < 1. Errors: none; an infinite mean where the hold has an infinite
 * c². Accuracy: that of the algebra and the tables, about 1e-3. Cost: two convolutions a doubling, some ten for ρ = 0.9.
 * Source: F. Pollaczek (1930), A. Y. Khinchine (1932).
 *
 * @example ((algebra) => pollaczekKhinchine({ seconds: 1, scv: 0, isExponential: false, algebra, measure: () => algebra.at(1) }, 0.5))(createAlgebra({ binsPerOctave: 32, rounding: 'near' })).meanSeconds // => 0.5
 */
export function pollaczekKhinchine({ seconds, scv, algebra, measure }: Hold, load: number): Wait {
  const hold = measure();
  const residual = algebra.of(residualOf(algebra, hold));
  let sum = algebra.at(0, 1 - load);
  let power = algebra.scaled(residual, load);
  for (let left = load; left > LEFT; left *= left) {
    sum = algebra.either([sum, algebra.after(power, sum)]);
    if (left * left > LEFT) power = algebra.after(power, power);
  }
  const meanSeconds = mg1MeanWait({ arrivalsPerSecond: load / seconds, serviceSeconds: seconds }, scv)!;
  const table = tableOfTail((at) => algebra.beyond(sum, at), seconds, { heavy: true });
  return { ...table, meanSeconds, shed: 0, band: 0 };
}
