import { numberedId } from '../../model/edit/ids.ts';
import { complementPercent } from '../../model/quantity/complement.ts';
import type { Call, Component, Design } from '../../model/scenario.ts';
import { CAPS } from '../../model/schema/structure.ts';
import type { Folded } from './constants.ts';
import type { Gate } from './formulas.ts';
import { fullPath, type Definition } from './scope.ts';
import { isGate, type Wiring } from './wiring.ts';

/** What `idSchema` does not let an id have. */
const NOT_IN_IDS = /[^ \p{L}\p{M}\p{N}_.:/@#-]+/gu;
/** Room for a number behind it. */
const LONGEST_ID = CAPS.idLength - 10;

/** An id from a name: what an id cannot have becomes a hyphen, and digits alone would lose their place in an object. */
function plainId(name: string): string {
  const plain = name.slice(0, LONGEST_ID).replaceAll(NOT_IN_IDS, '-').trim();
  return /^\d*$/.test(plain) ? `e${plain}` : plain;
}

/** An availability that the engine turns into exactly this unavailability again. */
export const upText = (probability: number): string => complementPercent(String(probability)) ?? `${probability} s/s`;

/** A public element is known by its name, a private one by its path. */
const nameOf = (definition: Definition): string => (definition.isPublic ? definition.name : fullPath(definition));

/** The tops and all that they depend on: gates, callers first, then events. */
export function dependedOn({ order, tops }: Wiring, folded: ReadonlyMap<Gate, Folded>): ReadonlySet<Gate | Definition> {
  const wanted = new Set<Gate | Definition>(tops);
  for (const gate of order) {
    const rest = folded.get(gate);
    if (wanted.has(gate) && typeof rest === 'object') for (const input of rest.inputs) wanted.add(input);
  }
  return wanted;
}

/**
 * Fault trees as a design: every top gate a journey, every gate one that needs some of what it calls, every basic event
 * something external. What occurs when `least` of its inputs do works while all but `least - 1` of them work.
 */
export function faultTreeDesign(
  tops: readonly Gate[],
  parts: ReadonlySet<Gate | Definition>,
  folded: ReadonlyMap<Gate, Folded>,
  probabilities: ReadonlyMap<Definition, number>,
): Design {
  const components = new Map<string, Component>();
  const taken = new Set<string>();
  const add = (definition: Definition, component: Component, nested: string | null = null): string => {
    const within = nested === null ? '' : `: ${nested}`;
    const id = numberedId(taken, plainId(nameOf(definition) + within));
    taken.add(id);
    components.set(id, { ...component, name: (definition.title + within).slice(0, CAPS.titleLength) });
    return id;
  };
  const addPart = (part: Gate | Definition): string => {
    if (!isGate(part)) return add(part, { kind: 'external', up: upText(probabilities.get(part) ?? 0) });
    const rest = folded.get(part) ?? false;
    const component: Component =
      typeof rest === 'boolean'
        ? { kind: 'external', up: upText(rest ? 1 : 0) }
        : { kind: 'gate', needed: rest.inputs.length - rest.least + 1 };
    return add(part.definition, component, part.nested);
  };

  const clients = tops.map((gate) => ({ from: add(gate.definition, { kind: 'client' }), gate }));
  const ids = new Map([...parts].map((part) => [part, addPart(part)]));
  const call = (from: string, to: Gate | Definition): Call => ({ from, to: ids.get(to) ?? '' });
  const calls = clients.map(({ from, gate }) => call(from, gate));
  for (const [part, from] of ids) {
    const rest = isGate(part) ? folded.get(part) : undefined;
    if (typeof rest === 'object') for (const input of rest.inputs) calls.push(call(from, input));
  }
  return { name: 'today', components: Object.fromEntries(components), calls };
}
