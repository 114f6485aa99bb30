import type { ResolvedDesign } from '../../model/resolved.ts';
import { busiestAmong, type Busy } from './busiest.ts';
import { forOnce } from './journey-under.ts';
import { loadedStepwise } from './loaded.ts';
import { EVERYTHING_UP, type LoadedBy } from './loading.ts';

/** How it is looked for. */
export interface Search {
  /** About where it is; times all clients' rates. */
  readonly guess?: number;
  /** How exactly it is found. */
  readonly close?: number;
}

/** What is a little less than a guess. */
const LESS = 0.98;
const MOST_DOUBLINGS = 10;
/** Busier than this, it is no line that leads from one load to the next: it has tipped over. */
const JUMP = 1.2;

/** Where a design has no more to give. */
export interface Saturation {
  /** Of all clients' rates: the last that was carried, and the first that was not. */
  readonly below: number;
  readonly at: number;
  /** The place of what is saturated first. */
  readonly place: number;
}

/**
 * How many times the clients' rates bring the first of some components to saturation; null where none ever is.
 *
 * Model: the calm state, with the attempts that each load makes; saturated is who gets more than its workers can do, whether it
 * is turned away or not. Units: times today's rates. Errors: none. Accuracy: `close`. Cost: some 3 to 12 times `loadedStepwise`.
 * Source: docs/load-maths.md.
 *
 * @example finished(saturationOf(samples.checkout.designs[0], new Set([1, 2]), { algebra: sampleAlgebra, visits: createLatencyCache() })) // => null
 */
export function* saturationOf(
  design: ResolvedDesign,
  of: ReadonlySet<number>,
  by: LoadedBy,
  { guess = 1, close = 1e-3 }: Search = {},
): Generator<unknown, Saturation | null> {
  const at = function* (times: number): Generator<unknown, Busy & { readonly times: number }> {
    const loaded = yield* loadedStepwise(design, EVERYTHING_UP, { times }, forOnce(by));
    return { times, ...(busiestAmong(loaded, of) ?? { place: 0, utilisation: 0 }) };
  };
  let [below, above] = [{ times: 0, place: 0, utilisation: 0 }, yield* at(guess)];
  if (above.utilisation >= 1) {
    const less = yield* at(LESS * guess);
    if (less.utilisation < 1) below = less;
    else above = less;
  }
  for (let doubling = 0; above.utilisation < 1; doubling++) {
    if (above.utilisation === 0 || doubling === MOST_DOUBLINGS) return null;
    below = above;
    above = yield* at(below.times * Math.max(1 + close, (1 + close / 3) / below.utilisation));
  }
  let aside = 0;
  while (above.times - below.times > close * above.times) {
    const [width, least] = [above.times - below.times, (close * above.times) / 3];
    const part = above.utilisation < JUMP ? (1 - below.utilisation) / (above.utilisation - below.utilisation) : 0.5;
    const next = yield* at(below.times + Math.min(width - least, Math.max(least, part * width + aside)));
    const isFull = next.utilisation >= 1;
    // Further and further to the other side of the guess, until both ends are close to it.
    aside = isFull ? Math.min(-least, 2 * aside) : Math.max(least, 2 * aside);
    if (isFull) above = next;
    else below = next;
  }
  return { below: below.times, at: above.times, place: above.place };
}
