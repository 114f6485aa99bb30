import * as fc from 'fast-check';
import { align, distribute } from '../../../src/model/edit/arrange.ts';
import { addText, moveTo, setText } from '../../../src/model/edit/board.ts';
import { connect, reconnect, setCallField, splice } from '../../../src/model/edit/calls.ts';
import { copyItems, pasteItems } from '../../../src/model/edit/clipboard.ts';
import {
  addComponent,
  changeKind,
  removeItems,
  renameComponent,
  setField,
  stepReplicas,
} from '../../../src/model/edit/components.ts';
import { addDesign, moveDesign, removeDesign, renameDesign, setDesignNotes } from '../../../src/model/edit/designs.ts';
import { setNotes, setObjective, setTitle } from '../../../src/model/edit/document.ts';
import {
  addDomain,
  changeDomainKind,
  freshDomainName,
  nestDomain,
  nestInto,
  nestOutOf,
  removeDomain,
  renameDomain,
  setDomainField,
} from '../../../src/model/edit/domains.ts';
import { putInDomain, spreadInto, spreadOver, takeOut } from '../../../src/model/edit/placement.ts';
import { applyRemedy } from '../../../src/model/edit/remedy.ts';
import type { Selection } from '../../../src/model/edit/selection.ts';
import { removeVariable, renameVariable, setVariable } from '../../../src/model/edit/variables.ts';
import { CALL_FIELDS } from '../../../src/model/kinds/call.ts';
import { LABEL_FIELDS } from '../../../src/model/kinds/common.ts';
import { DOMAIN_FIELDS, DOMAIN_KINDS } from '../../../src/model/kinds/domain.ts';
import type { Field } from '../../../src/model/kinds/field.ts';
import { KIND_SPECS } from '../../../src/model/kinds/kinds.ts';
import { callIds, KINDS, type Point, type Scenario } from '../../../src/model/scenario.ts';

export type Edit = (scenario: Scenario) => Scenario;

const seed = fc.nat(1_000_000);
const point: fc.Arbitrary<Point> = fc.tuple(
  fc.integer({ min: -2000, max: 2000 }),
  fc.integer({ min: -2000, max: 2000 }),
);

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
const componentsOf = (scenario: Scenario, design: number): string[] =>
  Object.keys(scenario.designs[design]?.components ?? {});
const domainsIn = (scenario: Scenario, design: number): string[] =>
  Object.keys(scenario.designs[design]?.domains ?? {});
const callsOf = (scenario: Scenario, design: number): string[] => callIds(scenario.designs[design]?.calls ?? []);
const some = <T>(all: readonly T[], at: number): T[] => all.filter((_, index) => ((at >> (index % 16)) & 1) === 1);

/** A value that the form of the document takes at a field. */
function valueFor({ edit }: Field, at: number): string | number | boolean | object | undefined {
  if (at % 4 === 0) return undefined;
  switch (edit.shape) {
    case 'quantity':
      return pick([3, '99.9 %', '2 * peak', 'peak', '40 ms', ...(edit.words ?? [])], at);
    case 'choice':
      return pick(edit.options, at)?.value;
    case 'flag':
      return at % 2 === 0;
    case 'time':
      return pick<string | object>(['40 ms', { p50: '31 ms', p99: '140 ms' }, { samples: [0.1, '2 * peak'] }], at);
    case 'up':
      return pick<string | object>(['99.9 %', { mtbf: '720 h', mttr: '43 min' }], at);
    case 'references':
      return edit.to === 'regions' ? 'us-east' : ['a', 'b'];
    case 'open':
      return { perReplica: '$60/month' };
    default:
      return 'words';
  }
}

const selection = (scenario: Scenario, design: number, at: number): Selection => ({
  components: some(componentsOf(scenario, design), at),
  calls: some(callsOf(scenario, design), at >> 3),
  texts: some(Object.keys(scenario.texts ?? {}), at >> 2),
  domains: some(domainsIn(scenario, design), at >> 1),
});

type Make = (scenario: Scenario, design: number, a: number, b: number, at: Point) => Scenario;

