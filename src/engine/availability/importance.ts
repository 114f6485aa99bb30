import { nodeChances, nodesOf } from './evaluate.ts';
import type { Plan, Root } from './plan.ts';

/** A root made ready for many evaluations: its nodes alone, and its variables. */
export interface Compiled {
  readonly plan: Plan;
  readonly root: Root;
  readonly nodes: Int32Array;
  /** The variables that the root depends on, ascending. */
  readonly variables: Int32Array;
}

/** A root's unavailability, and by variable how it depends on it. */
export interface Importance {
  readonly unavailability: number;
  /** By variable: u(1) − u(0). */
  readonly birnbaum: Float64Array;
  /** The chance that no other independent part fails, by part: first the series, then the diagrams. */
  readonly othersUp: Float64Array;
  readonly nodeChances: Float64Array;
}

/**
 * A root with its nodes and variables looked up once.
 *
 * Model: none. Units: nodes and variables of the plan. Errors: none. Accuracy: exact. Cost: n log n in its nodes.
 * Source: docs/availability-maths.md, "Up and down once".
 *
 * @example compiled({ variable: [0, 0], low: [0, 1], high: [0, 1] }, { series: [2], diagrams: [] }).variables.length // => 1
 */
export function compiled(plan: Plan, root: Root): Compiled {
  const nodes = nodesOf(plan, root);
  const variables = new Set<number>(root.series);
  for (const node of nodes) variables.add(plan.variable[node]!);
  return { plan, root, nodes, variables: Int32Array.from(variables).sort() };
}

/**
 * A root's unavailability and its Birnbaum importance in every variable, by one pass up and one down.
 *
 * Model: independent variables. Units: chances by variable in, importances by variable out. Errors: none.
 * Accuracy: the unavailability to about 1e-16 a level; an importance is a difference, so its error is relative to u(1).
 * Cost: linear. `work` is overwritten, so that repeated evaluations make no garbage.
 * Source: Y. Dutuit, A. Rauzy, "Efficient algorithms to assess component and gate importance", RESS 72 (2001).
 *
 * @example importance(compiled({ variables: [0], variable: [0, 0], low: [0, 1], high: [0, 1] }, { series: [0], diagrams: [] }), [0.5]).birnbaum[0] // => 1
 */
export function importance(of: Compiled, chances: ArrayLike<number>, work: Work = workFor(of)): Importance {
  const { plan, root, nodes } = of;
  const { up, reach, birnbaum, othersUp } = work;
  nodeChances(plan, chances, nodes, up);
  // Products of all factors but one, from both ends: no division, so a factor of 0 does no harm.
  const { series, diagrams } = root;
  const parts = series.length + diagrams.length;
  const factor = (part: number): number =>
    part < series.length ? chances[series[part]!]! : up[diagrams[part - series.length]!]!;
  let log = 0;
  for (let part = 0; part < parts; part++) {
    othersUp[part] = log;
    log += Math.log1p(-factor(part));
  }
  const unavailability = Math.abs(Math.expm1(log));
  let after = 0;
  for (let part = parts - 1; part >= 0; part--) {
    othersUp[part] = Math.exp(othersUp[part]! + after);
    after += Math.log1p(-factor(part));
  }
  for (let part = 0; part < series.length; part++) birnbaum[series[part]!] = othersUp[part]!;
  for (let index = 0; index < nodes.length; index++) {
    reach[nodes[index]!] = 0;
    birnbaum[plan.variable[nodes[index]!]!] = 0;
  }
  diagrams.forEach((node, index) => {
    reach[node] = othersUp[series.length + index]!;
  });
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]!;
    const variable = plan.variable[node]!;
    const low = plan.low[node]!;
    const high = plan.high[node]!;
    const chance = chances[variable]!;
    const here = reach[node]!;
    birnbaum[variable] = birnbaum[variable]! + here * (up[high]! - up[low]!);
    reach[high] = reach[high]! + here * chance;
    reach[low] = reach[low]! + here * (1 - chance);
  }
  return { unavailability, birnbaum, othersUp, nodeChances: up };
}

/** Arrays that `importance` writes into. */
export interface Work {
  readonly up: Float64Array;
  readonly reach: Float64Array;
  readonly birnbaum: Float64Array;
  readonly othersUp: Float64Array;
}

/**
 * Arrays for repeated evaluations of one root.
 *
 * Model: none. Units: none. Errors: none. Accuracy: none. Cost: the size of the plan. Source: none needed.
 *
 * @example workFor(compiled({ variable: [0, 0], low: [0, 1], high: [0, 1], variables: [] }, { series: [], diagrams: [] })).up.length // => 2
 */
export function workFor({ plan, root }: Compiled): Work {
  return {
    up: new Float64Array(plan.variable.length),
    reach: new Float64Array(plan.variable.length),
    birnbaum: new Float64Array(plan.variables.length),
    othersUp: new Float64Array(root.series.length + root.diagrams.length),
  };
}
