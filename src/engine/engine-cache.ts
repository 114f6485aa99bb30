import type { DesignReport } from '../model/report.ts';
import type { ResolvedDesign } from '../model/resolved.ts';
import type { PlanCache } from './availability/cache.ts';
import type { Algebra } from './latency/algebra.ts';
import type { LatencyCache } from './latency/latency-cache.ts';
import type { LoadedDesign } from './load/loading.ts';

/**
 * What was computed before, by the value of what it was made from. Passing it on makes answers faster, never different.
 */
export interface EngineCache extends PlanCache {
  readonly reports: Map<string, DesignReport>;
  /** By name: an algebra and what was computed with it. */
  readonly algebras: Map<string, KeptAlgebra>;
  readonly loads: WeakMap<ResolvedDesign, LoadedDesign>;
}

export interface KeptAlgebra {
  readonly algebra: Algebra;
  readonly visits: LatencyCache;
}

/**
 * A cache with nothing in it.
 *
 * Model: none. Units: none. Errors: none. Accuracy: answers with and without it are the same bit for bit.
 * Cost: holds up to twelve diagrams and reports, and some thousand distributions. Source: docs/availability-maths.md, "A slider".
 *
 * @example createCache().plans.size // => 0
 */
export function createCache(): EngineCache {
  return { plans: new Map(), reports: new Map(), algebras: new Map(), loads: new WeakMap() };
}
