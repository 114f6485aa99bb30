import type { ResolvedDesign } from '../model/resolved.ts';
import type { EngineCache, KeptAlgebra } from './engine-cache.ts';
import type { Rounding } from './latency/algebra.ts';
import { createAlgebra } from './latency/create-algebra.ts';
import { createDesignLatency } from './latency/design-latency.ts';
import type { Computed } from './latency/journey-sum.ts';
import { createLatencyCache } from './latency/latency-cache.ts';

/**
 * An algebra of a grid with what was computed with it.
 *
 * Model: docs/latency-maths.md. Units: steps an octave. Errors: none. Accuracy: that of the algebra. Cost: constant.
 * Source: docs/latency-maths.md.
 *
 * @example keptAlgebra(8, 'near', createCache()).algebra.rounding // => 'near'
 */
export function keptAlgebra(binsPerOctave: number, rounding: Rounding, { algebras }: EngineCache): KeptAlgebra {
  const name = `${binsPerOctave} ${rounding}`;
  const kept = algebras.get(name) ?? {
    algebra: createAlgebra({ binsPerOctave, rounding }),
    visits: createLatencyCache(),
  };
  algebras.set(name, kept);
  return kept;
}

/**
 * A design by the algebra of a grid, with all that is known of it.
 *
 * Model: docs/latency-maths.md. Units: steps an octave. Errors: none. Accuracy: that of the algebra; the same bit for bit
 * whatever the cache holds. Cost: none before something is asked. Source: docs/latency-maths.md.
 *
 * @example computedBy(samples.checkout.designs[0], 8, 'near', createCache()).algebra.rounding // => 'near'
 */
export function computedBy(design: ResolvedDesign, bins: number, rounding: Rounding, cache: EngineCache): Computed {
  const { algebra, visits } = keptAlgebra(bins, rounding, cache);
  return { algebra, latency: createDesignLatency(design, algebra, visits) };
}

/**
 * Computes every component's answers with everything up, callees first, and yields after each: a design that is asked
 * for one of them alone would compute for long without a break.
 *
 * Model, units, accuracy and source as `computedBy`. Errors: none. Cost: a few convolutions a component.
 *
 * @example [...everythingUp([computedBy(samples.checkout.designs[0], 8, 'near', createCache())])].length // => 5
 */
export function* everythingUp(computed: readonly Computed[]): Generator<number, void> {
  for (const { latency } of computed) {
    for (const place of latency.order) {
      const { success, failure, never } = latency.response(place);
      if (success.mass + failure + never >= 0) yield place;
    }
  }
}
