import type { ResolvedDesign } from '../../model/resolved.ts';
import { plansStepwise, type EngineCache } from './cache.ts';
import { nodeChances, rootUnavailability, variableChances } from './evaluate.ts';
import { groupOf, groupUnavailability } from './group.ts';
import { journeyOf, type Journey } from './journey.ts';
import { naiveFailures } from './naive.ts';
import { structureOf, type Structure } from './structure.ts';

/** A design's exact numbers, from which its report is written. */
export interface Evaluated {
  readonly structure: Structure;
  /** By component: the chance that its own group is down. */
  readonly down: readonly number[];
  /** By client; null where the exact answer was out of reach. */
  readonly journeys: ReadonlyMap<number, Journey | null>;
  /** By component: the chance that one visit fails; null where it was out of reach. */
  readonly visits: readonly (number | null)[];
  readonly naive: readonly number[];
}

/**
 * The exact numbers of a design, step by step.
 *
 * Model: docs/availability-maths.md. Units: probabilities. Domain: calls without rings. Errors: null where the exact
 * answer was out of reach. Accuracy: relative error ≤ 1e-12. Cost: 50 components in about a millisecond.
 * Source: Rauzy (1993), Dutuit and Rauzy (2001).
 *
 * @example finished(evaluateStepwise(samples.checkout.designs[0])).visits[4] // => 0.0005
 */
export function* evaluateStepwise(design: ResolvedDesign, cache?: EngineCache): Generator<number, Evaluated> {
  const structure = structureOf(design);
  const { components } = design;
  const building = plansStepwise(structure, cache);
  let step = building.next();
  for (; step.done !== true; step = building.next()) yield step.value / 2;
  const { plans, roots } = step.value;
  const groups = components.map(groupOf);
  const down = groups.map(groupUnavailability);
  const evaluated = plans.map((plan) => {
    const chances = variableChances(structure, plan, down);
    return { chances, nodes: nodeChances(plan, chances) };
  });
  const visits = roots.map((at) => {
    if (at === null) return null;
    const { chances, nodes } = evaluated[at.plan]!;
    return rootUnavailability(at.root, chances, nodes);
  });
  const journeys = new Map<number, Journey | null>();
  for (const client of structure.clients) {
    const at = roots[client]!;
    journeys.set(client, at && journeyOf(structure, plans[at.plan]!, at.root, groups));
    yield 0.5 + journeys.size / structure.clients.length / 2;
  }
  return { structure, down, journeys, visits, naive: naiveFailures(structure, down) };
}
