import type { ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../model/resolved.ts';
import { childrenFirst } from '../graph/children-first.ts';
import { anyOf } from '../numeric/any-of.ts';
import { callFailure, gateFailure } from '../numeric/visit-failure.ts';
import type { Algebra, Measure } from './algebra.ts';
import {
  createLatencyCache,
  idOfValue,
  keptTime,
  keptVisit,
  textOf,
  tidied,
  type LatencyCache,
} from './latency-cache.ts';
import { entered } from './entered.ts';
import { answering, inTurn, type Response } from './response.ts';
import { streamsBy } from './sent-by.ts';
import type { Stream } from './stream.ts';
import type { Variants } from './variants.ts';
import { keepsBranches, visit, type Called } from './visit.ts';

/** Places of components that are down. */
export type Down = ReadonlySet<number>;

/** How the components of a design answer, while some of them are down. */
export interface DesignLatency {
  /** One visit to the component at a place, with all that it calls. */
  readonly response: (place: number, down?: Down) => Response;
  /** The same step by step: yields after each visit that had to be computed for it. */
  readonly responseStepwise: (place: number, down?: Down) => Generator<number, Response>;
  /** The same visit from when it has a worker. */
  readonly begun: (place: number, down?: Down) => Response;
  /** One request of a call, there and back, with its branches told apart where it is tried again. */
  readonly arrived: (call: ResolvedCall, down?: Down) => Variants;
  /** By call id: the requests to be expected along it for such a response, by how long they are waited for; calls `without` are left out. */
  readonly streams: (response: Response, without: ReadonlySet<string>) => Readonly<Record<string, Stream>>;
  /** The chance that a visit meets an outage that it needs to be without, given what is down. */
  readonly outage: (place: number, down?: Down) => number;
  /** A number for everything that such a visit is made from: the same for the same. */
  readonly id: (place: number, down?: Down) => number;
  /** How many components answer otherwise than by another such with everything up. */
  readonly changed: (down: Down, than: Pick<DesignLatency, 'id'>) => number;
  /** Whether outcomes of branches had to be taken together (`MOST_VARIANTS`). */
  readonly merged: (place: number) => boolean;
  /** The component's own work, and the network of a call. */
  readonly own: (place: number) => Measure;
  readonly network: (call: ResolvedCall) => Measure;
  /** By component: the calls that it waits for. */
  readonly calls: readonly (readonly ResolvedCall[])[];
  /** All places, each after everything that it calls. */
  readonly order: readonly number[];
}

/** What is the same for all visits while the same is down. */
interface State {
  readonly down: Down;
  /** By component: the number of everything that a visit is made from, from when it has a worker, and with the wait for one. */
  readonly begun: number[];
  readonly ids: number[];
  /** By component: the chance that a visit meets an outage. */
  readonly outages: number[];
}

const NOTHING: Down = new Set();

/** What a visit is made from: of the component itself, and of a call wherever it leads. */
function textOfComponent(component: ResolvedComponent): string {
  const { kind, needed, errors, time, switchSeconds, hitRatio, whenDown, mode } = component;
  return JSON.stringify([kind, needed, errors, time, switchSeconds, hitRatio, whenDown, mode]);
}
const textOfCall = (call: ResolvedCall): string => JSON.stringify({ ...call, from: 0, to: 0 });

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
  bare: Algebra,
  cache: LatencyCache = createLatencyCache(),
): DesignLatency {
  const { components } = design;
  const algebra: Algebra = { ...bare, of: (time) => keptTime(cache, bare, time) };
  const made: ResolvedCall[][] = components.map(() => []);
  for (const call of design.calls) if (call.times > 0) made[call.from]!.push(call);
  const waits = ({ from, async }: ResolvedCall): boolean => !async && components[from]!.kind !== 'queue';
  const calls = made.map((list) => list.filter(waits));
  const order = childrenFirst(
    made.map((list) => list.map(({ to }) => to)),
    [],
  );
  const branched: boolean[] = [];
  for (const place of order) {
    const { kind, hitRatio } = components[place]!;
    const branches = calls[place]!.some(({ probability, to }) => probability < 1 || branched[to]!);
    branched[place] = branches || (kind === 'cache' && hitRatio > 0);
  }
  const keeps = (call: ResolvedCall, keep: boolean): boolean => branched[call.to]! && keepsBranches(call, keep);
  tidied(cache);
  const values = components.map((component, place) => {
    const sent = made[place]!.map((call) => textOf(call, textOfCall));
    return idOfValue(cache, `${textOf(component, textOfComponent)} ${sent.join()}`);
  });

  /** Only what reaches something that is down differs from what it is with everything up. */
  function stateOf(down: Down, up: State | null): State {
    const ids: number[] = up === null ? [] : [...up.ids];
    const begun: number[] = up === null ? [] : [...up.begun];
    const outages = up === null ? [] : [...up.outages];
    const changed = new Set<number>();
    for (const place of order) {
      if (up !== null && !down.has(place) && !calls[place]!.some(({ to }) => changed.has(to))) continue;
      changed.add(place);
      const callees = made[place]!.map((call) => {
        const own = call.pool === null ? ids : begun;
        const everything = call.pool === null ? up?.ids : up?.begun;
        return (waits(call) ? own : (everything ?? own))[call.to];
      });
      begun[place] = idOfValue(cache, `${down.has(place)} ${values[place]} ${callees.join()}`);
      const { waiting } = components[place]!;
      ids[place] =
        waiting === null || down.has(place) ? begun[place] : idOfValue(cache, JSON.stringify([begun[place], waiting]));
      outages[place] = outageOf(outages, down.has(place), place);
    }
    return { down, begun, ids, outages };
  }

  const everythingUp = stateOf(NOTHING, null);
  let last = everythingUp;
  const state = (down: Down): State => {
    if (down.size === 0) return everythingUp;
    if (last.down !== down) last = stateOf(down, everythingUp);
    return last;
  };

  function outageOf(outages: readonly number[], down: boolean, place: number): number {
    const { kind, mode, needed, whenDown, hitRatio } = components[place]!;
    if (down && !(whenDown === 'bypass' && calls[place]!.length > 0)) return 1;
    const needs = calls[place]!.filter(({ optional }) => !optional);
    const callees = needs.map(({ to }) => outages[to]!);
    if (kind === 'gate') return gateFailure(mode, needed, needs, callees);
    const below = anyOf(needs.map((call, index) => callFailure(call, callees[index]!)));
    return kind === 'cache' && !down ? (1 - hitRatio) * below : below;
  }

  /** A visit with the wait for a worker, as one call waits, there and back: the same for all calls alike. */
  function overNetwork(at: State, call: ResolvedCall, keep: boolean): Variants {
    const { to, network, pool, tied, hedgeSeconds } = call;
    const waiting = at.down.has(to) ? null : pool === null ? components[to]!.waiting : call.waiting;
    const copySeconds = tied && waiting !== null ? hedgeSeconds : null;
    const alike = pool === null && copySeconds === null;
    const id = alike ? at.ids[to]! : idOfValue(cache, JSON.stringify([at.begun[to], waiting, copySeconds]));
    const visits = alike
      ? variants(at, to, keep)
      : keptVisit(cache, `${id} ${keep}`, () => entered(algebra, begun(at, to, keep), waiting, copySeconds));
    if (network.of === 'constant' && network.seconds === 0) return visits;
    return keptVisit(cache, `${id} ${keep} ${textOf(network)}`, () => {
      const onTheWay = answering(algebra, algebra.of(network));
      const list = visits.list.map(({ weight, response }) => ({
        weight,
        response: inTurn(algebra, onTheWay, response),
      }));
      return { ...visits, list };
    });
  }

  function arrived(at: State, call: ResolvedCall, keep: boolean): Variants {
    // What is only sent counts with everything up.
    return overNetwork(waits(call) ? at : everythingUp, call, keeps(call, keep && waits(call)));
  }

  function begun(at: State, place: number, keep: boolean): Variants {
    return keptVisit(cache, `${at.begun[place]} ${keep}`, () => {
      const called = made[place]!.map((call): Called => {
        const to = waits(call) ? at : everythingUp;
        return { call, arrived: arrived(at, call, keep), waits: waits(call), works: to.outages[call.to]! < 1 };
      });
      return visit(algebra, components[place]!, called, { down: at.down.has(place), keep });
    });
  }

  function variants(at: State, place: number, keep: boolean): Variants {
    if (at.ids[place] === at.begun[place]) return begun(at, place, keep);
    return keptVisit(cache, `${at.ids[place]} ${keep}`, () =>
      entered(algebra, begun(at, place, keep), components[place]!.waiting, null),
    );
  }

  /** Computes what a visit is made of, callees first; the errors of what is tried again too. */
  function* computed(at: State, place: number, keep: boolean, errors: boolean): Generator<number, void> {
    const made = cache.visits.get(`${at.ids[place]} ${keep}`);
    if (made !== undefined && (cache.computed.get(made) ?? 0) >= (errors ? 2 : 1)) return;
    const { kind, mode } = components[place]!;
    for (const call of calls[place]!) {
      const again = errors || call.retries > 0 || call.optional || (kind === 'gate' && mode === 'failover');
      yield* computed(at, call.to, keeps(call, keep), again);
    }
    const all = variants(at, place, keep);
    for (const { response } of all.list)
      if (response.success.mass + (errors ? response.error.mass : 0) >= 0) yield place;
    cache.computed.set(all, errors ? 2 : 1);
  }

  return {
    response: (place, down = NOTHING) => variants(state(down), place, false).list[0]!.response,
    *responseStepwise(place, down = NOTHING) {
      const at = state(down);
      yield* computed(at, place, false, false);
      return variants(at, place, false).list[0]!.response;
    },
    begun: (place, down = NOTHING) => begun(state(down), place, false).list[0]!.response,
    arrived: (call, down = NOTHING) => arrived(state(down), call, false),
    streams: (response, without) => streamsBy(algebra, response, without),
    outage: (place, down = NOTHING) => state(down).outages[place]!,
    id: (place, down = NOTHING) => state(down).ids[place]!,
    changed: (down, than) => order.filter((place) => state(down).ids[place] !== than.id(place)).length,
    merged: (place) => variants(everythingUp, place, false).merged,
    own: (place) => algebra.of(components[place]!.time),
    network: ({ network }) => algebra.of(network),
    calls,
    order,
  };
}
