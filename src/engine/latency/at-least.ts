import { anyOfSame } from '../numeric/any-of.ts';
import { binomialUpperTail } from '../numeric/binomial-tail.ts';

/** The chances of several parts, each at moment after moment. */
export type Chances = readonly Float64Array[];

/**
 * When enough have come: by the chances of each to have come, and to come later, for the moments from one to before
 * another; the results are written at the same places.
 */
export interface Enough {
  /** That enough ever come. */
  readonly mass: number;
  /** That enough have come. */
  readonly come: (within: Chances, from: number, end: number, results: Float64Array) => void;
  /** That enough come, but have not yet. */
  readonly later: (within: Chances, beyond: Chances, from: number, end: number, results: Float64Array) => void;
}

/**
 * At least k of several that are different.
 *
 * Model: independent, each with a mass that ever comes. Units: masses in [0, 1], 1 ≤ k ≤ n. Errors: none.
 * Accuracy: relative error about 1e-16 per part on either side, all terms are positive. Cost: n · min(k, n − k + 1).
 * Source: R. E. Barlow, K. D. Heidtmann, "Computing k-out-of-n system reliability", IEEE Trans. Rel. 33 (1984), and the
 * same recursion for the difference of two tails.
 *
 * @example ((half, result) => (atLeastOf(1, [1, 1]).later([half, half], [half, half], 0, 1, result), result[0]))(new Float64Array([0.5]), new Float64Array(1)) // => 0.25
 */
export function atLeastOf(k: number, masses: readonly number[]): Enough {
  const size = masses.length;
  const reached = new Float64Array(k + 1);
  // exactly[i · k + j]: that of the first i exactly j ever come.
  const exactly = new Float64Array((size + 1) * k);
  exactly[0] = 1;
  masses.forEach((mass, i) => {
    for (let j = 0; j < k; j++)
      exactly[(i + 1) * k + j] = exactly[i * k + j]! * (1 - mass) + (j > 0 ? exactly[i * k + j - 1]! * mass : 0);
  });
  /** By how many have come of those seen so far; only what can still matter. `later` starts without, `come` with certainty. */
  const run = (start: number, within: Chances, beyond: Chances | null, at: number): number => {
    reached[0] = start;
    for (let j = 1; j <= k; j++) reached[j] = 0;
    for (let i = 0; i < size; i++) {
      const come = within[i]![at]!;
      const left = beyond === null ? 0 : beyond[i]![at]!;
      const rest = beyond === null ? 1 - come : 1 - masses[i]! + left;
      for (let j = Math.min(k, i + 1); j >= Math.max(1, k - size + 1 + i); j--) {
        const more = beyond === null ? 0 : left * exactly[i * k + j - 1]!;
        reached[j] = reached[j]! * rest + reached[j - 1]! * come + more;
      }
    }
    return reached[k]!;
  };
  const mass = run(
    1,
    masses.map((one) => Float64Array.of(one)),
    null,
    0,
  );
  if (k === 1) return { mass, ...firstOf(masses) };
  if (k === size) return { mass, ...allOf(masses) };
  return {
    mass,
    come: (within, from, end, results) => {
      for (let at = from; at < end; at++) results[at] = run(1, within, null, at);
    },
    later: (within, beyond, from, end, results) => {
      for (let at = from; at < end; at++) results[at] = run(0, within, beyond, at);
    },
  };
}

type OnePass = Pick<Enough, 'come' | 'later'>;

/** The first of several, and all of them: one product each, and its difference to what it is in the end. */
const firstOf = (masses: readonly number[]): OnePass => ({
  come: (within, from, end, results) => {
    for (let at = from; at < end; at++) {
      let come = 0;
      for (let i = 0; i < masses.length; i++) come += (1 - come) * within[i]![at]!;
      results[at] = come;
    }
  },
  later: (_, beyond, from, end, results) => {
    for (let at = from; at < end; at++) {
      let never = 1;
      let later = 0;
      for (let i = 0; i < masses.length; i++) {
        const notThis = 1 - masses[i]!;
        const left = beyond[i]![at]!;
        later = later * (notThis + left) + never * left;
        never *= notThis;
      }
      results[at] = later;
    }
  },
});

const allOf = (masses: readonly number[]): OnePass => ({
  come: (within, from, end, results) => {
    for (let at = from; at < end; at++) {
      let all = 1;
      for (let i = 0; i < masses.length; i++) all *= within[i]![at]!;
      results[at] = all;
    }
  },
  later: (within, beyond, from, end, results) => {
    for (let at = from; at < end; at++) {
      let all = 1;
      let later = 0;
      for (let i = 0; i < masses.length; i++) {
        later = later * masses[i]! + all * beyond[i]![at]!;
        all *= within[i]![at]!;
      }
      results[at] = later;
    }
  },
});

/** (never + beyond)ᴺ − neverᴺ without cancellation. */
function powerDifference(never: number, beyond: number, count: number): number {
  if (beyond > never) return (never + beyond) ** count - never ** count;
  return never === 0 ? 0 : never ** count * Math.expm1(count * Math.log1p(beyond / never));
}

/**
 * At least k of n that are alike.
 *
 * Model: independent. Units: mass in [0, 1], 1 ≤ k ≤ n. Errors: none. Accuracy: relative error about 1e-12 on either side
 * where all come, or k is 1 or n; else absolute on the side of the tail. Cost: constant for k = 1 and n, else some 9
 * standard deviations of a binomial count. Source: C. Loader, "Fast and accurate computation of binomial probabilities"
 * (2000), for the tails.
 *
 * @example ((half, result) => (atLeastOfSame(3, 3, 1).come([half], 0, 1, result), result[0]))(new Float64Array([0.5]), new Float64Array(1)) // => 0.125
 */
export function atLeastOfSame(k: number, count: number, mass: number): Enough {
  const never = Math.max(0, 1 - mass);
  const late = (notCome: number): number => binomialUpperTail(count, count - k + 1, Math.min(1, notCome));
  const neverEnough = never === 0 ? 0 : late(never);
  const laterBy = (beyond: number): number => {
    if (k === 1) return powerDifference(never, beyond, count);
    if (k === count) return mass ** count * anyOfSame(Math.min(1, beyond / mass), count);
    return Math.max(0, late(never + beyond) - neverEnough);
  };
  return {
    mass: binomialUpperTail(count, k, Math.min(1, mass)),
    come: ([within], from, end, results) => {
      for (let at = from; at < end; at++) results[at] = binomialUpperTail(count, k, within![at]!);
    },
    later: (_, [beyond], from, end, results) => {
      for (let at = from; at < end; at++) results[at] = laterBy(beyond![at]!);
    },
  };
}
