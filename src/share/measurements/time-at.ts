import { unitWord, type UnitWord } from '../../model/quantity/units.ts';

/** A time in a text: in seconds, where it ends, and as a document may hold it. */
export interface TimeAt {
  readonly seconds: number;
  readonly end: number;
  readonly written: string;
}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const UNIT = /[ \t]*([\p{L}µ]+)/uy;
const ENDS = /[\s,;|[\]"')]|$/y;
/** "1,000" or "0,012" with the comma taken as what parts two numbers. */
const LEADING_ZERO = /^[-+]?0\d/;

/** The number that begins at a place; null where none does. */
export function numberAt(text: string, at: number): { readonly digits: string; readonly end: number } | null {
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(text)?.[0];
  return digits === undefined ? null : { digits, end: at + digits.length };
}

/** A number with or without a unit of time; else a sentence why it is none, and where. */
export function timeAt(
  text: string,
  at: number,
  unit: string,
): TimeAt | { readonly problem: string; readonly at: number } | null {
  const number = numberAt(text, at);
  if (number === null) return null;
  const { digits } = number;
  UNIT.lastIndex = number.end;
  const match = UNIT.exec(text);
  const word = match?.[1] ?? unit;
  const end = match === null ? number.end : UNIT.lastIndex;
  const size = timeUnit(word);
  if (size === null) return { problem: `${word} is no unit of time. Write one such as ms`, at: end - word.length };
  if (digits.startsWith('-') && Number(digits) !== 0)
    return { problem: `${digits} is less than 0. A time is 0 or more`, at };
  if (LEADING_ZERO.test(digits))
    return { problem: 'A number stands here in parts. Write 1000 without a comma, and 0.012 with a point', at };
  ENDS.lastIndex = end;
  if (!ENDS.test(text)) return null;
  const seconds = inSeconds(Number(digits), size);
  if (!Number.isFinite(seconds)) return { problem: `${digits} is too large a number`, at };
  return { seconds, end, written: `${Number(digits)} ${asciiUnit(word)}` };
}

const asciiUnit = (word: string): string => word.replace(/^[µμ]/, 'u');

function timeUnit(word: string): UnitWord | null {
  const unit = unitWord(asciiUnit(word));
  return unit?.of === 'time' ? unit : null;
}

/** Divided where the unit is a part of a second, so that 12 ms is 0.012 s. */
const inSeconds = (number: number, { factor, ten }: UnitWord): number =>
  ten < 0 ? number / 10 ** -ten : number * factor;
