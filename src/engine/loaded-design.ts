import type { Resolved, ResolvedDesign } from '../model/resolved.ts';
import { keptAlgebra } from './computed.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import type { Down } from './latency/design-latency.ts';
import type { Computed, InState } from './latency/journey-sum.ts';
import { LOAD_STEPS } from './latency/grid-steps.ts';
import { linesOf, replicasCarrying } from './load/component-load.ts';
import { loadedStepwise } from './load/loaded.ts';
import { EVERYTHING_UP, type Line, type Loaded, type LoadedBy, type LoadedDesign } from './load/loading.ts';

/** The algebra that loads are computed with: the same whatever grid the times are on, so that they do not change with it. */
export const loadedBy = (cache: EngineCache): LoadedBy => keptAlgebra(LOAD_STEPS, 'near', cache);

/**
 * A design with the waits that its clients' rates make, everything up, and with the replicas that its load needs.
 *
 * Model: rule 12 of the scenario format. Units: as `Loaded`. Errors: none. Accuracy: as `loadedStepwise`. Cost: as
 * `loadedStepwise`; nothing for a design that the cache has seen. Source: docs/load-maths.md.
 *
 * @example finished(loadedDesign(samples.checkout.designs[0])).loaded.settled // => true
 */
export function* loadedDesign(
  design: ResolvedDesign,
  cache: EngineCache = createCache(),
): Generator<unknown, LoadedDesign> {
  const known = cache.loads.get(design);
  if (known !== undefined) return known;
  const by = loadedBy(cache);
  const loaded = yield* loadedStepwise(design, EVERYTHING_UP, {}, by);
  const needed = design.components.map((component, place) =>
    component.neededByLoad
      ? // Where no number is enough it counts as down.
        (replicasCarrying({ design, loaded, algebra: by.algebra }, place) ?? component.replicas + 1)
      : component.needed,
  );
  const withNeeded = <Each extends ResolvedDesign>(one: Each): Each =>
    needed.every((count, place) => count === one.components[place]!.needed)
      ? one
      : { ...one, components: one.components.map((component, place) => ({ ...component, needed: needed[place]! })) };
  const made = { design: withNeeded(design), loaded: { ...loaded, design: withNeeded(loaded.design) } };
  cache.loads.set(design, made);
  return made;
}

/**
 * A design with its waits while some of it is down.
 *
 * Model, errors, accuracy and source as `loadedDesign`. Units: `down` by place. Cost: one more load where something is down.
 *
 * @example finished(loadedWith(samples.checkout.designs[0], new Set(), createCache())).settled // => true
 */
export function* loadedWith(given: ResolvedDesign, down: Down, cache: EngineCache): Generator<unknown, Loaded> {
  const { design, loaded } = yield* loadedDesign(given, cache);
  if (down.size === 0) return loaded;
  return yield* loadedStepwise(design, { ...EVERYTHING_UP, down }, {}, loadedBy(cache));
}

/**
 * A scenario in which one design needs as many replicas as its load does, for what is asked of its availability.
 *
 * Model, errors, accuracy, cost and source as `loadedDesign`. Units: `index` is the design's place.
 *
 * @example finished(neededByLoad(samples.checkout, 0)) === samples.checkout // => true
 */
export function* neededByLoad(resolved: Resolved, index: number, cache?: EngineCache): Generator<unknown, Resolved> {
  const given = resolved.designs[index];
  if (!given?.components.some((component) => component.neededByLoad)) return resolved;
  const { design } = yield* loadedDesign(given, cache);
  return design === given ? resolved : { ...resolved, designs: resolved.designs.with(index, design) };
}

const sorted = (parts: readonly (number | readonly number[])[]): string => parts.map(String).sort().join(';');

/**
 * How the components of a design answer in each state of what is down and up, with the load that they have then.
 *
 * Model: rule 11 of the scenario format; where no workers are limited load makes no difference. Units: `computed` is the loaded
 * design with everything up, by several algebras; `by` makes the same of another one. Errors: none. Accuracy: as
 * `loadedStepwise`. Cost: one load for each state that it makes a difference to; yields within. Source: docs/load-maths.md.
 *
 * @example finished(loadedStates(finished(loadedDesign(samples.checkout.designs[0])), [], () => [], createCache())({ down: new Set(), up: new Map() })) // => []
 */
export function loadedStates(
  { design, loaded }: LoadedDesign,
  computed: readonly Computed[],
  by: (design: ResolvedDesign) => readonly Computed[],
  cache: EngineCache,
): InState {
  const isLimited = loaded.lines.some((line) => line !== null);
  const known = new Map<string, readonly Computed[]>();
  return function* ({ down, up }) {
    if (down === null || up.size + (isLimited ? down.size : 0) === 0) return computed;
    const key = `${sorted([...down])} ${sorted([...up])}`;
    let made = known.get(key);
    if (made === undefined) {
      const inState = yield* loadedStepwise(design, { down, up }, {}, loadedBy(cache));
      known.set(key, (made = by(inState.design)));
    }
    return made;
  };
}

/** A wait of less than this share of the hold makes no difference to any figure. */
const SLIGHT_WAIT = 1e-3;
/** A share of requests that are turned away. */
const FEW = 1e-9;

const isFelt = ({ waiting, meanWaitSeconds, holdSeconds }: Line): boolean =>
  meanWaitSeconds === null ||
  holdSeconds === null ||
  meanWaitSeconds > SLIGHT_WAIT * holdSeconds ||
  (waiting?.shed ?? 0) > FEW;

/**
 * Of which components it makes a difference how many replicas are up, beyond that they are enough.
 *
 * Model: where every group has only as many replicas as it needs, waits are longest. A group that nobody waits for even then,
 * and whose work is as long then, may as well be up as a whole. Units: places. Errors: none. Accuracy: waits below a thousandth of
 * the hold are left out. Cost: one load. Source: docs/load-maths.md.
 *
 * @example finished(replicasThatCount(finished(loadedDesign(samples.checkout.designs[0]))))(1) // => false
 */
export function* replicasThatCount(
  { design, loaded }: LoadedDesign,
  cache: EngineCache = createCache(),
): Generator<unknown, (place: number) => boolean> {
  if (loaded.lines.every((line) => line === null)) return () => false;
  const { components } = design;
  const fewest = components.flatMap(({ needed, replicas }, place): [number, number][] =>
    loaded.lines[place] === null || needed >= replicas ? [] : [[place, needed]],
  );
  const least = yield* loadedStepwise(design, { down: new Set(), up: new Map(fewest) }, {}, loadedBy(cache));
  return (place) => {
    const { scales } = components[place]!;
    return scales || linesOf(design, least, place).some(isFelt);
  };
}
