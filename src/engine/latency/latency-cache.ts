import type { Variants } from './variants.ts';

/** Visits by the value of everything that they are made from, for one algebra. */
export interface LatencyCache {
  /** Short numbers for values that are long to write down. */
  readonly ids: Map<string, number>;
  readonly visits: Map<string, Variants>;
}

/** Visits that are kept; each may hold two measures. */
const MOST_VISITS = 1500;
const MOST_IDS = 200_000;

/**
 * A cache with nothing in it.
 *
 * Model: none. Units: none. Errors: none. Accuracy: answers with and without it are the same bit for bit.
 * Cost: holds some thousand visits. Source: docs/latency-maths.md.
 *
 * @example createLatencyCache().visits.size // => 0
 */
export function createLatencyCache(): LatencyCache {
  return { ids: new Map(), visits: new Map() };
}

/**
 * The number of a value: the same for the same.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: constant. Source: none needed.
 *
 * @example (() => { const cache = createLatencyCache(); return idOfValue(cache, 'a') === idOfValue(cache, 'a'); })() // => true
 */
export function idOfValue({ ids }: LatencyCache, value: string): number {
  let id = ids.get(value);
  if (id === undefined) {
    id = ids.size;
    ids.set(value, id);
  }
  return id;
}

/**
 * A visit from the cache, or made and kept; what was not asked for longest goes first.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: constant, beside making it. Source: none needed.
 *
 * @example keptVisit(createLatencyCache(), 'a', () => single(failing(sampleAlgebra, false))).list.length // => 1
 */
export function keptVisit({ visits }: LatencyCache, key: string, make: () => Variants): Variants {
  const made = visits.get(key) ?? make();
  visits.delete(key);
  visits.set(key, made);
  if (visits.size > MOST_VISITS) visits.delete(visits.keys().next().value!);
  return made;
}

/**
 * Forgets everything where the cache has grown too long.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: constant. Source: none needed.
 *
 * @example (() => { const cache = createLatencyCache(); idOfValue(cache, 'a'); tidied(cache); return cache.ids.size; })() // => 1
 */
export function tidied({ ids, visits }: LatencyCache): void {
  if (ids.size < MOST_IDS) return;
  ids.clear();
  visits.clear();
}
