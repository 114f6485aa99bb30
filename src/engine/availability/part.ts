import { CAUSES, type Cause } from '../../model/report.ts';
import { nodeChances, standingOf } from './evaluate.ts';
import type { Group } from './group.ts';
import { compiled, importance, type Compiled } from './importance.ts';
import { ownFrequency } from './outages.ts';
import { shares, type Share } from './shares.ts';
import { singlePoints } from './single-points.ts';
import type { Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

/** What one component's group, or one domain, does to a journey by its own failures. */
export interface Part {
  readonly owner: { readonly component: number } | { readonly domain: number };
  /** Its share of the unavailability. */
  readonly share: number;
  /** The same by what makes it fail. */
  readonly causes: Readonly<Record<Cause, number>>;
  readonly birnbaum: number;
  readonly ifPerfect: number;
  readonly ifDown: number;
  readonly singlePoint: boolean;
  /** Outages that it brings, a second; null where it is not known. */
  readonly perSecond: number | null;
  /** The unavailability where none of its variables is 1, and what each adds when it is: they exclude each other. */
  readonly base: number;
  readonly states: readonly { readonly variable: OwnVariable; readonly birnbaum: number }[];
}

/** An independent part of a root, by itself. */
interface Independent {
  readonly variables: Iterable<number>;
  readonly chance: number;
  /** By variable: how the chance depends on it. */
  readonly birnbaum: (variable: number) => number;
  /** The chance with some of the variables at 0. */
  readonly without: (variables: readonly number[]) => number;
}

function independentParts({ plan, root }: Compiled, chances: Float64Array): Independent[] {
  const series = [...root.series].map((variable): Independent => ({
    variables: [variable],
    chance: chances[variable]!,
    birnbaum: () => 1,
    without: () => 0,
  }));
  const diagrams = root.diagrams.map((node): Independent => {
    const alone = compiled(plan, { series: new Int32Array(0), diagrams: [node] });
    const { unavailability, birnbaum } = importance(alone, chances);
    const without = (variables: readonly number[]): number => {
      const changed = Float64Array.from(chances);
      for (const variable of variables) changed[variable] = 0;
      return nodeChances(plan, changed, alone.nodes)[node]!;
    };
    return {
      variables: alone.variables,
      chance: unavailability,
      birnbaum: (variable) => birnbaum[variable]!,
      without,
    };
  });
  return [...series, ...diagrams];
}

/** For each factor the sum of log(1 − factor) over all others, from both ends so that nothing is subtracted. */
function logsOfOthers(factors: readonly number[]): Float64Array {
  const result = new Float64Array(factors.length);
  for (let index = 0, before = 0; index < factors.length; before += Math.log1p(-factors[index++]!))
    result[index] = before;
  for (let index = factors.length - 1, after = 0; index >= 0; after += Math.log1p(-factors[index--]!)) {
    result[index] = result[index]! + after;
  }
  return result;
}

/** A chance joined with that of independent parts, whose logs are summed. */
const joined = (othersLog: number, part: number): number => Math.abs(Math.expm1(othersLog + Math.log1p(-part)));

/**
 * What every component's group and every domain does to a visit, in the order of the design, domains last, step by
 * step.
 *
 * Model: docs/availability-maths.md, "Parts": what a group does by its own failures, with its domains as they are.
 * Units: `groups` by component, `chances` by variable. Errors: none. Accuracy: relative error ≤ 1e-12, of `ifPerfect` too: where
 * u − Q·B would cancel it is evaluated anew; shares 1e-9. Cost: linear in the nodes, times the passes that the shares need.
 * Source: Z. W. Birnbaum (1969); Y. Dutuit, A. Rauzy (2001).
 *
 * @example sampleJourney(samples.checkout).parts.length // => 4
 */
export function* partsOf(
  structure: Structure,
  of: Compiled,
  groups: readonly Group[],
  chances: Float64Array,
): Generator<number, Part[]> {
  const { variables } = of.plan;
  const single = singlePoints(of, chances);
  const found = new Map<number, Share[]>();
  for (const share of yield* shares(structure, of, groups, chances)) {
    found.set(share.variable, [...(found.get(share.variable) ?? []), share]);
  }
  const parts = independentParts(of, chances);
  const othersLogs = logsOfOthers(parts.map(({ chance }) => chance));

  const partOf = (own: readonly Owned[], part: Independent, othersLog: number): Part => {
    const others = Math.exp(othersLog);
    // What its domains have taken already is no failure of the group's own.
    const failing = own.filter(({ what }) => 'domain' in what || standingOf(structure, what) >= needed(what));
    const sum = (value: (one: Owned) => number): number => failing.reduce((total, one) => total + value(one), 0);
    const explained = sum(({ variable }) => chances[variable]! * part.birnbaum(variable));
    const perfect = explained > 0.5 * part.chance ? part.without(failing.map(variableOf)) : part.chance - explained;
    const ifPerfect = joined(othersLog, perfect);
    const birnbaum = others * sum(({ variable }) => part.birnbaum(variable));
    const causes: Record<Cause, number> = { replicas: 0, common: 0, failover: 0, planned: 0, domain: 0 };
    for (const { variable } of own) {
      for (const { cause, share } of found.get(variable) ?? []) causes[cause] += share;
    }
    return {
      owner: ownerOf(own[0]!.what),
      share: CAUSES.reduce((total, cause) => total + causes[cause], 0),
      causes,
      birnbaum,
      ifPerfect,
      ifDown: Math.min(1, ifPerfect + birnbaum),
      singlePoint: failing.some(({ variable, what }) => single.has(variable) && isOne(what)),
      perSecond: failing.reduce<number | null>((total, { variable, what }) => {
        const weight = others * part.birnbaum(variable);
        if (total === null || weight === 0) return total;
        const frequency = ownFrequency(structure, groups, what);
        return frequency === null ? null : total + weight * frequency;
      }, 0),
      base: failing.length === own.length ? ifPerfect : joined(othersLog, part.without(own.map(variableOf))),
      states: own.map(({ variable, what }) => ({ variable: what, birnbaum: others * part.birnbaum(variable) })),
    };
  };
  const needed = (what: Extract<OwnVariable, { component: number }>): number => groups[what.component]!.needed;
  /** Whether its failure is that of one replica, or of one domain. */
  const isOne = (what: OwnVariable): boolean => {
    if ('domain' in what) return structure.domains[what.domain]!.unavailability > 0;
    const group = groups[what.component]!;
    return group.replicas === group.needed && group.unavailability > 0;
  };

  const made = parts.flatMap((part, index) => {
    const byOwner = new Map<number, Owned[]>();
    for (const variable of part.variables) {
      const what = variables[variable]!;
      if ('of' in what) continue;
      const key = ownerKey(structure, what);
      const own = byOwner.get(key);
      if (own === undefined) byOwner.set(key, [{ variable, what }]);
      else own.push({ variable, what });
    }
    return [...byOwner].map(([place, own]) => ({ place, part: partOf(own, part, othersLogs[index]!) }));
  });
  return made.sort((a, b) => a.place - b.place).map(({ part }) => part);
}

/** A variable that is one owner's, among others of a root. */
interface Owned {
  readonly variable: number;
  readonly what: OwnVariable;
}

const variableOf = ({ variable }: Owned): number => variable;

/** Whose failure it is, as one number: components in the order of the design, then domains in theirs. */
export const ownerKey = ({ components }: Structure, what: OwnVariable): number =>
  'domain' in what ? components.length + what.domain : what.component;

const ownerOf = (what: OwnVariable): Part['owner'] =>
  'domain' in what ? { domain: what.domain } : { component: what.component };
