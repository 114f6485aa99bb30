import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { Algebra, Measure } from './algebra.ts';
import type { Variants } from './variants.ts';

/** Visits by the value of everything that they are made from, for one algebra. */
export interface LatencyCache {
  /** Short numbers for values that are long to write down. */
  readonly ids: Map<string, number>;
  /** The next of them: none is given twice, even where all were forgotten. */
  next: number;
  readonly visits: Map<string, Variants>;
  /** Of visits: 1 once their good answers are computed, 2 once their errors are too. */
  readonly computed: WeakMap<Variants, number>;
  /** Single times, as they are written. */
  readonly times: Map<string, Measure>;
}

/** Visits and times that are kept; each may hold two measures. */
const MOST_KEPT = 1500;
const MOST_IDS = 200_000;

/**
 * A cache with nothing in it, or with what another one holds: what is added does not go into that.
 *
 * Model: none. Units: none. Errors: none. Accuracy: answers with and without it are the same bit for bit.
 * Cost: holds some thousand visits. Source: docs/latency-maths.md.
 *
 * @example createLatencyCache().visits.size // => 0
 */
export function createLatencyCache(like?: LatencyCache): LatencyCache {
  const { ids, next = 0, visits, computed = new WeakMap(), times } = like ?? {};
  return { ids: new Map(ids), next, visits: new Map(visits), computed, times: new Map(times) };
}

/**
 * The number of a value: the same for the same.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: constant. Source: none needed.
 *
 * @example (() => { const cache = createLatencyCache(); return idOfValue(cache, 'a') === idOfValue(cache, 'a'); })() // => true
 */
export function idOfValue(cache: LatencyCache, value: string): number {
  let id = cache.ids.get(value);
  if (id === undefined) {
    id = cache.next++;
    cache.ids.set(value, id);
  }
  return id;
}

const texts = new WeakMap<object, string>();

/**
 * A part of a design as text, written once for the same object.
 *
 * Model: none. Units: none. Domain: what is always written the same way. Errors: none. Accuracy: exact.
 * Cost: constant, beside writing it. Source: none needed.
 *
 * @example textOf({ of: 'constant', seconds: 1 }) // => '{"of":"constant","seconds":1}'
 */
export function textOf<Part extends object>(
  part: Part,
  write: (part: Part) => string = (plain) => JSON.stringify(plain),
): string {
  let text = texts.get(part);
  if (text === undefined) texts.set(part, (text = write(part)));
  return text;
}

/** A value from the cache, or made and kept; what was not asked for longest goes first. */
function kept<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const made = values.get(key) ?? make();
  values.delete(key);
  values.set(key, made);
  if (values.size > MOST_KEPT) values.delete(values.keys().next().value!);
  return made;
}

/**
 * A visit from the cache, or made and kept.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: constant, beside making it. Source: none needed.
 *
 * @example keptVisit(createLatencyCache(), 'a', () => single(failing(sampleAlgebra, false))).list.length // => 1
 */
export function keptVisit({ visits }: LatencyCache, key: string, make: () => Variants): Variants {
  return kept(visits, key, make);
}

/**
 * A single time as a measure, from the cache where it is there.
 *
 * Model: none. Units: seconds. Errors: none. Accuracy: that of the algebra. Cost: constant, beside making it.
 * Source: none needed.
 *
 * @example keptTime(createLatencyCache(), sampleAlgebra, { of: 'constant', seconds: 0.04 }).mass // => 1
 */
export function keptTime({ times }: LatencyCache, algebra: Algebra, time: ResolvedTime): Measure {
  return time.of === 'constant' ? algebra.of(time) : kept(times, textOf(time), () => algebra.of(time));
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
