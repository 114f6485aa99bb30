import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import { childrenFirst } from '../graph/children-first.ts';
import { anyOf } from '../numeric/any-of.ts';
import { callFailure, gateFailure } from '../numeric/visit-failure.ts';
import type { Algebra } from './algebra.ts';
import { createLatencyCache, idOfValue, keptVisit, tidied, type LatencyCache } from './latency-cache.ts';
import type { Response } from './response.ts';
import type { Variants } from './variants.ts';
import { keepsBranches, visit, type Called } from './visit.ts';

/** Places of components that are down. */
export type Down = ReadonlySet<number>;

/** How the components of a design answer, while some of them are down. */
export interface DesignLatency {
  /** One visit to the component at a place, with all that it calls. */
  readonly response: (place: number, down?: Down) => Response;
  /** The chance that a visit meets an outage that it needs to be without, given what is down. */
  readonly outage: (place: number, down?: Down) => number;
  /** Whether outcomes of branches had to be taken together (`MOST_VARIANTS`). */
  readonly merged: (place: number) => boolean;
  /** By component: the calls that it waits for. */
  readonly calls: readonly (readonly ResolvedCall[])[];
}

/** What is the same for all visits while the same is down. */
interface State {
  readonly down: Down;
  /** By component: the number of everything that a visit is made from. */
  readonly ids: number[];
  readonly outages: (number | undefined)[];
}

const NOTHING: Down = new Set();

/**
 * How the components of a design answer, by one algebra.
 *
 * Model: docs/latency-maths.md; two visits to one component are two independent draws (rule 10 of the scenario format).
 * Units: as `Response`; components by place. Domain: calls without rings. Errors: none. Accuracy: that of the algebra.
 * Cost: a few convolutions a component, once for what is the same; what is made with another `cache` is the same bit for
 * bit. A cache serves one algebra. Source: docs/latency-maths.md.
 *
 * @example createDesignLatency(samples.checkout.designs[0], sampleAlgebra).response(0).failure // => 0
 */
export function createDesignLatency(
  design: ResolvedDesign,
  algebra: Algebra,
  cache: LatencyCache = createLatencyCache(),
): DesignLatency {
  const { components } = design;
  const calls: ResolvedCall[][] = components.map(() => []);
  for (const call of design.calls) {
    const { from, async, times, probability } = call;
    if (!async && times > 0 && probability > 0 && components[from]!.kind !== 'queue') calls[from]!.push(call);
  }
  const order = childrenFirst(
    calls.map((list) => list.map(({ to }) => to)),
    [],
  );
  tidied(cache);
  const texts = components.map((component, place) => {
    const { kind, needed, errors, time, switchSeconds, hitRatio, whenDown, mode } = component;
    const own = [kind, needed, errors, time, switchSeconds, hitRatio, whenDown, mode];
    return JSON.stringify([own, calls[place]!.map((call) => ({ ...call, from: 0, to: 0 }))]);
  });

  const idIn = (ids: readonly number[], down: Down, place: number): number =>
    idOfValue(cache, `${down.has(place)} ${texts[place]} ${calls[place]!.map(({ to }) => ids[to]).join()}`);

  /** Only what reaches something that is down differs from what it is with everything up. */
  function stateOf(down: Down, up: State | null): State {
    const ids: number[] = up === null ? [] : [...up.ids];
    const outages = up === null ? [] : [...up.outages];
    const changed = new Set<number>();
    for (const place of order) {
      if (up !== null && !down.has(place) && !calls[place]!.some(({ to }) => changed.has(to))) continue;
      changed.add(place);
      ids[place] = idIn(ids, down, place);
      outages[place] = undefined;
    }
    return { down, ids, outages };
  }

  const everythingUp = stateOf(NOTHING, null);
  let last = everythingUp;
  const state = (down: Down): State => {
    if (down.size === 0) return everythingUp;
    if (last.down !== down) last = stateOf(down, everythingUp);
    return last;
  };

  function outage(at: State, place: number): number {
    return (at.outages[place] ??= outageOf(at, place));
  }

  function outageOf(at: State, place: number): number {
    const { kind, mode, needed, whenDown, hitRatio } = components[place]!;
    const down = at.down.has(place);
    if (down && !(whenDown === 'bypass' && calls[place]!.length > 0)) return 1;
    const needs = calls[place]!.filter(({ optional }) => !optional);
    const callees = needs.map(({ to }) => outage(at, to));
    if (kind === 'gate') return gateFailure(mode, needed, needs, callees);
    const below = anyOf(needs.map((call, index) => callFailure(call, callees[index]!)));
    return kind === 'cache' && !down ? (1 - hitRatio) * below : below;
  }

  function variants(at: State, place: number, keep: boolean): Variants {
    return keptVisit(cache, `${at.ids[place]} ${keep}`, () => {
      const called = calls[place]!.map((call): Called => {
        const callee = variants(at, call.to, keepsBranches(call, keep));
        return { call, callee, works: outage(at, call.to) < 1 };
      });
      return visit(algebra, components[place]!, called, { down: at.down.has(place), keep });
    });
  }

  return {
    response: (place, down = NOTHING) => variants(state(down), place, false).list[0]!.response,
    outage: (place, down = NOTHING) => outage(state(down), place),
    merged: (place) => variants(everythingUp, place, false).merged,
    calls,
  };
}
