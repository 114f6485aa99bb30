import type { FieldShape } from '../model/kinds/field.ts';

type Parts = Readonly<Record<string, string | number>>;

/** The records that a field may hold, by their keys in the order in which people say them. */
const UPS = ['mtbf mttr', 'probability mttr', 'probability'];
const TIMES: Readonly<Record<string, string>> = {
  '': 'p50 p99',
  exponential: 'mean',
  erlang: 'mean stages',
  gamma: 'mean shape',
  weibull: 'scale shape',
  lognormal: 'median sigma',
  pareto: 'scale alpha',
};

/**
 * What a document holds at a field, as one line that can be edited: "99 %", "p50 31 ms, p99 140 ms", "gamma, mean 40 ms,
 * shape 2", "zone a, zone b". What has no such line is written as JSON, so nothing is lost. `readValue` reads it back to the same value.
 */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ');
  const line = Object.entries(value)
    .map(([key, part]) => (key === 'distribution' ? String(part) : `${key} ${String(part)}`))
    .join(', ');
  return JSON.stringify(readParts(line)) === JSON.stringify(value) ? line : JSON.stringify(value);
}

/** What a typed line puts into the document; undefined takes the field away, back to its default. */
export function readValue(text: string, edit: FieldShape): string | number | object | undefined {
  const { shape } = edit;
  const line = text.trim();
  if (line === '') return undefined;
  if (shape === 'references' && edit.to === 'domains') return line.split(/,\s*/);
  if (shape === 'text' || shape === 'choice') return line;
  if (shape === 'quantity') return plainNumber(line);
  const record = readParts(line) ?? readJson(line);
  const fits = shape === 'up' ? isUp(record) : shape === 'time' && isTime(record);
  return record !== null && fits ? record : plainNumber(line);
}

/** A text that is nothing but a number, as that number: 3 is kept as 3, "0.10" as it was typed. */
const plainNumber = (text: string): string | number => {
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : text;
};

/** A record from its line; null where the text is no such line. */
function readParts(text: string): Parts | null {
  const record: Record<string, string | number> = {};
  for (const [index, part] of text.split(/,\s+/).entries()) {
    const [, key = '', value = ''] = /^([a-z]\w*)\s+(.+)$/.exec(part.trim()) ?? [];
    if (index === 0 && part.trim() !== '' && Object.hasOwn(TIMES, part.trim())) record['distribution'] = part.trim();
    else if (key !== '' && key !== 'distribution' && !Object.hasOwn(record, key)) record[key] = plainNumber(value);
    else return null;
  }
  return isUp(record) || isTime(record) ? record : null;
}

function readJson(text: string): object | null {
  if (!text.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

const isValue = (value: unknown): boolean => typeof value === 'string' || Number.isFinite(value);
const keysOf = (record: object): string => Object.keys(record).sort().join(' ');
const sorted = (keys: string): string => keys.split(' ').sort().join(' ');
const allValues = (record: object): boolean => Object.values(record).every(isValue);

const isUp = (record: object | null): boolean =>
  record !== null && UPS.some((keys) => sorted(keys) === keysOf(record)) && allValues(record);

/** Whether it is a time as the format knows them; anything else would be a document that cannot be opened again. */
function isTime(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isValue(value);
  if ('mixture' in value)
    return keysOf(value) === 'mixture' && Array.isArray(value.mixture) && value.mixture.every(isPortion);
  if ('samples' in value)
    return keysOf(value) === 'samples' && Array.isArray(value.samples) && value.samples.every(isValue);
  if ('quantiles' in value) {
    const { quantiles } = value;
    return keysOf(value) === 'quantiles' && typeof quantiles === 'object' && quantiles !== null && allValues(quantiles);
  }
  const name = 'distribution' in value ? String(value.distribution) : '';
  const keys = Object.hasOwn(TIMES, name) ? TIMES[name] : undefined;
  const wanted = name === '' ? keys : `${keys} distribution`;
  return keys !== undefined && wanted !== undefined && sorted(wanted) === keysOf(value) && allValues(value);
}

const isPortion = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'weight' in value &&
  'time' in value &&
  keysOf(value) === 'time weight' &&
  isValue(value.weight) &&
  isTime(value.time);
