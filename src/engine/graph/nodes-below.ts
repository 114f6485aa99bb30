import type { Diagram } from './diagram.ts';

/**
 * The nodes of some functions, each once, ends left out, children before their parents.
 *
 * Model: none. Units: nodes of the diagram. Domain: no overflow among the roots. Errors: none. Accuracy: exact.
 * Cost: n log n for n nodes below. Source: depth-first search; nodes are numbered after their children.
 *
 * @example nodesBelow(new Diagram(9), [1]).length // => 0
 */
export function nodesBelow(diagram: Diagram, roots: Iterable<number>): Int32Array {
  const found = [...roots];
  const seen = new Uint8Array(found.reduce((most, root) => Math.max(most, root + 1), 0));
  let count = 0;
  const stack: number[] = [];
  const visit = (node: number): void => {
    if (seen[node] === 1 || diagram.isEnd(node)) return;
    seen[node] = 1;
    found[count++] = node;
    stack.push(node);
  };
  for (const root of found.slice()) visit(root);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visit(diagram.lowOf(node));
    visit(diagram.highOf(node));
  }
  return Int32Array.from(found.slice(0, count)).sort();
}
