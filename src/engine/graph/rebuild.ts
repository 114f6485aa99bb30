import { ZERO, type Diagram } from './diagram.ts';
import { OVERFLOW } from './node-table.ts';
import { nodesBelow } from './nodes-below.ts';

function rebuild(
  diagram: Diagram,
  root: number,
  end: (node: number) => number,
  held: (variable: number) => 0 | 1 | null,
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
    const at = held(variable);
    const low = at === 1 ? ZERO : follow(diagram.lowOf(node));
    const high = at === 0 ? ZERO : follow(diagram.highOf(node));
    made[node] = 2 + (at === null ? diagram.node(variable, low, high) : at === 0 ? low : high);
  }
  return follow(root);
}

/**
 * The function with some of its variables held.
 *
 * Model: none. Units: nodes and variables of the diagram; `held` says at what, null for what is not. Errors: `OVERFLOW`
 * as in the diagram. Accuracy: exact. Cost: linear in the nodes below. Source: R. E. Bryant (1986), "restrict".
 *
 * @example withHeld(new Diagram(9), 1, () => 0) // => 1
 */
export function withHeld(diagram: Diagram, root: number, held: (variable: number) => 0 | 1 | null): number {
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
    () => null,
  );
}
