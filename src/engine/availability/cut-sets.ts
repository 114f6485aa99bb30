import type { CutMember, CutSet, CutSets } from '../../model/report.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { bestSets } from '../graph/best-sets.ts';
import { Families, NONE, UNIT } from '../graph/families.ts';
import { familyCounts } from '../graph/family-counts.ts';
import { OVERFLOW } from '../graph/node-table.ts';
import { minimalSolutions } from '../graph/minimal-solutions.ts';
import { builtStepwise, type Built } from './build.ts';
import { fewSets, type FoundSets } from './cut-sets-few.ts';
import { cutVariables, type Cut, type CutVariable, type CutVariables } from './cut-variables.ts';
import { nodeChances, rootUnavailability, variableChances } from './evaluate.ts';
import { failsAny } from './fails-any.ts';
import { groupOf } from './group.ts';
import { ordersOf } from './orders.ts';
import { independentParts, planOf } from './plan.ts';
import { structureOf, type Structure } from './structure.ts';

/** Nodes that the families may take. */
const ROOM = 2_000_000;
/** Sets are counted by order up to this one. */
const LARGEST_ORDER = 64;

const UNCOUNTED: CutSets = { question: 'cut-sets', count: null, byOrder: [], sets: [] };

function requestsFailing(structure: Structure, { diagram, builder, failures }: Built, client: number) {
  if (structure.fractional[client] !== true) return () => 1;
  const plan = planOf(diagram, builder, new Map([[client, failures.get(client)!]]));
  const chances = variableChances(structure, plan, () => 0);
  return (set: readonly number[]): number => {
    for (const variable of set) chances[variable] = 1;
    const share = rootUnavailability(plan.roots.get(client)!, chances, nodeChances(plan, chances));
    for (const variable of set) chances[variable] = 0;
    return share;
  };
}

/** All minimal cut sets, from the exact diagram; null where there is no room for it. */
function* everySet(structure: Structure, variables: CutVariables, client: number): Generator<number, FoundSets | null> {
  const built = yield* builtStepwise(structure, ordersOf(structure, client), variables.own);
  if ('hopeless' in built) return null;
  const { diagram, builder } = built;
  const parts = independentParts(diagram, builder, failsAny(structure, built, client));
  if (parts === null) return null;
  const families = new Families(diagram, ROOM);
  const roots = [...parts.series].map((variable) => families.node(variable, NONE, UNIT));
  for (const node of parts.diagrams) {
    roots.push(minimalSolutions(diagram, node, families));
    yield 1;
  }
  if (roots.includes(OVERFLOW)) return null;
  return {
    families,
    roots,
    cutOf: (variable) => variables.of(variable, builder.whole),
    requests: requestsFailing(structure, built, client),
    failures: null,
  };
}

/** The members of a set of variables: of a group's steps the last. */
function membersOf(set: readonly CutVariable[]): CutVariable[] {
  const members = new Map<string, CutVariable>();
  for (const variable of set) {
    const { cut } = variable;
    const key = cut.of === 'domain' ? `domain ${cut.domain}` : `${cut.of} ${cut.component}`;
    const before = members.get(key);
    if (before === undefined || before.chance >= variable.chance) members.set(key, variable);
  }
  return [...members.values()];
}

function named({ components, domains }: Structure, cut: Cut): CutMember {
  if (cut.of === 'domain') return { of: 'domain', domain: domains[cut.domain]!.id };
  return { ...cut, component: components[cut.component]!.id };
}

/**
 * What is said of minimal cut sets that were found: how many there are, and the likeliest.
 *
 * Model, units, accuracy, cost and source as `cutSetsOf`. Errors: a count of null where not all were found.
 *
 * @example finished(cutSetsFrom(structureOf(samples.checkout.designs[0]), finished(fewSets(structureOf(samples.checkout.designs[0]), cutVariables(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components), 0)), 0, 0)).byOrder // => [1, 2, 1]
 */
export function* cutSetsFrom(
  structure: Structure,
  found: FoundSets,
  most: number,
  unavailability: number,
): Generator<number, CutSets> {
  const { families, roots, cutOf, requests, failures } = found;
  // Requests that fail whatever is up have no set of failures.
  if (roots.includes(UNIT)) return { ...UNCOUNTED, count: 0 };
  const { total, byWeight } = familyCounts(families, roots, (variable) => cutOf(variable).order, LARGEST_ORDER);
  const setOf = (set: readonly number[]): CutSet => {
    const members = membersOf(set.map(cutOf));
    const probability = members.reduce((product, { chance }) => product * chance, 1);
    const failing = requests(set);
    return {
      members: members.map(({ cut }) => named(structure, cut)),
      order: set.reduce((sum, variable) => sum + cutOf(variable).order, 0),
      probability,
      requests: failing,
      share: unavailability > 0 ? (probability * failing) / unavailability : 0,
    };
  };
  const sets: CutSet[] = [];
  for (const set of bestSets(families, roots, (variable) => Math.log(cutOf(variable).factor))) {
    if (sets.length >= most) break;
    if (set.length > (failures ?? set.length)) continue;
    sets.push(setOf(set));
    yield 1;
  }
  const tooMany = byWeight.findIndex((sum) => sum > Number.MAX_SAFE_INTEGER);
  const certain = tooMany < 0 ? byWeight.findLastIndex((sum) => sum > 0) + 1 : tooMany;
  const end = Math.max(1, Math.min(certain, (failures ?? LARGEST_ORDER) + 1));
  return {
    question: 'cut-sets',
    count: failures === null && total <= Number.MAX_SAFE_INTEGER ? total : null,
    byOrder: Array.from(byWeight.subarray(1, end)),
    sets,
  };
}

/**
 * The minimal cut sets of a journey, step by step: how many there are, and the likeliest. Where there is no room for
 * all, those of few failures are counted by order and listed.
 *
 * Model: docs/availability-maths.md, "Cut sets and paths". Units: `client` by place, `unavailability` that of the
 * journey; yields now and then. Errors: a count of null where it was out of reach. Accuracy: counts are exact, chances
 * to 1e-12. Cost: that of the diagram, and about as much again. Source: A. Rauzy, "New algorithms for fault trees
 * analysis", RESS 40 (1993).
 *
 * @example finished(cutSetsOf(samples.checkout.designs[0], 0, 1, 0.0005029985)).sets[0].members // => [{ of: 'replicas', component: 'payment', failures: 1, replicas: 1 }]
 */
export function* cutSetsOf(
  design: ResolvedDesign,
  client: number,
  most: number,
  unavailability: number,
): Generator<number, CutSets> {
  const structure = structureOf(design);
  const variables = cutVariables(structure, design.components.map(groupOf));
  const found = (yield* everySet(structure, variables, client)) ?? (yield* fewSets(structure, variables, client));
  return found === null ? UNCOUNTED : yield* cutSetsFrom(structure, found, most, unavailability);
}
