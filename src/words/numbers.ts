import { fixed, grouped, raised, trimmed, unitsRoundedDown, unitsRoundedUp, withoutZeros } from './rounding.ts';

/** What a number that is not known reads as. */
export const UNKNOWN = 'unknown';

type Figure = number | null | undefined;
const known = (value: Figure): value is number => typeof value === 'number' && !Number.isNaN(value);

/** The longest text of each sort, in characters: a box this wide does not move while its number changes. */
export const WIDEST = { availability: 12, duration: 9, share: 12, nines: 12, rate: 16 } as const;

const MOST_DECIMALS = 7;
const BEYOND = 1e-9;

/**
 * An availability by its unavailability, with three digits of what is missing: 0.0005029985 is "99.9497 %". Rounds down,
 * says "100 %" of nothing but 0, and stops at nine nines.
 */
export const availabilityText = (unavailability: Figure): string => upText(unavailability, unitsRoundedUp);

/** The same with four digits of what is missing, to set figures side by side: "99.8298 %". */
export const availabilityFineText = (unavailability: Figure): string =>
  shortened(upText(unavailability, unitsRoundedUp, 4));

/** The same rounded up: what an availability cannot be above. */
export const availabilityAtMostText = (unavailability: Figure): string => upText(unavailability, unitsRoundedDown);

function upText(
  unavailability: Figure,
  unitsOf: (unavailability: number, decimals: number) => bigint,
  digits = 3,
): string {
  if (!known(unavailability)) return UNKNOWN;
  if (unavailability <= 0) return '100 %';
  if (unavailability >= 1) return '0 %';
  if (unavailability < BEYOND * (1 - 1e-11)) return 'over 9 nines';
  const leading = Math.floor(Math.log10(Number(unavailability.toPrecision(12))) + 1e-13) + 2;
  const decimals = Math.min(Math.max(digits - 1 - leading, 1), MOST_DECIMALS + digits - 3);
  const units = 10n ** BigInt(decimals + 2) - unitsOf(unavailability, decimals + 2);
  if (units <= 0n) return 'under 0.1 %';
  const whole = units.toString().padStart(decimals + 1, '0');
  return `${whole.slice(0, -decimals)}.${whole.slice(-decimals)} %`;
}

/** The same without zeros at the end, for running text: "99.95 %". */
export const availabilityShortText = (unavailability: Figure): string => shortened(availabilityText(unavailability));

/** "99.9500 %" -> "99.95 %". */
export const shortened = (text: string): string => (text.endsWith(' %') ? withoutNoughts(text) : text);

/** "4.00 h" -> "4 h". */
const withoutNoughts = (text: string): string => text.replace(/^[\d,.]+/, withoutZeros);

/** "3.30 nines". Never rounds up to the next whole nine. */
export function ninesText(nines: Figure): string {
  if (!known(nines)) return UNKNOWN;
  if (nines > 9 + 1e-9) return 'over 9 nines';
  const whole = Math.floor(nines + 1e-9);
  return `${Math.min(Number(nines.toFixed(2)), nines - whole < 1e-9 ? whole : whole + 0.99).toFixed(2)} nines`;
}

