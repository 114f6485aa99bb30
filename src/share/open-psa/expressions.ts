import { MOST_NAMED } from '../../model/rings.ts';
import { attribute, partsOf } from './definitions.ts';
import { circleText, shown, type Problem } from './problem.ts';
import { lookUp, type Definition, type Scope } from './scope.ts';
import type { XmlElement } from './xml.ts';

interface Operator {
  readonly least: number;
  readonly most: number;
  readonly of: (values: readonly number[]) => number;
}

const one = (of: (value: number) => number): Operator => ({ least: 1, most: 1, of: ([value = NaN]) => of(value) });
const folded = (of: (left: number, right: number) => number): Operator => ({
  least: 1,
  most: Infinity,
  of: (values) => values.reduce((left, right) => of(left, right)),
});

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['neg', one((value) => -value)],
  ['add', folded((left, right) => left + right)],
  ['sub', folded((left, right) => left - right)],
  ['mul', folded((left, right) => left * right)],
  ['div', folded((left, right) => left / right)],
  ['pi', { least: 0, most: 0, of: () => Math.PI }],
  ['abs', one(Math.abs)],
  ['exp', one(Math.exp)],
  ['log', one(Math.log)],
  ['log10', one(Math.log10)],
  ['sqrt', one(Math.sqrt)],
  ['pow', { least: 2, most: 2, of: ([base = NaN, exponent = NaN]) => base ** exponent }],
  ['min', folded(Math.min)],
  ['max', folded(Math.max)],
  ['mean', { least: 1, most: Infinity, of: (values) => values.reduce((sum, each) => sum + each) / values.length }],
]);

const FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INTEGER = /^[+-]?\d+$/;
/** How deep expressions may stand inside one another, parameters that they refer to counted. */
const DEEPEST = 500;

/**
 * Works out the probability of basic events and the values of the parameters that it stands on, each once; null where
 * something is wrong, which is then said.
 */
export function valueReader(problems: Problem[]): (definition: Definition) => number | null {
  const known = new Map<Definition, number | null>();
  const open: Definition[] = [];
  let depth = 0;

  const wrong = ({ line }: XmlElement, code: string, message: string): null => {
    problems.push({ line, code, message });
    return null;
  };

  const literal = (element: XmlElement, form: RegExp): number | null => {
    const written = attribute(element, 'value');
    if (form.test(written)) return Number(written);
    return wrong(
      element,
      'number',
      `"${shown(written)}" is not a number that <${element.name}> can have. Write another`,
    );
  };

  const parameter = (element: XmlElement, scope: Scope): number | null => {
    const name = attribute(element, 'name');
    const definition = lookUp(scope, 'parameters', name);
    if (definition === undefined)
      return wrong(element, 'undefined', `There is no parameter named "${shown(name)}". Define it, or mend the name`);
    const ring = open.indexOf(definition);
    if (ring === -1) return valueOf(definition);
    const members = open.slice(ring);
    const places = [...members.keys()].slice(0, MOST_NAMED);
    const circle = circleText({ members: places, size: members.length }, (place) => members[place]?.name ?? '');
    return wrong(element, 'cycle', `${circle}. Give one of them a number`);
  };

  const operation = (element: XmlElement, scope: Scope): number | null => {
    const { name } = element;
    const operator = OPERATORS.get(name);
    if (operator === undefined) {
      const message = `<${shown(name)}> is not a constant that can be worked out here. Write the number itself`;
      return wrong(element, 'not-constant', message);
    }
    const parts = partsOf(element);
    if (parts.length < operator.least || parts.length > operator.most) {
      const count = operator.most === Infinity ? 'at least 1 value' : `${operator.most} values`;
      return wrong(element, 'arguments', `<${name}> takes ${count}, not ${parts.length}. Mend it`);
    }
    const values = parts.map((part) => read(part, scope));
    return values.includes(null) ? null : operator.of(values as number[]);
  };

  const read = (element: XmlElement, scope: Scope): number | null => {
    if (element.name === 'float') return literal(element, FLOAT);
    if (element.name === 'int') return literal(element, INTEGER);
    if (depth >= DEEPEST)
      return wrong(
        element,
        'too-deep',
        `More than ${DEEPEST} expressions stand in one another. Write the number itself`,
      );
    depth++;
    const value = element.name === 'parameter' ? parameter(element, scope) : operation(element, scope);
    depth--;
    return value;
  };

  const valueOf = (definition: Definition): number | null => {
    const before = known.get(definition);
    if (before !== undefined) return before;
    open.push(definition);
    const value = ownValue(definition);
    open.pop();
    known.set(definition, value);
    return value;
  };

  const ownValue = ({ kind, name, element, scope }: Definition): number | null => {
    const [part, second] = partsOf(element);
    const what = kind === 'parameter' ? 'value' : 'probability';
    if (part === undefined) return wrong(element, 'no-value', `${shown(name)} has no ${what}. Give it one`);
    if (second !== undefined)
      return wrong(second, 'arguments', `${shown(name)} has more than one ${what}. Leave only one`);
    const value = read(part, scope);
    if (value === null || kind === 'parameter' || (value >= 0 && value <= 1)) return value;
    return wrong(
      part,
      'probability',
      `The probability of ${shown(name)} is ${value}, which is not between 0 and 1. Mend it`,
    );
  };

  return valueOf;
}
