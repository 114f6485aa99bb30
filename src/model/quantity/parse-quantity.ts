import type { Dimension } from '../kinds/field.ts';
import type { Value } from '../scenario.ts';
import type { Literal } from './amount.ts';
import { PLAIN } from './amount.ts';
import { dimensionExample, fit, notA } from './fit.ts';
import { plainText } from './plain-text.ts';
import { rangeCentre, rangeText } from './range.ts';
import { scanQuantity } from './scan.ts';
import { isName, tokens } from './tokens.ts';

interface Band {
  readonly low: number;
  readonly high: number;
  readonly shape: string | null;
}

/**
 * What a field's text says. `value` is in SI units (the unavailability, where an availability is asked for); a range's
 * is its centre, with the `band` beside it. A `formula` has operators or functions, or is a range between such.
 */
export type Quantity =
  | { readonly kind: 'value'; readonly value: number; readonly band?: Band }
  | { readonly kind: 'formula' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'error'; readonly code: string; readonly message: string };

/** No text of a value may be longer: it would be no formula that anybody reads. */
export const LONGEST_VALUE = 200;

/** How many texts are remembered; then all are forgotten at once. */
const MEMORY = 5000;
const remembered = new Map<string, Quantity>();

const WORD_NINES: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
};

/** A quantity that is the whole text, with a sign perhaps; null where it is something else. */
export function readLiteral(text: string): Literal | { readonly problem: string } | null {
  const plain = plainText(text).replace(/^(\w+)(?= nines$)/, (word) => WORD_NINES[word] ?? word);
  const sign = /^[-+] ?/.exec(plain)?.[0] ?? '';
  const scanned = scanQuantity(plain, sign.length);
  if (scanned === null || 'problem' in scanned) return scanned;
  if (scanned.end !== plain.length) return null;
  const { literal } = scanned;
  return sign.startsWith('-') ? { ...literal, value: -literal.value, amount: -literal.amount } : literal;
}

/** Reads a plain number or a text for a field of the given dimension. */
export function parseQuantity(text: Value, dimension: Dimension): Quantity {
  if (typeof text === 'number') return parseNumber(text, dimension);
  if (text.length > LONGEST_VALUE) return parseText(text, dimension);
  const key = `${dimension} ${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const quantity = parseText(text, dimension);
  if (remembered.size >= MEMORY) remembered.clear();
  remembered.set(key, quantity);
  return quantity;
}

function parseNumber(number: number, dimension: Dimension): Quantity {
  const literal: Literal = {
    value: number,
    unit: PLAIN,
    form: 'plain',
    decimal: String(number),
    amount: number,
    perSeconds: null,
  };
  return fit(literal, dimension, String(number));
}

function parseText(text: string, dimension: Dimension): Quantity {
  const shown = plainText(text);
  if (shown === '')
    return {
      kind: 'error',
      code: 'quantity/empty',
      message: `Nothing is written. Write one such as ${dimensionExample(dimension)}`,
    };
  if (text.length > LONGEST_VALUE) {
    return {
      kind: 'error',
      code: 'formula/limit',
      message: `This is longer than ${LONGEST_VALUE} characters. Shorten it, with variables for its parts`,
    };
  }
  const literal = readLiteral(shown);
  if (literal !== null && !('problem' in literal)) return fit(literal, dimension, shown);
  if (isName(shown)) return { kind: 'variable', name: shown };
  const range = rangeText(shown);
  if (range !== null) return parseRange(range.from, range.to, range.shape, dimension);
  const parts = tokens(shown);
  if ('problem' in parts)
    return {
      kind: 'error',
      code: 'quantity/unreadable',
      message: `${shown} cannot be read, ${parts.problem}. Write one such as ${dimensionExample(dimension)}`,
    };
  if (/[-+*/^(]/.test(parts.source)) return { kind: 'formula' };
  return notA(dimension, shown);
}

function parseRange(from: string, to: string, shape: string | null, dimension: Dimension): Quantity {
  const first = parseText(from, dimension);
  const last = parseText(to, dimension);
  if (first.kind === 'error') return first;
  if (last.kind === 'error') return last;
  if (first.kind !== 'value' || last.kind !== 'value') return { kind: 'formula' };
  return {
    kind: 'value',
    value: bandCentre(first.value, last.value, dimension),
    band: { low: Math.min(first.value, last.value), high: Math.max(first.value, last.value), shape },
  };
}

/** A range of whole numbers has a whole number in its middle. */
export function bandCentre(from: number, to: number, dimension: Dimension): number {
  const centre = dimension === 'growth' ? (from + to) / 2 : rangeCentre(from, to);
  return dimension === 'count' ? Math.round(centre) : centre;
}
