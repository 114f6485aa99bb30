import { NONE, UNIT, type Families } from './families.ts';

/** How many sets there are, and how many of each weight from 0 up to the largest that was asked for. */
export interface FamilyCounts {
  readonly total: number;
  readonly byWeight: Float64Array;
}

/**
 * How many sets some families hold.
 *
 * Model: the weight of a set is the sum of its members' weights. Units: `roots` are families without a set in common,
 * `weightOf` gives whole numbers ≥ 0 by variable. Errors: none. Accuracy: exact below 2⁵³, then to 1e-16 a node.
 * Cost: nodes × `heaviest`. Source: dynamic programming over the diagram; S. Minato (1993).
 *
 * @example familyCounts(new Families(new Diagram(9), 9), [1, 0], () => 1, 2).total // => 1
 */
export function familyCounts(
  families: Families,
  roots: readonly number[],
  weightOf: (variable: number) => number,
  heaviest: number,
): FamilyCounts {
  const totals = new Map<number, FamilyCounts>([
    [NONE, { total: 0, byWeight: new Float64Array(heaviest + 1) }],
    [UNIT, { total: 1, byWeight: Float64Array.of(1, ...new Float64Array(heaviest)) }],
  ]);
  const all = { total: 0, byWeight: new Float64Array(heaviest + 1) };
  for (const family of familiesBelow(families, roots)) {
    const low = totals.get(families.lowOf(family))!;
    const high = totals.get(families.highOf(family))!;
    const weight = weightOf(families.variableOf(family));
    const byWeight = low.byWeight.map((count, at) => count + (at >= weight ? high.byWeight[at - weight]! : 0));
    totals.set(family, { total: low.total + high.total, byWeight });
  }
  for (const root of roots) {
    const { total, byWeight } = totals.get(root)!;
    all.total += total;
    byWeight.forEach((count, weight) => {
      all.byWeight[weight] = all.byWeight[weight]! + count;
    });
  }
  return all;
}

/**
 * The nodes of some families, each once, ends left out, each after those that it leads to.
 *
 * Model: none. Units: nodes of the families. Errors: none. Accuracy: exact. Cost: n log n for n nodes below.
 * Source: depth-first search; nodes are numbered after those that they lead to.
 *
 * @example familiesBelow(new Families(new Diagram(9), 9), [1]).length // => 0
 */
export function familiesBelow(families: Families, roots: readonly number[]): Int32Array {
  const seen = new Set<number>();
  const stack = [...roots];
  for (let family = stack.pop(); family !== undefined; family = stack.pop()) {
    if (family === NONE || family === UNIT || seen.has(family)) continue;
    seen.add(family);
    stack.push(families.lowOf(family), families.highOf(family));
  }
  return Int32Array.from(seen).sort();
}
