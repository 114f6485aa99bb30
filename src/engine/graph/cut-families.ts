import { Diagram } from './diagram.ts';
import { Families, NONE, UNIT } from './families.ts';
import { OVERFLOW } from './node-table.ts';
import { OperationCache, UNKNOWN } from './operation-cache.ts';

/** What cut families know of their variables. */
export interface CutFamiliesOptions {
  /** Sets of more failures than these are left out. */
  readonly failures: number;
  /** How many failures a variable is. */
  readonly costOf: (variable: number) => 0 | 1;
  /** The chance that a variable is 1; variables are independent. */
  readonly chanceOf: (variable: number) => number;
  /** What a variable always is; null where it varies. */
  readonly heldAt: (variable: number) => 0 | 1 | null;
}

/** Names of operations in the cache; products have theirs from here on, by the failures that are left. */
const EITHER = 0;
const LACKING = 1;
const PRODUCT = 2;

/**
 * A diagram whose functions are kept as the families of their smallest solutions, up to a number of failures: `high`
 * holds what a variable adds, not the function where it is 1. Only for functions built by `node` with low ≤ high,
 * `either`, `both` and mixes with h ≤ g; numbers at ends are an overflow.
 *
 * What is left out of a product would be 1 only where one of the sets left out is. The chances of that, summed over all
 * products, are `lost`: the true function is nowhere below the built one, and where it is above it, something was left
 * out of some product that happened. So P(built) ≤ P(true) ≤ P(built) + lost.
 *
 * Model: independent variables. Units: nodes and variables as of a diagram, chances. Errors: `OVERFLOW` beyond
 * `nodeLimit` nodes or 8 × as many steps. Accuracy: `lost` is an upper bound. Cost: the sets with that many failures,
 * where they share ends once. Source: S. Minato (1993); A. Rauzy, "Mathematical foundations of minimal cutsets" (2001),
 * on truncating them.
 *
 * @example new CutFamilies(9, { failures: 1, costOf: () => 1, chanceOf: () => 0.1, heldAt: () => null }).lost // => 0
 */
export class CutFamilies extends Diagram {
  readonly families: Families;
  /** The chance that something was left out which matters, at most. */
  lost = 0;
  readonly #options: CutFamiliesOptions;
  readonly #memory = new OperationCache();
  #stepsLeft: number;
  /** By family: the sum of its sets' chances, and the most failures in one of them. */
  readonly #sums = [0, 1];
  readonly #longest = [0, 0];
  /** What the product that was made last leaves out. */
  #left = 0;

  constructor(nodeLimit: number, options: CutFamiliesOptions) {
    super(nodeLimit);
    this.families = new Families(this, nodeLimit);
    this.#options = options;
    this.#stepsLeft = 8 * nodeLimit;
  }

  override get size(): number {
    return this.families.size;
  }
  override isEnd(family: number): boolean {
    return family === NONE || family === UNIT;
  }
  override variableOf(family: number): number {
    return this.families.variableOf(family);
  }
  override levelOf(family: number): number {
    return this.levelOfVariable(this.families.variableOf(family));
  }
  override lowOf(family: number): number {
    return this.families.lowOf(family);
  }
  override highOf(family: number): number {
    return this.families.highOf(family);
  }
  override valueOf(end: number): number {
    return end;
  }
  override end(value: number): number {
    return value === 0 ? NONE : value === 1 ? UNIT : OVERFLOW;
  }

  override node(variable: number, low: number, high: number): number {
    if (low === high) return low;
    const held = this.#options.heldAt(variable);
    if (held === 0) return low;
    return held === 1 ? this.either(low, high) : this.#make(variable, low, this.#lacking(high, low));
  }

  /** The smallest sets of two families together. */
  override either(f0: number, g0: number): number {
    const { families } = this;
    const walked: number[] = [];
    let [f, g] = [f0, g0];
    let result = this.#eitherKnown(f, g);
    for (; result === UNKNOWN; result = this.#eitherKnown(f, g)) {
      if (--this.#stepsLeft < 0) return OVERFLOW;
      walked.push(f, g);
      const order = this.levelOf(f) - this.levelOf(g);
      if (order <= 0) f = families.lowOf(f);
      if (order >= 0) g = families.lowOf(g);
    }
    while (walked.length > 0) {
      g = walked.pop()!;
      f = walked.pop()!;
      const order = this.levelOf(f) - this.levelOf(g);
      const high = this.either(order <= 0 ? families.highOf(f) : NONE, order >= 0 ? families.highOf(g) : NONE);
      result = this.#make(families.variableOf(order <= 0 ? f : g), result, this.#lacking(high, result));
      if (result < 0) return OVERFLOW;
      this.#remember(Math.min(f, g), Math.max(f, g), EITHER, result, 0);
    }
    return result;
  }

  /** The smallest sets that hold one of each of two families, and no more failures than are followed. */
  override both(f: number, g: number): number {
    const result = this.#product(f, g, this.#options.failures);
    this.lost += this.#left;
    return result;
  }

  override mix(f: number, g: number, h: number): number {
    return this.either(h, this.both(f, g));
  }

  /** The sum of the chances of a family's sets: no less than the chance that any of them happens. */
  sumOf(family: number): number {
    return this.#sums[family]!;
  }
  /** The most failures in a set of a family. */
  longestOf(family: number): number {
    return this.#longest[family]!;
  }

  #make(variable: number, low: number, high: number): number {
    const made = this.families.node(variable, low, high);
    if (made > UNIT && made === this.#sums.length) {
      this.#sums.push(this.#sums[low]! + this.#options.chanceOf(variable) * this.#sums[high]!);
      this.#longest.push(Math.max(this.#longest[low]!, this.#longest[high]! + this.#options.costOf(variable)));
    }
    return made;
  }

