import { nodeChances, rootUnavailability, variableChances } from './evaluate.ts';
import { groupUnavailability, type Group } from './group.ts';
import { compiled, importance } from './importance.ts';
import type { Plan, Root } from './plan.ts';
import { shares } from './shares.ts';
import type { Structure } from './structure.ts';

/** What one component's own group does to a journey. */
export interface Part {
  readonly component: number;
  readonly share: number;
  readonly birnbaum: number;
  readonly ifPerfect: number;
  readonly ifDown: number;
}

/** A journey's numbers, before they are turned into figures. */
export interface Journey {
  readonly unavailability: number;
  /** Those that the exact function depends on, in the order of the design. */
  readonly parts: readonly Part[];
  /** The unavailability when every group's chance to be down is another one, by component. */
  readonly withGroups: (down: ArrayLike<number>) => number;
}

/** A chance with one of the independent parts left out or replaced. */
const joined = (othersLog: number, part: number): number => Math.abs(Math.expm1(othersLog + Math.log1p(-part)));

/**
 * A journey's unavailability and what every component's group does to it.
 *
 * Model: the structure function over independent groups and branches. Units: `groups` and `down` by component, chances.
 * Errors: none. Accuracy: relative error ≤ 1e-12, of `ifPerfect` too: where u − Q·B would cancel it is evaluated anew.
 * Cost: linear in the nodes, times the passes that the shares need.
 * Source: Z. W. Birnbaum, "On the importance of different components" (1969); docs/availability-maths.md.
 *
 * @example sampleJourney(samples.checkout).unavailability // => 0.0005029985
 */
export function journeyOf(structure: Structure, plan: Plan, root: Root, groups: readonly Group[]): Journey {
  const of = compiled(plan, root);
  const down = groups.map(groupUnavailability);
  const chances = variableChances(structure, plan, down);
  const byVariable = plan.variables.map((variable) => ('component' in variable ? groups[variable.component]! : null));
  const nodes = nodeChances(plan, chances, of.nodes);
  const factors = [...root.series].map((variable) => chances[variable]!);
  for (const node of root.diagrams) factors.push(nodes[node]!);
  const othersLogs = logsOfOthers(factors);
  const share = shares(of, byVariable, chances);
  const parts: Part[] = [];
  const add = (variable: number, othersLog: number, perfect: number, birnbaum: number): void => {
    const what = plan.variables[variable]!;
    if (!('component' in what)) return;
    const ifPerfect = joined(othersLog, perfect);
    const weighted = Math.exp(othersLog) * birnbaum;
    const ifDown = Math.min(1, ifPerfect + weighted);
    parts.push({ component: what.component, share: share[variable]!, birnbaum: weighted, ifPerfect, ifDown });
  };
  root.series.forEach((variable, index) => add(variable, othersLogs[index]!, 0, 1));
  root.diagrams.forEach((node, index) => {
    const alone = compiled(plan, { series: new Int32Array(0), diagrams: [node] });
    const { birnbaum } = importance(alone, chances);
    for (const variable of alone.variables) {
      const explained = chances[variable]! * birnbaum[variable]!;
      let perfect = nodes[node]! - explained;
      if (explained > 0.5 * nodes[node]!) {
        const without = Float64Array.from(chances);
        without[variable] = 0;
        perfect = nodeChances(plan, without, alone.nodes)[node]!;
      }
      add(variable, othersLogs[root.series.length + index]!, perfect, birnbaum[variable]!);
    }
  });
  return {
    unavailability: rootUnavailability(root, chances, nodes),
    parts: parts.sort((a, b) => a.component - b.component),
    withGroups: (other) => {
      const changed = variableChances(structure, plan, other);
      return rootUnavailability(root, changed, nodeChances(plan, changed, of.nodes));
    },
  };
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

/**
 * The unavailability when one group's chance to be down becomes another: the function is linear in each of its variables.
 *
 * Model: independent groups. Units: chances. Errors: none. Accuracy: all terms are positive, about 2e-16.
 * Cost: constant. Source: Z. W. Birnbaum (1969).
 *
 * @example withOtherGroup({ ifPerfect: 0.001, birnbaum: 0.5 }, 0.01) // => 0.006
 */
export function withOtherGroup(part: Pick<Part, 'ifPerfect' | 'birnbaum'>, down: number): number {
  return part.ifPerfect + down * part.birnbaum;
}
