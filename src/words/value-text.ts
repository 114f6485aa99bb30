import type { FieldShape } from '../model/kinds/field.ts';

/** What a record says about a time or about how often something is up, in the order in which people say it. */
const PARTS = new Set('p50 p99 probability mtbf mttr mean median scale stages shape sigma alpha'.split(' '));
const DISTRIBUTIONS = new Set(['exponential', 'erlang', 'gamma', 'weibull', 'lognormal', 'pareto']);

/**
 * What a document holds at a field, as one line that can be edited: "99 %", "p50 31 ms, p99 140 ms", "gamma, mean 40 ms,
 * shape 2". What has no such line is written as JSON, so nothing is lost. `readValue` reads it back to the same value.
 */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const line = partsText(value);
  return line !== null && JSON.stringify(readParts(line)) === JSON.stringify(value) ? line : JSON.stringify(value);
}

function partsText(value: object): string | null {
  const words: string[] = [];
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'string' && typeof part !== 'number') return null;
    words.push(key === 'distribution' ? String(part) : `${key} ${part}`);
  }
  return words.length === 0 ? null : words.join(', ');
}

/** A record from its line; null where the text is no such line. */
function readParts(text: string): Readonly<Record<string, string | number>> | null {
  const record: Record<string, string | number> = {};
  for (const [index, part] of text.split(/,\s+/).entries()) {
    const [, key = '', value = ''] = /^(\w+)\s+(.+)$/.exec(part.trim()) ?? [];
    if (index === 0 && DISTRIBUTIONS.has(part.trim())) record['distribution'] = part.trim();
    else if (PARTS.has(key) && !Object.hasOwn(record, key)) record[key] = plainNumber(value);
    else return null;
  }
  return record;
}

/** A text that is nothing but a number, as that number: 3 is kept as 3, "0.10" as it was typed. */
const plainNumber = (text: string): string | number => {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) && String(number) === text ? number : text;
};

/** What a typed line puts into the document; undefined takes the field away, back to its default. */
export function readValue(text: string, edit: FieldShape): string | number | object | undefined {
  const line = text.trim();
  if (line === '') return undefined;
  if (edit.shape === 'text' || edit.shape === 'choice') return line;
  if (edit.shape === 'quantity') return plainNumber(line);
  return readParts(line) ?? readJson(line) ?? plainNumber(line);
}

function readJson(text: string): object | null {
  if (!/^[[{]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
