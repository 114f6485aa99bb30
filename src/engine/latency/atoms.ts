/** Masses at exact times, ascending. */
export interface Atoms {
  readonly seconds: readonly number[];
  readonly masses: readonly number[];
}

export const NO_ATOMS: Atoms = { seconds: [], masses: [] };

/** How many exact times a measure may have; beyond, the least likely go to the grid. */
export const MOST_ATOMS = 64;

/** Two times are the same when they differ by less: 10 ms three times over is 30 ms, in whatever order it was added up. */
export const SAME_TIME = 1e-12;

/**
 * Pairs of times and masses in ascending order, the same times taken together.
 *
 * Model: times closer than 1e-12 of themselves are the same. Units: seconds, masses. Errors: none; masses of 0 are left out.
 * Accuracy: exact but for that. Cost: a sort. Source: none needed.
 *
 * @example atomsOf([[2, 0.5], [1, 0.25], [2, 0.25]]) // => { seconds: [1, 2], masses: [0.25, 0.75] }
 */
export function atomsOf(pairs: readonly (readonly [seconds: number, mass: number])[]): Atoms {
  if (pairs.length === 0) return NO_ATOMS;
  const seconds: number[] = [];
  const masses: number[] = [];
  for (const [at, mass] of pairs.filter(([, mass]) => mass > 0).sort((one, other) => one[0] - other[0])) {
    const end = seconds.length - 1;
    if (end >= 0 && at - seconds[end]! <= SAME_TIME * at) masses[end] = masses[end]! + mass;
    else {
      seconds.push(at);
      masses.push(mass);
    }
  }
  return { seconds, masses };
}
