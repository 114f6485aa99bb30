import type { HedgeCurve } from '../../model/report.ts';
import type { ResolvedCall } from '../../model/resolved.ts';
import { responseIn, secondsAt, withCall, type Asked } from './asked.ts';
import { callGrid } from './call-grid.ts';
import type { Response } from './response.ts';
import { sentIn } from './sent-by.ts';

/**
 * What a hedge of one call does to its journey, by its delay.
 *
 * Model: a copy that is not tied; the journey's p99 of good answers, and the requests along the call that the copies add;
 * everything up. Units: seconds; extra load as a share of the requests without a hedge. Errors: no points where the call
 * takes no time; p99 null where nothing is answered well. Accuracy: that of the algebra. Cost: about 20 evaluations of
 * what leads to the call; yields between them. Source: J. Dean, L. A. Barroso, "The tail at scale", CACM 56 (2013).
 *
 * @example finished(hedgeCurve({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }, 0, samples.checkout.designs[0].calls[0])).points // => []
 */
export function* hedgeCurve(asked: Asked, client: number, call: ResolvedCall): Generator<unknown, HedgeCurve> {
  const hedged = (hedgeSeconds: number | null) =>
    responseIn(asked, client, withCall(asked.design, call, { hedgeSeconds, tied: false }));
  const p99 = (response: Response) => secondsAt(asked.algebra, response.success, 0.99);
  const without = yield* hedged(null);
  const along = (response: Response): number => sentIn(asked.design, asked.algebra, response)[call.id] ?? 0;
  const sent = along(without);
  const points: HedgeCurve['points'][number][] = [];
  const todaySeconds = call.tied ? null : call.hedgeSeconds;
  for (const delaySeconds of yield* callGrid(asked, call, todaySeconds)) {
    const response = yield* hedged(delaySeconds);
    const extraLoad = sent > 0 ? along(response) / sent - 1 : 0;
    points.push({ delaySeconds, p99: p99(response), extraLoad });
    yield points;
  }
  return { question: 'hedge', points, todaySeconds, without: p99(without) };
}
