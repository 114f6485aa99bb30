import { anyOfSame } from '../numeric/any-of.ts';
import type { Structure } from './structure.ts';

/**
 * A draw that a visit makes for itself: whether a call is made, or whether a cache misses. Where N visits are made at
 * once, the draw is whether any of them does; N is the product of the `times` of the calls in `repeats`.
 */
export type Branch =
  | { readonly of: 'call' | 'cache'; readonly place: number; readonly repeats: readonly number[] }
  | { readonly of: 'number'; readonly chance: number };

/**
 * How often something is visited at once: the product of the `times` of some calls.
 *
 * Model: every visit makes each of the calls `times` times. Units: places of calls; a whole number ≥ 1. Errors: none.
 * Accuracy: exact below 2⁵³. Cost: linear. Source: docs/availability-maths.md, "Branches".
 *
 * @example repeatCount(structureOf(samples.checkout.designs[0]), [0, 1]) // => 1
 */
export function repeatCount(structure: Structure, repeats: readonly number[]): number {
  return repeats.reduce((product, call) => product * structure.calls[call]!.times, 1);
}

/**
 * The chance of a branch: p for a call, the miss ratio 1 − h for a cache, 1 − (1 − p)ᴺ for N visits at once.
 *
 * Model: visits draw independently. Units: a chance in [0, 1]. Errors: none. Accuracy: relative error about 3e-16.
 * Cost: constant. Source: docs/availability-maths.md, "Branches".
 *
 * @example branchChance(structureOf(samples.checkout.designs[0]), { of: 'number', chance: 0.25 }) // => 0.25
 */
export function branchChance(structure: Structure, branch: Branch): number {
  if (branch.of === 'number') return branch.chance;
  const chance =
    branch.of === 'call'
      ? structure.calls[branch.place]!.probability
      : 1 - structure.components[branch.place]!.hitRatio;
  return anyOfSame(chance, repeatCount(structure, branch.repeats));
}
