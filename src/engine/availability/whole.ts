import { members } from '../graph/bit-set.ts';
import { ONE, ZERO, type Diagram } from '../graph/diagram.ts';
import { OVERFLOW } from '../graph/node-table.ts';
import { nodesBelow } from '../graph/nodes-below.ts';
import type { Branch } from './branch.ts';
import type { Failure } from './failure.ts';

/**
 * A failure that is drawn by itself: of a domain, or of a component's group, where its replicas are dealt over domains
 * given which of its cells stand (as bits of a mask) or how many replicas do.
 */
export type OwnVariable =
  { readonly domain: number } | { readonly component: number; readonly cells?: number; readonly standing?: number };

/** What a variable of the diagram stands for: a failure, or a branch being taken. */
export type Variable = OwnVariable | Branch;

/** Levels between one group and the next, for branches. */
const SPAN = 2 ** 24;
/** More than there can be domains: they are asked before everything else. */
const DOMAINS = SPAN;

/** Sorts nodes so that the one asked last comes first; ends before all. */
function order(diagram: Diagram, a: number, b: number): number {
  if (diagram.isEnd(a) || diagram.isEnd(b)) return Number(diagram.isEnd(b)) - Number(diagram.isEnd(a)) || a - b;
  return diagram.levelOf(b) - diagram.levelOf(a) || a - b;
}

/**
 * Turns failure functions into single nodes of a diagram, and gives out its variables. Domains are asked first, then groups
 * in the order of their components, callees first; a branch right after the group that it leads to.
 *
 * A failure function's series is a set of *elements*, numbers that stand for variables: `elements[i]` says for which.
 *
 * Model: none. Units: places in the structure, nodes of the diagram. Errors: `OVERFLOW`. Accuracy: exact.
 * Cost: that of the diagram. Source: R. E. Bryant (1986); docs/availability-maths.md, "Order".
 *
 * @example new Whole([{ component: 0 }], 1, new Diagram(9), [0]).variableOf(0) // => 1
 */
export class Whole {
  /** By variable; ends ask variable 0. */
  readonly variables: Variable[] = [{ of: 'number', chance: 0 }];
  readonly #levels = [Number.POSITIVE_INFINITY];
  readonly #diagram: Diagram;
  readonly #elements: readonly OwnVariable[];
  /** By element, its variable. */
  readonly #given: Int32Array;
  readonly #elementOf = new Map<number, number>();
  readonly #rank: Int32Array;
  /** By rank: variables placed there so far. */
  readonly #placed: Int32Array;
  readonly #nodes = new Map<Failure, number>();

  /** `components` is how many there are; `order` that of their variables. */
  constructor(elements: readonly OwnVariable[], components: number, diagram: Diagram, order: readonly number[]) {
    this.#diagram = diagram;
    this.#elements = elements;
    this.#given = new Int32Array(elements.length).fill(-1);
    this.#rank = new Int32Array(components);
    this.#placed = new Int32Array(order.length);
    order.forEach((place, rank) => {
      this.#rank[place] = rank;
    });
  }

  /** The variable of an element. */
  variableOf(element: number): number {
    let variable = this.#given[element]!;
    if (variable < 0) {
      variable = this.own(this.#elements[element]!);
      this.#given[element] = variable;
      this.#elementOf.set(variable, element);
    }
    return variable;
  }

  /** The element that a variable stands for; undefined where it stands for none. */
  elementOf(variable: number): number | undefined {
    return this.#elementOf.get(variable);
  }

  /** A new variable for a failure. */
  own(variable: OwnVariable): number {
    if ('component' in variable) return this.#placeAt(variable, this.#rank[variable.component]!);
    return this.#add(variable, variable.domain - DOMAINS);
  }

  #add(variable: Variable, level: number): number {
    this.variables.push(variable);
    this.#levels.push(level);
    return this.#diagram.addVariable(level);
  }

  #placeAt(variable: Variable, rank: number): number {
    const place = this.#placed[rank]!;
    this.#placed[rank] = place + 1;
    return this.#add(variable, rank * SPAN + place);
  }

  #branchAfter(branch: Branch, rank: number): number {
    return this.#diagram.node(this.#placeAt(branch, rank), ZERO, ONE);
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
  where(failure: Failure, kept: (element: number) => boolean): number {
    const variables = members(failure.always)
      .filter(kept)
      .map((element) => this.variableOf(element))
      .sort((a, b) => this.#levels[b]! - this.#levels[a]!);
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
    // rest[j]: the node for "at least j among the parts taken so far", where it can still matter.
    const rest: number[] = [ONE, ...Array.from({ length: enough }, () => ZERO)];
    let left = parts.reduce((sum, { count }) => sum + count, 0);
    for (const { node, count } of deepestFirst) {
      left -= count;
      for (let j = enough; j >= Math.max(1, enough - left); j--) {
        rest[j] = diagram.mix(node, rest[Math.max(0, j - count)]!, rest[j]!);
      }
    }
    return rest[enough]!;
  }
}
