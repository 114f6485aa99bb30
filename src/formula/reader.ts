import type { Finding, Issue, Path } from '../model/issue.ts';
import { pathText } from '../model/issue.ts';
import type { Dimension } from '../model/kinds/field.ts';
import { fit } from '../model/quantity/fit.ts';
import type { Literal } from '../model/quantity/amount.ts';
import { bandCentre, parseQuantity, readLiteral } from '../model/quantity/parse-quantity.ts';
import { rangeText } from '../model/quantity/range.ts';
import { isName } from '../model/quantity/tokens.ts';
import type { Value } from '../model/scenario.ts';
import type { FormulaEvaluator } from './evaluator.ts';
import { variablesOf } from './variables.ts';

/** Where a value stands: its path, and what people call the thing it belongs to. */
export interface Place {
  readonly path: Path;
  readonly where: string;
}

export const inside = (place: Place, ...keys: (string | number)[]): Place => ({
  path: [...place.path, ...keys],
  where: place.where,
});

interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** Turns written values into SI numbers and collects what is wrong or worth knowing on the way. */
export interface Reader {
  /** null where the value is wrong: the issue is noted, and the caller takes the field's neutral default. */
  readonly number: (value: Value, dimension: Dimension, place: Place, limits?: Limits) => number | null;
  /** A text that is nothing but a quantity, by itself or through variables, as it was written; null for anything else. */
  readonly literal: (value: Value) => Literal | null;
  readonly issue: (code: string, place: Place, message: string) => void;
  readonly finding: (code: string, place: Place, message: string) => void;
  readonly issues: Issue[];
  readonly findings: Finding[];
}

type Read = { readonly value: number; readonly range?: true } | { readonly code: string; readonly message: string };

export function readerOf(written: Readonly<Record<string, Value>>, evaluateFormula?: FormulaEvaluator): Reader {
  const variables = variablesOf(written, evaluateFormula);
  const issues: Issue[] = [...variables.issues()];
  const findings: Finding[] = [];

  /** "timeout: 3 req/s is not a time (App). Write one such as 40 ms": what, where, what to do. */
  const issue = (code: string, place: Place, message: string): void => {
    const [what = message, ...rest] = message.split('. ');
    const advice = rest.length > 0 ? `. ${rest.join('. ')}` : '';
    issues.push({ code, path: place.path, message: `${what} (${place.where})${advice}` });
  };

  const finding = (code: string, place: Place, message: string): void => {
    findings.push({ code, at: pathText(place.path), message });
  };

  const read = (value: Value, dimension: Dimension): Read => {
    const quantity = parseQuantity(value, dimension);
    if (quantity.kind === 'value')
      return quantity.band === undefined ? quantity : { value: quantity.value, range: true };
    if (quantity.kind === 'error') return quantity;
    return quantity.kind === 'variable' ? variable(quantity.name, dimension) : formula(String(value), dimension);
  };

  /** A bare variable is read as if its text stood in the field, so that "99.95 %" keeps its digits. */
  const variable = (name: string, dimension: Dimension): Read => {
    const evaluated = variables.evaluated(name);
    if (!evaluated.ok) {
      if (evaluated.code === 'formula/unknown-variable') return evaluated;
      return { code: 'formula/variable-in-error', message: `${name} has no value yet. Mend that variable first` };
    }
    const result = read(variables.textOf(name)!, dimension);
    return 'code' in result ? { code: result.code, message: `${name} does not fit here: ${result.message}` } : result;
  };

  const formula = (text: string, dimension: Dimension): Read => {
    const range = rangeText(text);
    if (range === null) {
      const evaluated = variables.evaluate(text);
      if (!evaluated.ok) return evaluated;
      const fitted = fit(evaluated.amount, dimension, text);
      return fitted.kind === 'value' ? fitted : { code: fitted.code, message: fitted.message };
    }
    const from = read(range.from, dimension);
    const to = read(range.to, dimension);
    if ('code' in from) return from;
    return 'code' in to ? to : { value: bandCentre(from.value, to.value, dimension), range: true };
  };

  const number: Reader['number'] = (value, dimension, place, limits = {}) => {
    const result = read(value, dimension);
    if ('code' in result) {
      issue(result.code, place, result.message);
      return null;
    }
    const outside = outsideLimits(result.value, limits, String(value));
    if (outside !== null) {
      issue('quantity/out-of-range', place, outside);
      return null;
    }
    if (result.range === true)
      finding('range-centre', place, `${place.where}: the band of ${value} is not computed yet; its centre is used.`);
    return result.value;
  };

  const literal: Reader['literal'] = (value) => {
    if (typeof value === 'number') return null;
    const read = readLiteral(value);
    if (read !== null) return 'problem' in read ? null : read;
    const name = value.trim();
    return isName(name) && variables.evaluated(name).ok ? literal(variables.textOf(name)!) : null;
  };

  return { number, literal, issue, finding, issues, findings };
}

function outsideLimits(value: number, { min, max }: Limits, shown: string): string | null {
  if (min !== undefined && value < min) return `${shown} is too small. Write ${min} or more`;
  if (max !== undefined && value > max) return `${shown} is too large. Write ${max} or less`;
  return null;
}
