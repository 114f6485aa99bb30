import type { KneeCurve, KneePoint } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { secondsAt } from '../latency/asked.ts';
import { createDesignLatency } from '../latency/design-latency.ts';
import { logGrid } from '../numeric/log-grid.ts';
import { mmc, mmcResponseQuantile, type Queue } from '../queueing/mmc.ts';
import { holdOf } from './hold.ts';
import { lineOf } from './line.ts';
import { loadedStepwise } from './loaded.ts';
import { EVERYTHING_UP, type LoadedBy } from './loading.ts';

/** Of the capacity, how much is left: dense where the knee is. */
const LEFT = [1, 0.9, 0.8, ...logGrid(0.7, 0.005, 30)];
/** How far it goes on where a queue is bounded, and nothing is unstable. */
const OVERLOADED = [1.1, 1.2, 1.3, 1.4, 1.5];

/** Mean and p99 in an M/M/c queue; null where it has no long run. */
function markov(queue: Queue): KneePoint['single'] {
  const known = mmc(queue);
  if (known === null) return { meanSeconds: null, p99Seconds: null };
  return { meanSeconds: known.meanResponseSeconds, p99Seconds: mmcResponseQuantile(known, 0.99) };
}

/**
 * What a visit to a component takes by how busy its workers are, beside what one worker that is as busy would make of it.
 *
 * Model: wait and hold of one of its queues (of the workers that all callers share), the hold being as it is today; `single` is
 * M/M/1 of the same mean hold. Units: seconds, requests per second. Errors: null at and beyond saturation; no points where
 * workers are unlimited or a hold has no mean. Accuracy: M/M/c in closed form, else that of `lineOf` and of the algebra.
 * Cost: that of `loadedStepwise`, and about 40 queues; yields between them. Source: docs/load-maths.md; the M/M/1 beside it: L. Kleinrock,
 * "Queueing systems" 1 (1975).
 *
 * @example finished(kneeOf(samples.checkout.designs[0], 1, { algebra: sampleAlgebra, visits: createLatencyCache() })).today // => null
 */
export function* kneeOf(design: ResolvedDesign, place: number, by: LoadedBy): Generator<unknown, KneeCurve> {
  const { design: loaded, rates, lines } = yield* loadedStepwise(design, EVERYTHING_UP, {}, by);
  const component = loaded.components[place]!;
  const { target, pooled, replicas, queue: places } = component;
  const none: KneeCurve = {
    question: 'knee',
    points: [],
    today: null,
    target,
    workSeconds: null,
    queue: null,
    band: null,
  };
  const line = lines[place];
  if (line == null || line.holdSeconds === null || line.holdSeconds === 0) return none;
  const hold = holdOf(component, place, by.algebra, createDesignLatency(loaded, by.algebra, by.visits));
  const { servers, holdSeconds } = line;
  const queues = pooled ? 1 : replicas;
  // Callers with workers of their own send in step.
  const whole = line.arrivalsPerSecond > 0 ? rates[place]! / line.arrivalsPerSecond : queues;
  const at = (utilisation: number): KneePoint => {
    const arrivalsPerSecond = (utilisation * servers) / holdSeconds;
    const { queue, waiting, meanWaitSeconds } = lineOf({ arrivalsPerSecond, hold, servers, places });
    const response = (): KneePoint['single'] => {
      if (meanWaitSeconds === null) return { meanSeconds: null, p99Seconds: null };
      if (queue === 'M/M/c') return markov({ arrivalsPerSecond, serviceSeconds: holdSeconds, servers });
      const all = waiting === null ? hold.measure() : by.algebra.after(by.algebra.of(waiting.wait), hold.measure());
      return { meanSeconds: meanWaitSeconds + holdSeconds, p99Seconds: secondsAt(by.algebra, all, 0.99) };
    };
    return {
      utilisation,
      ratePerSecond: arrivalsPerSecond * whole,
      ...response(),
      single: markov({ arrivalsPerSecond: utilisation / holdSeconds, serviceSeconds: holdSeconds, servers: 1 }),
    };
  };
  const marks = [target, line.utilisation].filter((mark) => mark > 0 && mark < 1);
  const grid = [...LEFT.map((left) => 1 - left), ...marks, 1, ...(places === null ? [] : OVERLOADED)];
  const points: KneePoint[] = [];
  for (const utilisation of [...new Set(grid)].sort((a, b) => a - b)) {
    points.push(at(utilisation));
    yield points;
  }
  const today = line.arrivalsPerSecond > 0 ? at(line.utilisation) : null;
  // These are the same for all loads at which somebody waits.
  const { queue, band } = lineOf({ arrivalsPerSecond: (0.99 * servers) / holdSeconds, hold, servers, places });
  return { ...none, points, today, workSeconds: holdSeconds, queue, band };
}
