import { neverFalling } from '../graph/minimal-solutions.ts';
import { withHeld } from '../graph/rebuild.ts';
import { branchChance, countValues } from './branch.ts';
import type { Built } from './build.ts';
import type { Failure } from './failure.ts';
import type { Structure } from './structure.ts';

/**
 * The failure of a visit by some branch that can be taken: 1 where any request fails at all. It never falls with one more
 * failure, and the smallest sets that make it 1 are the cut sets.
 *
 * Model: branches are weights of a cut set, not members. Units: `client` by place. Errors: an atom `OVERFLOW`.
 * Accuracy: exact. Cost: linear in the nodes, but for gates that balance. Source: docs/availability-maths.md, "Cut sets
 * and paths".
 *
 * @example failsAny(structureOf(samples.checkout.designs[0]), finished(builtStepwise(structureOf(samples.checkout.designs[0]), ordersOf(structureOf(samples.checkout.designs[0]), 0))), 0).atoms // => []
 */
export function failsAny(structure: Structure, { diagram, builder, failures }: Built, client: number): Failure {
  const failure = failures.get(client)!;
  const counts = countValues(structure, builder.counts);
  const taken = (variable: number): 0 | 1 | null => {
    const what = builder.whole.variables[variable]!;
    return 'of' in what ? (branchChance(structure, what, counts) > 0 ? 1 : 0) : null;
  };
  const atoms = failure.atoms.map((atom) => withHeld(diagram, atom, taken));
  // Only a gate that balances does better with a callee down than with one that errs.
  const mayFall = [...failures.keys()].some(
    (place) => structure.components[place]!.mode === 'balance' && structure.fractional[place] === true,
  );
  return { ...failure, atoms: mayFall ? atoms.map((atom) => neverFalling(diagram, atom)) : atoms };
}
