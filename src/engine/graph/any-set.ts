import type { CutFamilies } from './cut-families.ts';
import { Diagram, ONE, ZERO } from './diagram.ts';
import { NONE, UNIT } from './families.ts';
import { familiesBelow } from './family-counts.ts';
import { OVERFLOW } from './node-table.ts';
import { nodesBelow } from './nodes-below.ts';

/** Nodes that the sets may take together. */
const ROOM = 50_000;

/** Two numbers that hold a chance between them. */
export interface Between {
  readonly low: number;
  readonly high: number;
}

/**
 * The chance that any set of a family happens, all its members being 1: exactly of the sets of few failures, for which
 * there is room in a decision diagram, and of the others no more than the sum of their chances.
 *
 * Model: independent variables. Units: `root` is a family; chances. Errors: none. Accuracy: to 1e-15 a level beside
 * what is between. Cost: bounded by the room, once for each number of failures. Source: R. E. Bryant (1986); Boole's
 * inequality.
 *
 * @example anySet(new CutFamilies(9, { failures: 1, costOf: () => 1, chanceOf: () => 0.1, heldAt: () => null }), 1, () => 1, () => 0.1).low // => 1
 */
export function anySet(
  cuts: CutFamilies,
  root: number,
  costOf: (variable: number) => number,
  chanceOf: (variable: number) => number,
): Between {
  const sums = sumsByFailures(cuts, root, costOf, chanceOf);
  let rest = 0;
  for (let failures = sums.length - 1; failures >= 0; failures--) {
    const few = chanceOfFew(cuts, root, failures, costOf, chanceOf);
    if (few !== null) return { low: few, high: Math.min(1, few + rest) };
    rest += sums[failures]!;
  }
  return { low: 0, high: Math.min(1, rest) };
}

/** The sums of the chances of sets, by how many failures they have. */
function sumsByFailures(
  cuts: CutFamilies,
  root: number,
  costOf: (variable: number) => number,
  chanceOf: (variable: number) => number,
): readonly number[] {
  const sums = new Map<number, readonly number[]>([
    [NONE, []],
    [UNIT, [1]],
  ]);
  for (const family of familiesBelow(cuts.families, [root])) {
    const variable = cuts.variableOf(family);
    const found = [...sums.get(cuts.lowOf(family))!];
    const cost = costOf(variable);
    sums.get(cuts.highOf(family))!.forEach((sum, failures) => {
      found[failures + cost] = (found[failures + cost] ?? 0) + chanceOf(variable) * sum;
    });
    sums.set(
      family,
      Array.from(found, (sum) => sum ?? 0),
    );
  }
  return sums.get(root)!;
}

/** Of the sets with no more failures than these; null where there is no room. */
function chanceOfFew(
  cuts: CutFamilies,
  root: number,
  most: number,
  costOf: (variable: number) => number,
  chanceOf: (variable: number) => number,
): number | null {
  const diagram = new Diagram(ROOM);
  const variables: number[] = [];
  const twin = new Map<number, number>();
  const twinOf = (variable: number): number => {
    let made = twin.get(variable);
    if (made === undefined) {
      made = diagram.addVariable(cuts.levelOfVariable(variable));
      twin.set(variable, made);
      variables[made] = variable;
    }
    return made;
  };
  // By family, the function of its sets with so many failures at most.
  const known = new Int32Array((root + 1) * (most + 1));
  const of = (family: number, failures: number): number =>
    failures < 0 || family === NONE ? ZERO : family === UNIT ? ONE : known[family * (most + 1) + failures]!;
  for (const family of familiesBelow(cuts.families, [root])) {
    const variable = cuts.variableOf(family);
    for (let failures = 0; failures <= most; failures++) {
      const low = of(cuts.lowOf(family), failures);
      const high = diagram.either(low, of(cuts.highOf(family), failures - costOf(variable)));
      const made = diagram.node(twinOf(variable), low, high);
      if (made === OVERFLOW) return null;
      known[family * (most + 1) + failures] = made;
    }
  }
  const node = of(root, most);
  const chances = new Map([
    [ZERO, 0],
    [ONE, 1],
  ]);
  for (const below of nodesBelow(diagram, [node])) {
    const chance = chanceOf(variables[diagram.variableOf(below)]!);
    const [low, high] = [chances.get(diagram.lowOf(below))!, chances.get(diagram.highOf(below))!];
    chances.set(below, chance * high + (1 - chance) * low);
  }
  return chances.get(node)!;
}
