import { DOMAIN_FIELDS } from '../kinds/domain.ts';
import type { Field } from '../kinds/field.ts';
import { callFieldOf, fieldOf } from '../kinds/kinds.ts';
import type { Path } from '../issue.ts';
import type { Design, Scenario } from '../scenario.ts';
import { isRecord, withKey } from './record.ts';

/** What becomes of one text that may hold a number, a variable or a formula. */
export type ChangeText = (text: string, path: Path) => string;

/** Shapes whose texts are values; the others hold words, names and ids. */
const VALUE_SHAPES: ReadonlySet<string> = new Set(['quantity', 'time', 'up', 'open']);

type FieldAt = (key: string) => Field | undefined;

/** The field that a key lies in: `time.mixture.0.time` is a part of `time`. */
function fieldAround(fieldAt: FieldAt, keys: Path): Field | undefined {
  for (let length = keys.length; length > 0; length--) {
    const field = fieldAt(keys.slice(0, length).join('.'));
    if (field !== undefined) return field;
  }
  return undefined;
}

function isExpression(fieldAt: FieldAt, keys: Path, text: string): boolean {
  const edit = fieldAround(fieldAt, keys)?.edit;
  if (edit === undefined || !VALUE_SHAPES.has(edit.shape) || keys.at(-1) === 'distribution') return false;
  if (edit.shape === 'open' && edit.keys.length === 0) return false;
  return !(edit.shape === 'quantity' && (edit.words ?? []).includes(text.trim()));
}

/** The value with its texts changed; the same value where none of them is. */
function mapped<T>(value: T, keys: Path, change: ChangeText): T;
function mapped(value: unknown, keys: Path, change: ChangeText): unknown {
  if (typeof value === 'string') return change(value, keys);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => mapped(item, [...keys, index], change));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, mapped(each, [...keys, key], change)] as const);
  return entries.some(([key, each]) => each !== value[key]) ? Object.fromEntries(entries) : value;
}

/** A component, call or domain with its expressions changed. */
const fieldsMapped = <T extends object>(owner: T, fieldAt: FieldAt, path: Path, change: ChangeText): T =>
  mapped(owner, [], (text, keys) => (isExpression(fieldAt, keys, text) ? change(text, [...path, ...keys]) : text));

const domainField: FieldAt = (key) => DOMAIN_FIELDS.find((field) => field.key === key);

/** The record with each of its values changed; the same record where none of them is. */
function eachMapped<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => T,
): Readonly<Record<string, T>> {
  const entries = Object.entries(record).map(([key, value]) => [key, change(value, key)] as const);
  return entries.every(([key, value]) => value === record[key]) ? record : Object.fromEntries(entries);
}

function designMapped(design: Design, path: Path, change: ChangeText): Design {
  const components = eachMapped(design.components, (component, id) => {
    const fieldAt: FieldAt = (key) => fieldOf(component.kind, key);
    return fieldsMapped(component, fieldAt, [...path, 'components', id], change);
  });
  const calls = (design.calls ?? []).map((call, index) =>
    fieldsMapped(call, callFieldOf, [...path, 'calls', index], change),
  );
  const domains = eachMapped(design.domains ?? {}, (domain, id) =>
    fieldsMapped(domain, domainField, [...path, 'domains', id], change),
  );
  const called = calls.every((call, index) => call === design.calls?.[index]) ? design : { ...design, calls };
  const filled = components === design.components ? called : { ...called, components };
  return design.domains === undefined || domains === design.domains ? filled : { ...filled, domains };
}

/** The scenario with every text changed that may hold an expression; names, notes, words and ids stay. */
export function withExpressions(scenario: Scenario, change: ChangeText): Scenario {
  const variables = mapped(scenario.variables, ['variables'], change);
  const objectives = mapped(scenario.objectives, ['objectives'], (text, path) =>
    path[1] === 'consistency' ? text : change(text, path),
  );
  const designs = scenario.designs.map((design, index) => designMapped(design, ['designs', index], change));
  const same = designs.every((design, index) => design === scenario.designs[index]);
  const changed = same ? scenario : { ...scenario, designs };
  const named = variables === scenario.variables ? changed : withKey(changed, 'variables', variables);
  return objectives === scenario.objectives ? named : withKey(named, 'objectives', objectives);
}
