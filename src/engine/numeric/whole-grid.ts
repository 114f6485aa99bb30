/**
 * Whole numbers from `first` to `end`, all of them while they are few, evenly chosen beyond, and always the marks.
 *
 * Model: none. Units: whole numbers, ascending, each once. Errors: none. Accuracy: exact. Cost: about 60 numbers.
 * Source: none needed.
 *
 * @example wholeGrid(4, [2]) // => [1, 2, 3, 4]
 */
export function wholeGrid(end: number, marks: readonly number[], first = 1): number[] {
  const step = Math.max(1, (end - first) / 60);
  const grid = new Set([first, end, ...marks.filter((mark) => mark >= first && mark <= end)]);
  for (let at = first; at < end; at += step) grid.add(Math.round(at));
  return [...grid].sort((a, b) => a - b);
}
