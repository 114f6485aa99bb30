import { plainText } from './plain-text.ts';
import { scanQuantity } from './scan.ts';

/** The two ends of a range and its shape, as texts. */
export interface RangeText {
  readonly from: string;
  readonly to: string;
  readonly shape: string | null;
}

/** Shapes that a range may name behind it; without one it says nothing between its ends. */
const RANGE_SHAPES = ['uniform', 'triangular', 'normal', 'lognormal', 'loguniform', 'beta'] as const;

const RANGE = new RegExp(`^(.+?) to (.+?)(?: ?\\((${RANGE_SHAPES.join('|')})\\))?$`);

/** "99.9 % to 99.99 %", "10 to 20 ms (uniform)"; null for anything else. A unit at the end counts for both ends. */
export function rangeText(text: string): RangeText | null {
  const parts = RANGE.exec(plainText(text));
  const [, from, to, shape = null] = parts ?? [];
  if (from === undefined || to === undefined) return null;
  const first = scanQuantity(from, 0);
  const last = scanQuantity(to, 0);
  const bare = first !== null && 'literal' in first && first.literal.form === 'plain' && first.end === from.length;
  const united = last !== null && 'literal' in last && last.end === to.length;
  return { from: bare && united ? from + to.slice(last.numberEnd) : from, to, shape };
}

/** The centre of a range: the geometric mean of its ends (of the unavailabilities, for an availability). */
export function rangeCentre(from: number, to: number): number {
  const product = from * to;
  return product > 1e-300 && product < 1e300 ? Math.sqrt(product) : Math.sqrt(from) * Math.sqrt(to);
}
