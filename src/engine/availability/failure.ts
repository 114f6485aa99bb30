import { addAll, addTo, emptySet, type BitSet } from '../graph/bit-set.ts';

/**
 * The failure function of a visit, kept as a sum: it fails when any component of `always` is down, or when any of
 * `atoms` (nodes of a decision diagram) is 1. Most of a drawing is a series, and a series needs no diagram.
 */
export interface Failure {
  readonly always: BitSet;
  /** Nodes, each once, ascending. */
  readonly atoms: readonly number[];
}

/**
 * The failure function that is 1 exactly when one component is down, or never.
 *
 * Model: none. Units: `size` components, one of them or null. Errors: none. Accuracy: exact. Cost: size/32.
 * Source: docs/availability-maths.md, "Sums first".
 *
 * @example failureOf(3, 1).atoms // => []
 */
export function failureOf(size: number, component: number | null, atoms: readonly number[] = []): Failure {
  const always = emptySet(size);
  if (component !== null) addTo(always, component);
  return { always, atoms };
}

/**
 * The failure function that is 1 when any of several is.
 *
 * Model: none; equal atoms are the same event and are kept once. Units: functions over equally many components.
 * Errors: none. Accuracy: exact. Cost: linear in what they hold. Source: docs/availability-maths.md, "Sums first".
 *
 * @example eitherFailure([failureOf(3, 1), failureOf(3, 2, [7])]).atoms // => [7]
 */
export function eitherFailure(failures: readonly Failure[]): Failure {
  const first = failures[0]!;
  if (failures.length === 1) return first;
  const always = new Uint32Array(first.always.length);
  const atoms = new Set<number>();
  for (const failure of failures) {
    addAll(always, failure.always);
    for (const atom of failure.atoms) if (atom !== 0) atoms.add(atom);
  }
  return { always, atoms: [...atoms].sort((a, b) => a - b) };
}
