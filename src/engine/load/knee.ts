import type { KneeCurve, KneePoint } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { secondsAt } from '../latency/asked.ts';
import { createDesignLatency } from '../latency/design-latency.ts';
import { logGrid } from '../numeric/log-grid.ts';
import { mmc, mmcResponseQuantile, type Queue } from '../queueing/mmc.ts';
import { holdOf } from './hold.ts';
import type { TimedBy } from './journey-under.ts';
import { lineOf } from './line.ts';
import { loadedStepwise } from './loaded.ts';
import { EVERYTHING_UP } from './loading.ts';
import { patienceOf } from './patience.ts';

/** Of the capacity, how much is left: dense where the knee is. */
const LEFT = [1, 0.9, 0.8, ...logGrid(0.7, 0.005, 30)];
/** How far it goes on where a queue is bounded, and nothing is unstable. */
const OVERLOADED = [1.1, 1.2, 1.3, 1.4, 1.5];

const NEVER: KneePoint['single'] = { meanSeconds: null, p99Seconds: null };

/** Mean and p99 in an M/M/c queue below saturation. */
function markov(queue: Queue): KneePoint['single'] {
  const known = mmc(queue);
  return known === null
    ? NEVER
    : { meanSeconds: known.meanResponseSeconds, p99Seconds: mmcResponseQuantile(known, 0.99) };
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
 * @example finished(kneeOf(samples.checkout.designs[0], 1, { algebra: sampleAlgebra, visits: createLatencyCache(), times: sampleAlgebra })).today // => null
 */
export function* kneeOf(design: ResolvedDesign, place: number, by: TimedBy): Generator<unknown, KneeCurve> {
  const { design: loaded, rates, lines, streams } = yield* loadedStepwise(design, EVERYTHING_UP, {}, by);
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
  const line = lines[place] ?? null;
  const latency = createDesignLatency(loaded, by.times);
  const known = { algebra: by.times, network: latency.network };
  const patience = patienceOf(loaded, place, { streams }, known, ({ pool }) => pool === null);
  const hold = holdOf(component, place, by.times, latency, undefined, patience);
  if (line === null || hold.seconds === 0 || hold.seconds === Number.POSITIVE_INFINITY) return none;
  const { servers } = line;
  const { seconds } = hold;
  // Callers with workers of their own send in step.
  const whole = line.arrivalsPerSecond > 0 ? rates[place]! / line.arrivalsPerSecond : pooled ? 1 : replicas;
  const at = (utilisation: number): KneePoint => {
    const arrivalsPerSecond = (utilisation * servers) / seconds;
    const isSaturated = utilisation >= 1;
    const response = (): KneePoint['single'] => {
      if (isSaturated && places === null) return NEVER;
      const { queue, waiting, meanWaitSeconds } = lineOf({ arrivalsPerSecond, hold, servers, places });
      if (queue === 'M/M/c') return markov({ arrivalsPerSecond, serviceSeconds: seconds, servers });
      const all = waiting === null ? hold.measure() : by.times.after(by.times.of(waiting.wait), hold.measure());
      return {
        meanSeconds: meanWaitSeconds === null ? null : meanWaitSeconds + seconds,
        p99Seconds: secondsAt(by.times, all, 0.99),
      };
    };
    const one = { arrivalsPerSecond: utilisation / seconds, serviceSeconds: seconds, servers: 1 };
    return {
      utilisation,
      ratePerSecond: arrivalsPerSecond * whole,
      ...response(),
      single: isSaturated ? NEVER : markov(one),
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
  const { queue, band } = lineOf({ arrivalsPerSecond: (0.99 * servers) / seconds, hold, servers, places });
  return { ...none, points, today, workSeconds: seconds, queue, band };
}
