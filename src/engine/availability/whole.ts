import { members } from '../graph/bit-set.ts';
import { ONE, OVERFLOW, ZERO, type Diagram } from '../graph/diagram.ts';
import type { Branch } from './branch.ts';
import type { Failure } from './failure.ts';
import type { Structure } from './structure.ts';

/** What a variable of the diagram stands for: a component's group being down, or a branch being taken. */
export type Variable = { readonly component: number } | Branch;

/**
 * Turns failure functions into single nodes of a diagram, and gives out its variables: the first to ask for one gives it
 * its place in the order, so that it is depth-first.
 *
 * Model: none. Units: places in the structure, nodes of the diagram. Errors: `OVERFLOW`. Accuracy: exact.
 * Cost: that of the diagram. Source: R. E. Bryant (1986); docs/availability-maths.md, "Order".
 *
 * @example new Whole(structureOf(samples.checkout.designs[0]), new Diagram(9)).groupVariable(3) // => 0
 */
export class Whole {
  readonly variables: Variable[] = [];
  readonly #diagram: Diagram;
  readonly #groups: Int32Array;
  readonly #nodes = new Map<Failure, number>();

  constructor(structure: Structure, diagram: Diagram) {
    this.#diagram = diagram;
    this.#groups = new Int32Array(structure.components.length).fill(-1);
  }

  /** The variable of a component's own group. */
  groupVariable(place: number): number {
    if (this.#groups[place]! < 0) {
      this.#groups[place] = this.#diagram.addVariable();
      this.variables.push({ component: place });
    }
    return this.#groups[place]!;
  }

  /** A new branch. */
  branch(branch: Branch): number {
    this.variables.push(branch);
    return this.#diagram.node(this.#diagram.addVariable(), ZERO, ONE);
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
    const variables = components.map((place) => this.groupVariable(place)).sort((a, b) => b - a);
    const chain = variables.reduce((below, variable) => this.#diagram.node(variable, below, ONE), ZERO);
    return this.anyOf([...failure.atoms, chain]);
  }

  /** The node that is 1 where any of several is; of numbers, as independent draws. */
  anyOf(nodes: readonly number[]): number {
    const diagram = this.#diagram;
    if (nodes.includes(OVERFLOW)) return OVERFLOW;
    const deepestFirst = [...nodes].sort((a, b) => diagram.variableOf(b) - diagram.variableOf(a) || a - b);
    return deepestFirst.reduce((below, node) => diagram.either(node, below), ZERO);
  }

  /** The node that is 1 where at least `enough` of the parts are, each counted as often as it says. */
  atLeast(parts: readonly { readonly node: number; readonly count: number }[], enough: number): number {
    if (enough <= 0) return ONE;
    const diagram = this.#diagram;
    if (parts.some(({ node }) => node < 0)) return OVERFLOW;
    const above = (node: number): number => diagram.variableOf(node);
    const deepestFirst = [...parts].sort((a, b) => above(b.node) - above(a.node) || a.node - b.node);
    // rest[j]: the node for "at least j among the parts taken so far".
    let rest: number[] = [ONE, ...Array.from({ length: enough }, () => ZERO)];
    for (const { node, count } of deepestFirst) {
      rest = rest.map((none, j) => (j === 0 ? ONE : diagram.mix(node, rest[Math.max(0, j - count)]!, none)));
    }
    return rest[enough]!;
  }
}
