import { hasMember, members } from '../graph/bit-set.ts';
import { combined } from '../graph/combine.ts';
import { ONE, OVERFLOW, ZERO, type Diagram } from '../graph/diagram.ts';
import { endsMapped } from '../graph/rebuild.ts';
import { anyOfSame } from '../numeric/any-of.ts';
import { repeatCount, type Branch } from './branch.ts';
import { eitherFailure, failureOf, type Failure } from './failure.ts';
import { failsItself, hitsSome, type Structure } from './structure.ts';
import { gateFailure } from './visit.ts';

/** What a variable of the diagram stands for: a component's group being down, or a branch being taken. */
export type Variable = { readonly component: number } | Branch;

/** Copies of a component's function, one a visit, before its numbers are worked out instead. */
const COPIES = 32;
/** Repeated draws of one callee in a race that are written out. */
const WRITTEN_OUT = 64;
/** Numbers in between at the ends of a function that become branches. */
const MOST_BRANCHES = 4096;

/**
 * Builds failure functions of visits. A visit is built *in line*: its branches are variables of its own, so that the
 * functions have ends 0 and 1 only and visits stay independent draws. Only where a function of numbers is needed
 * (several visits at once behind a branch) it is built *by numbers*, and its ends become branches.
 *
 * Model: rules 4 to 7 of the scenario format. Units: places in the structure, nodes of the diagram. Errors: an atom
 * `OVERFLOW` where the diagram is full. Accuracy: exact but for the ends of functions of numbers (1e-15).
 * Cost: that of the diagram. Source: docs/availability-maths.md, "Branches".
 *
 * @example new Builder(structureOf(samples.checkout.designs[0]), new Diagram(1000)).usesNumbers // => false
 */
export class Builder {
  readonly variables: Variable[] = [];
  /** Whether chances, counts, hit ratios or weights went into the diagram itself. */
  usesNumbers = false;
  readonly #structure: Structure;
  readonly #diagram: Diagram;
  readonly #groups: Int32Array;
  readonly #visits: (Failure | undefined)[] = [];
  readonly #taken = new Set<number>();
  readonly #copies: number[] = [];
  readonly #whole = new Map<Failure, number>();
  readonly #numbers = new Map<number, number>();

  constructor(structure: Structure, diagram: Diagram) {
    this.#structure = structure;
    this.#diagram = diagram;
    this.#groups = new Int32Array(structure.components.length).fill(-1);
  }

  /** Builds the first visit to a component; everything that it needs has been built before. */
  build(place: number): Failure {
    const failure = this.#make(place, []);
    this.#visits[place] = failure;
    return failure;
  }

  /** The variable of a component's own group; the first to ask gives it its place in the order. */
  groupVariable(place: number): number {
    if (this.#groups[place]! < 0) {
      this.#groups[place] = this.#diagram.addVariable();
      this.variables.push({ component: place });
    }
    return this.#groups[place]!;
  }

  /** A failure function as one node. */
  whole(failure: Failure): number {
    let node = this.#whole.get(failure);
    if (node === undefined) {
      node = this.#wholeWithout(failure, null);
      this.#whole.set(failure, node);
    }
    return node;
  }

  #wholeWithout(failure: Failure, left: Failure | null): number {
    const components = members(failure.always).filter((place) => left === null || !hasMember(left.always, place));
    const variables = components.map((place) => this.groupVariable(place)).sort((a, b) => b - a);
    const chain = variables.reduce((below, variable) => this.#diagram.node(variable, below, ONE), ZERO);
    return this.anyOf([...failure.atoms, chain]);
  }

  /** The node that is 1 where any of several is. */
  anyOf(nodes: readonly number[]): number {
    const diagram = this.#diagram;
    if (nodes.includes(OVERFLOW)) return OVERFLOW;
    const deepestFirst = [...nodes].sort((a, b) => diagram.variableOf(b) - diagram.variableOf(a) || a - b);
    return deepestFirst.reduce((below, node) => diagram.either(node, below), ZERO);
  }

