import { isRecord } from './record.ts';

/**
 * The keys on the way to a field, from its dotted key. Of a table of quantiles the rest is one key: the share, which has
 * a dot of its own, as in `time.quantiles.0.99`.
 */
export function keysOf(key: string): string[] {
  const keys = key.split('.');
  const table = keys.indexOf('quantiles') + 1;
  return table === 0 || table === keys.length ? keys : [...keys.slice(0, table), keys.slice(table).join('.')];
}

/** The fields that hold a time. */
export const isTimeKey = (key: string): boolean => key === 'time' || key === 'network';

/** A time with what is written at a part of it changed; the same time where it has no such part. */
export function withTimePart(time: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(time))
    return time.map((each: unknown, place) => (String(place) === key ? withTimePart(each, rest, value) : each));
  return isRecord(time) && Object.hasOwn(time, key) ? { ...time, [key]: withTimePart(time[key], rest, value) } : time;
}
