import { combined } from '../graph/combine.ts';
import { ONE, type Diagram } from '../graph/diagram.ts';
import { endsMapped } from '../graph/rebuild.ts';
import { anyOfSame } from '../numeric/any-of.ts';
import type { Failure } from './failure.ts';
import type { Structure } from './structure.ts';
import { gateFailure } from '../numeric/visit-failure.ts';
import type { Whole } from './whole.ts';

/** What is known of a visit's failure without numbers: what fails it whatever branches are taken, and what is its own. */
interface Known {
  readonly steady: (place: number) => Failure;
  readonly own: (place: number) => Failure;
}

/**
 * Functions of numbers: the failure chance of a visit, given what is down, at the ends of a diagram.
 *
 * Model: g(call) = p · (1 − (1 − g)ᴺ), and so on (rules 4 to 7 of the scenario format). Units: nodes whose ends are
 * chances. Errors: `OVERFLOW`. Accuracy: ends are rounded once an operation. Cost: as many ends as there are different
 * chances, which is why it is the second choice. Source: R. I. Bahar et al. (1993).
 *
 * @example new Numbers(structureOf(samples.checkout.designs[0]), new Diagram(9)).used // => false
 */
export class Numbers {
  used = false;
  readonly #structure: Structure;
  readonly #diagram: Diagram;
  readonly #whole: Whole;
  readonly #failures: Known;
  readonly #known = new Map<number, number>();

  constructor(structure: Structure, diagram: Diagram, whole: Whole, failures: Known) {
    this.#structure = structure;
    this.#diagram = diagram;
    this.#whole = whole;
    this.#failures = failures;
  }

  /** The failure chance of one visit to a component. */
  of(place: number): number {
    let node = this.#known.get(place);
    if (node === undefined) {
      this.used = true;
      const fractional = this.#structure.fractional[place] === true;
      node = fractional ? this.#make(place) : this.#whole.of(this.#failures.steady(place));
      this.#known.set(place, node);
    }
    return node;
  }

  /** The failure chance of a call, made or not. */
  call(index: number): number {
    const { to, times, probability } = this.#structure.calls[index]!;
    const callee = this.of(to);
    if (times === 1 && probability >= 1) return callee;
    const diagram = this.#diagram;
    return endsMapped(diagram, callee, (value) => diagram.end(probability * anyOfSame(value, times)));
  }

  #make(place: number): number {
    const { components, needs, calls, waits } = this.#structure;
    const diagram = this.#diagram;
    const component = components[place]!;
    const own = this.#whole.of(this.#failures.own(place));
    if (component.kind === 'gate') {
      const list = needs[place]!.map((call) => calls[call]!);
      const nodes = list.map((call) => this.of(call.to));
      const gate = combined(diagram, nodes, (values) => gateFailure(component.mode, component.needed, list, values));
      return diagram.either(own, gate);
    }
    const below = this.#whole.anyOf(needs[place]!.map((call) => this.call(call)));
    if (component.kind !== 'cache') return diagram.either(own, below);
    const up = endsMapped(diagram, below, (value) => diagram.end((1 - component.hitRatio) * value));
    return diagram.mix(own, component.whenDown === 'bypass' && waits[place] === true ? below : ONE, up);
  }
}
