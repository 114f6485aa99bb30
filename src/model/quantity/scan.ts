import { combinedUnit, PLAIN, type Literal, type Unit } from './amount.ts';
import { isRateWord, mayBeBits, multiplierTen, unitWord } from './units.ts';

/** A quantity found in a text, where it ends, and where its number ends and its unit begins. */
interface Found {
  readonly literal: Literal;
  readonly end: number;
  readonly numberEnd: number;
}

/** What stands at a place of a text: a quantity, a sentence why it cannot be one, or null. */
export type Scanned = Found | { readonly problem: string } | null;

/** The part of a quantity above the "/": its number is `digits` times ten to the `ten` times `factor`. */
interface Head {
  readonly digits: string;
  readonly ten: number;
  readonly factor: number;
  readonly unit: Unit;
  readonly form: Literal['form'];
  readonly end: number;
  readonly numberEnd: number;
}

const GROUPED =
  /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y;
const UNGROUPED = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /\p{L}+/uy;
const PER = / *(?:\/|per\b|an?\b|each\b) */y;
const SPACES = / */y;

const MONEY: Unit = { ...PLAIN, money: 1 };
const RATE: Unit = { ...PLAIN, request: 1, time: -1 };

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const skip = (text: string, at: number): number => at + (match(SPACES, text, at)?.length ?? 0);

/** Digits times ten to the `ten` as one decimal number, so that it is rounded once. */
function decimalOf(digits: string, ten: number): string {
  const [mantissa = '0', exponent = '0'] = digits.toLowerCase().split('e');
  return `${mantissa}e${Number(exponent) + ten}`;
}

/** What stands below a "/", "per" or "a", where that is a unit; a "/" before anything else is a division. */
function readPer(
  text: string,
  at: number,
): { of: 'time' | 'request' | 'money' | 'byte'; size: number; end: number } | null {
  const per = match(PER, text, at);
  const word = per === null ? null : match(WORD, text, at + per.length);
  const unit = word === null ? undefined : unitWord(word);
  if (per === null || word === null || unit === undefined) return null;
  return { of: unit.of, size: unit.factor * 10 ** unit.ten, end: at + per.length + word.length };
}

function found(text: string, head: Head): Found {
  const decimal = decimalOf(head.digits, head.ten);
  const amount = Number(decimal) * head.factor;
  const { numberEnd, unit, form } = head;
  const per = readPer(text, head.end);
  if (per === null) {
    return { literal: { value: amount, unit, form, decimal, amount, perSeconds: null }, end: head.end, numberEnd };
  }
  const literal: Literal = {
    value: amount / per.size,
    unit: combinedUnit(unit, { ...PLAIN, [per.of]: 1 }, -1),
    form: 'unit',
    decimal: '',
    amount,
    perSeconds: per.of === 'time' ? per.size : null,
  };
  return { literal, end: per.end, numberEnd };
}

/** k, M, million …: letters must touch the number. */
function readMultiplier(text: string, at: number, dollar: boolean): { ten: number; end: number } {
  const wordAt = skip(text, at);
  const word = match(WORD, text, wordAt) ?? '';
  const ten = dollar && word === 'm' ? 6 : multiplierTen(word);
  const touches = wordAt === at || word.length > 1;
  return ten !== undefined && touches ? { ten, end: wordAt + word.length } : { ten: 0, end: at };
}

/** One number with at most one unit above and one below the "/". */
function scanOne(text: string, start: number, grouped: boolean): Scanned {
  const dollar = text[start] === '$';
  const at = dollar ? skip(text, start + 1) : start;
  const number = match(grouped ? GROUPED : UNGROUPED, text, at);
  if (number === null) return null;
  if (grouped && /^,\d/.test(text.slice(at + number.length))) {
    return { problem: 'a comma stands in an odd place: write 1.5 with a point and 1,000 with a comma' };
  }
  const multiplier = readMultiplier(text, at + number.length, dollar);
  const numberEnd = multiplier.end;
  const head = {
    digits: number.replaceAll(/[, ]/g, ''),
    ten: multiplier.ten,
    factor: 1,
    unit: PLAIN,
    form: 'plain',
    end: numberEnd,
    numberEnd,
  } as const;
  if (dollar) return found(text, { ...head, unit: MONEY, form: 'unit' });
  const unitAt = skip(text, numberEnd);
  if (text[unitAt] === '%') return found(text, { ...head, ten: head.ten - 2, form: 'percent', end: unitAt + 1 });
  const word = match(WORD, text, unitAt);
  if (word === null || readPer(text, numberEnd) !== null) return found(text, head);
  const end = unitAt + word.length;
  if (/^nines?$/.test(word)) return found(text, { ...head, form: 'nines', end });
  if (isRateWord(word)) {
    const rate = found('', { ...head, unit: RATE, form: 'unit', end });
    return { ...rate, literal: { ...rate.literal, perSeconds: 1 } };
  }
  if (mayBeBits(word)) return { problem: `${word} may mean bits: write it in bytes, such as MB` };
  const unit = unitWord(word);
  if (unit === undefined) return { problem: `${word} is not a unit` };
  const { factor } = unit;
  return found(text, {
    ...head,
    ten: head.ten + unit.ten,
    factor,
    unit: { ...PLAIN, [unit.of]: 1 },
    form: 'unit',
    end,
  });
}

const isTime = (literal: Literal): boolean => literal.unit.time === 1 && literal.perSeconds === null;

/**
 * Reads one quantity as people write it at a place of a text that went through `plainText`: "8k req/s", "99.95 %",
 * "$420/mo", "4 nines", "1 h 30 min". What follows it is left alone. `grouped`: "1,000" is a thousand; between the
 * parentheses of a function a comma parts arguments instead.
 */
export function scanQuantity(text: string, start: number, grouped = true): Scanned {
  const first = scanOne(text, start, grouped);
  if (first === null || 'problem' in first || !isTime(first.literal)) return first;
  const more = scanQuantity(text, skip(text, first.end), grouped);
  if (more === null || 'problem' in more) return first;
  const { literal } = more;
  if (!isTime(literal) && !literal.unit.share) return first;
  const amount = first.literal.amount + literal.amount;
  const value = literal.perSeconds === null ? amount : amount / literal.perSeconds;
  return { literal: { ...literal, amount, value }, end: more.end, numberEnd: first.numberEnd };
}
