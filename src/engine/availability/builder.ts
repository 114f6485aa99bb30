import { hasMember, members } from '../graph/bit-set.ts';
import { ONE, ZERO, type Diagram } from '../graph/diagram.ts';
import { OVERFLOW } from '../graph/node-table.ts';
import { endsMapped } from '../graph/rebuild.ts';
import { anyOfSame } from '../numeric/any-of.ts';
import { countValues, type Count } from './branch.ts';
import { eitherFailure, failureOf, type Failure } from './failure.ts';
import { Numbers } from './numbers.ts';
import { reachedByOneCall } from './own-branch.ts';
import { groupsAndDomains, type OwnFailures } from './own-failure.ts';
import { answersAll, hitsSome, type Structure } from './structure.ts';
import { Whole } from './whole.ts';

/** Branches of nested visits that are written out before their numbers are worked out instead. */
const NESTED = 4000;
/** Repeated draws of one callee in a race that are written out. */
const WRITTEN_OUT = 64;
/** Numbers in between at the ends of a function that become branches. */
const MOST_BRANCHES = 4096;
/** The count of a single visit. */
const ONCE = 0;

/**
 * Builds failure functions of visits. A visit is built *in line*: its branches are variables of its own, so that all
 * functions have the ends 0 and 1 only, and visits stay independent draws. All visits to a component that one request
 * makes for certain are built together as N visits at once. Only where a function of numbers is needed (several visits
 * at once behind a branch) is it built *by numbers*, and its ends become branches.
 *
 * A branch is known by the way to it: the branches, gates and caches passed since the client, but for those that are the
 * only way to what lies behind. So two visits in one request never share a branch, while different clients and components
 * use the same functions, and what is a tree in the drawing stays one.
 *
 * Model: rules 4 to 7 of the scenario format. Units: places in the structure, nodes of the diagram. Errors: an atom
 * `OVERFLOW` where the diagram is full. Accuracy: exact but for the ends of functions of numbers (1e-15).
 * Cost: that of the diagram. Source: docs/availability-maths.md, "Branches".
 *
 * @example new Builder(structureOf(samples.checkout.designs[0]), new Diagram(1000)).counts.length // => 1
 */
export class Builder {
  readonly counts: Count[] = [[]];
  readonly whole: Whole;
  readonly #structure: Structure;
  readonly #diagram: Diagram;
  readonly #numbers: Numbers;
  readonly #nested: number;
  readonly #rank: Int32Array;
  readonly #closed: readonly boolean[];
  /** By component. */
  readonly #owns: (Failure | undefined)[] = [];
  readonly #ownFailures: OwnFailures;
  readonly #nothing: Failure;
  /** By component: what fails a visit whatever branches are taken; all there is where no branches are below. */
  readonly #steady: (Failure | undefined)[] = [];
  readonly #countPlaces = new Map<string, number>();
  readonly #atoms = new Map<string, Failure>();

