import type { Diagram } from './diagram.ts';
import { OVERFLOW } from './node-table.ts';
import { nodesBelow } from './nodes-below.ts';

/**
 * The dual of a function: 1 − f with every variable the other way round. What fails becomes what works.
 *
 * Model: none. Units: `root` is a node of the diagram. Errors: `OVERFLOW` as in the diagram. Accuracy: exact. Cost:
 * linear in the nodes below. Source: R. E. Barlow, F. Proschan, "Statistical Theory of Reliability" (1975), dual
 * structures.
 *
 * @example dual(new Diagram(9), 1) // => 0
 */
export function dual(diagram: Diagram, root: number): number {
  if (root < 0) return OVERFLOW;
  const found = new Int32Array(root + 1);
  const of = (node: number): number => (diagram.isEnd(node) ? diagram.end(1 - diagram.valueOf(node)) : found[node]!);
  for (const node of nodesBelow(diagram, [root])) {
    found[node] = diagram.node(diagram.variableOf(node), of(diagram.highOf(node)), of(diagram.lowOf(node)));
    if (found[node] < 0) return OVERFLOW;
  }
  return of(root);
}
