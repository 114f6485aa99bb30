import type { Field } from '../model/kinds/field.ts';
import type { UpProbability, UpTimes, Value } from '../model/scenario.ts';
import { inside, type Place, type Reader } from './reader.ts';
import { upOf } from './up.ts';

/** A field with its dotted key taken apart. */
export interface FieldAt {
  readonly field: Field;
  readonly keys: readonly string[];
}

export const fieldsAt = (fields: readonly Field[]): readonly FieldAt[] =>
  fields.map((field) => ({ field, keys: field.key.split('.') }));

/** What was read: SI numbers by key (`up.mttr` beside `up`) and words such as `majority`. Times are for `timing`. */
export interface FieldValues {
  readonly numbers: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, string>;
}

function written(owner: object, keys: readonly string[]): unknown {
  let value: unknown = owner;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

const isValue = (value: unknown): value is Value => typeof value === 'number' || typeof value === 'string';

/**
 * Reads every field that is written in a component, call or domain. A wrong one is noted and left out, so that its
 * neutral default holds; one that no number uses yet is checked all the same, and listed.
 */
export function readFields(owner: object, fields: readonly FieldAt[], place: Place, reader: Reader): FieldValues {
  const numbers = new Map<string, number>();
  const words = new Map<string, string>();
  const keep = (key: string, number: number | null): void => {
    if (number !== null) numbers.set(key, number);
  };
  for (const { field, keys } of fields) {
    const value = written(owner, keys);
    if (value === undefined) continue;
    const { edit, key } = field;
    const at = inside(place, ...keys);
    if (edit.shape === 'quantity') {
      if (!isValue(value)) continue;
      if (edit.words?.includes(String(value)) === true) words.set(key, String(value));
      else keep(key, reader.number(value, edit.dimension, at, edit));
    } else if (edit.shape === 'up') {
      const up = upOf(value as Value | UpTimes | UpProbability, at, reader);
      keep(key, up.unavailability);
      keep(`${key}.mttr`, up.mttrSeconds);
    } else if (edit.shape === 'open') {
      for (const price of edit.keys) {
        const amount = written(owner, [...keys, price]);
        if (isValue(amount)) reader.number(amount, 'money', inside(at, price));
      }
    }
    if (!field.computed) notComputed(field, at, reader);
  }
  return { numbers, words };
}

/** Rule 1: what is written but used by no number yet is said. */
function notComputed(field: Field, at: Place, reader: Reader): void {
  reader.finding(
    'not-computed-yet',
    at,
    `${at.where}: ${field.label.toLowerCase()} is kept, but no number uses it yet.`,
  );
}
