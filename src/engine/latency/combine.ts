import type { Enough } from './at-least.ts';
import { type GridMeasure, NEVER } from './grid-measure.ts';
import { addOrder } from './order.ts';
import { addParts, withNarrowGrid, narrowBy } from './parts.ts';
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
    moment: measure.moment * factor,
  };
}

/**
 * One or the other of things that exclude each other.
 *
 * Model: masses add up; the grid begins where the first of them does. Units: seconds, masses. Errors: none.
 * Accuracy: exact where all grids begin together, else that of a shift. Cost: the bins. Source: none needed.
 *
 * @example either(new Tally(createGrid(8), 'near'), [NEVER, NEVER]).mass // => 0
 */
export function either(tally: Tally, measures: readonly GridMeasure[]): GridMeasure {
  const some = measures.filter(({ mass }) => mass > 0);
  if (some.length < 2) return some[0] ?? NEVER;
  for (const { atoms, late } of some) {
    atoms.seconds.forEach((seconds, place) => tally.addAtom(seconds, atoms.masses[place]!));
    tally.late += late;
  }
  addParts(
    tally,
    some.map((measure) => ({ measure, seconds: 0, factor: 1 })),
  );
  return withNarrowGrid(tally, {
    mass: some.reduce((sum, { mass }) => sum + mass, 0),
    tailPower: Math.min(...some.map(({ tailPower }) => tailPower)),
    moment: some.reduce((sum, { moment }) => sum + moment, 0),
    kinks: some.flatMap(({ kinks }) => kinks),
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
export function order(tally: Tally, measures: readonly GridMeasure[], enough: Enough, tailPower: number): GridMeasure {
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
