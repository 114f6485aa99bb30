import type { TimeoutCurve } from '../../model/report.ts';
import type { ResolvedCall } from '../../model/resolved.ts';
import { responseIn, secondsAt, withCall, type Asked } from './asked.ts';
import { callGrid } from './call-grid.ts';

/** As many retries as people consider. */
const RETRIES = [0, 1, 2];

/**
 * What a timeout of one call does to its journey, by its length and by the number of retries.
 *
 * Model: everything else of the call stays, its backoff, hedge and deadline among it; everything up. Units: seconds;
 * success as a share of the requests. Errors: no points where the call takes no time; p99 null where nothing is answered
 * well. Accuracy: that of the algebra. Cost: about 60 evaluations of what leads to the call; yields between them.
 * Source: docs/latency-maths.md.
 *
 * @example finished(timeoutCurve({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }, 0, samples.checkout.designs[0].calls[0])).lines.length // => 3
 */
export function* timeoutCurve(asked: Asked, client: number, call: ResolvedCall): Generator<unknown, TimeoutCurve> {
  const { timeoutSeconds: today, retries: retried } = call;
  const grid = yield* callGrid(asked, call, today);
  const lines: TimeoutCurve['lines'][number][] = [];
  for (const retries of [...new Set([...RETRIES, retried])].sort((a, b) => a - b)) {
    const points: TimeoutCurve['lines'][number]['points'][number][] = [];
    for (const timeoutSeconds of grid) {
      const changed = withCall(asked.design, call, { timeoutSeconds, retries });
      const { success, failure } = yield* responseIn(asked, client, changed);
      points.push({ timeoutSeconds, success: 1 - failure, p99: secondsAt(asked.algebra, success, 0.99) });
      yield points;
    }
    lines.push({ retries, points });
  }
  return { question: 'timeout', lines, today: { timeoutSeconds: today, retries: retried } };
}
