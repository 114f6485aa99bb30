import type { Performability, PerformabilityState } from '../model/report-load.ts';
import type { ResolvedDesign } from '../model/resolved.ts';
import { exactStepwise, type Evaluated } from './availability/evaluated.ts';
import { groupUnavailability, type Group } from './availability/group.ts';
import { replicasUp } from './availability/replicas-up.ts';
import { computedBy } from './computed.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import { journeyStates, outagesOf, waitedFor } from './journey-states.ts';
import { secondsAt } from './latency/asked.ts';
import { ASKED_STEPS } from './latency/grid-steps.ts';
import { journeySum, ofAll } from './latency/journey-sum.ts';
import { busiestAmong } from './load/busiest.ts';
import { loadedStepwise } from './load/loaded.ts';
import type { LoadedDesign, LoadState } from './load/loading.ts';
import { loadedBy, loadedDesign, loadedStates, replicasThatCount } from './loaded-design.ts';

/** Groups whose replicas are taken away in the table, the busiest first; and domains. */
const MOST_GROUPS = 8;
const MOST_DOMAINS = 16;
/** Replicas that are taken away: N+1 and N+2 are what stands up to that. */
const GONE = [1, 2];

/** What is gone in a row of the table. */
type Gone = PerformabilityState['down'];

interface Row {
  readonly gone: Gone;
  readonly probability: number;
  /** What answers: a group of which too few are left does not. */
  readonly state: LoadState;
  /** What still runs, and has the load. */
  readonly running: LoadState;
}

/** That so many of a group's replicas are up of those that its domains leave standing, and nothing has taken all of it. */
function chanceOf(group: Group, standing: number, up: number): number {
  if (up === 0) return standing === 0 ? 1 : groupUnavailability({ ...group, needed: 1 }, standing);
  // What too few replicas would do to the group is left out: here they are counted.
  const counted = { ...group, needed: Math.min(group.needed, up) };
  const level = replicasUp(counted, standing).find((one) => one.up === up);
  return (level?.probability ?? 0) * (1 - groupUnavailability(counted, standing));
}

/** The rows of the table: everything up, replicas gone of the groups whose workers are limited, and each domain gone. */
function rowsOf({ structure, groups }: Evaluated, { design, loaded }: LoadedDesign, places: readonly number[]): Row[] {
  const outages = outagesOf(structure, groups, places, () => true);
  const rowOf = (gone: Gone, domains: ReadonlySet<number>, lost: ReadonlyMap<number, number>): Row => {
    const down = new Set<number>();
    const empty = new Set<number>();
    const up = new Map<number, number>();
    let probability = outages.domains.reduce(
      (product, each, domain) => product * (domains.has(domain) ? each : 1 - each),
      1,
    );
    for (const place of places) {
      const standing = outages.standing(place, domains);
      const left = standing - (lost.get(place) ?? 0);
      if (left < groups[place]!.needed) down.add(place);
      if (left === 0) empty.add(place);
      if (left !== groups[place]!.replicas) up.set(place, left);
      probability *= chanceOf(groups[place]!, standing, left);
    }
    return { gone, probability, state: { down, up }, running: { down: empty, up } };
  };
  const none: ReadonlySet<number> = new Set();
  const limited = places
    .filter((place) => loaded.lines[place] !== null)
    .sort((a, b) => loaded.lines[b]!.utilisation - loaded.lines[a]!.utilisation)
    .slice(0, MOST_GROUPS);
  const domains = outages.domains.flatMap((chance, domain) => (chance > 0 ? [domain] : [])).slice(0, MOST_DOMAINS);
  return [
    rowOf([], none, new Map()),
    ...limited.flatMap((place) => {
      const { id, replicas } = design.components[place]!;
      const some = GONE.filter((lost) => lost <= replicas);
      return some.map((lost) => rowOf([{ component: id, replicas: lost }], none, new Map([[place, lost]])));
    }),
    ...domains.map((domain) => rowOf([{ domain: design.domains[domain]!.id }], new Set([domain]), new Map())),
  ];
}

/**
 * What is left of a journey while replicas or domains are down, and all of it together, step by step.
 *
 * Model: in each state load, waits and times are those of what is up; a row is the state in which nothing else is down. The
 * total is the sum over states that a report's figures are. Units: chances, seconds; `client` by place. Errors: null where
 * nothing is answered. Accuracy: on the live grid; what was not counted is in `remainder`. Cost: a load and an evaluation
 * for each state, in steps. Source: J. F. Meyer, "On evaluating the performability of degradable computing systems" (1980).
 *
 * @example finished(performability(samples.checkout.designs[0], 0)).total.success // => 0.9994970015
 */
export function* performability(
  resolved: ResolvedDesign,
  client: number,
  cache: EngineCache = createCache(),
): Generator<unknown, Performability> {
  const given = yield* loadedDesign(resolved, cache);
  const { design, loaded } = given;
  const evaluated = yield* exactStepwise(design, cache);
  const by = (one: ResolvedDesign) => computedBy(one, ASKED_STEPS, 'near', cache);
  const everythingUp = by(loaded.design);
  const { algebra } = everythingUp;
  const limit = design.components[client]!.latencyObjective?.limitSeconds ?? null;
  // Of equally busy ones the last is taken: so the first of the design.
  const all = new Set([...design.components.keys()].reverse());

  const states: PerformabilityState[] = [];
  for (const { gone, probability, state, running } of rowsOf(
    evaluated,
    given,
    waitedFor(everythingUp.latency, client),
  )) {
    const now = yield* loadedStepwise(design, state, {}, loadedBy(cache));
    const { latency } = by(now.design);
    const response = yield* latency.responseStepwise(client, state.down);
    const most = busiestAmong(
      running.down.size === state.down.size ? now : yield* loadedStepwise(design, running, {}, loadedBy(cache)),
      all,
    );
    const good = response.success;
    states.push({
      down: gone,
      probability,
      busiest: most && { component: design.components[most.place]!.id, utilisation: most.utilisation },
      p99: secondsAt(algebra, good, 0.99),
      success: 1 - response.failure,
      goodWithin: limit === null ? null : algebra.within(good, limit),
    });
    yield states;
  }

  const counts = yield* replicasThatCount(given, cache);
  const inState = loadedStates(given, [everythingUp], (one) => [by(one)], cache);
  const every = journeyStates(evaluated, everythingUp.latency, client, counts);
  const sum = yield* journeySum([everythingUp], client, every, inState);
  const { never, share } = ofAll(sum, evaluated.journeys.get(client)?.unavailability ?? null);
  const good = sum.good[0]!;
  return {
    question: 'performability',
    states,
    total: {
      success: 1 - never,
      p99: secondsAt(algebra, good, 0.99),
      goodWithin: limit === null ? null : Math.min(1, share * algebra.within(good, limit)),
    },
    remainder: sum.remainder,
  };
}
