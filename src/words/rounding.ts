/** Digits as people read them; a leaf that knows nothing of what is measured. */

/** 1234567.5 -> "1,234,567.5" for a text of plain digits. */
export function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** Exactly so many significant digits, zeros at the end included, never an exponent: fixed(4.4, 3) is "4.40". */
export function fixed(value: number, digits: number): string {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(rounded)) + 1e-12);
  return grouped(rounded.toFixed(Math.min(Math.max(decimals, 0), 20)));
}

/** At most so many significant digits, no zeros at the end: trimmed(0.0500, 3) is "0.05". */
export const trimmed = (value: number, digits: number): string => withoutZeros(fixed(value, digits));

/** "99.9500" -> "99.95", "10.0" -> "10", "100" stays. */
export const withoutZeros = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

const RAISED: Readonly<Record<string, string>> = {
  '-': '⁻',
  '−': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  j: 'ʲ',
};

/** "12" -> "¹²"; null where a character has no raised form. */
export function raised(text: string): string | null {
  const characters = Array.from(text, (character) => RAISED[character]);
  return characters.every((character) => character !== undefined) ? characters.join('') : null;
}

/**
 * How many units of 10^-decimals there are in a number, rounded up. The number counts by its first 12 digits, so that
 * what is 0.0005 but for the last bits is not rounded up to 0.0006. Exact: works on the digits, not on a product.
 */
export function unitsRoundedUp(value: number, decimals: number): bigint {
  const { digits, unit } = inUnits(value, decimals);
  return (digits + unit - 1n) / unit;
}

/** The same rounded down. */
export function unitsRoundedDown(value: number, decimals: number): bigint {
  const { digits, unit } = inUnits(value, decimals);
  return digits / unit;
}

function inUnits(value: number, decimals: number): { readonly digits: bigint; readonly unit: bigint } {
  const [mantissa = '0', exponent = '0'] = value.toExponential(11).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const shift = Number(exponent) - 11 + decimals;
  return shift >= 0 ? { digits: digits * 10n ** BigInt(shift), unit: 1n } : { digits, unit: 10n ** BigInt(-shift) };
}
