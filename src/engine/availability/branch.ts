import { anyOfSame } from '../numeric/any-of.ts';
import type { Structure } from './structure.ts';

/**
 * How many visits are made at once: the sum over callers of their visits times the `times` of their call. Places in a list
 * of counts, each after those that it is made of; place 0 is a single visit.
 */
export type Count = readonly { readonly count: number; readonly call: number }[];

/**
 * A draw that a visit makes for itself: whether a call is made, or whether a cache misses. Where N visits are made at
 * once, it is whether any of them does. `count` is a place in the list of counts.
 */
export type Branch =
  | { readonly of: 'call' | 'cache'; readonly place: number; readonly count: number }
  | { readonly of: 'number'; readonly chance: number };

/**
 * The values of a list of counts.
 *
 * Model: every visit makes each of its certain calls `times` times. Units: whole numbers ≥ 1. Errors: none.
 * Accuracy: exact below 2⁵³. Cost: linear. Source: docs/availability-maths.md, "Branches".
 *
 * @example countValues(structureOf(samples.checkout.designs[0]), [[], [{ count: 0, call: 0 }, { count: 0, call: 1 }]]) // => [1, 2]
 */
export function countValues(structure: Structure, counts: readonly Count[]): number[] {
  const values: number[] = [];
  for (const terms of counts) {
    const sum = terms.reduce((total, { count, call }) => total + values[count]! * structure.calls[call]!.times, 0);
    values.push(terms.length === 0 ? 1 : sum);
  }
  return values;
}

/**
 * The chance of a branch: p for a call, the miss ratio 1 − h for a cache, 1 − (1 − p)ᴺ for N visits at once.
 *
 * Model: visits draw independently. Units: `counts` are values; a chance in [0, 1]. Errors: none.
 * Accuracy: relative error about 3e-16. Cost: constant. Source: docs/availability-maths.md, "Branches".
 *
 * @example branchChance(structureOf(samples.checkout.designs[0]), { of: 'number', chance: 0.25 }, [1]) // => 0.25
 */
export function branchChance(structure: Structure, branch: Branch, counts: readonly number[]): number {
  if (branch.of === 'number') return branch.chance;
  const chance =
    branch.of === 'call'
      ? structure.calls[branch.place]!.probability
      : 1 - structure.components[branch.place]!.hitRatio;
  return anyOfSame(chance, counts[branch.count]!);
}
