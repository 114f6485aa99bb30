import type { ResolvedDesign } from '../../model/resolved.ts';
import { journeyUnder, type JourneyUnder } from './journey-under.ts';
import type { LoadedBy } from './loading.ts';
import type { Saturation, Search } from './saturation.ts';

/** The two ends of what a load can settle in: the least, and the largest. */
export interface Settled {
  readonly times: number;
  readonly calm: JourneyUnder;
  readonly stormy: JourneyUnder;
}

/** Where two states are possible one has so many fewer good answers. */
const APART = 1e-2;
/** Loads, over the one at which something saturates, that are looked at where it does not tip over just there. */
const OTHERS = [0.35, 0.6, 0.85, 1.15, 1.4];

/**
 * Whether what was before decides which of two states a load settles in.
 *
 * Model: of all requests 1 % fewer are answered well in one of them, at least. Units: none. Errors: none. Accuracy: as said.
 * Cost: constant. Source: none needed.
 *
 * @example isTwofold(finished(settlingOf(samples.checkout.designs[0], 0, { algebra: sampleAlgebra, visits: createLatencyCache() })(1))) // => false
 */
export function isTwofold({ calm, stormy }: Settled): boolean {
  return calm.success - stormy.success > APART;
}

/** Answers what a journey settles in, remembering what was asked before. */
export type Settling = (times: number) => Generator<unknown, Settled>;

/**
 * What a journey settles in under any load, by whether it was calm or stormy before.
 *
 * Model: as `loadedStepwise`, from both sides; without retries and copies both are the same. Units: times all clients' rates.
 * Errors: none. Accuracy: that of `loadedStepwise`. Cost: twice that, once for each load. Source: N. Bronson et al.,
 * "Metastable failures in distributed systems", HotOS (2021).
 *
 * @example finished(settlingOf(samples.checkout.designs[0], 0, { algebra: sampleAlgebra, visits: createLatencyCache() })(2)).calm.success // => 1
 */
export function settlingOf(design: ResolvedDesign, client: number, by: LoadedBy): Settling {
  const known = new Map<number, Settled>();
  const isRepeated = design.calls.some(({ retries, hedgeSeconds }) => retries > 0 || hedgeSeconds !== null);
  return function* (times) {
    const made = known.get(times);
    if (made !== undefined) return made;
    const calm = yield* journeyUnder(design, client, by, { times });
    const stormy = isRepeated ? yield* journeyUnder(design, client, by, { times, from: 'stormy' }) : calm;
    const settled = { times, calm, stormy };
    known.set(times, settled);
    return settled;
  };
}

/** Between which loads it depends on what was before. */
export interface Tipping {
  readonly recoversBelow: number;
  /** Null where it is more than was looked at. */
  readonly tipsAbove: number | null;
  /** A load between them. */
  readonly twofold: number;
}

/**
 * Between which loads a design can tip over and stay so; null where none are found.
 *
 * Model: it tips over where something saturates, since timeouts and retries then grow without bound; or else about one of a
 * few other loads. It recovers below the least load at which the two states differ. Units: times all clients' rates; `guess` is
 * of that. Errors: null where it happens between loads that are looked at alone. Accuracy: `close`, where
 * the states differ by more than 1 % of the requests. Cost: some 12 times `Settling`. Source: as `settlingOf`.
 *
 * @example finished(tippingOf(settlingOf(samples.checkout.designs[0], 0, { algebra: sampleAlgebra, visits: createLatencyCache() }), { below: 1, at: 2, place: 0 })) // => null
 */
export function* tippingOf(
  settling: Settling,
  { below, at }: Saturation,
  { guess = 0, close = 1e-3 }: Search = {},
): Generator<unknown, Tipping | null> {
  const first = function* (loads: readonly number[], twofold: boolean): Generator<unknown, number | null> {
    for (const times of loads) if (isTwofold(yield* settling(times)) === twofold) return times;
    return null;
  };
  /** Between a load where both are the same and one where they are not. */
  const edge = function* (same: number, apart: number): Generator<unknown, number> {
    let [one, other] = [same, apart];
    while (Math.abs(one - other) > close * Math.max(one, other)) {
      const middle = (one + other) / 2;
      if (isTwofold(yield* settling(middle))) other = middle;
      else one = middle;
    }
    return (one + other) / 2;
  };
  const others = OTHERS.map((part) => part * at);
  const twofold = yield* first([below, ...others], true);
  if (twofold === null) return null;
  const beyond = yield* first(
    [at, ...others].filter((times) => times > twofold),
    false,
  );
  /** Where it begins: mostly at the guess. */
  const begins = function* (): Generator<unknown, number> {
    const [less, more] = [guess * (1 - close), guess * (1 + close)];
    if (less <= 0 || more >= twofold) return yield* edge(0, twofold);
    if (!isTwofold(yield* settling(more))) return yield* edge(more, twofold);
    return isTwofold(yield* settling(less)) ? yield* edge(0, less) : guess;
  };
  return {
    twofold,
    recoversBelow: yield* begins(),
    tipsAbove: beyond === null ? null : yield* edge(beyond, twofold),
  };
}
