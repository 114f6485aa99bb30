import type { Compiled } from './importance.ts';

/**
 * The variables whose failure alone fails a request, whatever branches it takes.
 *
 * Model: the structure function with everything else up; a variable of chance 1 has failed already. Units: variables of the
 * plan. Errors: none. Accuracy: exact. Cost: linear in the nodes.
 * Source: minimal cut sets of order one; A. Rauzy (1993).
 *
 * @example [...singlePoints({ plan: { variable: [0, 0], variables: [] }, root: { series: [3], diagrams: [] }, nodes: [] }, [])] // => [3]
 */
export function singlePoints({ plan, root, nodes }: Compiled, chances: ArrayLike<number>): Set<number> {
  const { variables, variable, low, high } = plan;
  const isBranch = (node: number): boolean => 'of' in variables[variable[node]!]!;
  // With nothing failed: does any branch lead to a failure? Children come first.
  const fails = new Uint8Array(variable.length);
  fails[1] = 1;
  for (const node of nodes) {
    if (isBranch(node)) fails[node] = fails[low[node]!]! | fails[high[node]!]!;
    else fails[node] = fails[chances[variable[node]!] === 1 ? high[node]! : low[node]!]!;
  }
  const found = new Set<number>(root.series);
  const reached = new Uint8Array(variable.length);
  for (const node of root.diagrams) reached[node] = 1;
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]!;
    if (reached[node] === 0) continue;
    const failed = !isBranch(node) && chances[variable[node]!] === 1;
    if (!failed) reached[low[node]!] = 1;
    if (failed || isBranch(node)) reached[high[node]!] = 1;
    if (!isBranch(node) && fails[high[node]!] === 1) found.add(variable[node]!);
  }
  return found;
}
