import type { ResolvedComponent, ResolvedDesign } from '../../model/resolved.ts';
import { scaledTime } from '../latency/scaled-design.ts';
import type { LoadState } from './loading.ts';

/**
 * How much longer own work takes because replicas contend and coordinate.
 *
 * Model: the Universal Scalability Law, 1 + σ(N − 1) + κN(N − 1). Units: N ≥ 0 replicas up. Errors: none. Accuracy: rounding.
 * Cost: constant. Source: N. J. Gunther (1993), docs/load-maths.md.
 *
 * @example stretchOf({ sigma: 0.02, kappa: 0.0004 }, 50) // => 2.96
 */
export function stretchOf({ sigma, kappa }: Pick<ResolvedComponent, 'sigma' | 'kappa'>, replicas: number): number {
  const others = Math.max(0, replicas - 1);
  return 1 + sigma * others + kappa * replicas * others;
}

/**
 * How many replicas of a component are up.
 *
 * Model: none. Units: places. Errors: none. Accuracy: exact. Cost: constant. Source: none needed.
 *
 * @example countUp(samples.checkout.designs[0].components[2], 2, EVERYTHING_UP) // => 3
 */
export function countUp({ replicas }: ResolvedComponent, place: number, { up }: LoadState): number {
  return up.get(place) ?? replicas;
}

/**
 * A design whose own times are as long as the replicas that are up make them.
 *
 * Model: as `stretchOf`. Units: seconds. Errors: none. Accuracy: rounding; a time that is not stretched is the same.
 * Cost: linear. Source: rule 12 of the scenario format.
 *
 * @example stretchedDesign(samples.checkout.designs[0], EVERYTHING_UP) === samples.checkout.designs[0] // => true
 */
export function stretchedDesign(design: ResolvedDesign, state: LoadState): ResolvedDesign {
  const components = design.components.map((component, place) => {
    const factor = stretchOf(component, countUp(component, place, state));
    return factor === 1 ? component : { ...component, time: scaledTime(component.time, factor) };
  });
  return components.every((component, place) => component === design.components[place])
    ? design
    : { ...design, components };
}
