import type { Dimension } from '../kinds/field.ts';
import { isPlain, type Amount, type Literal, type Unit } from './amount.ts';
import { decimalComplement } from './complement.ts';
import { MONTH } from './units.ts';

export type Fitted =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'error'; readonly code: string; readonly message: string };

/** What each dimension is called and how one is written. */
const NAMES: Readonly<Record<Dimension, { readonly noun: string; readonly example: string }>> = {
  availability: { noun: 'an availability', example: '99.95 %, 4 nines or 20 min/month' },
  probability: { noun: 'a share', example: '5 % or 0.05' },
  ratio: { noun: 'a plain number', example: '0.02' },
  count: { noun: 'a whole number', example: '3' },
  duration: { noun: 'a time', example: '40 ms or 5 min' },
  rate: { noun: 'a rate', example: '8,000 req/s' },
  growth: { noun: 'a growth', example: '3 %/month' },
  money: { noun: 'an amount of money', example: '$60/month' },
  size: { noun: 'a size', example: '500 GB' },
};

export const dimensionExample = (dimension: Dimension): string => NAMES[dimension].example;

const value = (number: number): Fitted => ({ kind: 'value', value: number });
const outOfRange = (message: string): Fitted => ({ kind: 'error', code: 'quantity/out-of-range', message });

export const notA = (dimension: Dimension, shown: string): Fitted => ({
  kind: 'error',
  code: 'quantity/unit',
  message: `${shown} is not ${NAMES[dimension].noun}. Write one such as ${NAMES[dimension].example}`,
});

/** The unavailability that an availability leaves, from its digits where it has them. */
function unavailability(amount: Amount | Literal, shown: string): Fitted {
  if (amount.unit.share) {
    return amount.value <= 1 ? value(amount.value) : outOfRange(`${shown} down is more than all the time. Write less`);
  }
  const literal = 'form' in amount ? amount : null;
  if (literal?.form === 'nines')
    return value(Number.isSafeInteger(literal.value) ? Number(`1e-${literal.value}`) : 10 ** -literal.value);
  if (amount.value > 1) {
    const hint =
      literal?.form === 'plain' && amount.value <= 100 ? `. Did you mean ${shown} %?` : '. Write at most 100 %';
    return outOfRange(`${shown} is more than ${literal?.form === 'percent' ? '100 %' : '1'}${hint}`);
  }
  return value(literal === null ? 1 - amount.value : decimalComplement(literal.decimal));
}

/** Growth per month; growth by the year or day is compounded. */
function growth(amount: Amount | Literal): number {
  if (!('form' in amount)) return isPlain(amount.unit) ? amount.value : amount.value * MONTH;
  if (amount.perSeconds === null || amount.perSeconds === MONTH) return amount.amount;
  return Math.expm1((Math.log1p(amount.amount) * MONTH) / amount.perSeconds);
}

/** Dollars per month, the digits kept where it was written by the month. */
function money(amount: Amount | Literal): number {
  if (amount.unit.time === 0) return amount.value;
  if (!('form' in amount) || amount.perSeconds === null) return amount.value * MONTH;
  return amount.perSeconds === MONTH ? amount.amount : (amount.amount * MONTH) / amount.perSeconds;
}

const only = (unit: Unit, time: number, requests: readonly number[], dollars = 0, bytes = 0): boolean =>
  unit.time === time && requests.includes(unit.request) && unit.money === dollars && unit.byte === bytes;

/** Whether a unit is the one that a dimension asks for. A rate times a time counts requests, which is a plain number. */
const MATCHES: Readonly<Record<Dimension, (unit: Unit) => boolean>> = {
  availability: isPlain,
  probability: isPlain,
  ratio: (unit) => only(unit, 0, [0, 1]),
  count: (unit) => only(unit, 0, [0, 1]),
  duration: (unit) => only(unit, 1, [0, -1]),
  rate: (unit) => only(unit, -1, [0, 1]),
  growth: (unit) => only(unit, -1, [0]),
  money: (unit) => only(unit, 0, [0], 1) || only(unit, -1, [0], 1),
  size: (unit) => only(unit, 0, [0], 0, 1),
};

const TAKES_PERCENT: ReadonlySet<Dimension> = new Set<Dimension>(['availability', 'probability', 'ratio', 'growth']);

/**
 * What an amount is worth in a field of the given dimension, in SI units: seconds, per second, per month for growth and
 * money, bytes, and the unavailability where an availability is asked for.
 */
export function fit(amount: Amount | Literal, dimension: Dimension, shown: string): Fitted {
  const form = 'form' in amount ? amount.form : null;
  const bare = isPlain(amount.unit) && !amount.unit.share;
  if (form === 'nines' && dimension !== 'availability') return notA(dimension, shown);
  if (form === 'percent' && !TAKES_PERCENT.has(dimension)) return notA(dimension, shown);
  if (!bare && !MATCHES[dimension](amount.unit)) return notA(dimension, shown);
  const tooLarge = outOfRange(`${shown} is too large a number. Write a smaller one`);
  if (!Number.isFinite(amount.value)) return tooLarge;
  if (dimension === 'growth') {
    const monthly = growth(amount);
    // A modest growth by the hour is one without end by the month.
    if (monthly === Number.POSITIVE_INFINITY) return tooLarge;
    return monthly > -1 ? value(monthly) : outOfRange(`${shown} leaves nothing. Write more than -100 %`);
  }
  if (amount.value < 0) return outOfRange(`${shown} is less than 0. Write 0 or more`);
  if (dimension === 'availability') return unavailability(amount, shown);
  if (dimension === 'money') return Number.isFinite(money(amount)) ? value(money(amount)) : tooLarge;
  if (dimension === 'probability' && amount.value > 1) {
    return outOfRange(
      `${shown} is more than ${form === 'percent' ? '100 %' : '1'}. Write a share such as ${NAMES.probability.example}`,
    );
  }
  if (dimension === 'count' && !Number.isInteger(amount.value)) return notA('count', shown);
  return value(amount.value);
}
