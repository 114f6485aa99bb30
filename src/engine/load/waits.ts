import type { ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../model/resolved.ts';
import { createDesignLatency, type DesignLatency } from '../latency/design-latency.ts';
import { holdOf, type Hold } from './hold.ts';
import { lineOf } from './line.ts';
import type { Line, LoadedBy, Loaded, LoadState } from './loading.ts';
import { patienceOf } from './patience.ts';
import { countUp } from './stretched.ts';
import type { Traffic } from './traffic.ts';

/** The groups whose workers are limited and up, in the order in which their waits can be known: those first whose holds need no others'. */
export type Rounds = readonly (readonly number[])[];

/**
 * The groups whose workers are limited, each after all whose waits its own holds contain.
 *
 * Model: a worker is held through the waits behind it where it is held for the response. Units: places, by round. Errors: none.
 * Accuracy: exact. Cost: linear. Source: rule 12 of the scenario format.
 *
 * @example roundsOf(samples.checkout.designs[0], createDesignLatency(samples.checkout.designs[0], sampleAlgebra), new Set()) // => []
 */
export function roundsOf({ components }: ResolvedDesign, latency: DesignLatency, down: LoadState['down']): Rounds {
  // How many rounds have to be over before the response of a visit is known.
  const known = components.map(() => 0);
  const rounds: number[][] = [];
  for (const place of latency.order) {
    const behind = Math.max(0, ...latency.calls[place]!.map(({ to }) => known[to]!));
    const { workers, holds } = components[place]!;
    known[place] = behind;
    if (workers === null || down.has(place)) continue;
    const round = holds === 'own' ? 0 : behind;
    (rounds[round] ??= []).push(place);
    known[place] = Math.max(behind, round + 1);
  }
  return rounds.map((round) => round ?? []);
}

const ROUNDING = 1e-12;

/** The queues before some workers of each replica, or before those of all. */
function lineBefore({ pooled, queue }: ResolvedComponent, replicas: number, quick: boolean) {
  const queues = pooled ? 1 : Math.max(1, replicas);
  const each = pooled ? replicas : Math.min(1, replicas);
  return (rate: number, workers: number, hold: Hold): Line => ({
    ...lineOf({ arrivalsPerSecond: rate / queues, hold, servers: workers * each, places: queue }, quick),
    ratePerSecond: rate,
    workers,
  });
}

/**
 * A design with the waits that its traffic makes.
 *
 * Model: each replica that is up has its own queue, and an equal share of what comes; where pooled there is one for all.
 * Workers kept for a call have a queue of their own. Units: as `Line`. Errors: none. Accuracy: that of the lines and of the algebra.
 * Cost: what the holds are made of. Source: rule 12 of the scenario format.
 *
 * @example waitsOf(samples.checkout.designs[0], [], { rates: [0, 0, 0, 0, 0], calls: {} }, EVERYTHING_UP, { algebra: sampleAlgebra, visits: createLatencyCache() }).lines[0] // => null
 */
export function waitsOf(
  design: ResolvedDesign,
  rounds: Rounds,
  traffic: Traffic,
  state: LoadState,
  by: LoadedBy,
  quick = false,
): Pick<Loaded, 'design' | 'lines' | 'pools'> & { readonly latency: DesignLatency } {
  const lines: (Line | null)[] = design.components.map(() => null);
  const pools: Record<string, Line> = {};
  const components = [...design.components];
  const calls = [...design.calls];
  let filled = design;
  let latency = createDesignLatency(filled, by.algebra, by.visits);
  for (const round of rounds) {
    for (const place of round) {
      const component = components[place]!;
      const holdAlong = (isOf: (call: ResolvedCall) => boolean): Hold => {
        const patience = patienceOf(design, place, traffic, { ...by, network: latency.network }, isOf);
        return holdOf(component, place, by.algebra, latency, state.down, patience);
      };
      const line = lineBefore(component, countUp(component, place, state), quick);
      let [shared, workers] = [traffic.rates[place]!, component.workers!];
      for (const [at, call] of calls.entries()) {
        if (call.to !== place || call.pool === null) continue;
        const rate = traffic.calls[call.id] ?? 0;
        const own = line(
          rate,
          call.pool,
          holdAlong(({ id }) => id === call.id),
        );
        pools[call.id] = own;
        calls[at] = { ...call, waiting: own.waiting };
        shared -= rate;
        workers -= call.pool;
      }
      // What is left of all when each has a pool is rounding.
      const rate = shared > ROUNDING * traffic.rates[place]! ? shared : 0;
      const all = line(
        rate,
        Math.max(0, workers),
        holdAlong(({ pool }) => pool === null),
      );
      lines[place] = all;
      components[place] = { ...component, waiting: all.waiting };
    }
    filled = { name: design.name, components: [...components], calls: [...calls], domains: design.domains };
    latency = createDesignLatency(filled, by.algebra, by.visits);
  }
  return { design: filled, lines, pools, latency };
}
