import type { FanOutLatencyCurve } from '../../model/report.ts';
import type { ResolvedCall } from '../../model/resolved.ts';
import { wholeGrid } from '../numeric/whole-grid.ts';
import { callAlone, secondsAt, type Asked } from './asked.ts';
import { fanOutTail } from './fan-out-tail.ts';

/** An answer that is as slow as this share of them is slow. */
const SLOW = 0.01;

/** The fan-outs that are usually quoted. */
const QUOTED = [1, 10, 50, 100, 200];

/**
 * How the quantiles of one call grow with the number of callees that must all answer.
 *
 * Model: N independent answers of this call with all its attempts, in parallel, or one by one where the call says so;
 * everything up. `slow` is the chance that at least one is among the slowest 1 %. Units: seconds. Errors: null where
 * nothing is answered. Accuracy: that of the algebra. Cost: about 60 evaluations of one call; yields between them.
 * Source: J. Dean, L. A. Barroso, "The tail at scale", CACM 56 (2013).
 *
 * @example finished(fanOutLatency({ design: samples.checkout.designs[0], algebra: createAlgebra({ binsPerOctave: 8, rounding: 'near' }), cache: createLatencyCache() }, samples.checkout.designs[0].calls[0])).today // => 1
 */
export function* fanOutLatency(asked: Asked, call: ResolvedCall): Generator<unknown, FanOutLatencyCurve> {
  const { algebra } = asked;
  const end = Math.min(1e5, Math.max(200, 2 * call.times));
  const points: FanOutLatencyCurve['points'][number][] = [];
  for (const callees of wholeGrid(end, [...QUOTED, call.times])) {
    const { success } = yield* callAlone(asked, call, { times: callees });
    const [p50, p99] = [secondsAt(algebra, success, 0.5), secondsAt(algebra, success, 0.99)];
    points.push({ callees, p50, p99, slow: fanOutTail(SLOW, callees) });
    yield points;
  }
  return { question: 'fan-out-latency', points, today: call.times };
}
