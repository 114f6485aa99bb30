import type { Diagram } from './diagram.ts';
import { UNIT, NONE, type Families } from './families.ts';
import { OVERFLOW } from './node-table.ts';
import { nodesBelow } from './nodes-below.ts';

/**
 * The smallest sets of variables that make a function 1 when they are 1 and all others are 0.
 *
 * Model: of f = (x, f₀, f₁) these are those of f₀, and x with those of f₁ that do not make f₀ be 1 already.
 * Units: `root` is a node of the diagram with the ends 0 and 1 alone. Domain: functions that never fall when a variable
 * rises. Errors: `OVERFLOW` as in `families`. Accuracy: exact. Cost: one `without` a node.
 * Source: A. Rauzy, "New algorithms for fault trees analysis", RESS 40 (1993), minimal solutions.
 *
 * @example minimalSolutions(new Diagram(9), 1, new Families(new Diagram(9), 9)) // => 1
 */
export function minimalSolutions(diagram: Diagram, root: number, families: Families): number {
  if (root < 0) return OVERFLOW;
  const found = new Int32Array(root + 1);
  const of = (node: number): number => (diagram.isEnd(node) ? (diagram.valueOf(node) > 0 ? UNIT : NONE) : found[node]!);
  for (const node of nodesBelow(diagram, [root])) {
    const low = diagram.lowOf(node);
    const added = families.without(of(diagram.highOf(node)), low);
    found[node] = families.node(diagram.variableOf(node), of(low), added);
    if (found[node] < 0) return OVERFLOW;
  }
  return of(root);
}

/**
 * The function that is 1 where a function is 1 with some of its variables at 0 instead: the smallest above it that never
 * falls when a variable rises. It has the same smallest solutions.
 *
 * Model: none. Units: `root` is a node of the diagram with the ends 0 and 1 alone. Errors: `OVERFLOW`. Accuracy: exact.
 * Cost: one operation a node. Source: docs/availability-maths.md, "Cut sets and paths".
 *
 * @example neverFalling(new Diagram(9), 1) // => 1
 */
export function neverFalling(diagram: Diagram, root: number): number {
  if (root < 0) return OVERFLOW;
  const found = new Int32Array(root + 1);
  const of = (node: number): number => (diagram.isEnd(node) ? node : found[node]!);
  for (const node of nodesBelow(diagram, [root])) {
    const low = of(diagram.lowOf(node));
    found[node] = diagram.node(diagram.variableOf(node), low, diagram.either(low, of(diagram.highOf(node))));
    if (found[node] < 0) return OVERFLOW;
  }
  return of(root);
}
