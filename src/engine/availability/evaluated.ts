import type { ResolvedDesign } from '../../model/resolved.ts';
import { plansStepwise, type EngineCache } from './cache.ts';
import { AUDIT_BETA, CLAIM_BETA, shared } from './audit.ts';
import { nodeChances, ownChances, rootUnavailability, variableChances, type OwnChance } from './evaluate.ts';
import { groupOf, groupUnavailability, type Group } from './group.ts';
import { journeyOf, type Journey } from './journey.ts';
import { naiveFailures } from './naive.ts';
import { ownDealt, ownInSeries, type Own } from './own.ts';
import type { DesignPlan } from './build.ts';
import { failsItself, structureOf, type Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

/** A design's exact numbers, from which its report is written. */
export interface Evaluated {
  readonly structure: Structure;
  readonly groups: readonly Group[];
  /** The chances where more of the failures of each group are shared: as the audit takes it, and as a false claim does. */
  readonly audited: OwnChance;
  readonly doubted: OwnChance;
  /** By component: the chance that its own group is down, its domains left aside. */
  readonly down: readonly number[];
  /** By component: its own failure, with the domains that it stands in. */
  readonly owns: readonly Own[];
  /** By client; null where the exact answer was out of reach. */
  readonly journeys: ReadonlyMap<number, Journey | null>;
  /** By component: the chance that one visit fails; null where it was out of reach. */
  readonly visits: readonly (number | null)[];
  readonly naive: readonly number[];
}

/**
 * The exact numbers of a design, step by step; `quick` without what takes seconds to build.
 *
 * Model: docs/availability-maths.md. Units: probabilities. Domain: calls without rings. Errors: null where the exact
 * answer was out of reach. Accuracy: relative error ≤ 1e-12. Cost: 50 components in about a millisecond.
 * Source: Rauzy (1993), Dutuit and Rauzy (2001).
 *
 * @example finished(evaluateStepwise(samples.checkout.designs[0])).visits[4] // => 0.0005
 */
export function* evaluateStepwise(
  design: ResolvedDesign,
  cache?: EngineCache,
  quick = false,
): Generator<number, Evaluated> {
  const structure = structureOf(design);
  const { components } = design;
  const building = plansStepwise(structure, cache, quick);
  let step = building.next();
  for (; step.done !== true; step = building.next()) yield step.value / 2;
  const { plans, roots } = step.value;
  const groups = components.map(groupOf);
  const down = groups.map((group) => groupUnavailability(group));
  const today = ownChances(structure, groups);
  const evaluated = plans.map((plan) => {
    const chances = variableChances(structure, plan, today);
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
    const done = 0.5 + (journeys.size + 1) / structure.clients.length / 2;
    if (at === null) journeys.set(client, null);
    else {
      const making = journeyOf(structure, plans[at.plan]!, at.root, groups);
      let made = making.next();
      for (; made.done !== true; made = making.next()) yield done;
      journeys.set(client, made.value);
    }
    yield done;
  }
  const owns = components.map((_, place) => ownOf(structure, groups, plans, place));
  const ifShared = (beta: number) =>
    ownChances(
      structure,
      groups.map((group) => shared(group, beta)),
    );
  const audited = ifShared(AUDIT_BETA);
  const doubted = ifShared(CLAIM_BETA);
  return { structure, groups, audited, doubted, down, owns, journeys, visits, naive: naiveFailures(structure, down) };
}

function ownOf(structure: Structure, groups: readonly Group[], plans: DesignPlan['plans'], place: number): Own {
  for (const plan of plans) {
    const root = plan.owns.get(place);
    if (root) return ownDealt(structure, groups, plan, root);
  }
  const series = structure.placements[place]!.common.map((domain): OwnVariable => ({ domain }));
  if (failsItself(structure.components[place]!)) series.push({ component: place });
  return ownInSeries(structure, groups, series);
}
