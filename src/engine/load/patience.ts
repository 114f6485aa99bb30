import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import type { Algebra, Measure } from '../latency/algebra.ts';
import type { DesignLatency } from '../latency/design-latency.ts';
import { begunLater, countOf, sumOf, timesOf, type Stream } from '../latency/stream.ts';
import type { Traffic } from './traffic.ts';

/**
 * How long those are waited for who come to a component along some calls, from when they arrive: of one of them; null where all are
 * worked on to their end.
 *
 * Model: word that a request is given up takes no time; who is given up on the way arrives for nothing. Units: seconds, chances. Errors: none.
 * Accuracy: that of the streams. Cost: linear in the calls. Source: docs/load-maths.md.
 *
 * @example patienceOf(samples.checkout.designs[0], 2, { streams: { 'shoppers->app': { whole: 0, stops: [[2, 5]] } } }, { algebra: sampleAlgebra, network: () => sampleAlgebra.at(0.5) }) // => null
 */
export function patienceOf(
  { calls }: Pick<ResolvedDesign, 'calls'>,
  place: number,
  { streams }: { readonly streams?: Traffic['streams'] | undefined },
  { algebra, network }: Pick<DesignLatency, 'network'> & { readonly algebra: Algebra },
  isOf: (call: ResolvedCall) => boolean = () => true,
): Stream | null {
  if (streams === undefined) return null;
  const all = sumOf(
    calls.flatMap((call) => {
      const sent = streams[call.id];
      if (call.to !== place || sent === undefined || !isOf(call)) return [];
      const arrived = begunLater(algebra, sent, network(call));
      return [sumOf([arrived, { whole: 0, stops: [[0, countOf(sent) - countOf(arrived)]] }])];
    }),
  );
  return all.stops.length === 0 ? null : timesOf(all, 1 / countOf(all));
}

/**
 * The mean of what is cut at a time, or ends by then.
 *
 * Model: E[min(T, t)]; what never comes is cut. Units: seconds. Errors: none. Accuracy: that of the algebra. Cost: a cut.
 * Source: none needed.
 *
 * @example meanWithin(sampleAlgebra, sampleAlgebra.at(3), 2) // => 2
 */
export function meanWithin(algebra: Algebra, measure: Measure, seconds: number): number {
  const ended = algebra.upTo(measure, seconds);
  return (ended.mass > 0 ? ended.mass * algebra.mean(ended) : 0) + seconds * Math.max(0, 1 - ended.mass);
}

/**
 * How long something takes, ended or given up.
 *
 * Model: the earlier of two independent times. Units: as the measure. Errors: none. Accuracy: that of the algebra. Cost: a cut for each
 * time at which requests are given up. Source: docs/load-maths.md.
 *
 * @example sampleAlgebra.mean(cutBy(sampleAlgebra, sampleAlgebra.at(3), { whole: 0.5, stops: [[1, 0.5]] })) // => 2
 */
export function cutBy(algebra: Algebra, measure: Measure, { whole, stops }: Stream): Measure {
  return algebra.either([
    algebra.scaled(measure, whole),
    ...stops.flatMap(([seconds, chance]) => {
      const ended = algebra.upTo(measure, seconds);
      return [algebra.scaled(ended, chance), algebra.at(seconds, Math.max(0, 1 - ended.mass) * chance)];
    }),
  ]);
}
