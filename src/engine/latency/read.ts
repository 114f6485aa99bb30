import type { Rounding } from './algebra.ts';
import { SAME_TIME } from './atoms.ts';
import type { Grid } from './grid.ts';
import type { GridMeasure } from './grid-measure.ts';
import { type Profile, profileOf } from './profile.ts';

/** What a share of the mass may be short of and still counts as reached. */
const REACHED = 1e-12;

/** What is spread, piece by piece; each in a place of its own. */
const profilesOf = (grid: Grid, rounding: Rounding, measure: GridMeasure): readonly Profile[] =>
  [measure, ...measure.far].map((piece, place) => profileOf(grid, rounding, piece, place));

const spreadBeyond = (profiles: readonly Profile[], seconds: number): number =>
  profiles.reduce((sum, profile) => sum + profile.beyondAt(profile.find(seconds)), 0);

/**
 * The mass that comes within a time, its end included.
 *
 * Model: exact times as they are (to 1e-12 of themselves), the rest by the profile. Units: seconds, masses. Errors: none.
 * Accuracy: that of the measure. Cost: two running sums for another measure than the last, then constant. Source: none needed.
 *
 * @example ((algebra) => algebra.within(algebra.at(1, 0.5), 1))(createAlgebra({ binsPerOctave: 8, rounding: 'near' })) // => 0.5
 */
export function withinOf(grid: Grid, rounding: Rounding, measure: GridMeasure, seconds: number): number {
  const { atoms, bins, far } = measure;
  const end = seconds * (1 + SAME_TIME);
  let sum = 0;
  for (let place = 0; place < atoms.seconds.length && atoms.seconds[place]! <= end; place++)
    sum += atoms.masses[place]!;
  if (bins.length === 0 && far.length === 0) return sum;
  return profilesOf(grid, rounding, measure).reduce((all, profile) => all + profile.withinAt(profile.find(end)), sum);
}

/**
 * The mass that comes later than a time, summed from the end so that a small tail keeps its digits.
 *
 * Model, units, errors, accuracy, cost and source as for the mass within.
 *
 * @example ((algebra) => algebra.beyond(algebra.at(1, 0.5), 1))(createAlgebra({ binsPerOctave: 8, rounding: 'near' })) // => 0
 */
export function beyondOf(grid: Grid, rounding: Rounding, measure: GridMeasure, seconds: number): number {
  const { atoms, bins, late, far } = measure;
  const end = seconds * (1 + SAME_TIME);
  let sum = 0;
  for (let place = atoms.seconds.length - 1; place >= 0 && atoms.seconds[place]! > end; place--)
    sum += atoms.masses[place]!;
  if (bins.length === 0 && far.length === 0) return sum + late;
  return sum + spreadBeyond(profilesOf(grid, rounding, measure), end);
}

/** The smallest time that at most so much comes later than; Infinity where more is late. */
function timeBeyond(profile: Profile, beyond: number): number {
  if (profile.above[profile.count]! > beyond) return Number.POSITIVE_INFINITY;
  if (profile.above[0]! <= beyond) return 0;
  let low = 0;
  let high = profile.count;
  // The first cell at whose end at most so much is left; the end of the last one is the last point.
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    profile.enter(middle);
    if (profile.beyondAt(profile.smooth ? 1 : 0) <= beyond) high = middle;
    else low = middle;
  }
  if (!profile.smooth || high === profile.count) return profile.origin + profile.start(high);
  profile.enter(high);
  let from = 0;
  let to = 1;
  if (profile.beyondAt(0) <= beyond) return profile.origin + profile.start(high);
  for (let halving = 0; halving < 50; halving++) {
    const part = (from + to) / 2;
    if (profile.beyondAt(part) <= beyond) to = part;
    else from = part;
  }
  return profile.origin + profile.start(high) + to * profile.width(high);
}

/** The same of several. */
function timeBeyondAll(profiles: readonly Profile[], beyond: number): number {
  const ends = profiles.map((profile) => profile.origin + profile.start(profile.count));
  let from = 0;
  let to = Math.max(...ends);
  if (spreadBeyond(profiles, to) > beyond) return Number.POSITIVE_INFINITY;
  while (to - from > Number.EPSILON * to) {
    const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) break;
    if (spreadBeyond(profiles, middle) <= beyond) to = middle;
    else from = middle;
  }
  return to;
}

/**
 * The smallest time that a share of the mass comes within; Infinity where it is later than the grid.
 *
 * Model: a share is reached when 1e-12 of the mass are missing; inside an exact time it is that time. Units: seconds.
 * Errors: none. Accuracy: exact at exact times, else that of the profile. Cost: one reading for each exact time and a search.
 * Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", Amer. Statist. 50 (1996), definition 1.
 *
 * @example ((algebra) => algebra.quantile(algebra.at(0.2), 0.5))(createAlgebra({ binsPerOctave: 8, rounding: 'near' })) // => 0.2
 */
export function quantileOf(grid: Grid, rounding: Rounding, measure: GridMeasure, share: number): number {
  const { mass, atoms } = measure;
  if (mass === 0) return Number.POSITIVE_INFINITY;
  const allowed = mass * (1 - share + REACHED);
  const profiles = profilesOf(grid, rounding, measure);
  let after = atoms.masses.reduce((sum, each) => sum + each, 0);
  let from = 0;
  for (let place = 0; place < atoms.seconds.length; place++) {
    const seconds = atoms.seconds[place]!;
    const later = spreadBeyond(profiles, seconds);
    if (later + after <= allowed) break;
    after = place === atoms.seconds.length - 1 ? 0 : after - atoms.masses[place]!;
    if (later + after <= allowed) return seconds;
    from = seconds;
  }
  const spread =
    profiles.length === 1 ? timeBeyond(profiles[0]!, allowed - after) : timeBeyondAll(profiles, allowed - after);
  return Math.max(from, spread);
}
