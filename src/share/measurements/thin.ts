/** What a document's table of quantiles holds at most. */
export const MOST_POINTS = 1000;

/**
 * The ranks, from 1 to n, that stand for n sorted measurements: the share that is slower falls by the same factor from
 * one to the next, so they stand ever closer towards the slowest, and the last few of these are all there.
 */
export function ranksKept(n: number, most = MOST_POINTS - 1): number[] {
  const ranks = Array.from(
    { length: most },
    (_, step) => n + 1 - Math.floor(n ** (1 - step / (most - 1)) * (1 + 1e-12)),
  );
  return [...new Set(ranks)];
}

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