  #branch(branch: Branch): number {
    this.variables.push(branch);
    return this.#diagram.node(this.#diagram.addVariable(), ZERO, ONE);
  }

  #own(place: number): Failure {
    const { components } = this.#structure;
    const fails = failsItself(components[place]!);
    if (fails) this.groupVariable(place);
    return failureOf(components.length, fails ? place : null);
  }

  /** A visit to a component, or the failure of any of several at once. */
  #visit(place: number, repeats: readonly number[]): Failure {
    const first = this.#visits[place]!;
    if (this.#structure.fractional[place] !== true) return first;
    if (repeats.length === 0 && !this.#taken.has(place)) {
      this.#taken.add(place);
      return first;
    }
    const copies = (this.#copies[place] ?? 0) + 1;
    this.#copies[place] = copies;
    return copies > COPIES ? this.#byNumbers(this.#numbersOf(place), repeats) : this.#make(place, repeats);
  }

  #make(place: number, repeats: readonly number[]): Failure {
    const { components, needs, calls, fractional } = this.#structure;
    const component = components[place]!;
    const steady = needs[place]!.every((call) => calls[call]!.probability >= 1 && fractional[calls[call]!.to] !== true);
    if (component.kind === 'gate') return this.#makeGate(place, repeats, steady);
    if (component.kind === 'cache') return this.#makeCache(place, repeats, steady);
    return eitherFailure([...needs[place]!.map((call) => this.#call(call, repeats)), this.#own(place)]);
  }

  #call(index: number, repeats: readonly number[]): Failure {
    const { components, calls, fractional } = this.#structure;
    const call = calls[index]!;
    const inside = call.times === 1 ? [] : [index];
    if (call.probability >= 1) return this.#visit(call.to, [...repeats, ...inside]);
    if (repeats.length > 0 && fractional[call.to] === true) return this.#byNumbers(this.#callNumbers(index), repeats);
    const callee = this.whole(this.#visit(call.to, inside));
    const taken = this.#branch({ of: 'call', place: index, repeats });
    return failureOf(components.length, null, [this.#diagram.both(taken, callee)]);
  }

  #makeCache(place: number, repeats: readonly number[], steady: boolean): Failure {
    const { components, needs, waits } = this.#structure;
    const bypass = components[place]!.whenDown === 'bypass' && waits[place] === true;
    const needed = needs[place]!;
    const own = this.#own(place);
    if (needed.length === 0) return bypass ? failureOf(components.length, null) : own;
    if (!hitsSome(components[place]!)) {
      const below = needed.map((call) => this.#call(call, repeats));
      return eitherFailure(bypass ? below : [...below, own]);
    }
    if (repeats.length > 0 && !steady) return this.#byNumbers(this.#numbersOf(place), repeats);
    const below = this.whole(eitherFailure(needed.map((call) => this.#call(call, repeats))));
    const miss = this.#branch({ of: 'cache', place, repeats });
    const asks = bypass ? this.#diagram.either(miss, this.whole(own)) : miss;
    const missed = failureOf(components.length, null, [this.#diagram.both(asks, below)]);
    return bypass ? missed : eitherFailure([missed, own]);
  }

  #makeGate(place: number, repeats: readonly number[], steady: boolean): Failure {
    const { components, needs, calls, fractional } = this.#structure;
    const { mode, needed } = components[place]!;
    const own = this.#own(place);
    const operands: { failure: Failure; count: number }[] = [];
    if (!steady && (repeats.length > 0 || mode === 'balance')) return this.#byNumbers(this.#numbersOf(place), repeats);
    for (const index of needs[place]!) {
      const { to, times } = calls[index]!;
      const visit = (inside: readonly number[]) => this.#visit(to, inside);
      if (mode !== 'race') operands.push({ failure: visit(times === 1 ? [] : [index]), count: 1 });
      else if (fractional[to] !== true) operands.push({ failure: visit([]), count: times });
      else if (times > WRITTEN_OUT) return this.#byNumbers(this.#numbersOf(place), repeats);
      else for (let copy = 0; copy < times; copy++) operands.push({ failure: visit([]), count: 1 });
    }
    const enough = operands.reduce((sum, { count }) => sum + count, 0) - needed + 1;
    const always = this.#inEnough(operands, enough);
    const parts = operands.map(({ failure, count }) => ({ node: this.#wholeWithout(failure, always), count }));
    return eitherFailure([own, always, failureOf(components.length, null, [this.#atLeast(parts, enough)])]);
  }

  /** The components that alone fail as many callees as it takes. */
  #inEnough(operands: readonly { failure: Failure; count: number }[], enough: number): Failure {
    const counts = new Map<number, number>();
    for (const { failure, count } of operands) {
      for (const place of members(failure.always)) counts.set(place, (counts.get(place) ?? 0) + count);
    }
    const size = this.#structure.components.length;
    const found = [...counts].filter(([, count]) => count >= enough).map(([place]) => failureOf(size, place));
    return eitherFailure([failureOf(size, null), ...found]);
  }

  /** The node that is 1 where at least `enough` of the parts are, each counted as often as it says. */
  #atLeast(parts: readonly { node: number; count: number }[], enough: number): number {
    if (enough <= 0) return ONE;
    const diagram = this.#diagram;
    if (parts.some(({ node }) => node < 0)) return OVERFLOW;
    const deepestFirst = [...parts].sort(
      (a, b) => diagram.variableOf(b.node) - diagram.variableOf(a.node) || a.node - b.node,
    );
    // rest[j]: the node for "at least j among the parts taken so far".
    let rest = [ONE, ...Array.from({ length: enough }, () => ZERO)];
    for (const { node, count } of deepestFirst) {
      rest = rest.map((none, j) => (j === 0 ? ONE : diagram.mix(node, rest[Math.max(0, j - count)]!, none)));
    }
    return rest[enough]!;
  }

  // ---------------------------------------------------------------- by numbers

  /** 1 − (1 − g)ᴺ with every number in between at its ends made a branch of this visit. */
  #byNumbers(node: number, repeats: readonly number[]): Failure {
    const size = this.#structure.components.length;
    const count = repeatCount(this.#structure, repeats);
    const branches = new Map<number, number>();
    const made = endsMapped(this.#diagram, node, (value) => {
      const chance = anyOfSame(value, count);
      if (chance <= 0) return ZERO;
      if (chance >= 1) return ONE;
      if (branches.size >= MOST_BRANCHES) return OVERFLOW;
      if (!branches.has(chance)) branches.set(chance, this.#branch({ of: 'number', chance }));
      return branches.get(chance)!;
    });
    return failureOf(size, null, [made]);
  }

  #numbersOf(place: number): number {
    let node = this.#numbers.get(place);
    if (node === undefined) {
      this.usesNumbers = true;
      node = this.#structure.fractional[place] === true ? this.#makeNumbers(place) : this.whole(this.#visits[place]!);
      this.#numbers.set(place, node);
    }
    return node;
  }

  #callNumbers(index: number): number {
    const { to, times, probability } = this.#structure.calls[index]!;
    const callee = this.#numbersOf(to);
    if (times === 1 && probability >= 1) return callee;
    const diagram = this.#diagram;
    return endsMapped(diagram, callee, (value) => diagram.end(probability * anyOfSame(value, times)));
  }

  #makeNumbers(place: number): number {
    const { components, needs, calls, waits } = this.#structure;
    const diagram = this.#diagram;
    const component = components[place]!;
    const own = this.whole(this.#own(place));
    if (component.kind === 'gate') {
      const list = needs[place]!.map((call) => calls[call]!);
      const nodes = list.map((call) => this.#numbersOf(call.to));
      const gate = combined(diagram, nodes, (values) => gateFailure(component.mode, component.needed, list, values));
      return diagram.either(own, gate);
    }
    const below = this.anyOf(needs[place]!.map((call) => this.#callNumbers(call)));
    if (component.kind !== 'cache') return diagram.either(own, below);
    const up = endsMapped(diagram, below, (value) => diagram.end((1 - component.hitRatio) * value));
    return diagram.mix(own, component.whenDown === 'bypass' && waits[place] === true ? below : ONE, up);
  }
}
