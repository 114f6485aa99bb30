import type { ResolvedDesign } from '../../model/resolved.ts';

/**
 * Everything that a component's requests reach, whether it can fail them or not, itself included.
 *
 * Model: calls of every kind. Units: places in the design, ascending. Errors: none. Accuracy: exact. Cost: linear.
 * Source: depth-first search.
 *
 * @example reachOf(samples.checkout.designs[0], 2) // => [2, 3, 4]
 */
export function reachOf(design: ResolvedDesign, place: number): number[] {
  const next: number[][] = design.components.map(() => []);
  for (const call of design.calls) next[call.from]!.push(call.to);
  const seen = new Set([place]);
  for (const at of seen) for (const to of next[at]!) seen.add(to);
  return [...seen].sort((a, b) => a - b);
}
