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
  const seen = new Set<number>();
  const stack: number[] = [];
  for (const root of roots) if (!diagram.isEnd(root)) stack.push(root);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const low = diagram.lowOf(node);
    const high = diagram.highOf(node);
    if (!diagram.isEnd(low) && !seen.has(low)) stack.push(low);
    if (!diagram.isEnd(high) && !seen.has(high)) stack.push(high);
  }
  return Int32Array.from(seen).sort();
}
