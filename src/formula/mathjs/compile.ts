import {
  combinedUnit,
  isPlain,
  PLAIN,
  sameUnit,
  unitPower,
  type Amount,
  type Unit,
} from '../../model/quantity/amount.ts';
import { FUNCTIONS } from './functions.ts';
import { Refusal, type Tree } from './parse.ts';

/** A formula as a closure on plain numbers: its variables' values, in the order of `names`. */
export interface Program {
  readonly unit: Unit;
  readonly names: readonly string[];
  readonly run: (values: readonly number[]) => number;
}

interface Part {
  readonly unit: Unit;
  /** Set where it is a number as written, which an exponent has to be if its base has a unit. */
  readonly constant?: number;
  readonly run: (values: readonly number[]) => number;
}

const wrongUnits = (what: string): Refusal => new Refusal('formula/units', `It ${what} whose units do not go together`);

/** Checks the units of a tree once and turns it into a closure. `$0`, `$1` … stand for `amounts`. */
export function compile(tree: Tree, amounts: readonly Amount[], unitOf: (name: string) => Unit): Program {
  const names: string[] = [];

  const nameOf = (name: string): Part => {
    if (name.startsWith('$')) {
      const amount = amounts[Number(name.slice(1))];
      if (amount === undefined) throw new Refusal('formula/invalid', 'A $ stands alone in it');
      const { value, unit } = amount;
      return { unit, constant: value, run: () => value };
    }
    const unit = unitOf(name);
    const at = names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
    return { unit, run: (values) => values[at] ?? Number.NaN };
  };

  const part = (node: Tree): Part => {
    if (node.node === 'name') return nameOf(node.name);
    const parts = node.parts.map(part);
    if (node.node === 'operator') return operation(node.operator, parts);
    const { unit, run } = functionResult(node.name, parts);
    return { unit, run: (values) => run(...parts.map((each) => each.run(values))) };
  };

  const { unit, run } = part(tree);
  return { unit, names, run };
}

function functionResult(name: string, parts: readonly Part[]): { unit: Unit; run: (...values: number[]) => number } {
  const known = FUNCTIONS.get(name);
  const unit = known?.unit(parts.map((each) => each.unit)) ?? null;
  if (known === undefined || unit === null) throw wrongUnits(`gives ${name} values`);
  return { unit, run: known.run };
}

function operation(operator: string, parts: readonly Part[]): Part {
  const [a, b] = parts;
  if (a === undefined) throw new Refusal('formula/invalid', `${operator} has nothing beside it`);
  if (b === undefined) return operator === '-' ? { unit: a.unit, run: (values) => -a.run(values) } : a;
  switch (operator) {
    case '+':
      return { unit: sumUnit(a, b, 'adds values'), run: (values) => a.run(values) + b.run(values) };
    case '-':
      return { unit: sumUnit(a, b, 'subtracts values'), run: (values) => a.run(values) - b.run(values) };
    case '*':
      return { unit: combinedUnit(a.unit, b.unit, 1), run: (values) => a.run(values) * b.run(values) };
    case '/':
      return { unit: combinedUnit(a.unit, b.unit, -1), run: (values) => a.run(values) / b.run(values) };
    default:
      return { unit: powerUnit(a, b), run: (values) => a.run(values) ** b.run(values) };
  }
}

function sumUnit(a: Part, b: Part, what: string): Unit {
  if (!sameUnit(a.unit, b.unit)) throw wrongUnits(what);
  return a.unit.share === b.unit.share ? a.unit : PLAIN;
}

function powerUnit(base: Part, exponent: Part): Unit {
  if (!isPlain(exponent.unit))
    throw new Refusal('formula/units', 'Its exponent has a unit. Only a plain number can be one');
  if (isPlain(base.unit)) return PLAIN;
  const unit = exponent.constant === undefined ? null : unitPower(base.unit, exponent.constant);
  if (unit === null) {
    throw new Refusal(
      'formula/units',
      'A value with a unit can only be raised to a whole number as written, such as ^ 2',
    );
  }
  return unit;
}
