/** Whole numbers with a binary exponent: value = mantissa · 2^exponent, cut to 300 bits. Slow, and right. */
interface Big {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const BITS = 300;

function cut(mantissa: bigint, exponent: number): Big {
  const extra = mantissa.toString(2).length - BITS;
  return extra > 0 ? { mantissa: mantissa >> BigInt(extra), exponent: exponent + extra } : { mantissa, exponent };
}

/** A double exactly. */
function exactly(value: number): Big {
  let exponent = 0;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    exponent--;
  }
  return { mantissa: BigInt(scaled), exponent };
}

const times = (a: Big, b: Big): Big => cut(a.mantissa * b.mantissa, a.exponent + b.exponent);

function plus(a: Big, b: Big): Big {
  const exponent = Math.min(a.exponent, b.exponent);
  if (Math.max(a.exponent, b.exponent) - exponent > 4 * BITS) return a.exponent > b.exponent ? a : b;
  return cut((a.mantissa << BigInt(a.exponent - exponent)) + (b.mantissa << BigInt(b.exponent - exponent)), exponent);
}

function power(base: Big, count: number): Big {
  let result: Big = { mantissa: 1n, exponent: 0 };
  for (let bit = count.toString(2).length - 1; bit >= 0; bit--) {
    result = times(result, result);
    if (Math.floor(count / 2 ** bit) % 2 === 1) result = times(result, base);
  }
  return result;
}

function divided(a: Big, by: bigint): Big {
  return cut((a.mantissa << BigInt(BITS)) / by, a.exponent - BITS);
}

/** The nearest double, also near the smallest ones. */
function near(big: Big): number {
  const bits = big.mantissa.toString(2).length;
  const shift = Math.max(0, bits - 60);
  const power = big.exponent + shift;
  const half = Math.trunc(power / 2);
  return Number(big.mantissa >> BigInt(shift)) * 2 ** half * 2 ** (power - half);
}

/** P(X ≥ x), with p taken exactly as the double that it is. */
export function bigUpperTail(n: number, x: number, p: number): number {
  const chance = exactly(p);
  const one: Big = { mantissa: 1n << BigInt(-chance.exponent), exponent: chance.exponent };
  const rest: Big = { mantissa: one.mantissa - chance.mantissa, exponent: chance.exponent };
  let term = times(power(chance, x), power(rest, n - x));
  for (let j = 1; j <= x; j++) term = divided(times(term, { mantissa: BigInt(n - x + j), exponent: 0 }), BigInt(j));
  let sum = term;
  for (let j = x; j < n; j++) {
    term = times(term, times({ mantissa: BigInt(n - j), exponent: 0 }, chance));
    // Divided by (j + 1)(1 − p), as a fraction of whole numbers.
    const by = BigInt(j + 1) * rest.mantissa;
    term = divided({ mantissa: term.mantissa, exponent: term.exponent - rest.exponent }, by);
    const next = plus(sum, term);
    if (next.mantissa === sum.mantissa && next.exponent === sum.exponent) break;
    sum = next;
  }
  return near(sum);
}
