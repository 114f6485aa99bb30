import { CutFamilies } from '../graph/cut-families.ts';
import { Diagram } from '../graph/diagram.ts';
import { NONE, UNIT, type Families } from '../graph/families.ts';
import { finished } from '../numeric/finished.ts';
import { branchChance, countValues } from './branch.ts';
import { builtIn } from './build.ts';
import { Builder } from './builder.ts';
import { inState, type CutVariable, type CutVariables } from './cut-variables.ts';
import { nodeChances, rootUnavailability, variableChances } from './evaluate.ts';
import { ordersOf, type Order } from './orders.ts';
import type { OwnFailures } from './own-failure.ts';
import { independentParts, planOf } from './plan.ts';
import type { Structure } from './structure.ts';

/** Nodes that the families may take. */
const ROOM = 300_000;
/** Failures at once that are followed at most. */
const MOST_FAILURES = 10;

/** Minimal cut sets as families of variables. */
export interface FoundSets {
  readonly families: Families;
  readonly roots: readonly number[];
  readonly cutOf: (variable: number) => CutVariable;
  /** The share of requests that fail when exactly some variables are 1. */
  readonly requests: (set: readonly number[]) => number;
  /** Sets of more variables than these may be missing, or not be minimal; null where all are there. */
  readonly failures: number | null;
}

/** The sets with no more failures than these; null where there is no room. */
function* setsUpTo(
  structure: Structure,
  variables: CutVariables,
  client: number,
  order: Order,
  failures: number,
): Generator<number, FoundSets | null> {
  const diagram = new CutFamilies(ROOM, {
    failures,
    costOf: () => 1,
    // Then something is lost wherever something is left out.
    chanceOf: () => 1,
    // Branches are taken where they can be: they are no members.
    heldAt: (variable) => {
      const what = builder.whole.variables[variable]!;
      if (!('of' in what)) return null;
      return branchChance(structure, what, countValues(structure, builder.counts)) > 0 ? 1 : 0;
    },
  });
  const builder: Builder = new Builder(structure, diagram, order.asked, variables.own);
  const built = yield* builtIn(order.places, diagram, builder);
  const parts = builder.usesNumbers ? null : independentParts(diagram, builder, built.failures.get(client)!);
  if (parts === null) return null;
  const { families } = diagram;
  const elementsOf = (set: readonly number[]) => new Set(set.map((variable) => builder.whole.elementOf(variable)!));
  return {
    families,
    roots: [...[...parts.series].map((variable) => families.node(variable, NONE, UNIT)), ...parts.diagrams],
    cutOf: (variable) => variables.of(variable, builder.whole),
    requests: (set) => requestsFailing(structure, order, client, inState(variables.own, elementsOf(set))),
    failures: diagram.lost > 0 ? failures : null,
  };
}

/** The share of requests that fail in a state. */
function requestsFailing(structure: Structure, order: Order, client: number, own: OwnFailures): number {
  if (structure.fractional[client] !== true) return 1;
  const diagram = new Diagram(ROOM);
  const builder = new Builder(structure, diagram, order.asked, own);
  const { failures } = finished(builtIn(order.places, diagram, builder));
  const plan = planOf(diagram, builder, new Map([[client, failures.get(client)!]]));
  const root = plan.roots.get(client);
  const chances = variableChances(structure, plan, () => 0);
  return root ? rootUnavailability(root, chances, nodeChances(plan, chances)) : 1;
}

/**
 * The minimal cut sets of few failures, for as many failures as there is room, at most `most`.
 *
 * Model: docs/availability-maths.md, "Cut sets and paths". Units: `client` by place; yields progress. Errors: null where
 * a function of numbers is needed. Accuracy: exact up to `failures`. Cost: bounded by the room, about a second.
 * Source: A. Rauzy, "Mathematical foundations of minimal cutsets", IEEE Trans. Reliability 50 (2001), on truncation.
 *
 * @example finished(fewSets(structureOf(samples.checkout.designs[0]), cutVariables(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components), 0)).failures // => null
 */
export function* fewSets(
  structure: Structure,
  variables: CutVariables,
  client: number,
  most = MOST_FAILURES,
): Generator<number, FoundSets | null> {
  const order = ordersOf(structure, client)[1]!();
  let found: FoundSets | null = null;
  for (let failures = 1; failures <= most; failures++) {
    const more = yield* setsUpTo(structure, variables, client, order, failures);
    if (more === null) break;
    found = more;
    if (more.failures === null) break;
  }
  return found;
}
