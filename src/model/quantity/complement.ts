/** Digits beyond this exponent are 0 or infinity in a double anyway. */
const LARGEST_EXPONENT = 400;
/** More decimals than this nobody reads. */
const LONGEST_PERCENT = 40;

/**
 * 1 - x, worked out on the decimal digits of x and rounded once: "99.9999999e-2" gives exactly the double nearest 1e-9,
 * which 1 - 0.999999999 does not. `decimal` is a number as `Number` reads it, without a sign.
 */
export function decimalComplement(decimal: string): number {
  const [digits, exponent] = complementDigits(decimal);
  return digits === null ? 1 - Number(decimal) : Number(`${digits}e${exponent}`);
}

/** 1 - x as a percentage with all its digits: "0.00351" gives "99.649 %". null where those are too many to read. */
export function complementPercent(decimal: string): string | null {
  const [digits, exponent] = complementDigits(decimal);
  if (digits === null) return exponent < 0 ? null : `${100 * (1 - Number(decimal))} %`;
  if (exponent < -LONGEST_PERCENT) return null;
  const decimals = -exponent - 2;
  if (decimals <= 0) return `${digits}${'0'.repeat(-decimals)} %`;
  const padded = `${digits}`.padStart(decimals + 1, '0');
  return `${padded.slice(0, -decimals)}.${padded.slice(-decimals)} %`;
}

/** The digits of 1 - x, as a whole number times ten to an exponent; none where x has no fraction or a hopeless exponent. */
function complementDigits(decimal: string): [digits: bigint | null, exponent: number] {
  const [mantissa = '0', exponentText = '0'] = decimal.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const exponent = Number(exponentText) - fraction.length;
  if (exponent >= 0 || exponent < -LARGEST_EXPONENT) return [null, exponent];
  return [10n ** BigInt(-exponent) - BigInt(whole + fraction), exponent];
}
