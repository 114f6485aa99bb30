import { NONE, UNIT, type Families } from './families.ts';
import { familiesBelow } from './family-counts.ts';
import { Heap } from './heap.ts';

interface Begun {
  readonly family: number;
  /** Of what has been chosen. */
  readonly weight: number;
  /** Of the best set that can still come of it. */
  readonly bound: number;
  readonly chosen: Chosen | null;
}

interface Chosen {
  readonly variable: number;
  readonly before: Chosen | null;
}

/**
 * The sets of some families one after the other, the one of the greatest weight first.
 *
 * Model: the weight of a set is the sum of its members' weights. Units: `roots` are families, `weightOf` gives a number
 * by variable; sets are variables in the order in which they are asked. Errors: none. Accuracy: exact but for rounding.
 * Cost: linear once in the nodes, then a step for each variable that a set is asked. Source: P. E. Hart, N. J. Nilsson,
 * B. Raphael, "A formal basis for the heuristic determination of minimum cost paths" (1968), with the exact bound.
 *
 * @example [...bestSets(new Families(new Diagram(9), 9), [1, 0], () => 0)] // => [[]]
 */
export function* bestSets(
  families: Families,
  roots: readonly number[],
  weightOf: (variable: number) => number,
): Generator<number[], void> {
  const best = new Map([
    [NONE, Number.NEGATIVE_INFINITY],
    [UNIT, 0],
  ]);
  for (const family of familiesBelow(families, roots)) {
    const high = weightOf(families.variableOf(family)) + best.get(families.highOf(family))!;
    best.set(family, Math.max(best.get(families.lowOf(family))!, high));
  }
  const begun = new Heap<Begun>((a, b) => a.bound > b.bound);
  const begin = (family: number, weight: number, chosen: Chosen | null): void => {
    if (family !== NONE) begun.push({ family, weight, bound: weight + best.get(family)!, chosen });
  };
  for (const root of roots) begin(root, 0, null);
  for (let next = begun.pop(); next !== undefined; next = begun.pop()) {
    // Its best set is the next one: what else could come of it waits for its turn.
    let { family, weight, chosen } = next;
    while (family !== UNIT) {
      const variable = families.variableOf(family);
      const low = families.lowOf(family);
      const high = families.highOf(family);
      const added = { variable, before: chosen };
      if (best.get(low)! > weightOf(variable) + best.get(high)!) {
        begin(high, weight + weightOf(variable), added);
        family = low;
      } else {
        begin(low, weight, chosen);
        family = high;
        weight += weightOf(variable);
        chosen = added;
      }
    }
    const set: number[] = [];
    for (let at = chosen; at !== null; at = at.before) set.push(at.variable);
    yield set.reverse();
  }
}
