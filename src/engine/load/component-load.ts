import type { ComponentLoad, DesignLoad } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import type { Algebra } from '../latency/algebra.ts';
import type { DesignLatency } from '../latency/design-latency.ts';
import type { Stream } from '../latency/stream.ts';
import { busiestOf, demandOf, replicasNeeded } from './capacity.ts';
import { holdOf } from './hold.ts';
import type { Line, Loaded } from './loading.ts';
import { cutBy, patienceOf } from './patience.ts';

/** A design as it is written, with its loads, everything up. */
export interface LoadKnown {
  readonly design: ResolvedDesign;
  readonly loaded: Loaded;
  /** Of the loaded design. */
  readonly latency: DesignLatency;
  readonly algebra: Algebra;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * The queues of a group: that of the workers that all callers share first, then those of workers that are kept for one call.
 *
 * Model: none. Units: by place. Errors: none where workers are unlimited. Accuracy: exact. Cost: linear in the calls.
 * Source: none needed.
 *
 * @example linesOf(samples.checkout.designs[0], { lines: [null], pools: {} }, 0) // => []
 */
export function linesOf(
  { calls }: ResolvedDesign,
  { lines, pools }: Pick<Loaded, 'lines' | 'pools'>,
  place: number,
): Line[] {
  const shared = lines[place] ?? null;
  if (shared === null) return [];
  return [shared, ...calls.flatMap(({ id, to }) => (to === place && pools[id] !== undefined ? [pools[id]] : []))];
}

/**
 * The smallest number of replicas up that carry so many times what comes to a group; null where no number does.
 *
 * Model: as `replicasNeeded`, of those of its queues that need most. Units: by place. Errors: null as there. Accuracy: exact.
 * Cost: that of `replicasNeeded` for each queue. Source: rule 12 of the scenario format.
 *
 * @example replicasCarrying(sampleLoad(samples.checkout), 2) // => 1
 */
export function replicasCarrying(
  { design, loaded, algebra }: Omit<LoadKnown, 'latency'>,
  place: number,
  times = 1,
): number | null {
  const component = design.components[place]!;
  let most = 1;
  for (const line of linesOf(design, loaded, place)) {
    const { perWorker, ...demand } = demandOf(component, line, component.replicas, algebra);
    const needed = replicasNeeded(component, { ...demand, perWorker: perWorker * times });
    if (needed === null) return null;
    most = Math.max(most, needed);
  }
  return most;
}

/** Requests inside that are all waited for to their end. */
function insideOf({ loaded, latency, algebra }: LoadKnown, place: number, lines: readonly Line[]): number {
  const { success, error, never } = latency.begun(place);
  const begunSeconds = never > 0 ? Number.POSITIVE_INFINITY : algebra.mean(algebra.either([success, error]));
  const queues =
    lines.length > 0 ? lines : [{ ratePerSecond: loaded.rates[place]!, waiting: null, meanWaitSeconds: 0 }];
  return queues.reduce((sum, { ratePerSecond, waiting, meanWaitSeconds }) => {
    const letIn = ratePerSecond * (1 - (waiting?.shed ?? 0));
    return ratePerSecond === 0 ? sum : sum + letIn * ((meanWaitSeconds ?? Number.POSITIVE_INFINITY) + begunSeconds);
  }, 0);
}

/** How long one is inside where some are given up. */
function waitedFor({ latency, algebra }: LoadKnown, place: number, patience: Stream): number {
  const { success, error, never } = latency.response(place);
  if (never > 0 && patience.whole > 0) return Number.POSITIVE_INFINITY;
  return algebra.mean(cutBy(algebra, algebra.either([success, error]), patience));
}

/**
 * The load of a component.
 *
 * Model: rule 12 of the scenario format; where some workers are kept for a call, wait, utilisation and hold are those of the queue that has most to do. Requests in
 * it at the same time by J. D. C. Little: the rate of those who are let in times their mean wait and all that follows, which for a caller ends with its answer, or when it is
 * given up. Units:
 * seconds, requests per second; by place. Errors: null as said in the model. Accuracy: that of the lines.
 * Cost: a mean. Source: J. D. C. Little, "A proof for the queuing formula L = λW" (1961).
 *
 * @example componentLoad(sampleLoad(samples.checkout), 2).ratePerSecond // => 0
 */
export function componentLoad(from: LoadKnown, place: number): ComponentLoad {
  const { design, loaded, latency, algebra } = from;
  const component = design.components[place]!;
  const ratePerSecond = loaded.rates[place]!;
  const lines = linesOf(design, loaded, place);
  const patience = patienceOf(design, place, loaded, { algebra, network: latency.network });
  const inside = patience === null ? insideOf(from, place, lines) : ratePerSecond * waitedFor(from, place, patience);
  const shedPerSecond = lines.reduce(
    (sum, { ratePerSecond: rate, waiting }) => (waiting === null || waiting.unstable ? sum : sum + rate * waiting.shed),
    0,
  );
  const known = {
    ratePerSecond,
    target: component.target,
    concurrency: finite(inside),
    shed: ratePerSecond > 0 ? shedPerSecond / ratePerSecond : 0,
  };
  if (lines.length === 0) {
    const { seconds } = holdOf(loaded.design.components[place]!, place, algebra, latency, undefined, patience);
    return {
      ...known,
      utilisation: 0,
      replicasNeeded: 1,
      waitSeconds: { mean: 0, p99: 0 },
      saturatesAtRatePerSecond: null,
      holdSeconds: finite(seconds),
      queue: null,
      band: 0,
    };
  }
  const line = busiestOf(lines);
  const { utilisation, holdSeconds } = line;
  const workers = component.workers! * component.replicas;
  return {
    ...known,
    utilisation,
    replicasNeeded: replicasCarrying(from, place),
    waitSeconds: { mean: line.meanWaitSeconds, p99: line.p99WaitSeconds },
    saturatesAtRatePerSecond:
      holdSeconds !== null && holdSeconds > 0 && (lines.length === 1 || utilisation === 0)
        ? workers / holdSeconds
        : utilisation > 0
          ? ratePerSecond / utilisation
          : null,
    holdSeconds,
    queue: line.queue,
    band: line.band,
  };
}

/**
 * The load of a design, of the loads of its components.
 *
 * Model: what is at its target first as all clients send more, attempts staying as they are. Units: by component id. Errors: none.
 * Accuracy: that of the loads. Cost: linear. Source: rule 12 of the scenario format.
 *
 * @example designLoad(sampleLoad(samples.checkout).loaded, {}).fullest // => null
 */
export function designLoad(
  { calls, settled }: Pick<Loaded, 'calls' | 'settled'>,
  components: Readonly<Record<string, ComponentLoad>>,
): DesignLoad {
  const busy = Object.entries(components).filter(([, { utilisation }]) => utilisation > 0);
  const fullness = ({ utilisation, target }: ComponentLoad): number => utilisation / target;
  const first = busy.reduce<(typeof busy)[number] | null>(
    (most, one) => (most === null || fullness(one[1]) > fullness(most[1]) ? one : most),
    null,
  );
  if (first === null) return { calls, fullest: null, settled };
  const [component, { utilisation, target, ratePerSecond }] = first;
  const timesToTarget = target / utilisation;
  return {
    calls,
    fullest: {
      component,
      utilisation,
      target,
      timesToTarget,
      timesToSaturation: 1 / utilisation,
      ratePerSecondAtTarget: ratePerSecond * timesToTarget,
    },
    settled,
  };
}
