/** What a document's table of quantiles holds at most. */
export const MOST_POINTS = 1000;

/**
 * The ranks, from 1 to n, that stand for n sorted measurements, as many as may be: the share that is slower falls by the
 * same factor from one to the next, so they stand ever closer towards the slowest, and the last of these are all there.
 */
export function ranksKept(n: number, most: number): readonly number[] {
  if (n <= most) return Array.from({ length: n }, (_, place) => place + 1);
  let kept = ranksIn(n, most);
  for (let steps = most * FINER; ; steps *= FINER) {
    const finer = ranksIn(n, Math.floor(steps));
    if (finer.length > most) return kept;
    kept = finer;
  }
}

const FINER = 1.1;

/** In so many steps from all of them to the slowest alone. */
const ranksIn = (n: number, steps: number): readonly number[] => [
  ...new Set(
    Array.from({ length: steps }, (_, step) => n + 1 - Math.floor(n ** (1 - step / (steps - 1)) * (1 + 1e-12))),
  ),
];

export interface Point {
  readonly share: number;
  readonly seconds: number;
}

/** As many points as a table may hold, as far from each other in the logarithm of the share that is slower; both ends stay. */
export function thinned<P extends Point>(points: readonly P[]): readonly P[] {
  if (points.length <= MOST_POINTS) return points;
  const slowest = points.findLast(({ share }) => share < 1)!.share;
  const gap = -Math.log1p(-slowest) / (MOST_POINTS - 3);
  let next = 0;
  return points.filter(({ share }, index) => {
    const depth = -Math.log1p(-share);
    const keep = index === 0 || depth >= next || index === points.length - 1;
    if (keep) next = depth + gap;
    return keep;
  });
}
