import { CAPS } from '../../model/schema/structure.ts';
import { shown, type Problem } from './problem.ts';
import { newScope, rootOf, type Definition, type Scope } from './scope.ts';
import type { XmlElement } from './xml.ts';

const EVENTS: ReadonlyMap<string, Definition['kind']> = new Map([
  ['define-gate', 'gate'],
  ['define-basic-event', 'basic-event'],
  ['define-house-event', 'house-event'],
]);
const DATA: ReadonlySet<string> = new Set(['define-basic-event', 'define-house-event', 'define-parameter']);

/** What the format knows besides, and why it cannot be opened. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['include', 'other files are never read. Put everything into one file'],
  ['define-CCF-group', 'groups with common-cause failures cannot be opened yet. Write their failures as basic events'],
  ['define-event-tree', 'event trees cannot be opened, only fault trees'],
  ['define-initiating-event', 'event trees cannot be opened, only fault trees'],
  ['define-substitution', 'substitutions cannot be opened'],
]);

/** Everything that a model defines, in the order of the file. */
export interface Definitions {
  readonly root: Scope;
  readonly trees: readonly XmlElement[];
  readonly all: readonly Definition[];
}

/** Text that documents an element and changes no number. */
const isRemark = ({ name }: XmlElement): boolean => name === 'label' || name === 'attributes';

/** The parts of an element that mean something. */
export const partsOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child) => !isRemark(child));

export const attribute = (element: XmlElement, name: string): string => element.attributes[name]?.trim() ?? '';

/** Its label, else its name. */
export function titleOf(element: XmlElement): string {
  const label = element.children.find(({ name }) => name === 'label')?.text.trim() ?? '';
  return (label === '' ? attribute(element, 'name') : label).slice(0, CAPS.titleLength).replaceAll(/\s+/g, ' ');
}

/** Collects what stands in `<opsa-mef>`, and says what cannot be taken. */
export function definitionsOf(model: XmlElement, problems: Problem[]): Definitions {
  const root = newScope('', null, model.line, true);
  const all: Definition[] = [];
  const trees: XmlElement[] = [];

  const define = (kind: Definition['kind'], element: XmlElement, scope: Scope): void => {
    const name = nameOf(element, problems);
    if (name === null) return;
    const definition = { kind, name, title: titleOf(element), scope, isPublic: isPublic(element, scope), element };
    const names = kind === 'parameter' ? 'parameters' : 'events';
    const places = definition.isPublic ? [scope, rootOf(scope)] : [scope];
    const before = places.map((place) => place[names].get(name)).find((other) => other !== undefined);
    if (before !== undefined) return twice(name, before.element.line, element.line, problems);
    for (const place of places) place[names].set(name, definition);
    all.push(definition);
  };

  const container = (element: XmlElement, parent: Scope): void => {
    const name = nameOf(element, problems);
    if (name === null) return;
    const before = parent.inner.get(name);
    if (before !== undefined) return twice(name, before.line, element.line, problems);
    const scope = newScope(name, parent, element.line, isPublic(element, parent));
    parent.inner.set(name, scope);
    for (const child of partsOf(element)) {
      const kind = EVENTS.get(child.name);
      if (kind !== undefined) define(kind, child, scope);
      else if (child.name === 'define-parameter') define('parameter', child, scope);
      else if (child.name === 'define-component') container(child, scope);
      else unknown(child, element, problems);
    }
  };

  for (const child of partsOf(model)) {
    if (child.name === 'define-fault-tree') {
      trees.push(child);
      container(child, root);
    } else if (child.name === 'model-data') {
      for (const data of partsOf(child)) {
        if (DATA.has(data.name)) define(EVENTS.get(data.name) ?? 'parameter', data, root);
        else unknown(data, child, problems);
      }
    } else unknown(child, model, problems);
  }
  return { root, trees, all };
}

function isPublic(element: XmlElement, scope: Scope): boolean {
  const role = attribute(element, 'role');
  return role === '' ? scope.isPublic : role !== 'private';
}

/** The name that a definition needs; null without a proper one, which is then said. */
function nameOf(element: XmlElement, problems: Problem[]): string | null {
  const name = attribute(element, 'name');
  const what = shown(element.name);
  if (name !== '' && name.length <= CAPS.titleLength) return name;
  const message =
    name === ''
      ? `This <${what}> has no name. Give it one`
      : `The name of this <${what}> is longer than ${CAPS.titleLength} characters. Shorten it`;
  problems.push({ line: element.line, code: 'name', message });
  return null;
}

function twice(name: string, first: number, line: number, problems: Problem[]): void {
  const message = `${shown(name)} is defined twice, in line ${first} and in line ${line}. Rename or remove one of them`;
  problems.push({ line, code: 'duplicate', message });
}

/** Says that an element cannot be taken, with the reason where there is one. */
export function unknown({ name, line }: XmlElement, parent: XmlElement, problems: Problem[]): void {
  const reason = REFUSED.get(name);
  const message =
    reason === undefined
      ? `<${shown(name)}> is not known inside <${shown(parent.name)}>. Remove it`
      : `<${name}>: ${reason}`;
  problems.push({ line, code: reason === undefined ? 'unknown-element' : 'not-supported', message });
}
