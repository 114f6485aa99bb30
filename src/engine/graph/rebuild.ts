import { OVERFLOW, type Diagram } from './diagram.ts';
import { nodesBelow } from './nodes-below.ts';

function rebuild(
  diagram: Diagram,
  root: number,
  end: (node: number) => number,
  skip: (variable: number) => boolean,
): number {
  if (root < 0) return OVERFLOW;
  // By node: its image (OVERFLOW is -1) and two more, so that 0 is none yet.
  const made = new Int32Array(root + 1);
  const follow = (node: number): number => {
    if (made[node] === 0) made[node] = end(node) + 2;
    return made[node]! - 2;
  };
  for (const node of nodesBelow(diagram, [root])) {
    const variable = diagram.variableOf(node);
    const low = follow(diagram.lowOf(node));
    made[node] = 2 + (skip(variable) ? low : diagram.node(variable, low, follow(diagram.highOf(node))));
  }
  return follow(root);
}

/**
 * The function with some of its variables held at 0.
 *
 * Model: none. Units: nodes and variables of the diagram. Errors: `OVERFLOW` as in the diagram. Accuracy: exact.
 * Cost: linear in the nodes below. Source: R. E. Bryant (1986), "restrict".
 *
 * @example heldAtZero(new Diagram(9), 1, () => true) // => 1
 */
export function heldAtZero(diagram: Diagram, root: number, held: (variable: number) => boolean): number {
  return rebuild(diagram, root, (node) => node, held);
}

/**
 * The function with another number, or another function that asks only later variables, at each end.
 *
 * Model: none. Units: `image` takes the number at an end and gives a node. Errors: `OVERFLOW` as in the diagram.
 * Accuracy: exact but for `image`. Cost: linear in the nodes below. Source: R. I. Bahar et al. (1993), monadic apply.
 *
 * @example endsMapped(new Diagram(9), 1, (value) => value - 1) // => 0
 */
export function endsMapped(diagram: Diagram, root: number, image: (value: number) => number): number {
  return rebuild(
    diagram,
    root,
    (node) => image(diagram.valueOf(node)),
    () => false,
  );
}
