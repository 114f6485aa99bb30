// How a computed number is held against one from elsewhere, which is written with so many digits.

const CLOSE = 1e-12;

/** Half a unit of the last digit that is written. */
function halfUnit(written) {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(written) ?? [];
  return 0.5 * 10 ** (Number(exponent) - fraction.length);
}

/** 1 - x on the digits of x, which is written with decimals and without an exponent: "0.9995" gives "0.0005". */
export function complement(written) {
  const [whole = '0', fraction = ''] = written.split('.');
  const digits = 10n ** BigInt(fraction.length) - BigInt(whole + fraction);
  const padded = `${digits}`.padStart(fraction.length + 1, '0');
  return fraction === '' ? padded : `${padded.slice(0, -fraction.length)}.${padded.slice(-fraction.length)}`;
}

/** A check of one figure: it agrees to a relative error of 1e-12, or else to every digit that is written. */
export function figure(what, value, written) {
  const expected = Number(written);
  const off = Math.abs(value - expected);
  const error = off === 0 ? 0 : off / Math.abs(expected);
  if (error <= CLOSE) return { what, outcome: 'agrees', error };
  if (off <= halfUnit(String(written))) return { what, outcome: 'agrees', error: null, byDigits: true };
  return { what, outcome: 'disagrees', error, note: `${value}, not ${written}` };
}

/** A check of one figure that is computed by approximation: within a relative or an absolute distance. */
export function closeTo(what, value, written, { relative = 0, absolute = 0 }) {
  const expected = Number(written);
  const off = Math.abs(value - expected);
  const error = off === 0 ? 0 : expected === 0 ? null : off / Math.abs(expected);
  if (off <= Math.max(absolute, relative * Math.abs(expected))) return { what, outcome: 'agrees', error };
  return { what, outcome: 'disagrees', error, note: `${value}, not ${written}` };
}

/** A check that is not about a number. */
export const fact = (what, agrees, note) => ({ what, outcome: agrees ? 'agrees' : 'disagrees', error: null, note });

/** What nothing was found out about. */
export const open = (what, note) => ({ what, outcome: 'open', error: null, note });
