import type { Explanation, ExplanationInput } from '../model/report.ts';
import type { Path } from '../model/issue.ts';
import {
  availabilityShortText,
  countText,
  durationText,
  ninesText,
  percentText,
  rateText,
  sharesText,
  timeText,
} from './numbers.ts';
import { raised, trimmed, unitsRoundedUp } from './rounding.ts';

/** A piece of a working. One with a `path` is a number that came from that field. */
export interface WorkingPart {
  readonly text: string;
  readonly path: Path | null;
  /** Stands as an exponent. */
  readonly raised?: true;
  readonly strong?: true;
  /** The component that the number belongs to. */
  readonly component?: string;
}

/** A number as one would write it in a calculation: "0.000001", and "3.25 × 10⁻⁸" where zeros would be too many. */
export function plainNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 0.9e-6 && size < 1e9) return trimmed(value, 7);
  const exponent = Math.floor(Math.log10(size) + 1e-12);
  return `${trimmed(value / 10 ** exponent, 4)} × 10${raised(String(exponent)) ?? ''}`;
}

/** The number of an input as it is put in. */
export function inputText(input: ExplanationInput): string {
  switch (input.unit) {
    case 'count':
      return countText(input.value);
    case 'probability':
      return percentText(input.value);
    case 'seconds':
      return durationText(input.value);
    case 'time':
      return timeText(input.value);
    case 'rate':
      return rateText(input.value);
    default:
      return plainNumber(input.value);
  }
}

/** Whether an input is an unavailability whose field is written as an availability: "99 %" stands for 0.01. */
export const isComplement = (input: ExplanationInput): boolean =>
  input.unit === 'unavailability' &&
  input.path !== null &&
  !input.path.includes('mtbf') &&
  !input.path.includes('mttr');

/** The availability as its field says it: all its digits, where they are few. */
export function complementText(input: ExplanationInput): string {
  const decimals = Array.from({ length: 11 }, (_, index) => index).find((count) => {
    const units = input.value * 10 ** (count + 2);
    return units >= 1 && Math.abs(units - Math.round(units)) < 1e-9 * units;
  });
  if (decimals === undefined || input.value <= 0) return availabilityShortText(input.value);
  const units = 10n ** BigInt(decimals + 2) - unitsRoundedUp(input.value, decimals + 2);
  const digits = units.toString().padStart(decimals + 1, '0');
  return `${decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`} %`;
}

/** 1 − A with only the digits that are still there: A holds no more than its last bit. */
function complementOf(availability: number): number {
  const rest = 1 - availability;
  if (rest <= 0) return 0;
  return Number(rest.toPrecision(Math.min(Math.max(15 + Math.floor(Math.log10(rest)), 1), 7)));
}

/** What comes out, as it stands at the end of the working. */
export function resultText({ formula, inputs, result }: Explanation): string {
  const { value, unit } = result;
  if (formula === 'replicas-needed') return sizedText(value, inputs);
  if (formula === 'nines') return ninesText(value);
  if (formula === 'share') return sharesText(value);
  if (unit === 'time') return timeText(value);
  if (unit === 'rate') return rateText(value);
  if (unit === 'unavailability') return `1 − ${plainNumber(value)}`;
  if (unit === 'availability') return `1 − ${plainNumber(complementOf(value))}`;
  if (unit === 'seconds') return durationText(value);
  return unit === 'probability' ? percentText(value) : countText(value);
}

/** "8; with one to spare 9, with two 10". */
function sizedText(needed: number, inputs: Explanation['inputs']): string {
  const [one, two] = ['N+1', 'N+2'].map((symbol) => inputs.find((input) => input.symbol === symbol)?.value);
  return `${countText(needed)}; with one to spare ${countText(one)}, with two ${countText(two)}`;
}
