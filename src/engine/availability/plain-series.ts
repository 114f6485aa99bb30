import { failsItself, type Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

/**
 * The components of a visit whose parts share nothing and all stand in series, with the domains that they stand in; null
 * where anything else stands there: a gate, a branch, a cache, a component that is reached twice, replicas that are dealt
 * over domains.
 *
 * Model: then u = 1 − ∏(1 − uᵢ). Units: places, callers first, then domains. Errors: null.
 * Accuracy: exact. Cost: linear. Source: docs/availability-maths.md, "The naive product".
 *
 * @example plainSeries(structureOf(samples.checkout.designs[0]), 4) // => [{ component: 4 }]
 */
export function plainSeries(structure: Structure, place: number): OwnVariable[] | null {
  const { components, needs, calls, fractional, placements } = structure;
  if (fractional[place] === true) return null;
  const found = [place];
  const seen = new Set(found);
  for (const at of found) {
    const { kind } = components[at]!;
    if (kind === 'gate' || (kind === 'cache' && needs[at]!.length > 0) || placements[at]!.cells.length > 0) return null;
    for (const call of needs[at]!) {
      const { to } = calls[call]!;
      if (seen.has(to)) return null;
      seen.add(to);
      found.push(to);
    }
  }
  const domains = new Set(found.flatMap((at) => placements[at]!.common));
  return [
    ...found.filter((at) => failsItself(components[at]!)).map((component) => ({ component })),
    ...[...domains].map((domain) => ({ domain })),
  ];
}
