import type { Dimension } from '../model/kinds/field.ts';
import type { Value } from '../model/scenario.ts';
import { availabilityShortText, countText, moneyText, percentText, rateText, timeText } from './numbers.ts';
import { grouped, trimmed } from './rounding.ts';

/** A quantity in SI units as a field would show it: 0.0005 of an availability field is "99.95 %". */
export const quantityText = (value: number, dimension: Dimension): string => TEXT_OF[dimension](value);

const TEXT_OF: Readonly<Record<Dimension, (value: number) => string>> = {
  availability: availabilityShortText,
  probability: percentText,
  growth: (value) => `${percentText(value)}/month`,
  duration: timeText,
  rate: rateText,
  money: (value) => moneyText(value).replace(' a month', '/month'),
  size: sizeText,
  count: countText,
  ratio: countText,
};

/** Never an exponent, no noise behind the digits that were meant. */
const plainDigits = (value: number): string => trimmed(value, 12).replaceAll(',', '');

const BARE = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const LENGTHS = [
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
  [1e-9, 'ns'],
] as const;

/** What is written at a time, with its unit: a number without one counts seconds. "0.0064" is "6.4 ms", "40" is "40 s". */
export function withSeconds(written: string): string {
  const seconds = BARE.test(written) ? Number(written) : 0;
  const [size, unit] = LENGTHS.find(([each]) => seconds >= each) ?? LENGTHS[3];
  return seconds > 0 && Number.isFinite(seconds) ? `${plainDigits(seconds / size)} ${unit}` : written;
}

const SIZES = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const;

function sizeText(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3 + 1e-12), SIZES.length - 1);
  return `${trimmed(bytes / 1000 ** step, 3)} ${SIZES[step] ?? 'B'}`;
}

/** Ends of a field's domain, in what the field is written in before its unit. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

const LITERAL = /^(\s*\$?)(\d[\d,]*(?:\.\d+)?|\.\d+)(\s*)([^\d\s+*^()-][^+*^()]*)?(\s*)$/;

/**
 * A literal some steps further, for dragging and for arrow keys: its unit and its way of writing stay. Counts go by 1,
 * availabilities along the nines, everything else by 2 to 5 per cent on round numbers. null for what has no literal
 * number to move: a formula, a variable, a word, a range.
 */
export function steppedQuantity(text: Value, dimension: Dimension, steps: number, bounds: Bounds = {}): Value | null {
  if (typeof text === 'number') return Number.isFinite(text) ? stepped(text, '', dimension, steps, bounds) : null;
  const match = LITERAL.exec(text);
  if (!match) return null;
  const [, lead = '', digits = '', gap = '', unit = '', tail = ''] = match;
  if (/\bto\b/.test(unit)) return null;
  const value = Number(digits.replaceAll(',', ''));
  const next = plainDigits(stepped(value, unit.trim(), dimension, steps, bounds));
  return `${lead}${digits.includes(',') || (value < 1000 && digits.length > 3 && next.length > 6) ? grouped(next) : next}${gap}${unit}${tail}`;
}

function stepped(value: number, unit: string, dimension: Dimension, steps: number, bounds: Bounds): number {
  const { min = 0, max = Infinity } = bounds;
  const clamp = (next: number, highest: number): number => Math.min(Math.max(next, min), Math.min(max, highest));
  if (dimension === 'count') return clamp(Math.round(value) + steps, 1e5);
  if (dimension === 'availability') {
    if (unit === '%') return repeated(value, steps, (from, up) => alongNines(from, up, 100));
    if (unit === '') return repeated(value, steps, (from, up) => alongNines(from, up, 1));
    if (unit.startsWith('nine')) return Math.min(Math.max(roundTo(value + steps * 0.1, 0.1), 0), 9);
  }
  const whole = unit.startsWith('%') ? 100 : 1;
  const highest = dimension === 'probability' ? whole : Infinity;
  const smallest = dimension === 'probability' || dimension === 'ratio' ? whole / 1000 : 1;
  const next = repeated(value, steps, (from, up) => geometric(from, up, smallest));
  // Bounds are in SI: only a pure number or a percentage can be held against them here; the field checks the rest.
  return unit === '' || unit === '%' ? Math.min(clamp(next / whole, Infinity) * whole, highest) : next;
}

function repeated(value: number, steps: number, one: (value: number, up: boolean) => number): number {
  let result = value;
  for (let step = 0; step < Math.min(Math.abs(Math.round(steps)), 1000); step++) result = one(result, steps > 0);
  return result;
}

const roundTo = (value: number, unit: number): number => Number((Math.round(value / unit) * unit).toPrecision(12));

/** The next round number: 40 -> 41 -> 42, 100 -> 105, 5 -> 5.2. Going down it halves no further than the smallest. */
function geometric(value: number, up: boolean, smallest: number): number {
  if (value <= 0) return up ? smallest : 0;
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const leading = value / decade;
  const isStart = leading < 1 + 1e-9 && !up;
  const unit = isStart
    ? decade / 50
    : leading < 2 - (up ? 1e-9 : -1e-9)
      ? decade / 20
      : leading < 5 - (up ? 1e-9 : -1e-9)
        ? decade / 10
        : decade / 5;
  const place = value / unit;
  return roundTo((up ? Math.floor(place + 1e-9) + 1 : Math.ceil(place - 1e-9) - 1) * unit, unit);
}

/** 90, 95, 99, 99.5, 99.9, 99.95 … to nine nines; by tens below 90. */
function alongNines(value: number, up: boolean, whole: number): number {
  const missing = Number((((whole - value) / whole) * 100).toPrecision(9));
  const ladder = NINES_LADDER;
  const next = up ? ladder.find((step) => step < missing) : ladder.findLast((step) => step > missing);
  if (next === undefined) return value;
  return Number((whole - (next / 100) * whole).toPrecision(12));
}

/** What is missing to 100 %, in per cent, from the worst to the best. */
const NINES_LADDER: readonly number[] = [
  100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 5, 1, 0.5, 0.1, 0.05, 0.01, 5e-3, 1e-3, 5e-4, 1e-4, 5e-5, 1e-5, 5e-6, 1e-6,
  5e-7, 1e-7,
];
