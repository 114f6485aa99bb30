import type { Issue } from '../model/issue.ts';
import type { Amount } from '../model/quantity/amount.ts';
import { PLAIN, sameUnit } from '../model/quantity/amount.ts';
import { LONGEST_VALUE, readLiteral } from '../model/quantity/parse-quantity.ts';
import { rangeCentre, rangeText } from '../model/quantity/range.ts';
import { isName } from '../model/quantity/tokens.ts';
import { isUnitName } from '../model/quantity/units.ts';
import type { Value } from '../model/scenario.ts';
import { failed, type Evaluated, type FormulaEvaluator } from './evaluator.ts';

/** The scenario's variables: each is worked out at most once, in whatever order they refer to each other. */
export interface Variables {
  readonly textOf: (name: string) => Value | undefined;
  readonly evaluated: (name: string) => Evaluated;
  /** A text that is no bare literal: a variable's name, a formula, or a range between such. */
  readonly evaluate: (text: string) => Evaluated;
  /** What is wrong with the variables themselves. */
  readonly issues: () => readonly Issue[];
}

const notLoaded: FormulaEvaluator = () =>
  failed('formula/not-loaded', 'Formulas are still being loaded. Wait a moment');

/** How many variables may stand on one another. */
const DEEPEST = 100;

export function variablesOf(
  written: Readonly<Record<string, Value>>,
  evaluateFormula: FormulaEvaluator = notLoaded,
): Variables {
  const known = new Map<string, Evaluated>();
  const open: string[] = [];

  const textOf = (name: string): Value | undefined => (Object.hasOwn(written, name) ? written[name] : undefined);

  const evaluated = (name: string): Evaluated => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const value = textOf(name);
    if (value === undefined) {
      return failed(
        'formula/unknown-variable',
        `There is no variable named ${name}. Add one, or write a number with a unit`,
      );
    }
    const ring = open.indexOf(name);
    if (ring !== -1) return circular(open.slice(ring));
    if (open.length >= DEEPEST) {
      return failed('formula/limit', `More than ${DEEPEST} variables refer to one another in a row. Shorten the chain`);
    }
    open.push(name);
    const result = isUnitName(name) || name === 'to' ? reservedName(name) : valueOf(value);
    open.pop();
    if (!known.has(name)) known.set(name, result);
    return known.get(name)!;
  };

  const circular = (names: readonly string[]): Evaluated => {
    const list =
      names.length === 1 ? `${names[0]} refers to itself` : `${names.join(', ')} refer to each other in a circle`;
    const result = failed('formula/circular', `${list}. Give one of them a number`);
    for (const name of names) known.set(name, result);
    return result;
  };

  const valueOf = (value: Value): Evaluated => {
    if (typeof value === 'string') return evaluate(value);
    return { ok: true, amount: { value, unit: PLAIN } };
  };

  const evaluate = (text: string): Evaluated => {
    if (text.length > LONGEST_VALUE) {
      return failed('formula/limit', `This is longer than ${LONGEST_VALUE} characters. Split it over variables`);
    }
    const literal = readLiteral(text);
    if (literal !== null && !('problem' in literal)) return literalAmount(literal);
    const name = text.trim();
    if (isName(name)) return needed(name);
    const range = rangeText(text);
    if (range === null)
      return literal === null
        ? evaluateFormula(text, needed)
        : failed('quantity/unreadable', `${text} cannot be read, ${literal.problem}`);
    const from = evaluate(range.from);
    const to = evaluate(range.to);
    if (!from.ok) return from;
    return to.ok ? middle(from.amount, to.amount) : to;
  };

  /** Another's variable: that it has no value is said there, here only that it has none. */
  const needed = (name: string): Evaluated => {
    const result = evaluated(name);
    if (result.ok || result.code === 'formula/unknown-variable') return result;
    return failed('formula/variable-in-error', `${name} has no value yet. Mend that variable first`);
  };

  const issues = (): Issue[] =>
    Object.keys(written).flatMap((name) => {
      const result = evaluated(name);
      return result.ok ? [] : [{ code: result.code, path: ['variables', name], message: result.message }];
    });

  return { textOf, evaluated, evaluate, issues };
}

const reservedName = (name: string): Evaluated =>
  failed('formula/name', `${name} is a unit, so it cannot be a variable's name. Rename the variable`);

/** In arithmetic "4 nines" is 0.9999; as a field's own value it keeps its digits instead. */
const literalAmount = (literal: Exclude<ReturnType<typeof readLiteral>, null | { problem: string }>): Evaluated =>
  literal.form === 'nines'
    ? { ok: true, amount: { value: 1 - 10 ** -literal.value, unit: PLAIN } }
    : { ok: true, amount: { value: literal.value, unit: literal.unit } };

function middle(from: Amount, to: Amount): Evaluated {
  if (!sameUnit(from.unit, to.unit))
    return failed('formula/units', 'The two ends of this range have different units. Give both the same');
  return { ok: true, amount: { value: rangeCentre(from.value, to.value), unit: from.unit } };
}
