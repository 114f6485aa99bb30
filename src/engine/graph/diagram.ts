import { NodeTable, OVERFLOW, TERMINAL } from './node-table.ts';
import { OperationCache, UNKNOWN } from './operation-cache.ts';

/** The node of the function that is always 0, and of the one that is always 1. */
export const ZERO = 0;
export const ONE = 1;

/** Where a diagram stops asking: after more failures than these. What lies behind is taken to be `end`. */
export interface Cut {
  readonly failures: number;
  readonly end: typeof ZERO | typeof ONE;
  /** Whether a variable is a failure. */
  readonly counts: (variable: number) => boolean;
}

/**
 * Decision diagrams with numbers at their ends. A node is a place in typed arrays: the variable that it asks (a smaller
 * level is asked first), the node to follow when that variable is 0 and when it is 1. Equal functions are the same node.
 *
 * With a `cut` mixes are bounds, of fewer nodes: on the way down through one, what would still have to be made after
 * more than so many failures becomes the end instead. What has been made already, with as many failures to go, is used
 * as it is, so that failures whose effect is over are forgotten. Whatever is built by mixes f·g + (1 − f)·h with h ≤ g,
 * which `either`, `both` and "at least k of" are, is then nowhere above the truth when the end is 0, and nowhere below
 * it when it is 1: with operands f ≤ F, g ≤ G, h ≤ H and H ≤ G, f·g + (1 − f)·h ≤ f·G + (1 − f)·H = H + f·(G − H) ≤ H +
 * F·(G − H), and an end of 0 lowers it further; the other way round with 1. In a state with no more failures than are
 * followed nothing is cut: there both are the truth.
 *
 * Model: functions of Boolean variables into [0, 1]; with ends 0 and 1 alone, ordinary binary decision diagrams. Units:
 * nodes are whole numbers, children have smaller ones than their parents. Domain: variables are numbered from 1 and may
 * be added at any level at any time: no function that is there asks a new one. Errors: `OVERFLOW` beyond `nodeLimit`
 * nodes or 16 × as many steps. Accuracy: ends are rounded once an operation. Cost: 12 bytes a node and its place in a
 * table; one operation at most the product of the sizes involved. Source: R. E. Bryant, IEEE Trans. Computers 35
 * (1986); R. I. Bahar et al., "Algebraic decision diagrams" (1993).
 *
 * @example new Diagram(100).size // => 2
 */
export class Diagram {
  readonly nodeLimit: number;
  readonly #nodes: NodeTable;
  #stepsLeft: number;
  readonly #levels = [Number.POSITIVE_INFINITY];
  /** The number at an end; only ends use it. */
  #values: number[] = [];
  readonly #ends = new Map<number, number>();
  readonly #memory = new OperationCache();
  #stack = new Int32Array(6 * 256);
  readonly #cut: Cut | null;
  /** By variable, where there is a cut: how many failures it is. */
  readonly #failures: (0 | 1)[] = [];

  constructor(nodeLimit: number, cut: Cut | null = null) {
    this.nodeLimit = nodeLimit;
    this.#cut = cut;
    this.#nodes = new NodeTable(nodeLimit);
    this.#stepsLeft = 16 * nodeLimit;
    this.end(0);
    this.end(1);
  }

  get size(): number {
    return this.#nodes.size;
  }

  /** A new variable; of two, the one with the smaller level is asked first. Levels are never equal. */
  addVariable(level: number): number {
    return this.#levels.push(level) - 1;
  }
  levelOfVariable(variable: number): number {
    return this.#levels[variable]!;
  }
  levelOf(node: number): number {
    return this.#levels[this.#nodes.variable[node]!]!;
  }

  isEnd(node: number): boolean {
    return this.#nodes.variable[node] === TERMINAL;
  }
  variableOf(node: number): number {
    return this.#nodes.variable[node]!;
  }
  lowOf(node: number): number {
    return this.#nodes.low[node]!;
  }
  highOf(node: number): number {
    return this.#nodes.high[node]!;
  }
  valueOf(end: number): number {
    return this.#values[this.#nodes.low[end]!]!;
  }

