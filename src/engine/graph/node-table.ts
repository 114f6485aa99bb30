/** The answer of an operation that would need more nodes or steps than are allowed; every operation passes it on. */
export const OVERFLOW = -1;
/** What ends ask: variable 0, which lies below all others. */
export const TERMINAL = 0;

/**
 * The nodes of a diagram: places in typed arrays, with the variable that each asks and the nodes that it leads to. Equal
 * nodes are one.
 *
 * Model: none. Units: nodes and variables are whole numbers; a node is made after those that it leads to. Errors:
 * `OVERFLOW` beyond `limit` nodes. Accuracy: exact. Cost: 12 bytes a node and its place in a table, constant time.
 * Source: R. E. Bryant, IEEE Trans. Computers 35 (1986); K. S. Brace et al., "Efficient implementation of a BDD
 * package" (1990).
 *
 * @example new NodeTable(9).size // => 0
 */
export class NodeTable {
  size = 0;
  variable = new Int32Array(1024);
  low = new Int32Array(1024);
  high = new Int32Array(1024);
  readonly limit: number;
  #slots = new Int32Array(2048).fill(-1);

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The node, made where there is none yet. */
  node(variable: number, low: number, high: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash(variable, low, high) & mask;
    for (;;) {
      const found = slots[slot]!;
      if (found < 0) break;
      if (this.variable[found] === variable && this.low[found] === low && this.high[found] === high) return found;
      slot = (slot + 1) & mask;
    }
    const made = this.add(variable, low, high);
    if (made === OVERFLOW) return OVERFLOW;
    slots[slot] = made;
    if (2 * this.size > slots.length) this.#grow();
    return made;
  }

  /** A new node that is not looked up again. */
  add(variable: number, low: number, high: number): number {
    if (this.size >= this.limit) return OVERFLOW;
    if (this.size === this.variable.length) {
      this.variable = doubled(this.variable);
      this.low = doubled(this.low);
      this.high = doubled(this.high);
    }
    this.variable[this.size] = variable;
    this.low[this.size] = low;
    this.high[this.size] = high;
    return this.size++;
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = slots.length - 1;
    for (let node = 0; node < this.size; node++) {
      if (this.variable[node] === TERMINAL) continue;
      let slot = hash(this.variable[node]!, this.low[node]!, this.high[node]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = node;
    }
    this.#slots = slots;
  }
}

/**
 * A well mixed whole number from three.
 *
 * Model: none. Units: 32-bit whole numbers, negative ones too. Errors: none. Accuracy: none. Cost: constant.
 * Source: after the finaliser of MurmurHash3 (A. Appleby, 2011).
 *
 * @example hash(0, 0, 0) // => 0
 */
export function hash(a: number, b: number, c: number): number {
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
