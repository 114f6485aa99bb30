import { addTo, emptySet, members } from '../graph/bit-set.ts';
import { ONE, ZERO, type Diagram } from '../graph/diagram.ts';
import { anyOf, anyOfSame } from '../numeric/any-of.ts';
import { binomialUpperTail } from '../numeric/binomial-tail.ts';
import type { Failure } from './failure.ts';
import { groupChances, type Group } from './group.ts';
import { dealtOver, type OwnFailures } from './own-failure.ts';
import { tooFewNoticed } from './replicas-left.ts';
import type { Structure } from './structure.ts';
import type { OwnVariable, Whole } from './whole.ts';

/** What a cut set can be made of; places of components and domains. */
export type Cut =
  | { readonly of: 'replicas'; readonly component: number; readonly failures: number; readonly replicas: number }
  | { readonly of: 'common' | 'failover' | 'planned'; readonly component: number }
  | { readonly of: 'domain'; readonly domain: number };

/**
 * A variable of the cut sets. Of a group that is dealt over domains, how many failures of its replicas it takes depends
 * on the domains: "at least j of them" for the different j is then a chain of variables, each of which is the step from
 * one j to the next. A set has all steps up to its j, and its member is the last of them.
 */
export interface CutVariable {
  readonly cut: Cut;
  /** Failures that it adds. */
  readonly order: number;
  /** The chance of its cut. */
  readonly chance: number;
  /** That chance over the one of the step before: those of a set multiply. */
  readonly factor: number;
  /**
   * The chance to draw it by itself, so that the numbers of all states come out: of replicas, once every failure of one
   * that serves was noticed, which is another member.
   */
  readonly drawn: number;
}

/** The variables of cut sets, and how a builder is told of them. */
export interface CutVariables {
  readonly own: OwnFailures;
  readonly of: (variable: number, whole: Whole) => CutVariable;
}

const single = (cut: Cut, chance: number, order = 1): CutVariable => ({
  cut,
  order,
  chance,
  factor: chance,
  drawn: chance,
});

/** What takes a group down whatever its replicas do. */
function wholeGroup(component: number, group: Group): CutVariable[] {
  const { planned, takeover, common, alone, uncovered } = groupChances(group);
  const { replicas, needed } = group;
  const unnoticed = replicas > needed ? anyOfSame(uncovered * alone, needed) : 0;
  return [
    single({ of: 'common', component }, common),
    single({ of: 'failover', component }, anyOf([takeover, unnoticed])),
    single({ of: 'planned', component }, planned),
  ].filter(({ chance }) => chance > 0);
}

/** Failures of replicas, given the numbers that may be left standing: the fewer there are, the fewer more it takes. */
function steps(component: number, group: Group, standing: Iterable<number>): CutVariable[] {
  const { needed } = group;
  const { alone, uncovered } = groupChances(group);
  if (!(alone > 0)) return [];
  const left = [...standing].filter((replicas) => replicas >= needed).sort((a, b) => a - b);
  let before = { failures: 0, chance: 1, noticed: 1 };
  return left.map((replicas) => {
    const failures = replicas - needed + 1;
    const chance = binomialUpperTail(replicas, failures, alone);
    const noticed = group.replicas > needed ? tooFewNoticed(replicas, needed, alone, uncovered) : chance;
    const made = {
      cut: { of: 'replicas', component, failures, replicas } as const,
      order: failures - before.failures,
      chance,
      factor: chance / (before.chance || 1),
      drawn: Math.min(1, noticed / (before.noticed || 1)),
    };
    before = { failures, chance, noticed };
    return made;
  });
}

/** All numbers of replicas that some of the cells may hold together. */
function sums(counts: readonly number[]): Set<number> {
  let found = new Set([0]);
  for (const count of counts) found = new Set([...found].flatMap((sum) => [sum, sum + count]));
  return found;
}

/**
 * The variables of the cut sets of a design: for each component its replicas, their common cause, takeovers and planned
 * downtime; and each domain. What never happens is left out.
 *
 * Model: rules 8 and 9 of the scenario format. Units: `groups` by component; chances. Errors: none.
 * Accuracy: chances as of the binomial tail. Cost: linear, with a binomial tail for each step.
 * Source: docs/availability-maths.md, "Cut sets and paths".
 *
 * @example cutVariables(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components).own.elements.length // => 4
 */
