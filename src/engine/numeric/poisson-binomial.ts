/**
 * P(at least x of several independent events of different chances happen).
 *
 * Model: independent events; an event may count more than once by `counts` (that many further independent draws).
 * Units: chances in [0, 1], counts whole ≥ 0, result in [0, 1]; x ≤ 0 gives 1. Errors: none.
 * Accuracy: relative error about 1e-16 per event; all terms are positive. Cost: events × x.
 * Source: R. E. Barlow, K. D. Heidtmann, "Computing k-out-of-n system reliability", IEEE Trans. Rel. 33 (1984).
 *
 * @example atLeast([0.1, 0.2, 0.3], 2) // => 0.098
 */
export function atLeast(chances: readonly number[], x: number, counts?: readonly number[]): number {
  if (x <= 0) return 1;
  // happened[j]: the chance that exactly j have happened so far; the last place gathers x and more.
  const happened = new Float64Array(x + 1);
  happened[0] = 1;
  chances.forEach((chance, index) => {
    for (let copy = counts?.[index] ?? 1; copy > 0; copy--) {
      happened[x] = happened[x]! + happened[x - 1]! * chance;
      for (let j = x - 1; j > 0; j--) happened[j] = happened[j]! * (1 - chance) + happened[j - 1]! * chance;
      happened[0] = happened[0]! * (1 - chance);
    }
  });
  return happened[x]!;
}