/** Every edit there is, on whatever the scenario has at that moment. */
export const EDITS: Readonly<Record<string, Make>> = {
  addComponent(s, d, a, b, at) {
    const kind = pick(KINDS, a) ?? 'service';
    const name = pick(['App', 'Ünïcode 部', 'constructor', '2nd', ''], b);
    return addComponent(s, d, { component: { kind, ...(name ? { name } : {}) }, ...(a % 3 ? { at } : {}) }).scenario;
  },
  removeItems: (s, d, a, b) => removeItems(s, d, selection(s, d, a & b)),
  setField(s, d, a, b) {
    const id = pick(componentsOf(s, d), a) ?? '';
    const kind = s.designs[d]?.components[id]?.kind ?? 'service';
    const field = pick(KIND_SPECS[kind].fields, b);
    return field === undefined ? s : setField(s, d, id, field.key, valueFor(field, a + b));
  },
  changeKind: (s, d, a, b) => changeKind(s, d, pick(componentsOf(s, d), a) ?? '', pick(KINDS, b) ?? 'service'),
  renameComponent: (s, d, a, b) =>
    renameComponent(s, d, pick(componentsOf(s, d), a) ?? '', pick(['App', ' ', 'Shop 7'], b) ?? ''),
  stepReplicas: (s, d, a, b) => stepReplicas(s, d, pick(componentsOf(s, d), a) ?? '', (b % 7) - 3),
  connect: (s, d, a, b) =>
    connect(s, d, pick(componentsOf(s, d), a) ?? '', pick(componentsOf(s, d), b) ?? '', b % 2 ? { times: 2 } : {})
      .scenario,
  setCallField(s, d, a, b) {
    const field = pick(CALL_FIELDS, b);
    return field === undefined
      ? s
      : setCallField(s, d, pick(callsOf(s, d), a) ?? '', field.key, valueFor(field, a + b));
  },
  reconnect: (s, d, a, b) =>
    reconnect(s, d, pick(callsOf(s, d), a) ?? '', { [a % 2 ? 'from' : 'to']: pick(componentsOf(s, d), b) }),
  splice: (s, d, a, b) => splice(s, d, pick(callsOf(s, d), a) ?? '', pick(componentsOf(s, d), b) ?? ''),
  moveTo: (s, d, a, b, at) =>
    moveTo(s, {
      components: Object.fromEntries(some(componentsOf(s, d), a).map((id) => [id, at])),
      texts: Object.fromEntries(some(Object.keys(s.texts ?? {}), b).map((id) => [id, at])),
      domains: Object.fromEntries(some(domainsIn(s, d), a + b).map((id) => [id, at])),
    }),
  align: (s, d, a, b) =>
    align(
      s,
      some([...componentsOf(s, d), ...Object.keys(s.texts ?? {})], a),
      pick(['left', 'right', 'top', 'bottom', 'centre', 'middle'] as const, b) ?? 'left',
    ),
  distribute: (s, d, a, b) => distribute(s, some(componentsOf(s, d), a), b % 2 ? 'horizontal' : 'vertical'),
  addText: (s, _d, a, _b, at) => addText(s, { text: `text ${a}`, at }).scenario,
  setText: (s, _d, a, b) => setText(s, pick(Object.keys(s.texts ?? {}), a) ?? '', b % 3 ? `text ${b}` : ' '),
  pasteItems: (s, d, a, b, at) =>
    pasteItems(s, pick([...s.designs.keys()], b) ?? 0, copyItems(s, d, selection(s, d, a)), at).scenario,
  addDomain(s, d, a, b, at) {
    const kind = pick(DOMAIN_KINDS, a) ?? 'zone';
    const name = pick([freshDomainName(s.designs[d], kind), 'constructor', ''], b);
    return addDomain(s, d, { domain: { kind, ...(name ? { name } : {}) }, ...(a % 3 ? { at } : {}) }).scenario;
  },
  setDomainField(s, d, a, b) {
    const field = pick([...DOMAIN_FIELDS, ...LABEL_FIELDS], b);
    return field === undefined
      ? s
      : setDomainField(s, d, pick(domainsIn(s, d), a) ?? '', field.key, valueFor(field, a + b));
  },
  renameDomain: (s, d, a, b) => renameDomain(s, d, pick(domainsIn(s, d), a) ?? '', pick(['Zone a', ' '], b) ?? ''),
  changeDomainKind: (s, d, a, b) =>
    changeDomainKind(s, d, pick(domainsIn(s, d), a) ?? '', pick(DOMAIN_KINDS, b) ?? 'zone'),
  removeDomain: (s, d, a) => removeDomain(s, d, pick(domainsIn(s, d), a) ?? ''),
  nestDomain: (s, d, a, b) => nestDomain(s, d, pick(domainsIn(s, d), a) ?? '', some(domainsIn(s, d), b)),
  nestInto: (s, d, a, b) => nestInto(s, d, pick(domainsIn(s, d), a) ?? '', pick(domainsIn(s, d), b) ?? ''),
  nestOutOf: (s, d, a, b) => nestOutOf(s, d, pick(domainsIn(s, d), a) ?? '', pick(domainsIn(s, d), b) ?? ''),
  putInDomain: (s, d, a, b) => putInDomain(s, d, some(componentsOf(s, d), a), pick(domainsIn(s, d), b) ?? ''),
  takeOut: (s, d, a, b) => takeOut(s, d, some(componentsOf(s, d), a), pick(domainsIn(s, d), b) ?? ''),
  spreadOver: (s, d, a, b) => spreadOver(s, d, some(componentsOf(s, d), a), some(domainsIn(s, d), b)),
  spreadInto: (s, d, a, b) => spreadInto(s, d, some(componentsOf(s, d), a), pick(domainsIn(s, d), b) ?? ''),
  addDesign: (s, d, a) => (s.designs.length > 4 ? s : addDesign(s, d, a % 2 ? `stage ${a}` : undefined)),
  renameDesign: (s, d, a) => renameDesign(s, d, a % 3 ? `design ${a}` : ' '),
  removeDesign: (s, d) => removeDesign(s, d),
  moveDesign: (s, d, a) => moveDesign(s, d, a % 4),
  setDesignNotes: (s, d, a) => setDesignNotes(s, d, a % 2 ? `notes ${a}` : ''),
  setTitle: (s, _d, a) => setTitle(s, a % 3 ? `title ${a}` : ''),
  setNotes: (s, _d, a) => setNotes(s, a % 3 ? `notes ${a}` : ''),
  setObjective: (s, _d, a) =>
    setObjective(s, pick(['cost', 'durability', 'consistency'] as const, a) ?? 'cost', a % 2 ? '$5/month' : undefined),
  setVariable: (s, _d, a, b) =>
    setVariable(s, pick(['peak', 'base', 'ms', 'to', '__proto__', 'x2'], a) ?? '', b % 2 ? b : '2 * base'),
  renameVariable: (s, _d, a, b) =>
    renameVariable(
      s,
      pick(Object.keys(s.variables ?? {}), a) ?? '',
      pick(['load', 'peak', 's', 'min', 'größe'], b) ?? '',
    ),
  removeVariable: (s, _d, a) => removeVariable(s, pick(Object.keys(s.variables ?? {}), a) ?? ''),
  applyRemedy: (s, d, a, b) =>
    applyRemedy(s, d, {
      kind: a % 2 ? 'add-replica' : 'second-provider',
      component:
        pick(
          componentsOf(s, d).filter((id) => s.designs[d]?.components[id]?.kind !== 'client'),
          b,
        ) ?? '',
    }),
};

/** One edit on any scenario, with the name that a failure shows. */
export const anyEdit: fc.Arbitrary<{ readonly name: string; readonly edit: Edit }> = fc
  .tuple(fc.constantFrom(...Object.keys(EDITS)), seed, seed, seed, point)
  .map(([name, design, a, b, at]) => ({
    name,
    edit: (scenario) => EDITS[name]?.(scenario, design % scenario.designs.length, a, b, at) ?? scenario,
  }));

/** The value with everything in it frozen, so that a change in place throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
