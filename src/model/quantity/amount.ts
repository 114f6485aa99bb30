/** Exponents of second, request, dollar and byte: a rate is {time: -1, request: 1}. */
export interface Unit {
  readonly time: number;
  readonly request: number;
  readonly money: number;
  readonly byte: number;
  /** Set for time over time, which is downtime where an availability is asked for. */
  readonly share: boolean;
}

/** A number in SI units (seconds, requests, dollars, bytes) with its unit. */
export interface Amount {
  readonly value: number;
  readonly unit: Unit;
}

/** A quantity as it was written, before it is known what it is for. */
export interface Literal extends Amount {
  readonly form: 'plain' | 'percent' | 'nines' | 'unit';
  /** The value of a plain number or percentage in exact decimal digits, such as "99.95e-2". */
  readonly decimal: string;
  /** What stands above the "/", and the seconds of what stands below it, so that "$420/month" stays 420. */
  readonly amount: number;
  readonly perSeconds: number | null;
}

export const PLAIN: Unit = { time: 0, request: 0, money: 0, byte: 0, share: false };

/** The unit of a product (`sign` 1) or a quotient (`sign` -1). */
export function combinedUnit(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const unit = {
    time: a.time + sign * b.time,
    request: a.request + sign * b.request,
    money: a.money + sign * b.money,
    byte: a.byte + sign * b.byte,
  };
  const plain = isPlain({ ...unit, share: false });
  const timeOverTime = sign === -1 && a.time === 1 && b.time === 1;
  const scaled = (a.share && isPlain(b) && !b.share) || (sign === 1 && b.share && isPlain(a) && !a.share);
  return { ...unit, share: plain && (timeOverTime || scaled) };
}

export const isPlain = (unit: Unit): boolean =>
  unit.time === 0 && unit.request === 0 && unit.money === 0 && unit.byte === 0;

export const sameUnit = (a: Unit, b: Unit): boolean =>
  a.time === b.time && a.request === b.request && a.money === b.money && a.byte === b.byte;

/** The unit raised to a power; null where that leaves broken exponents. */
export function unitPower(unit: Unit, power: number): Unit | null {
  if (isPlain(unit)) return power === 1 ? unit : PLAIN;
  const raised = {
    time: unit.time * power,
    request: unit.request * power,
    money: unit.money * power,
    byte: unit.byte * power,
  };
  return Object.values(raised).every(Number.isInteger) ? { ...raised, share: false } : null;
}
