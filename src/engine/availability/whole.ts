import { members } from '../graph/bit-set.ts';
import { ONE, OVERFLOW, ZERO, type Diagram } from '../graph/diagram.ts';
import { nodesBelow } from '../graph/nodes-below.ts';
import type { Branch } from './branch.ts';
import type { Failure } from './failure.ts';
import type { Structure } from './structure.ts';

/** What a variable of the diagram stands for: a component's group being down, or a branch being taken. */
export type Variable = { readonly component: number } | Branch;

/** Levels between one group and the next, for branches. */
const SPAN = 2 ** 24;

/** Sorts nodes so that the one asked last comes first; ends before all. */
function order(diagram: Diagram, a: number, b: number): number {
  if (diagram.isEnd(a) || diagram.isEnd(b)) return Number(diagram.isEnd(b)) - Number(diagram.isEnd(a)) || a - b;
  return diagram.levelOf(b) - diagram.levelOf(a) || a - b;
}

/**
 * Turns failure functions into single nodes of a diagram, and gives out its variables. Groups are asked in
 * the order of their components, callees first; a branch right after the group that it leads to.
 *
 * Model: none. Units: places in the structure, nodes of the diagram. Errors: `OVERFLOW`. Accuracy: exact.
 * Cost: that of the diagram. Source: R. E. Bryant (1986); docs/availability-maths.md, "Order".
 *
 * @example new Whole(structureOf(samples.checkout.designs[0]), new Diagram(9), [0]).groupVariable(0) // => 1
 */
export class Whole {
  /** By variable; ends ask variable 0. */
  readonly variables: Variable[] = [{ of: 'number', chance: 0 }];
  readonly #diagram: Diagram;
  readonly #groups: Int32Array;
  readonly #rank: Int32Array;
  /** By component: branches placed after it so far. */
  readonly #after: Int32Array;
  readonly #nodes = new Map<Failure, number>();

  constructor(structure: Structure, diagram: Diagram, order: readonly number[]) {
    this.#diagram = diagram;
    this.#groups = new Int32Array(structure.components.length).fill(-1);
    this.#rank = new Int32Array(structure.components.length);
    this.#after = new Int32Array(order.length);
    order.forEach((place, rank) => {
      this.#rank[place] = rank;
    });
  }

  /** The variable of a component's own group. */
  groupVariable(place: number): number {
    if (this.#groups[place]! < 0) {
      this.#groups[place] = this.#add({ component: place }, this.#rank[place]! * SPAN);
    }
    return this.#groups[place]!;
  }

  #add(variable: Variable, level: number): number {
    this.variables.push(variable);
    return this.#diagram.addVariable(level);
  }

  #branchAfter(branch: Branch, rank: number): number {
    const after = this.#after[rank]! + 1;
    this.#after[rank] = after;
    return this.#diagram.node(this.#add(branch, rank * SPAN + after), ZERO, ONE);
  }

  /** A new branch, asked right after a component's group. */
  branch(branch: Branch, place: number): number {
    return this.#branchAfter(branch, this.#rank[place]!);
  }

  /** A new branch, asked after everything that a function asks. */
  branchBelow(branch: Branch, node: number): number {
    let deepest = 0;
    for (const below of nodesBelow(this.#diagram, [node])) deepest = Math.max(deepest, this.#diagram.levelOf(below));
    return this.#branchAfter(branch, Math.floor(deepest / SPAN));
  }

  /** A failure function as one node. */
  of(failure: Failure): number {
    let node = this.#nodes.get(failure);
    if (node === undefined) {
      node = this.where(failure, () => true);
      this.#nodes.set(failure, node);
    }
    return node;
  }

  /** The same with only those of its series that are kept. */
  where(failure: Failure, kept: (place: number) => boolean): number {
    const components = members(failure.always).filter(kept);
    const variables = components
      .sort((a, b) => this.#rank[b]! - this.#rank[a]!)
      .map((place) => this.groupVariable(place));
    const chain = variables.reduce((below, variable) => this.#diagram.node(variable, below, ONE), ZERO);
    return this.anyOf([...failure.atoms, chain]);
  }

  /** The node that is 1 where any of several is; of numbers, as independent draws. */
  anyOf(nodes: readonly number[]): number {
    const diagram = this.#diagram;
    if (nodes.includes(OVERFLOW)) return OVERFLOW;
    const deepestFirst = [...nodes].sort((a, b) => order(diagram, a, b));
    return deepestFirst.reduce((below, node) => diagram.either(node, below), ZERO);
  }

  /** The node that is 1 where at least `enough` of the parts are, each counted as often as it says. */
  atLeast(parts: readonly { readonly node: number; readonly count: number }[], enough: number): number {
    if (enough <= 0) return ONE;
    const diagram = this.#diagram;
    if (parts.some(({ node }) => node < 0)) return OVERFLOW;
    const deepestFirst = [...parts].sort((a, b) => order(diagram, a.node, b.node));
    // rest[j]: the node for "at least j among the parts taken so far".
    let rest: number[] = [ONE, ...Array.from({ length: enough }, () => ZERO)];
    for (const { node, count } of deepestFirst) {
      rest = rest.map((none, j) => (j === 0 ? ONE : diagram.mix(node, rest[Math.max(0, j - count)]!, none)));
    }
    return rest[enough]!;
  }
}
