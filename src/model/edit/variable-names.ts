import type { Issue } from '../issue.ts';
import { isName, tokens } from '../quantity/tokens.ts';
import { isUnitName, multiplierTen } from '../quantity/units.ts';
import type { Scenario } from '../scenario.ts';

/** Words that mean something in a value: functions, shapes of ranges, numbers in words, and what stands between numbers and units. */
const RESERVED: ReadonlySet<string> = new Set([
  ...'min max abs sqrt exp log log10 round ceil floor pow'.split(' '),
  ...'one two three four five six seven eight nine ten eleven nines'.split(' '),
  ...'to per a an each majority capacity'.split(' '),
  ...'uniform triangular normal lognormal loguniform beta'.split(' '),
]);

const LONGEST = 60;

/** Why a name cannot be a variable's; null when it can. */
export function variableNameIssue(name: string): Issue | null {
  const issue = (what: string, message: string): Issue => ({
    code: `variable/${what}`,
    path: ['variables', name],
    message,
  });
  if (!isName(name)) return issue('name', `"${name}" is no name: letters, digits and _ only, beginning with a letter`);
  if (name.length > LONGEST) return issue('name', `this name is longer than ${LONGEST} characters`);
  const meaning = isUnitName(name) || multiplierTen(name) !== undefined || RESERVED.has(name) || name in {};
  return meaning ? issue('reserved', `"${name}" already means something else in a value: add a word to it`) : null;
}

/** A name for a new variable. */
export function freshVariableName(scenario: Scenario): string {
  let number = 1;
  while (Object.hasOwn(scenario.variables ?? {}, `v${number}`)) number++;
  return `v${number}`;
}

const MEMORY = 5000;
const remembered = new Map<string, readonly string[]>();

/** The names in a value's text that may be variables: not the units of its quantities, and no functions. */
export function namesIn(text: string): readonly string[] {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const parts = tokens(text);
  const names = 'problem' in parts ? identifiers(text) : parts.names;
  if (remembered.size >= MEMORY) remembered.clear();
  remembered.set(text, names);
  return names;
}

const IDENTIFIER = /(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*(?![\p{L}\p{N}_]|\s*\()/gu;
const identifiers = (text: string): string[] => text.match(IDENTIFIER) ?? [];

/** The text with a variable under its new name. */
export const renamedIn = (text: string, from: string, to: string): string =>
  namesIn(text).includes(from) ? text.replaceAll(IDENTIFIER, (name) => (name === from ? to : name)) : text;