/** "one nine", "six nines": the whole nines in words. */
export function wholeNinesText(nines: Figure): string {
  if (!known(nines)) return UNKNOWN;
  const whole = Math.floor(nines + 1e-9);
  if (whole > 9) return 'over nine nines';
  const words = ['no nine', 'one nine', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  return whole < 2 ? (words[whole] ?? UNKNOWN) : `${words[whole] ?? ''} nines`;
}

/** A share of a whole with one decimal: "99.4 %". Neither 0 nor 100 unless it is. */
export function sharesText(fraction: Figure): string {
  if (!known(fraction)) return UNKNOWN;
  if (fraction <= 0) return '0 %';
  if (fraction >= 1 - 1e-12) return '100 %';
  if (fraction < 0.0005) return 'under 0.1 %';
  const rounded = (fraction * 100).toFixed(1);
  return rounded === '100.0' ? 'over 99.9 %' : `${rounded} %`;
}

/** A probability or ratio with at most three digits: "5 %", "63.4 %". */
export function percentText(fraction: Figure): string {
  if (!known(fraction)) return UNKNOWN;
  if (fraction === 0) return '0 %';
  if (fraction > 0 && fraction < 1e-7) return 'under 0.00001 %';
  const text = trimmed(fraction * 100, 3);
  return text === '100' && fraction < 1 - 1e-12 ? 'over 99.9 %' : `${text.replace('-', '−')} %`;
}

/** A small chance by its size: "5 × 10⁻⁴", "0.25", "1". */
export function chanceText(probability: Figure): string {
  if (!known(probability)) return UNKNOWN;
  if (probability === 0 || probability >= 0.0995) return trimmed(probability, 3);
  const [mantissa = '', exponent = ''] = probability.toExponential(2).split('e');
  return `${withoutZeros(mantissa)} × 10${raised(exponent) ?? ''}`;
}

/** So many times as much: "1,988×". */
export const timesText = (ratio: Figure): string => (known(ratio) ? `${trimmed(ratio, 4)}×` : UNKNOWN);

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/**
 * A stretch of downtime: "3.65 days", "4.41 h", "52.6 min", "0.5 min", "12.3 s". One decimal or three digits always, so
 * that its width stays while it changes.
 */
export function durationText(seconds: Figure): string {
  if (!known(seconds)) return UNKNOWN;
  if (seconds < 0) return `−${durationText(-seconds)}`;
  if (seconds === Infinity) return 'for ever';
  if (seconds === 0) return '0 min';
  if (seconds < 0.0005) return 'under 1 ms';
  if (seconds < 0.9995) return `${(seconds * 1000).toFixed(0)} ms`;
  if (seconds < 29.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 59.95 * MINUTE) return `${(seconds / MINUTE).toFixed(1)} min`;
  if (seconds < 2 * DAY) return `${fixed(seconds / HOUR, 3)} h`;
  return `${fixed(seconds / DAY, 3)} days`;
}

/** The same rounder, for a title: "53 minutes", "half a minute", "4.41 h". */
export function roundDurationText(seconds: Figure): string {
  if (!known(seconds) || seconds < 25 || seconds >= 59.5 * MINUTE) return durationText(seconds);
  if (seconds <= 35) return 'half a minute';
  if (seconds < 55) return durationText(seconds);
  if (seconds <= 65) return 'a minute';
  const minutes = seconds / MINUTE;
  return `${minutes < 10 ? trimmed(minutes, 2) : minutes.toFixed(0)} minutes`;
}

/** A change against today: "+52.0 min", "−0.5 min", "no change". */
export function signedDurationText(seconds: Figure): string {
  if (!known(seconds)) return UNKNOWN;
  if (Math.abs(seconds) < 0.0005) return 'no change';
  return `${seconds < 0 ? '−' : '+'}${durationText(Math.abs(seconds))}`;
}

/** The time of an answer or a wait: "212 ms", "0.5 ms", "31.5 s". */
export const timeText = (seconds: Figure): string => timeTextTo(seconds, 3);

/** The same with another number of digits at most. */
export function timeTextTo(seconds: Figure, digits: number): string {
  if (!known(seconds)) return UNKNOWN;
  if (seconds === 0) return '0 ms';
  if (seconds >= 0.9995)
    return seconds < 59.95 ? `${trimmed(seconds, digits)} s` : withoutNoughts(durationText(seconds));
  if (seconds >= 99.95e-6) return `${trimmed(seconds * 1000, digits)} ms`;
  if (seconds >= 0.9995e-6) return `${trimmed(seconds * 1e6, digits)} µs`;
  return seconds < 0.9995e-9 ? 'under 1 ns' : `${trimmed(seconds * 1e9, digits)} ns`;
}

/** A number of things: "8,000"; what is not whole gets three digits: "2.87". */
export function countText(count: Figure): string {
  if (!known(count)) return UNKNOWN;
  if (!Number.isFinite(count)) return 'unlimited';
  if (Number.isInteger(count)) return grouped(String(count).replace('-', '−'));
  return trimmed(count, 3).replace('-', '−');
}

/** "8,000 req/s". */
export const rateText = (perSecond: Figure): string =>
  known(perSecond) ? `${perSecond >= 100 ? grouped(perSecond.toFixed(0)) : trimmed(perSecond, 3)} req/s` : UNKNOWN;

/** "$1,135 a month". */
export const moneyText = (perMonth: Figure): string =>
  known(perMonth) ? `$${perMonth >= 100 ? grouped(perMonth.toFixed(0)) : trimmed(perMonth, 3)} a month` : UNKNOWN;

/** Replaces the space before a unit by one that does not break, for text that may wrap. */
export const unbroken = (text: string): string => text.replace(/(\d) (?=\S)/g, '$1\u00A0');
