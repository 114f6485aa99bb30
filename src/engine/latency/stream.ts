import type { Algebra, Measure } from './algebra.ts';

/** How many are given up so long after they begin. */
export type Stop = readonly [seconds: number, count: number];

/** Requests by how long they are waited for: those that run to their end, and those that are given up. */
export interface Stream {
  readonly whole: number;
  /** Rising in time. */
  readonly stops: readonly Stop[];
}

/** Different times at which requests are given up, that are told apart. */
const MOST_STOPS = 32;
/** Times that are the same but for rounding. */
const SAME = 1e-12;

const totalOf = (stops: readonly Stop[]): number => stops.reduce((sum, [, count]) => sum + count, 0);

/** In order, the same times together, and neighbours at their mean where there are too many. */
function fewer(stops: readonly Stop[]): readonly Stop[] {
  const most = stops.length > MOST_STOPS ? totalOf(stops) / MOST_STOPS : 0;
  const apart: Stop[] = [];
  for (const [seconds, count] of [...stops].sort(([one], [other]) => one - other)) {
    if (count <= 0) continue;
    const [before, some] = apart.at(-1) ?? [Number.NEGATIVE_INFINITY, most];
    const isSame = seconds <= before * (1 + SAME);
    if (!isSame && some + count > most) apart.push([seconds, count]);
    else apart[apart.length - 1] = [isSame ? before : (before * some + seconds * count) / (some + count), some + count];
  }
  return apart;
}

/**
 * A measure as a few times that are as likely as each other.
 *
 * Model: the middles of equal shares; exact where all of it comes at one time. Units: seconds; the counts add up to the mass. Errors: none.
 * Accuracy: 1/64 of the mass. Cost: 32 quantiles. Source: none needed.
 *
 * @example stopsOf(sampleAlgebra, sampleAlgebra.at(2, 0.5)) // => [[2, 0.5]]
 */
export function stopsOf(algebra: Algebra, measure: Measure): readonly Stop[] {
  return measure.mass > 0 ? fewer(middles(algebra, measure, 0, 1, MOST_STOPS)) : [];
}

/** The middles of so many equal parts of a measure between two shares of it. */
function middles(algebra: Algebra, measure: Measure, from: number, to: number, points: number): Stop[] {
  const each = (to - from) / points;
  return Array.from({ length: points }, (_, point) => [
    algebra.quantile(measure, from + (point + 0.5) * each),
    each * measure.mass,
  ]);
}

/**
 * What of a measure comes later than a time, from then on.
 *
 * Model, accuracy and cost: as `stopsOf`. Units: seconds. Errors: none. Source: none needed.
 *
 * @example laterStops(sampleAlgebra, sampleAlgebra.at(2, 0.5), 0.5) // => [[1.5, 0.5]]
 */
export function laterStops(algebra: Algebra, measure: Measure, after: number): readonly Stop[] {
  const late = algebra.beyond(measure, after);
  if (late <= 0) return [];
  const stops = middles(algebra, measure, 1 - late / measure.mass, 1, MOST_STOPS);
  return fewer(stops.map(([seconds, count]) => [Math.max(0, seconds - after), count]));
}

/**
 * How many requests there are.
 *
 * Model: none. Units: requests. Errors: none. Accuracy: rounding. Cost: linear. Source: none needed.
 *
 * @example countOf({ whole: 1, stops: [[2, 0.5]] }) // => 1.5
 */
export function countOf({ whole, stops }: Stream): number {
  return whole + totalOf(stops);
}

/**
 * Every request so many times.
 *
 * Model: none. Units: requests. Errors: none. Accuracy: rounding. Cost: linear. Source: none needed.
 *
 * @example timesOf({ whole: 1, stops: [[2, 0.5]] }, 4) // => { whole: 4, stops: [[2, 2]] }
 */
export function timesOf({ whole, stops }: Stream, times: number): Stream {
  return { whole: whole * times, stops: stops.map(([seconds, count]): Stop => [seconds, count * times]) };
}

/**
 * Several streams as one.
 *
 * Model: counts add up. Units: requests. Errors: none. Accuracy: exact for up to 32 different times, else neighbours at their mean.
 * Cost: a sort. Source: none needed.
 *
 * @example sumOf([{ whole: 1, stops: [[3, 1]] }, { whole: 1, stops: [[1, 1]] }]) // => { whole: 2, stops: [[1, 1], [3, 1]] }
 */
export function sumOf(streams: readonly Stream[]): Stream {
  if (streams.length === 1) return streams[0]!;
  return {
    whole: streams.reduce((sum, { whole }) => sum + whole, 0),
    stops: fewer(streams.flatMap(({ stops }) => stops)),
  };
}

/**
 * What begins some time into each request of a stream, unless that has been given up by then.
 *
 * Model: when it begins is independent of when the request is given up. Units: `begins` has as much mass as requests are followed by one; of
 * those that run to their end `count`. Errors: none. Accuracy: counts that of the algebra; times 1/64 of the mass. Cost: some 32 quantiles. Source: docs/load-maths.md.
 *
 * @example begunLater(sampleAlgebra, { whole: 1, stops: [[3, 1]] }, sampleAlgebra.at(1)) // => { whole: 1, stops: [[2, 1]] }
 */
export function begunLater(algebra: Algebra, { whole, stops }: Stream, begins: Measure, count = begins.mass): Stream {
  const points = Math.max(1, Math.floor(MOST_STOPS / Math.max(1, stops.length)));
  const later = stops.flatMap(([seconds, requests]): Stop[] => {
    const inTime = algebra.within(begins, seconds);
    if (inTime <= 0) return [];
    return middles(algebra, begins, 0, inTime / begins.mass, points).map(([begun, chance]) => [
      Math.max(0, seconds - begun),
      chance * requests,
    ]);
  });
  return { whole: whole * count, stops: fewer(later) };
}

/**
 * A stream of which requests are given up by another reason too.
 *
 * Model: the earlier of two independent times. Units: the counts of `reason` are chances, at most 1 in all; the rest is never given up
 * for it. Errors: none. Accuracy: as `sumOf`. Cost: the product of the times. Source: docs/load-maths.md.
 *
 * @example givenUp({ whole: 1, stops: [[1, 1]] }, [[2, 0.5]]) // => { whole: 0.5, stops: [[1, 1], [2, 0.5]] }
 */
export function givenUp({ whole, stops }: Stream, reason: readonly Stop[]): Stream {
  const left = Math.max(0, 1 - totalOf(reason));
  return {
    whole: whole * left,
    stops: fewer([
      ...reason.map(([seconds, chance]): Stop => [seconds, whole * chance]),
      ...stops.flatMap(([seconds, count]): Stop[] => [
        [seconds, count * left],
        ...reason.map(([sooner, chance]): Stop => [Math.min(seconds, sooner), count * chance]),
      ]),
    ]),
  };
}
