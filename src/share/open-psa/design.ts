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
function plainName(definition: Definition): string {
  return definition.isPublic ? definition.name : fullPath(definition);
}

/**
 * The fault trees as a design: every top gate a journey, every gate one that needs some of what it calls, every basic
 * event something external. What occurs when `least` of its inputs do works while all but `least - 1` of them work.
 * Events that no gate depends on are left out and counted.
 */
export function faultTreeDesign(
  { order, tops }: Wiring,
  folded: ReadonlyMap<Gate, Folded>,
  probabilities: ReadonlyMap<Definition, number>,
): { design: Design; unused: number } {
  const components = new Map<string, Component>();
  const taken = new Set<string>();
  const add = (name: string, title: string, component: Component): string => {
    const id = numberedId(taken, plainId(name));
    taken.add(id);
    components.set(id, { ...component, name: title.slice(0, CAPS.titleLength) });
    return id;
  };
  const gateName = ({ definition, title }: Gate): string => (definition === null ? title : plainName(definition));

  const clients = tops.map((gate) => add(gateName(gate), gate.title, { kind: 'client' }));
  const ids = new Map<Gate | Definition, string>();
  const wanted = new Set<Gate | Definition>(tops);
  for (const gate of order) {
    if (!wanted.has(gate)) continue;
    const rest = folded.get(gate) ?? false;
    if (typeof rest === 'boolean') {
      ids.set(gate, add(gateName(gate), gate.title, { kind: 'external', up: upText(rest ? 1 : 0) }));
      continue;
    }
    ids.set(gate, add(gateName(gate), gate.title, { kind: 'gate', needed: rest.inputs.length - rest.least + 1 }));
    for (const input of rest.inputs) wanted.add(input);
  }
  for (const event of wanted) {
    if (isGate(event)) continue;
    const up = upText(probabilities.get(event) ?? 0);
    ids.set(event, add(plainName(event), event.title, { kind: 'external', up }));
  }

  const call = (from: string, to: Gate | Definition): Call => ({ from, to: ids.get(to) ?? '' });
  const calls = tops.map((gate, place) => call(clients[place] ?? '', gate));
  for (const gate of order) {
    const rest = folded.get(gate);
    const from = ids.get(gate);
    if (from !== undefined && typeof rest === 'object') for (const input of rest.inputs) calls.push(call(from, input));
  }
  const used = [...wanted].filter((each) => !isGate(each)).length;
  const design = { name: 'today', components: Object.fromEntries(components), calls };
  return { design, unused: probabilities.size - used };
}