  /** The node of a constant. */
  end(value: number): number {
    let node = this.#ends.get(value);
    if (node === undefined) {
      node = this.#nodes.add(TERMINAL, this.#values.length, 0);
      this.#values.push(value);
      if (node !== OVERFLOW) this.#ends.set(value, node);
    }
    return node;
  }

  /** The node that asks a variable and follows `low` or `high`, which ask later ones. */
  node(variable: number, low: number, high: number): number {
    if (low === high) return low;
    return low < 0 || high < 0 ? OVERFLOW : this.#nodes.node(variable, low, high);
  }

  /** The function g where f is 1, h where f is 0, and f·g + (1 − f)·h in between: every operation is one of these. */
  mix(f0: number, g0: number, h0: number): number {
    if (f0 < 0 || g0 < 0 || h0 < 0) return OVERFLOW;
    let stack = this.#stack;
    const levels = this.#levels;
    let top = 0;
    let f = f0;
    let g = g0;
    let h = h0;
    // How many more failures are followed; without a cut they are not counted.
    let left = this.#cut?.failures ?? 0;
    let result: number;
    for (;;) {
      result = this.#known(f, g, h, left);
      // Going down: push what remains to be done and take the low side first.
      if (result === UNKNOWN) {
        if (--this.#stepsLeft < 0) return OVERFLOW;
        const vf = this.#nodes.variable[f]!;
        const vg = this.#nodes.variable[g]!;
        const vh = this.#nodes.variable[h]!;
        const higher = levels[vg]! < levels[vh]! ? vg : vh;
        const variable = levels[vf]! < levels[higher]! ? vf : higher;
        if (top + 6 > stack.length) {
          const larger = new Int32Array(2 * stack.length);
          larger.set(stack);
          this.#stack = stack = larger;
        }
        stack[top] = f;
        stack[top + 1] = g;
        stack[top + 2] = h;
        stack[top + 3] = variable;
        stack[top + 4] = UNKNOWN;
        stack[top + 5] = left;
        top += 6;
        if (vf === variable) f = this.#nodes.low[f]!;
        if (vg === variable) g = this.#nodes.low[g]!;
        if (vh === variable) h = this.#nodes.low[h]!;
        continue;
      }
      // Going up: either the low side is done and the high side is next, or both are and the node is made.
      for (;;) {
        if (result === OVERFLOW || top === 0) return result;
        const base = top - 6;
        const variable = stack[base + 3]!;
        const low = stack[base + 4]!;
        left = stack[base + 5]!;
        f = stack[base]!;
        g = stack[base + 1]!;
        h = stack[base + 2]!;
        if (low === UNKNOWN) {
          stack[base + 4] = result;
          if (this.#nodes.variable[f] === variable) f = this.#nodes.high[f]!;
          if (this.#nodes.variable[g] === variable) g = this.#nodes.high[g]!;
          if (this.#nodes.variable[h] === variable) h = this.#nodes.high[h]!;
          if (this.#cut !== null) left -= this.#failures[variable] ??= this.#cut.counts(variable) ? 1 : 0;
          break;
        }
        result = this.node(variable, low, result);
        this.#memory.fit(this.#nodes.size);
        this.#memory.set(f, g, h, result, left);
        top = base;
      }
    }
  }

  /** 1 − (1 − f)(1 − g): either fails, drawn independently where both are numbers in between. */
  either(f: number, g: number): number {
    return f < g ? this.mix(g, ONE, f) : this.mix(f, ONE, g);
  }

  /** f·g. */
  both(f: number, g: number): number {
    return f < g ? this.mix(g, f, ZERO) : this.mix(f, g, ZERO);
  }

  #known(f: number, g: number, h: number, left: number): number {
    if (f === ZERO) return h;
    if (f === ONE) return g;
    if (g === h) return g;
    if (g === ONE && h === ZERO) return f;
    const variable = this.#nodes.variable;
    if (variable[f] === TERMINAL && variable[g] === TERMINAL && variable[h] === TERMINAL) {
      const weight = this.valueOf(f);
      return this.end(weight * this.valueOf(g) + (1 - weight) * this.valueOf(h));
    }
    const before = this.#memory.get(f, g, h);
    if (this.#cut === null || (before !== UNKNOWN && this.#memory.beside >= left)) return before;
    return left < 0 ? this.#cut.end : UNKNOWN;
  }
}
