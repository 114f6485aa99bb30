import { setCallField } from '../model/edit/calls.ts';
import { setField } from '../model/edit/components.ts';
import { nestDomain, setDomainField } from '../model/edit/domains.ts';
import { isTimeKey, keysOf, withTimePart } from '../model/edit/time-part.ts';
import { upPart } from '../model/edit/up-part.ts';
import { namesIn } from '../model/edit/variable-names.ts';
import type { FieldValue } from '../model/edit/record.ts';
import type { Path } from '../model/issue.ts';
import type { Dimension, Field } from '../model/kinds/field.ts';
import { parseQuantity } from '../model/quantity/parse-quantity.ts';
import { callIds, type Design, type Scenario } from '../model/scenario.ts';
import { steppedQuantity } from '../words/quantity-text.ts';
import { readValue, valueText } from '../words/value-text.ts';
import { shownDesign } from './selectors.ts';
import type { BoardState } from './state.ts';

/** Whose field it is: one component, domain or call, or several that are edited together. */
export interface FieldOwner {
  readonly part: 'components' | 'domains' | 'calls';
  readonly ids: readonly string[];
}

const places = new WeakMap<object, ReadonlyMap<string, number>>();

/** Where in the list a call stands; -1 when it is not there. Worked out once a list. */
function callPlace(design: Design | null | undefined, id: string): number {
  const calls = design?.calls ?? [];
  const known = places.get(calls) ?? new Map(callIds(calls).map((each, place) => [each, place]));
  places.set(calls, known);
  return known.get(id) ?? -1;
}

/** What the document holds at a field; undefined where nothing is written. */
export function writtenAt(
  design: Design | null | undefined,
  part: FieldOwner['part'],
  id: string,
  key: string,
): unknown {
  const owner: unknown = part === 'calls' ? design?.calls?.[callPlace(design, id)] : own(design?.[part], id);
  const [first = '', ...rest] = keysOf(key);
  const value = own(owner, first);
  return first === 'up' && rest[0] !== undefined ? upPart(value, rest[0]) : rest.reduce<unknown>(own, value);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const own = (record: unknown, key: string): unknown =>
  isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;

/** The scenario with the field set for all its owners. A part of a time stays when it is emptied: without it the time would be none. */
export function withField(
  scenario: Scenario,
  design: number,
  { part, ids }: FieldOwner,
  key: string,
  value: FieldValue | undefined,
): Scenario {
  const [first = '', ...inside] = keysOf(key);
  if (inside.length === 0 || !isTimeKey(first))
    return ids.reduce((all, id) => SETTERS[part](all, design, id, key, value), scenario);
  return ids.reduce((all, id) => {
    const time = withTimePart(writtenAt(all.designs[design], part, id, first), inside, value ?? '');
    return SETTERS[part](all, design, id, first, time as FieldValue | undefined);
  }, scenario);
}

/** What a domain stands in is refused where it would close a ring. */
const setOfDomain: typeof setDomainField = (scenario, design, id, key, value) =>
  key === 'in'
    ? nestDomain(scenario, design, id, Array.isArray(value) ? value.map(String) : [])
    : setDomainField(scenario, design, id, key, value);

const SETTERS = { components: setField, domains: setOfDomain, calls: setCallField };

/** The text of a field; null where its owners differ. */
export function fieldText(state: BoardState, { part, ids }: FieldOwner, key: string): string | null {
  const design = shownDesign(state);
  const [first = '', ...rest] = new Set(ids.map((id) => valueText(writtenAt(design, part, id, key))));
  return rest.length === 0 ? first : null;
}

/** Where the field lies in the document. */
export function fieldPath(state: BoardState, part: FieldOwner['part'], id: string, key: string): Path {
  const place = part === 'calls' ? callPlace(shownDesign(state), id) : id;
  return ['designs', state.design, part, place, ...keysOf(key)];
}

export const leadsInto = (path: Path, place: Path): boolean =>
  place.every((key, depth) => String(path[depth]) === String(key));

/** Of the two rows that `up` is edited in, the one for the repair says what is wrong with that, the other all the rest. */
const isRestOfUp = (key: string): boolean => key === 'up.probability' || key === 'up.mtbf';

/** What is wrong with a field of one of its owners; the text itself is read at once, the rest is known with the next report. */
export function fieldProblem(state: BoardState, { part, ids }: FieldOwner, field: Field): string | undefined {
  const rest = isRestOfUp(field.key);
  for (const id of ids) {
    const path = fieldPath(state, part, id, rest ? 'up' : field.key);
    const issue = state.issues.find(
      (each) => leadsInto(each.path, path) && !(rest && leadsInto(each.path, [...path, 'mttr'])),
    );
    if (issue !== undefined) return issue.message;
    const problem = textProblem(valueText(writtenAt(shownDesign(state), part, id, field.key)), field);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Whether something is written in a field, or wrong with it: then it stays in sight. */
export const isUsed = (state: BoardState, owner: FieldOwner, field: Field): boolean =>
  fieldText(state, owner, field.key) !== '' || fieldProblem(state, owner, field) !== undefined;

/** What a quantity is that is written in one piece; null for fields that hold something else. */
const dimensionOf = ({ edit }: Field): Dimension | null =>
  edit.shape === 'quantity'
    ? edit.dimension
    : edit.shape === 'up'
      ? 'availability'
      : edit.shape === 'time'
        ? 'duration'
        : null;

/** What is wrong with a text as a literal. Variables and formulas are looked at where they are computed. */
function textProblem(text: string, field: Field): string | undefined {
  const dimension = dimensionOf(field);
  const value = readValue(text, field.edit);
  if (dimension === null || value === undefined || typeof value === 'object' || isWord(text, field)) return undefined;
  const quantity = parseQuantity(value, dimension);
  return quantity.kind === 'error' ? quantity.message : undefined;
}

const isWord = (text: string, { edit }: Field): boolean =>
  edit.shape === 'quantity' && (edit.words ?? []).includes(text.trim());

/** Whether a text is far enough typed to be shown live. */
export const isComplete = (text: string, field: Field): boolean =>
  textProblem(text, field) === undefined &&
  !/[-+*/^(,]\s*$/.test(text) &&
  text.split('(').length === text.split(')').length;

/** The text of a literal some steps further; null for what is not a literal: a formula, a variable, a word. */
export function steppedText(text: string, field: Field, steps: number): string | null {
  const dimension = dimensionOf(field);
  if (dimension === null) return null;
  const { min, max } = field.edit.shape === 'quantity' ? field.edit : {};
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const next = steppedQuantity(text === '' ? field.absent : text, dimension, steps, bounds);
  return next === null ? null : String(next);
}

/** The scenario variables that a text uses. */
export const variablesIn = (text: string, scenario: Scenario): string[] => {
  const names = namesIn(text);
  return Object.keys(scenario.variables ?? {}).filter((name) => names.includes(name));
};