export function cutVariables(structure: Structure, groups: readonly Group[]): CutVariables {
  const { components, domains, placements } = structure;
  const variables: CutVariable[] = [];
  const elements: OwnVariable[] = [];
  const add = (what: OwnVariable, made: readonly CutVariable[]): number[] =>
    made.map((variable) => {
      elements.push(what);
      return variables.push(variable) - 1;
    });
  const ofDomain = domains.map(({ unavailability }, domain) =>
    add({ domain }, unavailability > 0 ? [single({ of: 'domain', domain }, unavailability)] : []),
  );
  const series = components.map((_, component) => add({ component }, wholeGroup(component, groups[component]!)));
  const replicas = components.map((_, component) => {
    const group = groups[component]!;
    const { cells } = placements[component]!;
    const standing = cells.length === 0 ? [group.replicas] : sums(cells.map(({ count }) => count));
    return add({ component }, steps(component, group, standing));
  });

  const of = (place: number, whole: Whole, diagram: Diagram) => {
    const { common, cells } = placements[place]!;
    const always = emptySet(elements.length);
    for (const domain of common) for (const element of ofDomain[domain]!) addTo(always, element);
    for (const element of series[place]!) addTo(always, element);
    if (cells.length === 0) {
      for (const element of replicas[place]!) addTo(always, element);
      return { always, atoms: [] };
    }
    // By number of replicas that stand: all steps up to those that it takes.
    const chains = new Map<number, number>();
    const asked = replicas[place]!.map((element) => whole.variableOf(element));
    const deepestFirst = asked.toSorted((a, b) => diagram.levelOfVariable(b) - diagram.levelOfVariable(a));
    asked.forEach((_, index) => {
      const upTo = new Set(asked.slice(0, index + 1));
      const { cut } = variables[replicas[place]![index]!]!;
      const chain = deepestFirst.reduce((below, at) => (upTo.has(at) ? diagram.node(at, ZERO, below) : below), ONE);
      if (cut.of === 'replicas') chains.set(cut.replicas, chain);
    });
    const left = (standing: readonly number[]): number => {
      const count = standing.reduce((sum, cell) => sum + cells[cell]!.count, 0);
      return count < groups[place]!.needed ? ONE : (chains.get(count) ?? ZERO);
    };
    const failing = cells.map(({ domains: stands, count }) => {
      return { count, domains: stands.filter((domain) => ofDomain[domain]!.length > 0) };
    });
    const asks = (domain: number): number => whole.variableOf(ofDomain[domain]![0]!);
    return { always, atoms: [dealtOver(failing, { diagram, asks, left, byCount: true })] };
  };
  return { own: { elements, of }, of: (variable, whole) => variables[whole.elementOf(variable)!]! };
}

/**
 * Own failures in one state: each component is down or it is not.
 *
 * Model: what `own` says of the state in which exactly some elements have failed. Units: elements of `own`. Errors:
 * none. Accuracy: exact. Cost: that of `own`, and a way through its diagrams. Source: docs/availability-maths.md, "Cut
 * sets and paths".
 *
 * @example inState(groupsAndDomains(structureOf(samples.checkout.designs[0])), new Set([4])).elements.length // => 5
 */
export function inState(own: OwnFailures, failed: ReadonlySet<number>): OwnFailures {
  const of = (place: number, whole: Whole, diagram: Diagram): Failure => {
    const { always, atoms } = own.of(place, whole, diagram);
    const fails = (atom: number): boolean => {
      let at = atom;
      while (!diagram.isEnd(at)) {
        at = failed.has(whole.elementOf(diagram.variableOf(at))!) ? diagram.highOf(at) : diagram.lowOf(at);
      }
      return at === ONE;
    };
    const down = members(always).some((element) => failed.has(element)) || atoms.some(fails);
    return { always: emptySet(own.elements.length), atoms: down ? [ONE] : [] };
  };
  return { elements: own.elements, of };
}
