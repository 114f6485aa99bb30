import { buildFurther, buildStepwise, type DesignPlan } from './build.ts';
import { structureKey } from './key.ts';
import type { Structure } from './structure.ts';

/** Diagrams of designs by the value of what they were made from. Passing it on makes answers faster, never different. */
export interface PlanCache {
  readonly plans: Map<string, { readonly numbers: string | null; readonly plan: DesignPlan }>;
}

/** As many designs as a board is likely to hold; the one that was not asked for longest goes first. */
const MOST = 12;

/**
 * The diagrams of a design, from the cache where its structure is known; `quick` without what takes more than a second.
 *
 * Model, units, errors, accuracy and source as `buildStepwise`. Cost: that of the key where it is known.
 *
 * @example finished(plansStepwise(structureOf(samples.checkout.designs[0]), createCache())).roots.length // => 5
 */
export function* plansStepwise(
  structure: Structure,
  cache: PlanCache | undefined,
  quick = false,
): Generator<number, DesignPlan> {
  const key = cache === undefined ? '' : structureKey(structure, false);
  const known = cache?.plans.get(key);
  const fits = known !== undefined && (known.numbers === null || known.numbers === structureKey(structure, true));
  const before = fits ? known.plan : yield* buildStepwise(structure);
  const plan = quick || before.complete ? before : yield* buildFurther(structure, before);
  if (cache === undefined) return plan;
  keep(cache.plans, key, { numbers: plan.usesNumbers ? structureKey(structure, true) : null, plan });
  return plan;
}

/**
 * Keeps a value as the one that was asked for last, and drops the one that was not asked for longest.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: constant. Source: "least recently used".
 *
 * @example (() => { const kept = new Map(); keep(kept, 'a', 1); return kept.size; })() // => 1
 */
export function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
}
