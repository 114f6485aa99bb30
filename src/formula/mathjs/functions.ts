import { isPlain, PLAIN, sameUnit, unitPower, type Unit } from '../../model/quantity/amount.ts';

/** A function that formulas may call: how many arguments it takes, the unit of its result, and what it does. */
interface AllowedFunction {
  readonly least: number;
  readonly most: number;
  /** null where the arguments' units do not go together. */
  readonly unit: (units: readonly Unit[]) => Unit | null;
  readonly run: (...values: number[]) => number;
}

const alike = (units: readonly Unit[]): Unit | null => {
  const [first] = units;
  if (first === undefined || !units.every((unit) => sameUnit(unit, first))) return null;
  return units.every((unit) => unit.share) || !isPlain(first) ? first : PLAIN;
};
const plain = (units: readonly Unit[]): Unit | null => (units.every(isPlain) ? PLAIN : null);
const root = (units: readonly Unit[]): Unit | null => unitPower(units[0] ?? PLAIN, 0.5);

export const FUNCTIONS: ReadonlyMap<string, AllowedFunction> = new Map<string, AllowedFunction>([
  ['min', { least: 1, most: 20, unit: alike, run: Math.min }],
  ['max', { least: 1, most: 20, unit: alike, run: Math.max }],
  ['abs', { least: 1, most: 1, unit: alike, run: Math.abs }],
  ['sqrt', { least: 1, most: 1, unit: root, run: Math.sqrt }],
  ['exp', { least: 1, most: 1, unit: plain, run: Math.exp }],
  ['log', { least: 1, most: 2, unit: plain, run: (x = 0, base = Math.E) => Math.log(x) / Math.log(base) }],
  ['log10', { least: 1, most: 1, unit: plain, run: Math.log10 }],
  ['round', { least: 1, most: 1, unit: plain, run: Math.round }],
  ['ceil', { least: 1, most: 1, unit: plain, run: Math.ceil }],
  ['floor', { least: 1, most: 1, unit: plain, run: Math.floor }],
  ['pow', { least: 2, most: 2, unit: plain, run: Math.pow }],
]);