  /** `order` is that of the variables, `own` what components fail by themselves of; `nested` as `NESTED`. */
  constructor(
    structure: Structure,
    diagram: Diagram,
    order = structure.order,
    own = groupsAndDomains(structure),
    nested = NESTED,
  ) {
    this.#nested = nested;
    this.#structure = structure;
    this.#diagram = diagram;
    this.#ownFailures = own;
    this.#nothing = failureOf(own.elements.length, null);
    this.whole = new Whole(own.elements, structure.components.length, diagram, order);
    this.#numbers = new Numbers(structure, diagram, this.whole, {
      steady: (place) => this.#steady[place]!,
      own: (place) => this.own(place),
    });
    this.#closed = reachedByOneCall(structure);
    this.#rank = new Int32Array(structure.components.length);
    structure.order.forEach((place, index) => {
      this.#rank[place] = index;
    });
  }

  /** Whether chances, counts, hit ratios or weights went into the diagram itself. */
  get usesNumbers(): boolean {
    return this.#numbers.used;
  }

  /** Builds the visit to a component; everything that it needs has been built before. */
  build(place: number): Failure {
    this.#steady[place] = this.#makeSteady(place);
    return this.#structure.fractional[place] === true ? this.#visit(place, '', ONCE) : this.#steady[place];
  }

  /** The failure of a component itself, with the domains that it stands in. */
  own(place: number): Failure {
    return (this.#owns[place] ??= this.#ownFailures.of(place, this.whole, this.#diagram));
  }

  #makeSteady(place: number): Failure {
    const { components, needs, calls, fractional, waits } = this.#structure;
    const component = components[place]!;
    const own = this.own(place);
    const certain = needs[place]!.filter((call) => calls[call]!.probability >= 1);
    const below = certain.map((call) => this.#steady[calls[call]!.to]!);
    if (component.kind === 'gate') {
      if (fractional[place] === true) return own;
      const operands = certain.map((call, index) => {
        return { failure: below[index]!, count: component.mode === 'race' ? calls[call]!.times : 1 };
      });
      return eitherFailure([own, this.#enough(operands, component.needed)]);
    }
    if (component.kind !== 'cache') return eitherFailure([...below, own]);
    const bypass = component.whenDown === 'bypass' && waits[place] === true;
    if (hitsSome(component) && needs[place]!.length > 0) return bypass ? this.#nothing : own;
    return eitherFailure([this.#nothing, ...below, ...(bypass ? [] : [own])]);
  }

  /** A visit on some way; or, with a count, the failure of any of several at once. */
  #visit(place: number, way: string, count: number): Failure {
    const { calls, fractional, needs } = this.#structure;
    const steady = this.#steady[place]!;
    if (fractional[place] !== true) return steady;
    const parts: Failure[] = [steady];
    for (const [at, here] of this.#counted(place, count)) {
      if (!answersAll(this.#structure, at)) parts.push(this.#atom(at, way, here));
      else for (const call of needs[at]!) if (calls[call]!.probability < 1) parts.push(this.#call(call, way, here));
    }
    return eitherFailure(parts);
  }

  /** Everything with branches that a visit reaches for certain, and how many visits that makes, callers first. */
  #counted(place: number, count: number): Map<number, number> {
    const { calls, fractional, needs } = this.#structure;
    const reached = new Set([place]);
    const onwards = (at: number): readonly number[] => {
      if (!answersAll(this.#structure, at)) return [];
      return needs[at]!.filter((call) => calls[call]!.probability >= 1 && fractional[calls[call]!.to] === true);
    };
    for (const at of reached) for (const call of onwards(at)) reached.add(calls[call]!.to);
    const order = [...reached].sort((a, b) => this.#rank[b]! - this.#rank[a]!);
    const terms = new Map<number, { count: number; call: number }[]>(order.map((at) => [at, []]));
    const counts = new Map<number, number>();
    for (const at of order) {
      const here = at === place ? count : this.#count(terms.get(at)!);
      counts.set(at, here);
      for (const call of onwards(at)) terms.get(calls[call]!.to)!.push({ count: here, call });
    }
    return counts;
  }

  #count(terms: Count): number {
    const [first] = terms;
    if (terms.length === 1 && this.#structure.calls[first!.call]!.times === 1) return first!.count;
    const key = terms.map(({ count, call }) => `${count}*${call}`).join('+');
    let place = this.#countPlaces.get(key);
    if (place === undefined) {
      place = this.counts.push(terms) - 1;
      this.#countPlaces.set(key, place);
    }
    return place;
  }

  #remembered(key: string, make: () => Failure): Failure {
    let atom = this.#atoms.get(key);
    if (atom === undefined) {
      atom = make();
      this.#atoms.set(key, atom);
    }
    return atom;
  }

  #single(node: number): Failure {
    return { ...this.#nothing, atoms: [node] };
  }

  /** A call that is made with a probability. */
  #call(index: number, way: string, count: number): Failure {
    const { to, times } = this.#structure.calls[index]!;
    const key = `${way}/${index}*${count}`;
    const nested = this.#structure.fractional[to] === true;
    return this.#remembered(key, () => {
      if (nested && !this.#inLine(count)) return this.#byNumbers(this.#numbers.call(index), count);
      const inside = times === 1 || !nested ? ONCE : this.#count([{ count: ONCE, call: index }]);
      const callee = this.whole.of(this.#visit(to, this.#closed[to] === true ? way : key, inside));
      return this.#single(this.#diagram.both(this.whole.branch({ of: 'call', place: index, count }, to), callee));
    });
  }

  /** Whether a visit with branches inside may be written out: one visit, and not too many so far. */
  #inLine(count: number): boolean {
    return count === ONCE && this.#atoms.size < this.#nested;
  }

  /** A cache or a gate with branches. */
  #atom(place: number, way: string, count: number): Failure {
    const key = `${way}/${this.#structure.components[place]!.kind}${place}*${count}`;
    return this.#remembered(key, () =>
      this.#structure.components[place]!.kind === 'gate'
        ? this.#gate(place, key, count)
        : this.#cache(place, key, count),
    );
  }

  #cache(place: number, way: string, count: number): Failure {
    const { components, needs, calls, fractional, waits } = this.#structure;
    const plain = needs[place]!.every((call) => calls[call]!.probability >= 1 && fractional[calls[call]!.to] !== true);
    if (!plain && !this.#inLine(count)) return this.#byNumbers(this.#numbers.of(place), count);
    const parts = needs[place]!.map((call) => {
      const { to, times, probability } = calls[call]!;
      if (probability < 1) return this.#call(call, way, ONCE);
      return this.#visit(
        to,
        this.#closed[to] === true ? way : `${way}/${call}`,
        times === 1 ? ONCE : this.#count([{ count: ONCE, call }]),
      );
    });
    const below = this.whole.of(eitherFailure(parts));
    const miss = this.whole.branch({ of: 'cache', place, count }, place);
    const bypass = components[place]!.whenDown === 'bypass' && waits[place] === true;
    const asks = bypass ? this.#diagram.either(miss, this.whole.of(this.own(place))) : miss;
    return this.#single(this.#diagram.both(asks, below));
  }

  #gate(place: number, way: string, count: number): Failure {
    const { components, needs, calls, fractional } = this.#structure;
    const { mode, needed } = components[place]!;
    const byNumbers = () => this.#byNumbers(this.#numbers.of(place), count);
    if (mode === 'balance' || !this.#inLine(count)) return byNumbers();
    const operands: { failure: Failure; count: number }[] = [];
    for (const call of needs[place]!) {
      const { to, times } = calls[call]!;
      const race = mode === 'race';
      if (fractional[to] !== true) operands.push({ failure: this.#steady[to]!, count: race ? times : 1 });
      else if (!race) {
        const inside = times === 1 ? ONCE : this.#count([{ count: ONCE, call }]);
        operands.push({
          failure: this.#visit(to, this.#closed[to] === true ? way : `${way}/${call}`, inside),
          count: 1,
        });
      } else if (times > WRITTEN_OUT) return byNumbers();
      else {
        for (let copy = 0; copy < times; copy++) {
          operands.push({ failure: this.#visit(to, `${way}/${call}.${copy}`, ONCE), count: 1 });
        }
      }
    }
    return this.#enough(operands, needed);
  }

  /** Fails when fewer than `needed` of the operands work. */
  #enough(operands: readonly { failure: Failure; count: number }[], needed: number): Failure {
    const enough = operands.reduce((sum, { count }) => sum + count, 0) - needed + 1;
    const size = this.#ownFailures.elements.length;
    const counts = new Map<number, number>();
    for (const { failure, count } of operands) {
      for (const element of members(failure.always)) counts.set(element, (counts.get(element) ?? 0) + count);
    }
    // What alone fails as many as it takes stands in series, and the rest is built without it.
    const alone = [...counts].filter(([, count]) => count >= enough).map(([element]) => failureOf(size, element));
    const always = eitherFailure([this.#nothing, ...alone]);
    const parts = operands.map(({ failure, count }) => {
      return { node: this.whole.where(failure, (element) => !hasMember(always.always, element)), count };
    });
    return eitherFailure([always, this.#single(this.whole.atLeast(parts, enough))]);
  }

  /** 1 − (1 − g)ᴺ with every number in between at its ends made a branch of this visit. */
  #byNumbers(node: number, count: number): Failure {
    const visits = countValues(this.#structure, this.counts)[count]!;
    const branches = new Map<number, number>();
    const made = endsMapped(this.#diagram, node, (value) => {
      const chance = anyOfSame(value, visits);
      if (chance <= 0) return ZERO;
      if (chance >= 1) return ONE;
      if (branches.size >= MOST_BRANCHES) return OVERFLOW;
      if (!branches.has(chance)) branches.set(chance, this.whole.branchBelow({ of: 'number', chance }, node));
      return branches.get(chance)!;
    });
    return this.#single(made);
  }
}
