/** A set of small whole numbers, 32 to a word. */
export type BitSet = Uint32Array<ArrayBuffer>;

/**
 * An empty set that can hold the numbers 0 … size − 1.
 *
 * Model: none. Units: `size` whole, ≥ 0. Errors: none. Accuracy: exact. Cost: size/32 words.
 * Source: D. E. Knuth, The Art of Computer Programming 4A (2011), 7.1.3.
 *
 * @example emptySet(40).length // => 2
 */
export function emptySet(size: number): BitSet {
  return new Uint32Array((size + 31) >>> 5);
}

/**
 * Puts a number into a set.
 *
 * Model: none. Units: 0 ≤ member < size of the set; nothing is returned. Errors: none. Accuracy: exact. Cost: constant.
 * Source: Knuth 4A (2011), 7.1.3.
 *
 * @example (() => { const set = emptySet(40); addTo(set, 33); return hasMember(set, 33); })() // => true
 */
export function addTo(set: BitSet, member: number): void {
  set[member >>> 5] = set[member >>> 5]! | (1 << (member & 31));
}

/**
 * Whether a number is in a set.
 *
 * Model: none. Units: 0 ≤ member < size of the set. Errors: none. Accuracy: exact. Cost: constant.
 * Source: Knuth 4A (2011), 7.1.3.
 *
 * @example hasMember(emptySet(40), 33) // => false
 */
export function hasMember(set: BitSet, member: number): boolean {
  return (set[member >>> 5]! & (1 << (member & 31))) !== 0;
}

/**
 * Puts all of one set into another of the same size.
 *
 * Model: none. Units: sets of equal size; the first is changed, nothing is returned. Errors: none. Accuracy: exact.
 * Cost: one operation a word. Source: Knuth 4A (2011), 7.1.3.
 *
 * @example (() => { const a = emptySet(9), b = emptySet(9); addTo(b, 2); addAll(a, b); return members(a); })() // => [2]
 */
export function addAll(set: BitSet, others: BitSet): void {
  for (let word = 0; word < others.length; word++) set[word] = set[word]! | others[word]!;
}

/**
 * The numbers in a set, ascending.
 *
 * Model: none. Units: whole numbers. Errors: none. Accuracy: exact. Cost: one step a word and one a member.
 * Source: Knuth 4A (2011), 7.1.3.
 *
 * @example members(emptySet(40)) // => []
 */
export function members(set: BitSet): number[] {
  const found: number[] = [];
  for (let word = 0; word < set.length; word++) {
    for (let rest = set[word]!; rest !== 0; rest &= rest - 1) found.push(32 * word + 31 - Math.clz32(rest & -rest));
  }
  return found;
}
