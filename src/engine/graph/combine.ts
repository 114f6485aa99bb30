import type { Diagram } from './diagram.ts';
import { OVERFLOW } from './node-table.ts';

/**
 * The function of several functions: `leaf` says what the number is once all of them are numbers.
 *
 * Model: none. Units: nodes of the diagram; `leaf` takes the numbers in the order of the nodes. Errors: `OVERFLOW` as in
 * the diagram. Accuracy: that of `leaf`. Cost: at most the product of the sizes, each combination that occurs once.
 * Source: R. E. Bryant (1986), "apply", for more than two operands.
 *
 * @example combined(new Diagram(9), [0, 1], ([a, b]) => a + b) // => 1
 */
export function combined(diagram: Diagram, nodes: readonly number[], leaf: (values: number[]) => number): number {
  const known = new Map<string, number>();
  const walk = (operands: readonly number[]): number => {
    if (operands.some((node) => node < 0) || known.size > diagram.nodeLimit) return OVERFLOW;
    const key = operands.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const level = Math.min(...operands.map((node) => diagram.levelOf(node)));
    const variable = diagram.variableOf(operands.find((node) => diagram.levelOf(node) === level)!);
    const side = (high: boolean) =>
      walk(
        operands.map((node) =>
          diagram.variableOf(node) !== variable ? node : high ? diagram.highOf(node) : diagram.lowOf(node),
        ),
      );
    const made = operands.every((node) => diagram.isEnd(node))
      ? diagram.end(leaf(operands.map((node) => diagram.valueOf(node))))
      : diagram.node(variable, side(false), side(true));
    known.set(key, made);
    return made;
  };
  return walk(nodes);
}
