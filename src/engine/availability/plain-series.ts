import { failsItself, type Structure } from './structure.ts';

/**
 * The components of a visit whose parts share nothing and all stand in series; null where anything else stands there:
 * a gate, a branch, a cache, or a component that is reached twice.
 *
 * Model: then u = 1 − ∏(1 − uᵢ), and the naive product is exact. Units: places, callers first. Errors: null.
 * Accuracy: exact. Cost: linear. Source: docs/availability-maths.md, "The naive product".
 *
 * @example plainSeries(structureOf(samples.checkout.designs[0]), 0) // => [1, 2, 3, 4]
 */
export function plainSeries(structure: Structure, place: number): number[] | null {
  const { components, needs, calls, fractional } = structure;
  if (fractional[place] === true) return null;
  const found = [place];
  const seen = new Set(found);
  for (const at of found) {
    const { kind } = components[at]!;
    if (kind === 'gate' || (kind === 'cache' && needs[at]!.length > 0)) return null;
    for (const call of needs[at]!) {
      const { to } = calls[call]!;
      if (seen.has(to)) return null;
      seen.add(to);
      found.push(to);
    }
  }
  return found.filter((at) => failsItself(components[at]!));
}
