import { hasMember, members } from '../graph/bit-set.ts';
import { clusters } from '../graph/clusters.ts';
import { ONE, ZERO, type Diagram } from '../graph/diagram.ts';
import { OVERFLOW } from '../graph/node-table.ts';
import { nodesBelow } from '../graph/nodes-below.ts';
import { withHeld } from '../graph/rebuild.ts';
import type { Count } from './branch.ts';
import type { Builder } from './builder.ts';
import type { Failure } from './failure.ts';
import type { Variable } from './whole.ts';

/**
 * A visit's failure as independent parts: it fails when any variable of `series` is 1 or any of the diagrams is; none of
 * these shares a variable with another.
 */
export interface Root {
  readonly series: Int32Array;
  readonly diagrams: readonly number[];
}

/** What is left of a diagram once it is built: it is only evaluated from here on. Nodes 0 and 1 are the ends. */
export interface Plan {
  readonly variables: readonly Variable[];
  readonly counts: readonly Count[];
  readonly variable: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** By component, a visit to it; null where the diagram was full. */
  readonly roots: ReadonlyMap<number, Root | null>;
  /** By component whose replicas are dealt over domains, its own failure; null where the diagram was full. */
  readonly owns: ReadonlyMap<number, Root | null>;
}

/** Takes failure functions apart into independent parts, within the diagram. */
class Splitter {
  readonly #diagram: Diagram;
  readonly #builder: Builder;
  readonly #supports = new Map<number, Set<number>>();

  constructor(diagram: Diagram, builder: Builder) {
    this.#diagram = diagram;
    this.#builder = builder;
  }

  #support(node: number): Set<number> {
    let support = this.#supports.get(node);
    if (support === undefined) {
      support = new Set();
      for (const below of nodesBelow(this.#diagram, [node])) support.add(this.#diagram.variableOf(below));
      this.#supports.set(node, support);
    }
    return support;
  }

  /** An atom once what fails the visit anyway is known to be up. */
  #given({ always }: Failure, atom: number): number {
    const held = (variable: number): boolean => {
      const element = this.#builder.whole.elementOf(variable);
      return element !== undefined && hasMember(always, element);
    };
    for (const variable of this.#support(atom)) {
      if (held(variable)) return withHeld(this.#diagram, atom, (at) => (held(at) ? 0 : null));
    }
    return atom;
  }

  split(failure: Failure): Root | null {
    if (failure.atoms.includes(OVERFLOW)) return null;
    const atoms = [...new Set(failure.atoms.map((atom) => this.#given(failure, atom)))].filter((atom) => atom !== ZERO);
    if (atoms.includes(OVERFLOW)) return null;
    const series = members(failure.always).map((element) => this.#builder.whole.variableOf(element));
    if (atoms.includes(ONE)) return { series: Int32Array.from(series), diagrams: [ONE] };
    const groups = clusters(atoms.map((atom) => [...this.#support(atom)]));
    const diagrams = groups.map((group) => this.#builder.whole.anyOf(group.map((index) => atoms[index]!)));
    return diagrams.includes(OVERFLOW) ? null : { series: Int32Array.from(series), diagrams };
  }
}

/**
 * A failure function as independent parts, still in its diagram.
 *
 * Model: none beyond that of the function. Units: variables and nodes of the diagram. Errors: null where it has no room.
 * Accuracy: exact. Cost: linear in the nodes below. Source: Y. Dutuit, A. Rauzy (1996).
 *
 * @example independentParts(new Diagram(9), new Builder(structureOf(samples.checkout.designs[0]), new Diagram(9)), { always: emptySet(0), atoms: [1] }).diagrams // => [1]
 */
export function independentParts(diagram: Diagram, builder: Builder, failure: Failure): Root | null {
  return new Splitter(diagram, builder).split(failure);
}

/**
 * The plan of some failure functions: independent parts, and only the nodes that they use.
 *
 * Model: none beyond that of the functions. Units: components, nodes and variables. Errors: null for a function that the
 * diagram has no room for. Accuracy: exact. Cost: linear in the nodes below, once a function.
 * Source: Y. Dutuit, A. Rauzy, "A linear-time algorithm to find modules of fault trees", IEEE Trans. Rel. 45 (1996).
 *
 * @example planOf(new Diagram(9), new Builder(structureOf(samples.checkout.designs[0]), new Diagram(9)), new Map()).roots.size // => 0
 */
export function planOf(diagram: Diagram, builder: Builder, failures: ReadonlyMap<number, Failure>): Plan {
  const splitter = new Splitter(diagram, builder);
  const split = (wide: Iterable<readonly [number, Failure]>) =>
    new Map([...wide].map(([place, failure]) => [place, splitter.split(failure)]));
  const dealt = [...failures.keys()].map((place) => [place, builder.own(place)] as const);
  const visits = split(failures);
  const owns = split(dealt.filter(([, own]) => own.atoms.length > 0));
  const nodes = nodesBelow(
    diagram,
    [...visits.values(), ...owns.values()].flatMap((root) => root?.diagrams ?? []),
  );
  const renamed = new Map([
    [ZERO, ZERO],
    [ONE, ONE],
  ]);
  const plan = {
    variables: builder.whole.variables,
    counts: builder.counts,
    variable: new Int32Array(nodes.length + 2),
    low: new Int32Array(nodes.length + 2),
    high: new Int32Array(nodes.length + 2),
  };
  nodes.forEach((node, index) => {
    const place = index + 2;
    renamed.set(node, place);
    plan.variable[place] = diagram.variableOf(node);
    plan.low[place] = renamed.get(diagram.lowOf(node))!;
    plan.high[place] = renamed.get(diagram.highOf(node))!;
  });
  const narrow = (wide: ReadonlyMap<number, Root | null>): ReadonlyMap<number, Root | null> =>
    new Map(
      [...wide].map(([place, root]) => [
        place,
        root && { series: root.series, diagrams: root.diagrams.map((node) => renamed.get(node)!) },
      ]),
    );
  return { ...plan, roots: narrow(visits), owns: narrow(owns) };
}