  #remember(a: number, b: number, operation: number, result: number, beside: number): void {
    this.#memory.fit(this.families.size);
    this.#memory.set(a, b, operation, result, beside);
  }

  #eitherKnown(f: number, g: number): number {
    if (f < 0 || g < 0) return OVERFLOW;
    if (f === UNIT || g === UNIT) return UNIT;
    if (f === NONE || f === g) return g;
    return g === NONE ? f : this.#memory.get(Math.min(f, g), Math.max(f, g), EITHER);
  }

  /** The sets of a family that hold none of another. */
  #lacking(f0: number, g0: number): number {
    const { families } = this;
    const walked: number[] = [];
    let [f, g] = [f0, g0];
    let result: number;
    for (;;) {
      while (g > UNIT && this.levelOf(g) < this.levelOf(f)) g = families.lowOf(g);
      result = this.#lackingKnown(f, g);
      if (result !== UNKNOWN) break;
      if (--this.#stepsLeft < 0) return OVERFLOW;
      walked.push(f, g);
      if (families.variableOf(f) === families.variableOf(g)) g = families.lowOf(g);
      f = families.lowOf(f);
    }
    while (walked.length > 0) {
      g = walked.pop()!;
      f = walked.pop()!;
      const variable = families.variableOf(f);
      let high = this.#lacking(families.highOf(f), variable === families.variableOf(g) ? families.lowOf(g) : g);
      if (variable === families.variableOf(g)) high = this.#lacking(high, families.highOf(g));
      result = this.#make(variable, result, high);
      if (result < 0) return OVERFLOW;
      this.#remember(f, g, LACKING, result, 0);
    }
    return result;
  }

  #lackingKnown(f: number, g: number): number {
    if (f < 0 || g < 0) return OVERFLOW;
    if (f === NONE || g === UNIT || f === g) return NONE;
    if (g === NONE || f === UNIT) return f;
    return this.#memory.get(f, g, LACKING);
  }

  /** As `both`, for so many failures more; `#left` is what that leaves out. */
  #product(f0: number, g0: number, failures: number): number {
    const { families } = this;
    const { costOf, chanceOf } = this.#options;
    const walked: number[] = [];
    let [f, g] = [f0, g0];
    let result = this.#productKnown(f, g, failures);
    for (; result === UNKNOWN; result = this.#productKnown(f, g, failures)) {
      if (--this.#stepsLeft < 0) return OVERFLOW;
      walked.push(f, g);
      const order = this.levelOf(f) - this.levelOf(g);
      if (order <= 0) f = families.lowOf(f);
      if (order >= 0) g = families.lowOf(g);
    }
    let left = this.#left;
    while (walked.length > 0) {
      g = walked.pop()!;
      f = walked.pop()!;
      const order = this.levelOf(f) - this.levelOf(g);
      const variable = families.variableOf(order <= 0 ? f : g);
      const less = failures - costOf(variable);
      let high: number;
      if (order < 0) high = this.#product(families.highOf(f), g, less);
      else if (order > 0) high = this.#product(f, families.highOf(g), less);
      else {
        const any = this.either(families.lowOf(g), families.highOf(g));
        const first = this.#product(families.highOf(f), any, less);
        const leftOfFirst = this.#left;
        high = this.either(first, this.#product(families.lowOf(f), families.highOf(g), less));
        this.#left += leftOfFirst;
      }
      left += chanceOf(variable) * this.#left;
      result = this.#make(variable, result, this.#lacking(high, result));
      if (result < 0) return OVERFLOW;
      this.#remember(Math.min(f, g), Math.max(f, g), PRODUCT + failures, result, left);
    }
    this.#left = left;
    return result;
  }

  #productKnown(f: number, g: number, failures: number): number {
    this.#left = 0;
    if (f < 0 || g < 0) return OVERFLOW;
    if (f === NONE || g === NONE) return NONE;
    if (failures < 0) {
      this.#left = Math.min(1, this.#sums[f]!, this.#sums[g]!);
      return NONE;
    }
    if ((f === UNIT || f === g) && this.#longest[g]! <= failures) return g;
    if (g === UNIT && this.#longest[f]! <= failures) return f;
    const known = this.#memory.get(Math.min(f, g), Math.max(f, g), PRODUCT + failures);
    if (known !== UNKNOWN) this.#left = this.#memory.beside;
    return known;
  }
}
