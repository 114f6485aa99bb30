/** The answer of an operation that would need more nodes or steps than are allowed; every operation passes it on. */
export const OVERFLOW = -1;
/** The node of the function that is always 0, and of the one that is always 1. */
export const ZERO = 0;
export const ONE = 1;
/** What ends ask: variable 0, which lies below all others. */
const TERMINAL = 0;

/**
 * Decision diagrams with numbers at their ends. A node is a place in typed arrays: the variable that it asks (a smaller
 * level is asked first), the node to follow when that variable is 0 and when it is 1. Equal functions are the same node.
 *
 * Model: functions of Boolean variables into [0, 1]; with ends 0 and 1 alone, ordinary binary decision diagrams.
 * Units: nodes are whole numbers, children have smaller ones than their parents. Domain: variables
 * are numbered from 1 and may be added at any level at any time: no function that is there asks a new one. Errors: `OVERFLOW` beyond `nodeLimit` nodes or 16 × as many steps. Accuracy: ends are rounded once an
 * operation. Cost: 12 bytes a node and its place in a table; one operation at most the product of the sizes involved.
 * Source: R. E. Bryant, IEEE Trans. Computers 35 (1986); R. I. Bahar et al., "Algebraic decision diagrams" (1993).
 *
 * @example new Diagram(100).size // => 2
 */
export class Diagram {
  size = 0;
  readonly nodeLimit: number;
  #stepsLeft: number;
  #variable = new Int32Array(1024);
  #low = new Int32Array(1024);
  #high = new Int32Array(1024);
  readonly #levels = [Number.POSITIVE_INFINITY];
  /** The number at an end; only ends use it. */
  #values: number[] = [];
  readonly #ends = new Map<number, number>();
  #table = new Int32Array(2048).fill(-1);
  #memory = new Int32Array(4 * 1024).fill(-1);
  #stack = new Int32Array(6 * 256);

  constructor(nodeLimit: number) {
    this.nodeLimit = nodeLimit;
    this.#stepsLeft = 16 * nodeLimit;
    this.end(0);
    this.end(1);
  }

  /** A new variable; of two, the one with the smaller level is asked first. Levels are never equal. */
  addVariable(level: number): number {
    return this.#levels.push(level) - 1;
  }
  levelOf(node: number): number {
    return this.#levels[this.#variable[node]!]!;
  }

  isEnd(node: number): boolean {
    return this.#variable[node] === TERMINAL;
  }
  variableOf(node: number): number {
    return this.#variable[node]!;
  }
  lowOf(node: number): number {
    return this.#low[node]!;
  }
  highOf(node: number): number {
    return this.#high[node]!;
  }
  valueOf(end: number): number {
    return this.#values[this.#low[end]!]!;
  }

  /** The node of a constant. */
  end(value: number): number {
    let node = this.#ends.get(value);
    if (node === undefined) {
      node = this.#place(TERMINAL, this.#values.length, 0);
      this.#values.push(value);
      if (node !== OVERFLOW) this.#ends.set(value, node);
    }
    return node;
  }

  /** The node that asks a variable and follows `low` or `high`, which ask later ones. */
  node(variable: number, low: number, high: number): number {
    if (low === high) return low;
    if (low < 0 || high < 0) return OVERFLOW;
    const mask = this.#table.length - 1;
    let slot = hash(variable, low, high) & mask;
    for (;;) {
      const found = this.#table[slot]!;
      if (found < 0) break;
      if (this.#variable[found] === variable && this.#low[found] === low && this.#high[found] === high) return found;
      slot = (slot + 1) & mask;
    }
    const made = this.#place(variable, low, high);
    if (made === OVERFLOW) return OVERFLOW;
    this.#table[slot] = made;
    if (2 * this.size > this.#table.length) this.#growTable();
    return made;
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
    let result: number;
    for (;;) {
      result = this.#known(f, g, h);
      // Going down: push what remains to be done and take the low side first.
      if (result === -2) {
        if (--this.#stepsLeft < 0) return OVERFLOW;
        const vf = this.#variable[f]!;
        const vg = this.#variable[g]!;
        const vh = this.#variable[h]!;
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
        stack[top + 4] = -1;
        top += 6;
        if (vf === variable) f = this.#low[f]!;
        if (vg === variable) g = this.#low[g]!;
        if (vh === variable) h = this.#low[h]!;
        continue;
      }
      // Going up: either the low side is done and the high side is next, or both are and the node is made.
      for (;;) {
        if (result === OVERFLOW || top === 0) return result;
        const base = top - 6;
        const variable = stack[base + 3]!;
        if (stack[base + 4] === -1) {
          stack[base + 4] = 1;
          stack[base + 5] = result;
          f = stack[base]!;
          g = stack[base + 1]!;
          h = stack[base + 2]!;
          if (this.#variable[f] === variable) f = this.#high[f]!;
          if (this.#variable[g] === variable) g = this.#high[g]!;
          if (this.#variable[h] === variable) h = this.#high[h]!;
          break;
        }
        result = this.node(variable, stack[base + 5]!, result);
        this.#remember(stack[base]!, stack[base + 1]!, stack[base + 2]!, result);
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

  #known(f: number, g: number, h: number): number {
    if (f === ZERO) return h;
    if (f === ONE) return g;
    if (g === h) return g;
    if (g === ONE && h === ZERO) return f;
    const variable = this.#variable;
    if (variable[f] === TERMINAL && variable[g] === TERMINAL && variable[h] === TERMINAL) {
      const weight = this.valueOf(f);
      return this.end(weight * this.valueOf(g) + (1 - weight) * this.valueOf(h));
    }
    const memory = this.#memory;
    const slot = (hash(f, g, h) & (memory.length / 4 - 1)) * 4;
    return memory[slot] === f && memory[slot + 1] === g && memory[slot + 2] === h ? memory[slot + 3]! : -2;
  }

  #remember(f: number, g: number, h: number, result: number): void {
    const memory = this.#memory;
    const slot = (hash(f, g, h) & (memory.length / 4 - 1)) * 4;
    memory[slot] = f;
    memory[slot + 1] = g;
    memory[slot + 2] = h;
    memory[slot + 3] = result;
  }

  #place(variable: number, low: number, high: number): number {
    if (this.size >= this.nodeLimit) return OVERFLOW;
    if (this.size === this.#variable.length) {
      this.#variable = doubled(this.#variable);
      this.#low = doubled(this.#low);
      this.#high = doubled(this.#high);
    }
    this.#variable[this.size] = variable;
    this.#low[this.size] = low;
    this.#high[this.size] = high;
    return this.size++;
  }

  #growTable(): void {
    const table = new Int32Array(2 * this.#table.length).fill(-1);
    const mask = table.length - 1;
    for (let node = 0; node < this.size; node++) {
      if (this.#variable[node] === TERMINAL) continue;
      let slot = hash(this.#variable[node]!, this.#low[node]!, this.#high[node]!) & mask;
      while (table[slot]! >= 0) slot = (slot + 1) & mask;
      table[slot] = node;
    }
    this.#table = table;
    if (this.#memory.length < 1 << 22) this.#memory = new Int32Array(2 * this.#memory.length).fill(-1);
  }
}

function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
