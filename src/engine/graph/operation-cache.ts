import { hash } from './node-table.ts';

/** What `OperationCache.get` answers when it does not know. */
export const UNKNOWN = -2;
/** Four million numbers: sixteen megabytes. */
const LARGEST = 1 << 22;

/**
 * Results of operations that were done before. A new one takes the place of another: what is forgotten is done again.
 *
 * Model: none. Units: three whole numbers ≥ 0 name an operation, a fourth ≥ -1 is its result. Errors: `UNKNOWN`.
 * Accuracy: exact. Cost: constant, at most 16 MB. Source: K. S. Brace et al., "Efficient implementation of a BDD package" (1990).
 *
 * @example new OperationCache().get(1, 2, 3) // => -2
 */
export class OperationCache {
  #entries = new Int32Array(4 * 1024).fill(-1);

  get(a: number, b: number, c: number): number {
    const entries = this.#entries;
    const slot = (hash(a, b, c) & (entries.length / 4 - 1)) * 4;
    return entries[slot] === a && entries[slot + 1] === b && entries[slot + 2] === c ? entries[slot + 3]! : UNKNOWN;
  }

  set(a: number, b: number, c: number, result: number): void {
    const entries = this.#entries;
    const slot = (hash(a, b, c) & (entries.length / 4 - 1)) * 4;
    entries[slot] = a;
    entries[slot + 1] = b;
    entries[slot + 2] = c;
    entries[slot + 3] = result;
  }

  /** Makes room for as many results as there are nodes; forgets what it knew where it has to grow. */
  fit(nodes: number): void {
    if (4 * nodes > this.#entries.length && this.#entries.length < LARGEST) {
      this.#entries = new Int32Array(2 * this.#entries.length).fill(-1);
    }
  }
}
