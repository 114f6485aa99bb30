import type { Amount } from './amount.ts';
import { PLAIN } from './amount.ts';
import { plainText } from './plain-text.ts';
import { scanQuantity } from './scan.ts';

/** A formula with its quantities taken out: `$0`, `$1` … stand for them in `source`. */
export interface Tokens {
  readonly source: string;
  readonly amounts: readonly Amount[];
  readonly names: readonly string[];
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;

/** Whether a text is a variable's name. */
export const isName = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);

/**
 * Takes the quantities out of a formula, so that what is left is numbers' arithmetic: "2 * 40 ms" becomes "$0 * $1".
 * A sentence where a quantity in it cannot be read.
 */
export function tokens(text: string): Tokens | { readonly problem: string } {
  const plain = plainText(text);
  const amounts: Amount[] = [];
  const names = new Set<string>();
  let source = '';
  let depth = 0;
  for (let at = 0; at < plain.length;) {
    NAME.lastIndex = at;
    const name = NAME.exec(plain)?.[0];
    if (name !== undefined) {
      names.add(name);
      source += name;
      at += name.length;
      continue;
    }
    const scanned = scanQuantity(plain, at, depth === 0);
    if (scanned !== null) {
      if ('problem' in scanned) return scanned;
      const { literal } = scanned;
      const nines = literal.form === 'nines';
      source += `$${amounts.push(nines ? { value: 1 - 10 ** -literal.value, unit: PLAIN } : literal) - 1}`;
      at = scanned.end;
      continue;
    }
    const character = plain[at] ?? '';
    if (character === '$') return { problem: `$ stands alone in ${plain}` };
    if (character === '(') depth++;
    if (character === ')') depth--;
    source += character;
    at++;
  }
  return { source, amounts, names: [...names] };
}
