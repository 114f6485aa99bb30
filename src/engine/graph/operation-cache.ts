import { hash } from './node-table.ts';

/** What `OperationCache.get` answers when it does not know. */
export const UNKNOWN = -2;
/** Results that are remembered at most: a million, in sixteen megabytes and eight for what stands beside them. */
const MOST = 1 << 20;

/**
 * Results of operations that were done before, each with a number beside it. A new one takes the place of another: what
 * is forgotten is done again.
 *
 * Model: none. Units: three whole numbers ≥ 0 name an operation, a fourth ≥ -1 is its result. Errors: `UNKNOWN`.
 * Accuracy: exact. Cost: constant, at most 24 MB. Source: K. S. Brace et al., "Efficient implementation of a BDD
 * package" (1990).
 *
 * @example new OperationCache().get(1, 2, 3) // => -2
 */
export class OperationCache {
  #entries = new Int32Array(4 * 1024).fill(-1);
  #numbers = new Float64Array(1024);
  /** What stands beside the result that was got last. */
  beside = 0;

  get(a: number, b: number, c: number): number {
    const entries = this.#entries;
    const place = hash(a, b, c) & (entries.length / 4 - 1);
    const slot = 4 * place;
    if (entries[slot] !== a || entries[slot + 1] !== b || entries[slot + 2] !== c) return UNKNOWN;
    this.beside = this.#numbers[place]!;
    return entries[slot + 3]!;
  }

  set(a: number, b: number, c: number, result: number, beside: number): void {
    const entries = this.#entries;
    const place = hash(a, b, c) & (entries.length / 4 - 1);
    const slot = 4 * place;
    entries[slot] = a;
    entries[slot + 1] = b;
    entries[slot + 2] = c;
    entries[slot + 3] = result;
    this.#numbers[place] = beside;
  }

  /** Makes room for as many results as there are nodes; forgets what it knew where it has to grow. */
  fit(nodes: number): void {
    const room = this.#numbers.length;
    if (nodes <= room || room >= MOST) return;
    this.#entries = new Int32Array(8 * room).fill(-1);
    this.#numbers = new Float64Array(2 * room);
  }
}
