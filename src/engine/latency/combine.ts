import type { Enough } from './at-least.ts';
import { type GridMeasure, NEVER } from './grid-measure.ts';
import { addOrder } from './order.ts';
import { flat, gathered } from './gathered.ts';
import { narrowBy, piecesOf } from './parts.ts';
import { shift } from './shift.ts';
import type { Tally } from './tally.ts';

/** A measure with its grid moved to begin at a time. */
function movedTo(tally: Tally, measure: GridMeasure, start: number): GridMeasure {
  if (measure.bins.length === 0 || measure.start === start) return measure;
  tally.begin(start);
  shift(tally, measure, measure.start - start, 1);
  tally.late += measure.late;
  return { ...tally.measure(measure), atoms: measure.atoms };
}

/**
 * A measure times a factor.
 *
 * Model: a chance of its own comes before it. Units: factor in [0, 1]. Errors: none. Accuracy: 1e-16. Cost: its bins.
 * Source: none needed.
 *
 * @example scaled(NEVER, 0.5).mass // => 0
 */
export function scaled(measure: GridMeasure, factor: number): GridMeasure {
  if (factor === 1 || measure.mass === 0) return measure;
  if (factor === 0) return NEVER;
  const bins = measure.bins.slice();
  for (let bin = 0; bin < bins.length; bin++) bins[bin] = bins[bin]! * factor;
  return {
    ...measure,
    mass: measure.mass * factor,
    atoms: { seconds: measure.atoms.seconds, masses: measure.atoms.masses.map((mass) => mass * factor) },
    bins,
    late: measure.late * factor,
    far: measure.far.map((piece) => scaled(piece, factor)),
    moment: measure.moment * factor,
  };
}

/**
 * One or the other of things that exclude each other.
 *
 * Model: masses add up; what is narrow and far out keeps a grid of its own. Units: seconds, masses. Errors: none.
 * Accuracy: exact where all grids begin together, else that of a shift. Cost: the bins. Source: none needed.
 *
 * @example either(new Tally(createGrid(8), 'near'), [NEVER, NEVER]).mass // => 0
 */
export function either(tally: Tally, measures: readonly GridMeasure[]): GridMeasure {
  const some = measures.filter(({ mass }) => mass > 0);
  if (some.length < 2) return some[0] ?? NEVER;
  const parts = some.flatMap(piecesOf).map((measure) => ({ measure, seconds: 0, factor: 1 }));
  const exact = some.flatMap(({ atoms }) =>
    atoms.seconds.map((seconds, place) => [seconds, atoms.masses[place]!] as const),
  );
  const late = some.reduce((sum, measure) => sum + measure.late, 0);
  return gathered(tally, parts, exact, late, {
    mass: some.reduce((sum, { mass }) => sum + mass, 0),
    tailPower: Math.min(...some.map(({ tailPower }) => tailPower)),
    moment: some.reduce((sum, { moment }) => sum + moment, 0),
  });
}

/**
 * When enough of several independent times have come.
 *
 * Model: order statistics; where the result is narrow, on a grid that begins shortly before it. Units: seconds, masses.
 * Errors: none. Accuracy and cost: those of `addOrder`, twice where the result is narrow.
 * Source: H. A. David, H. N. Nagaraja, "Order statistics" (2003), chapter 2.
 *
 * @example order(new Tally(createGrid(8), 'near'), [NEVER, NEVER], atLeastOf(1, [0, 0]), 1).mass // => 0
 */
export function order(tally: Tally, given: readonly GridMeasure[], enough: Enough, tailPower: number): GridMeasure {
  const measures = given.map((measure) => flat(tally, measure));
  const starts = measures.filter(({ bins }) => bins.length > 0).map(({ start }) => start);
  const kinks = measures.flatMap(({ kinks, atoms }) => [...kinks, ...atoms.seconds]);
  const from = (start: number): GridMeasure => {
    const moved = measures.map((measure) => movedTo(tally, measure, start));
    tally.begin(start);
    addOrder(tally, moved, enough);
    return tally.measure({ mass: enough.mass, tailPower, kinks });
  };
  const start = starts.length === 0 ? 0 : Math.min(...starts);
  const measure = from(start);
  const more = narrowBy(tally, measure);
  // What is moved says nothing of times before its grid begins.
  const before = measures.some(({ atoms }) => atoms.seconds.some((seconds) => seconds <= start + more));
  return more === 0 || before ? measure : from(start + more);
}
