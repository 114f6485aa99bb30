import { attribute, partsOf, unknown } from './definitions.ts';
import { shown, type Problem } from './problem.ts';
import { lookUp, type Definition, type Scope } from './scope.ts';
import type { XmlElement } from './xml.ts';

/** Occurs when at least so many of its inputs do: 1 is an "or", all of them an "and". */
export interface Gate {
  /** What the file defines. */
  readonly definition: Definition;
  /** The connective of a formula inside another, which is a gate of its own without a name; null for the outermost. */
  readonly nested: string | null;
  readonly least: number;
  readonly inputs: readonly Input[];
}

export type Input =
  | { readonly of: 'event'; readonly definition: Definition; readonly line: number }
  | { readonly of: 'formula'; readonly gate: Gate }
  | { readonly of: 'constant'; readonly occurs: boolean };

const NOT_COHERENT: ReadonlySet<string> = new Set(['not', 'xor', 'nand', 'nor', 'iff', 'imply']);
const REFERENCES: ReadonlySet<string> = new Set(['event', 'gate', 'basic-event', 'house-event']);
const CONNECTIVES: ReadonlySet<string> = new Set(['and', 'or', 'atleast']);

/** The gate that a `<define-gate>` defines; null where something in it is wrong, which is then said. */
export function gateOf(definition: Definition, problems: Problem[]): Gate | null {
  const { element } = definition;
  const formula = onlyFormula(element, problems);
  if (formula === null) return null;
  if (CONNECTIVES.has(formula.name)) return connective(formula, definition, null, problems);
  const input = inputOf(formula, element, definition, problems);
  return input && { definition, nested: null, least: 1, inputs: [input] };
}

function onlyFormula(element: XmlElement, problems: Problem[]): XmlElement | null {
  const [formula, second] = partsOf(element);
  const name = shown(attribute(element, 'name'));
  const wrong = (line: number, message: string): null => {
    problems.push({ line, code: 'arguments', message });
    return null;
  };
  if (formula === undefined) return wrong(element.line, `The gate ${name} has no formula. Give it one`);
  if (second !== undefined) return wrong(second.line, `The gate ${name} has more than one formula. Put them into one`);
  return formula;
}

function connective(
  formula: XmlElement,
  definition: Definition,
  nested: string | null,
  problems: Problem[],
): Gate | null {
  const parts = partsOf(formula);
  const least = leastOf(formula, parts.length, problems);
  const inputs = parts.map((part) => inputOf(part, formula, definition, problems));
  return least === null || inputs.includes(null) ? null : { definition, nested, least, inputs: inputs as Input[] };
}

function leastOf(formula: XmlElement, inputs: number, problems: Problem[]): number | null {
  const { name, line } = formula;
  const wrong = (message: string): null => {
    problems.push({ line, code: 'arguments', message });
    return null;
  };
  if (inputs === 0) return wrong(`This <${name}> has nothing in it. Write what it joins`);
  if (name === 'and') return inputs;
  if (name === 'or') return 1;
  const written = attribute(formula, 'min');
  const min = /^\d{1,6}$/.test(written) ? Number(written) : 0;
  if (min >= 1 && min <= inputs) return min;
  return wrong(
    `This <atleast> has min="${shown(written)}". Write a whole number from 1 to ${inputs}, the number of its inputs`,
  );
}

function inputOf(part: XmlElement, parent: XmlElement, definition: Definition, problems: Problem[]): Input | null {
  const { name, line } = part;
  if (REFERENCES.has(name)) return reference(part, definition.scope, problems);
  if (name === 'constant') {
    const occurs = truthOf(part, problems);
    return occurs === null ? null : { of: 'constant', occurs };
  }
  if (CONNECTIVES.has(name)) {
    const gate = connective(part, definition, name, problems);
    return gate && { of: 'formula', gate };
  }
  if (NOT_COHERENT.has(name)) {
    const message = `<${name}> is not coherent: with it a failure could mend something. Only and, or and atleast can be opened`;
    problems.push({ line, code: 'not-coherent', message });
  } else if (name === 'cardinality') {
    const message = '<cardinality> is not supported. Only and, or and atleast can be opened';
    problems.push({ line, code: 'not-supported', message });
  } else unknown(part, parent, problems);
  return null;
}

function reference(part: XmlElement, scope: Scope, problems: Problem[]): Input | null {
  const name = attribute(part, 'name');
  const asked = part.name === 'event' ? attribute(part, 'type') : part.name;
  const definition = lookUp(scope, 'events', name);
  const wrong = (code: string, message: string): null => {
    problems.push({ line: part.line, code, message });
    return null;
  };
  if (definition === undefined) {
    const kind = asked === '' ? 'event' : shown(asked);
    return wrong('undefined', `There is no ${kind} named "${shown(name)}". Define it, or mend the name`);
  }
  if (asked !== '' && asked !== definition.kind) {
    const { kind, element } = definition;
    const message = `${shown(name)} is called a ${shown(asked)} here, but line ${element.line} defines a ${kind}. Make them the same`;
    return wrong('type', message);
  }
  return { of: 'event', definition, line: part.line };
}

/** What a `<constant>` says. */
export function truthOf(element: XmlElement, problems: Problem[]): boolean | null {
  const value = attribute(element, 'value');
  if (value === 'true' || value === 'false') return value === 'true';
  const message = `A constant is true or false, not "${shown(value)}". Write one of them`;
  problems.push({ line: element.line, code: 'constant', message });
  return null;
}

/** Whether a house event occurs: what its constant says, and false without one. */
export function houseEvent({ element }: Definition, problems: Problem[]): boolean {
  const [constant, second] = partsOf(element);
  if (constant === undefined) return false;
  if (constant.name !== 'constant') unknown(constant, element, problems);
  else if (second !== undefined) unknown(second, element, problems);
  else return truthOf(constant, problems) ?? false;
  return false;
}
