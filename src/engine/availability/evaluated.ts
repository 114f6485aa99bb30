import type { ResolvedDesign } from '../../model/resolved.ts';
import { plansStepwise, type PlanCache } from './cache.ts';
import { AUDIT_BETA, CLAIM_BETA, shared } from './audit.ts';
import { nodeChances, ownChances, rootUnavailability, variableChances, type OwnChance } from './evaluate.ts';
import { groupOf, groupUnavailability, type Group } from './group.ts';
import { journeyOf, type Journey } from './journey.ts';
import { naiveFailures } from './naive.ts';
import { ownDealt, ownInSeries, type Own } from './own.ts';
import type { Bracketed, bracketStepwise } from './bracket.ts';
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
  /** By client whose exact answer was out of reach: what holds it; it may still narrow. */
  readonly brackets: ReadonlyMap<number, NarrowingBracket>;
  /** By component: the chance that one visit fails; null where it was out of reach. */
  readonly visits: readonly (number | null)[];
  readonly naive: readonly number[];
}

export interface NarrowingBracket extends Bracketed {
  readonly narrowing: boolean;
}

/** How far an evaluation is. */
export interface Evaluating {
  /** In [0, 1]. */
  readonly done: number;
  /** What is known by now, where a bracket may still narrow. */
  readonly best?: () => Evaluated;
}

/**
 * The numbers of a design, step by step: exact where that is in reach, elsewhere a bracket that narrows.
 *
 * Model: docs/availability-maths.md. Units: probabilities. Domain: calls without rings. `narrow` is `bracketStepwise`,
 * which the page loads when it is needed. Errors: null where the exact answer was out of reach. Accuracy: relative error ≤ 1e-12. Cost: 50 components in about a millisecond.
 * Source: Rauzy (1993), Dutuit and Rauzy (2001).
 *
 * @example finished(evaluateStepwise(samples.checkout.designs[0], undefined, bracketStepwise)).visits[4] // => 0.0005
 */
export function* evaluateStepwise(
  design: ResolvedDesign,
  cache: PlanCache | undefined,
  narrow: typeof bracketStepwise,
): Generator<Evaluating, Evaluated> {
  const { plan, exact } = yield* inReach(design, cache);
  const { structure, groups } = exact;
  const brackets = yield* bracketsOf(exact, narrow);
  if (plan.complete) return { ...exact, brackets: settled(brackets) };
  const best = (): Evaluated => ({ ...exact, brackets });
  const building = plansStepwise(structure, cache);
  let step = building.next();
  for (; step.done !== true; step = building.next()) yield { done: step.value, best };
  const more = yield* halfway(evaluatedBy(structure, groups, step.value), 0.5);
  return { ...more, brackets: settled(brackets) };
}

/**
 * The exact numbers of a design that are in reach within about a second, step by step.
 *
 * Model, units, domain, errors, accuracy, cost and source as `evaluateStepwise`.
 *
 * @example finished(exactStepwise(samples.checkout.designs[0])).visits[4] // => 0.0005
 */
export function* exactStepwise(design: ResolvedDesign, cache?: PlanCache): Generator<Evaluating, Evaluated> {
  return (yield* inReach(design, cache)).exact;
}

function* inReach(
  design: ResolvedDesign,
  cache: PlanCache | undefined,
): Generator<Evaluating, { plan: DesignPlan; exact: Evaluated }> {
  const structure = structureOf(design);
  const plan = yield* halfway(plansStepwise(structure, cache, true), 0);
  return { plan, exact: yield* halfway(evaluatedBy(structure, design.components.map(groupOf), plan), 0.5) };
}

/** Steps of which each is half of the way. */
function* halfway<Result>(steps: Generator<number, Result>, start: number): Generator<Evaluating, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { done: start + step.value / 2 };
  }
}

const settled = (brackets: Evaluated['brackets']): Evaluated['brackets'] =>
  new Map([...brackets].map(([client, bracket]) => [client, { ...bracket, narrowing: false }]));

/** The brackets of all journeys that have no exact answer yet. */
function* bracketsOf(exact: Evaluated, narrow: typeof bracketStepwise): Generator<Evaluating, Evaluated['brackets']> {
  const { structure, groups, journeys } = exact;
  let brackets: Evaluated['brackets'] = new Map();
  let best: Evaluating['best'];
  for (const [client, journey] of journeys) {
    if (journey !== null) continue;
    const narrowing = narrow(structure, groups, client);
    for (let next = narrowing.next(); next.done !== true; next = narrowing.next()) {
      if (next.value !== null) {
        const known = new Map(brackets).set(client, { ...next.value, narrowing: true });
        brackets = known;
        best = () => ({ ...exact, brackets: known });
      }
      yield best === undefined ? { done: 0 } : { done: 0, best };
    }
  }
  return brackets;
}

function* evaluatedBy(
  structure: Structure,
  groups: readonly Group[],
  { plans, roots }: DesignPlan,
): Generator<number, Evaluated> {
  const down = groups.map((group) => groupUnavailability(group));
  const today = ownChances(structure, groups);
  const passed = plans.map((plan) => {
    const chances = variableChances(structure, plan, today);
    return { chances, nodes: nodeChances(plan, chances) };
  });
  const visits = roots.map((at) => {
    if (at === null) return null;
    const { chances, nodes } = passed[at.plan]!;
    return rootUnavailability(at.root, chances, nodes);
  });
  const journeys = new Map<number, Journey | null>();
  for (const client of structure.clients) {
    const at = roots[client]!;
    const done = (journeys.size + 1) / structure.clients.length;
    if (at === null) journeys.set(client, null);
    else {
      const making = journeyOf(structure, plans[at.plan]!, at.root, groups);
      let made = making.next();
      for (; made.done !== true; made = making.next()) yield done;
      journeys.set(client, made.value);
    }
    yield done;
  }
  const owns = structure.components.map((_, place) => ownOf(structure, groups, plans, place));
  const ifShared = (beta: number) =>
    ownChances(
      structure,
      groups.map((group) => shared(group, beta)),
    );
  return {
    structure,
    groups,
    audited: ifShared(AUDIT_BETA),
    doubted: ifShared(CLAIM_BETA),
    down,
    owns,
    journeys,
    brackets: new Map(),
    visits,
    naive: naiveFailures(structure, down),
  };
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
