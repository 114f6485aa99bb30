import type { TimeCurve } from '../../model/report.ts';
import type { ResolvedTime } from '../../model/resolved-time.ts';
import { logGrid } from '../numeric/log-grid.ts';
import type { Algebra } from './algebra.ts';
import { atomsOf, MOST_ATOMS, type Atoms } from './atoms.ts';
import { tableOf } from './quantile-table.ts';

type Pairs = readonly (readonly [seconds: number, mass: number])[];

function exactPairs(time: ResolvedTime): Pairs {
  switch (time.of) {
    case 'constant':
      return [[time.seconds, 1]];
    case 'quantiles':
      return tableOf(time.points).atoms;
    case 'samples':
      return new Set(time.seconds).size > MOST_ATOMS
        ? []
        : time.seconds.map((seconds) => [seconds, 1 / time.seconds.length]);
    case 'mixture':
      return time.parts.flatMap((part) =>
        exactPairs(part.time).map(([seconds, mass]) => [seconds, part.weight * mass] as const),
      );
    default:
      return [];
  }
}

/**
 * The times of a distribution that come up with a chance of their own.
 *
 * Model: constants, equal times of a table, samples of few different times; by weight in a mixture. Units: seconds,
 * probabilities. Errors: none. Accuracy: exact. Cost: a sort. Source: docs/latency-maths.md.
 *
 * @example exactTimes({ of: 'samples', seconds: [1, 1, 2, 3] }) // => { seconds: [1, 2, 3], masses: [0.5, 0.25, 0.25] }
 */
export function exactTimes(time: ResolvedTime): Atoms {
  return atomsOf(exactPairs(time));
}

/** How much of the axis is shown: what lies further out does not show. */
const SHOWN = { from: 5e-4, to: 0.998 };

/** Points of the curve; samples, of which each is a little step, are averaged over more of the axis. */
const POINTS = 120;
const OF_SAMPLES = 40;

/**
 * The density of a distribution over the part of the axis where it shows.
 *
 * Model: differences of the distribution function without its exact times, evenly over the logarithm, from p0.05 to
 * p99.8 but over no more than three powers of ten, or down to a tenth of the median where that lies lower. Units: by seconds; its integral is the mass that is spread. Errors: no
 * points where nothing is spread. Accuracy: a mean over steps of a hundredth of that. Cost: 120 readings.
 * Source: none needed.
 *
 * @example densityOf(createAlgebra({ binsPerOctave: 8, rounding: 'near' }), { of: 'constant', seconds: 1 }) // => []
 */
export function densityOf(algebra: Algebra, time: ResolvedTime): TimeCurve['density'][number][] {
  const { seconds: exact, masses } = exactTimes(time);
  const spread = 1 - masses.reduce((sum, mass) => sum + mass, 0);
  if (spread < 1e-9) return [];
  const measure = algebra.of(time);
  const to = algebra.quantile(measure, SHOWN.to);
  const low = algebra.quantile(measure, 0.5) / 10;
  const from = Math.max(algebra.quantile(measure, SHOWN.from), low > 0 ? Math.min(low, to / 1000) : to / 1000);
  if (!(Number.isFinite(to) && from < to)) return [];
  const grid = logGrid(from, to, time.of === 'samples' ? OF_SAMPLES : POINTS);
  return grid.slice(1).map((end, at) => {
    const start = grid[at]!;
    const own = exact.reduce((sum, each, place) => (each > start && each <= end ? sum + masses[place]! : sum), 0);
    const mass = algebra.within(measure, end) - algebra.within(measure, start) - own;
    return { seconds: Math.sqrt(start * end), density: Math.max(0, mass) / (end - start) };
  });
}
