import type { Structure } from './structure.ts';
import { visitFailure } from './visit.ts';

/**
 * The naive product: the failure chance of a visit to every component when every callee is taken as independent.
 *
 * Model: as people compute it along a path: what two callees share is counted twice; common causes within a group are
 * kept. It is wrong wherever something is shared, and shown only to say by how much. Units: `down` are the chances of
 * each component's own group, results chances by component. Errors: none. Accuracy: relative error about 1e-15.
 * Cost: linear. Source: docs/availability-maths.md, "The naive product".
 *
 * @example naiveFailures(structureOf(samples.checkout.designs[0]), [0, 1e-6, 1e-6, 1e-6, 5e-4])[4] // => 0.0005
 */
export function naiveFailures(structure: Structure, down: ArrayLike<number>): number[] {
  const chances: number[] = structure.components.map(() => 0);
  for (const place of structure.order) chances[place] = visitFailure(structure, place, down[place]!, chances);
  return chances;
}
