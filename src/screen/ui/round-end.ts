const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The next round number: 1, 1.5, 2, 3 and so on, so that an axis ends on it. */
export function roundEnd(value: number): number {
  if (!(value > 0)) return 1;
  const decade = 10 ** Math.floor(Math.log10(value));
  return ROUND.map((step) => step * decade).find((end) => end >= value * (1 - 1e-12)) ?? 10 * decade;
}
