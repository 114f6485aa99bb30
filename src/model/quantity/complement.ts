/** Digits beyond this exponent are 0 or infinity in a double anyway. */
const LARGEST_EXPONENT = 400;

/**
 * 1 - x, worked out on the decimal digits of x and rounded once: "99.9999999e-2" gives exactly the double nearest 1e-9,
 * which 1 - 0.999999999 does not. `decimal` is a number as `Number` reads it, without a sign.
 */
export function decimalComplement(decimal: string): number {
  const [mantissa = '0', exponentText = '0'] = decimal.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const exponent = Number(exponentText) - fraction.length;
  if (exponent >= 0 || exponent < -LARGEST_EXPONENT) return 1 - Number(decimal);
  const one = 10n ** BigInt(-exponent);
  return Number(`${one - BigInt(whole + fraction)}e${exponent}`);
}
