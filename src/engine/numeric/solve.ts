/**
 * The solution x of A·x = b, for a symmetric positive definite A.
 *
 * Model: Cholesky's factors, of A scaled to a diagonal of ones, so that unknowns of different size do no harm. Units: any;
 * A as rows. Errors: null where A is not positive definite to working precision. Accuracy: that of the condition of the
 * scaled A. Cost: n³/6. Source: N. J. Higham, "Accuracy and stability of numerical algorithms" (2002), 10.
 *
 * @example solve([[4, 2], [2, 3]], [8, 8]) // => [1, 2]
 */
export function solve(rows: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const scale = rows.map((row, i) => Math.sqrt(row[i]!));
  const factor: number[][] = [];
  const forward: number[] = [];
  for (const [i, row] of rows.entries()) {
    const line: number[] = [];
    for (let j = 0; j <= i; j++) {
      let left = row[j]! / (scale[i]! * scale[j]!);
      for (let k = 0; k < j; k++) left -= line[k]! * (factor[j] ?? line)[k]!;
      if (j < i) line.push(left / factor[j]![j]!);
      else if (left > 1e-15) line.push(Math.sqrt(left));
      else return null;
    }
    factor.push(line);
    forward.push(
      (right[i]! / scale[i]! - line.slice(0, i).reduce((sum, each, k) => sum + each * forward[k]!, 0)) / line[i]!,
    );
  }
  const solution = forward;
  for (let i = rows.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < rows.length; k++) solution[i] = solution[i]! - factor[k]![i]! * solution[k]!;
    solution[i] = solution[i]! / factor[i]![i]!;
  }
  return solution.map((each, i) => each / scale[i]!);
}
