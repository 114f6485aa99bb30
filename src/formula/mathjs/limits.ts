import { LONGEST_VALUE } from '../../model/quantity/parse-quantity.ts';

const DEEPEST = 30;

/** Why a formula is refused before anything parses it; null where it may go on. */
export function refusedBeforeParsing(text: string): string | null {
  if (text.length > LONGEST_VALUE) {
    return `This formula is longer than ${LONGEST_VALUE} characters. Split it over variables`;
  }
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth > DEEPEST)
      return `This formula has more than ${DEEPEST} parentheses inside each other. Split it over variables`;
  }
  return null;
}
