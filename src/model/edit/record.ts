/** Anything that a single field of a component or a call may hold. */
export type FieldValue = string | number | boolean | object;

const sameValue = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;

/**
 * The record with one key set, in its old place if it had one. `undefined`, an empty list and an empty record take the
 * key away. The same record when nothing changes.
 */
export function withKey<R extends object, K extends keyof R & string>(record: R, key: K, value: R[K] | undefined): R {
  const had = Object.hasOwn(record, key);
  if (value === undefined || isEmpty(value)) return had ? withoutKeys(record, (each) => each === key) : record;
  return had && sameValue(record[key], value) ? record : { ...record, [key]: value };
}

/** The record without the keys that `gone` names; the same record when it has none of them. */
export function withoutKeys<R extends object>(record: R, gone: (key: string) => boolean): R {
  const kept = Object.entries(record).filter(([key]) => !gone(key));
  return kept.length === Object.keys(record).length ? record : (Object.fromEntries(kept) as R);
}

/** The same for a key that lies deeper: records on the way are made, and taken away again when they become empty. */
export function withPath<R extends object>(record: R, path: readonly string[], value: FieldValue | undefined): R {
  const [key, ...rest] = path;
  if (key === undefined) return record;
  const fields = record as Readonly<Record<string, unknown>>;
  if (rest.length === 0) return withKey(fields, key, value) as R;
  const inner = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (!isRecord(inner) && value === undefined) return record;
  return withKey(fields, key, withPath(isRecord(inner) ? inner : {}, rest, value)) as R;
}
