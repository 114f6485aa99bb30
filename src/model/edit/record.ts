/** Anything that a single field of a component or a call may hold. */
export type FieldValue = string | number | boolean | object;

type Fields = Readonly<Record<string, unknown>>;

/** Equal in everything that is written, the order of keys included. What both share is not looked into. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [before, after] = [Object.entries(a), Object.entries(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    before.length === after.length &&
    before.every(([key, value], place) => key === after[place]?.[0] && sameValue(value, after[place][1]))
  );
}

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

// Each of these keeps the type of what it is given: records come out with the keys that they may have, or without.

/**
 * The record with one key set, in its old place if it had one. `undefined`, an empty list and an empty record take the
 * key away. The same record when nothing changes.
 */
export function withKey<R extends object, K extends keyof R & string>(record: R, key: K, value: R[K] | undefined): R;
export function withKey(record: Fields, key: string, value: unknown): Fields {
  const had = Object.hasOwn(record, key);
  if (had && record[key] === value) return record;
  if (value === undefined || isEmpty(value)) return had ? withoutKeys(record, (each) => each === key) : record;
  return had && sameValue(record[key], value) ? record : { ...record, [key]: value };
}

/** The record without the keys that `gone` names; the same record when it has none of them. */
export function withoutKeys<R extends object>(record: R, gone: (key: string) => boolean): R;
export function withoutKeys(record: Fields, gone: (key: string) => boolean): Fields {
  const kept = Object.entries(record).filter(([key]) => !gone(key));
  return kept.length === Object.keys(record).length ? record : Object.fromEntries(kept);
}

/** The record without what is empty in it. */
export function withoutEmpty<R extends object>(record: R): R;
export function withoutEmpty(record: Fields): Fields {
  return withoutKeys(record, (key) => record[key] === undefined || isEmpty(record[key]));
}

/** The same for a key that lies deeper: records on the way are made, and taken away again when they become empty. */
export function withPath<R extends object>(record: R, path: readonly string[], value: FieldValue | undefined): R;
export function withPath(record: Fields, path: readonly string[], value: FieldValue | undefined): Fields {
  const [key, ...rest] = path;
  if (key === undefined) return record;
  if (rest.length === 0) return withKey(record, key, value);
  const inner = Object.hasOwn(record, key) ? record[key] : undefined;
  if (!isRecord(inner) && value === undefined) return record;
  return withKey(record, key, withPath(isRecord(inner) ? inner : {}, rest, value));
}
