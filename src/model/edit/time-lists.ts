import { parseQuantity } from '../quantity/parse-quantity.ts';
import type { Time, Value } from '../scenario.ts';

export type Mixture = Extract<Time, { readonly mixture: unknown }>;
export type QuantileTable = Extract<Time, { readonly quantiles: unknown }>;
type Part = Mixture['mixture'][number];

/** What a document may hold of each. */
const MOST_PARTS = 100;
const MOST_ROWS = 1000;

/** The weight of a part that is added, taken from the heaviest, so that weights go on adding up. */
const NEW_WEIGHT = 0.05;

function weightOf({ weight }: Part): number | null {
  const quantity = parseQuantity(weight, 'ratio');
  return quantity.kind === 'value' ? quantity.value : null;
}

/** A weight in the way in which the other was written: as a share or in per cent. */
function weightLike(written: Value, weight: number): Value {
  const percent = typeof written === 'string' && written.trim().endsWith('%');
  const digits = Number((percent ? weight * 100 : weight).toPrecision(12));
  return percent ? `${digits} %` : digits;
}

/** The place of the heaviest part whose weight is a plain number; -1 where none is. */
function heaviest(parts: readonly Part[]): number {
  const weights = parts.map((part) => weightOf(part) ?? -1);
  const most = Math.max(...weights);
  return most < 0 ? -1 : weights.indexOf(most);
}

function moreWeight(parts: readonly Part[], place: number, more: number): readonly Part[] {
  const part = parts[place];
  const weight = part === undefined ? null : weightOf(part);
  if (part === undefined || weight === null || weight + more <= 0) return parts;
  return parts.with(place, { ...part, weight: weightLike(part.weight, weight + more) });
}

/** One part more, as long as the heaviest takes: nothing changes until it is given a time of its own. */
export function withPart(time: Mixture): Mixture {
  const { mixture } = time;
  if (mixture.length >= MOST_PARTS) return time;
  const place = heaviest(mixture);
  const from = mixture[place] ?? mixture[0];
  const lighter = moreWeight(mixture, place, -NEW_WEIGHT);
  const weight = lighter === mixture ? 0 : NEW_WEIGHT;
  return { mixture: [...lighter, { weight: weightLike(from?.weight ?? 0, weight), time: from?.time ?? '40 ms' }] };
}

/** Without one part: its weight goes to the heaviest of the others. The last one stays. */
export function withoutPart(time: Mixture, place: number): Mixture {
  const gone = time.mixture[place];
  if (gone === undefined || time.mixture.length === 1) return time;
  const rest = time.mixture.toSpliced(place, 1);
  return { mixture: moreWeight(rest, heaviest(rest), weightOf(gone) ?? 0) };
}

/** Shares that a new row of a table is likely to be about. */
const SHARES = ['0.5', '0.9', '0.95', '0.99', '0.999', '0.9999', '0.75', '0.25', '0.1', '0'];

const shareOf = (key: string): number => {
  const quantity = parseQuantity(key, 'probability');
  return quantity.kind === 'value' ? quantity.value : Number.POSITIVE_INFINITY;
};

/** The shares of a table from the smallest on; what is no share comes last. */
export const sharesOf = ({ quantiles }: QuantileTable): string[] =>
  Object.keys(quantiles).sort((a, b) => shareOf(a) - shareOf(b) || 0);

/** One row more, with the time of the one below it; the same table where it has all the usual ones. */
export function withRow(time: QuantileTable): QuantileTable {
  const taken = sharesOf(time);
  const share = SHARES.find((each) => !taken.some((key) => shareOf(key) === shareOf(each)));
  if (share === undefined || taken.length >= MOST_ROWS) return time;
  const below = taken.findLast((key) => shareOf(key) < shareOf(share)) ?? taken[0] ?? '';
  return inOrder({ ...time.quantiles, [share]: time.quantiles[below] ?? '0 ms' });
}

/** "p99.9" as the share that it is about. */
function shareTyped(text: string): string {
  const [, per100] = /^p(\d{1,2}(?:\.\d+)?)$/i.exec(text.trim()) ?? [];
  return per100 === undefined ? text.trim() : String(Number((Number(per100) / 100).toPrecision(12)));
}

/** A row about another share; null where it is none, or there is a row about it. */
export function withShare(time: QuantileTable, from: string, typed: string): QuantileTable | null {
  const to = shareTyped(typed);
  if (from === to) return time;
  if (shareOf(to) > 1 || sharesOf(time).some((key) => key !== from && shareOf(key) === shareOf(to))) return null;
  const rows = Object.entries(time.quantiles).map(([key, value]) => [key === from ? to : key, value] as const);
  return inOrder(Object.fromEntries(rows));
}

/** Without one row; the last one stays. */
export function withoutRow(time: QuantileTable, share: string): QuantileTable {
  const rest = Object.entries(time.quantiles).filter(([key]) => key !== share);
  return rest.length === 0 ? time : { quantiles: Object.fromEntries(rest) };
}

function inOrder(quantiles: Readonly<Record<string, Value>>): QuantileTable {
  return { quantiles: Object.fromEntries(sharesOf({ quantiles }).map((key) => [key, quantiles[key] ?? ''])) };
}
