import type { DrawnRequest, Waterfall } from '../../model/report.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { drawingOf, MOST_VISITS, stepsOf, type Drawing } from './drawing.ts';
import type { Asked } from './asked.ts';
import { createDesignLatency } from './design-latency.ts';
import { drawVisit } from './draw-visit.ts';
import type { DrawnRun, OpenSpan } from './drawn-run.ts';

/** So many requests are drawn, or fewer where they are so large that they make more visits than this together. */
const REQUESTS = 4000;
const VISITS = 5 * MOST_VISITS;

/** More spans than this are too many to look at. */
const MOST_SPANS = 200;

/**
 * Draws requests of a journey, each by its number: the same request for the same number, with or without its spans.
 *
 * Model: as `drawVisit`, of the client. Units: seconds from when it was sent. Errors: null for a request that is too
 * large to be drawn. Accuracy: exact in distribution. Cost: about 1 µs a visit. Source: as `drawVisit`.
 *
 * @example requestsOf(samples.checkout.designs[0], 0, allUp)(1, false).run.good // => true
 */
export function requestsOf(design: ResolvedDesign, client: number, state: Pick<Drawing, 'down' | 'works'>) {
  const steps = stepsOf(design);
  return (number: number, recording: boolean): { readonly run: DrawnRun; readonly visits: number } | null => {
    const drawing: Drawing = drawingOf(design, steps, state, number, recording);
    const run = drawVisit(drawing, client, 0, -1, 1, {}, null);
    if (drawing.visitsLeft <= 0) return null;
    for (const span of run.path) span.critical = true;
    return { run, visits: MOST_VISITS - drawing.visitsLeft };
  };
}

const length = ({ startSeconds, endSeconds }: OpenSpan): number => endSeconds - startSeconds;

/** Those on the critical path first, then the longest, in the order in which they begin. */
function shownOf(spans: readonly OpenSpan[]): OpenSpan[] {
  const weighty = [...spans].sort((a, b) => Number(b.critical) - Number(a.critical) || length(b) - length(a));
  return weighty
    .slice(0, MOST_SPANS)
    .sort((a, b) => a.startSeconds - b.startSeconds || a.depth - b.depth || a.endSeconds - b.endSeconds);
}

/**
 * A typical and a slow request of a journey: of up to 4,000 drawn at random and answered well, those that are nearest in
 * length to its p50 and to its p99.
 *
 * Model: as `requestsOf`. Abandoned work is shown until nobody waits for it; of many made together the slowest few, and
 * at most 200 spans in all. Units: seconds from when the request was sent. Errors: no request where none is answered
 * well, or where they are too large to be drawn. Accuracy: single requests of the right distribution.
 * Cost: at most a million visits; yields now and then. Source: as `drawVisit`.
 *
 * @example finished(waterfallOf({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }, 0)).drawn // => 4000
 */
export function* waterfallOf(
  { design, algebra, cache, down = new Set() }: Asked,
  client: number,
): Generator<unknown, Waterfall> {
  const { outage, responseStepwise } = createDesignLatency(design, algebra, cache);
  const { success } = yield* responseStepwise(client, down);
  const request = requestsOf(design, client, { down, works: (place) => outage(place, down) < 1 });
  const good: { readonly number: number; readonly end: number }[] = [];
  let visits = 0;
  let drawn = 0;
  for (let number = 1; number <= REQUESTS && visits < VISITS; number++) {
    const asked = request(number, false);
    if (asked === null) break;
    visits += asked.visits;
    drawn++;
    if (asked.run.good) good.push({ number, end: asked.run.end });
    if (drawn % 50 === 0 || asked.visits > 5000) yield drawn;
  }
  good.sort((a, b) => a.end - b.end);
  const nearest = (seconds: number) => {
    const after = good.findIndex(({ end }) => end >= seconds);
    const [before, next] = [good.at(after < 0 ? -1 : Math.max(0, after - 1)), good[after]];
    return before && next && next.end - seconds < seconds - before.end ? next : (before ?? next);
  };
  const at = (quantile: number): DrawnRequest | null => {
    const chosen = nearest(algebra.quantile(success, quantile));
    const run = chosen && request(chosen.number, true)?.run;
    return run ? { seconds: run.end, spans: shownOf(run.spans) } : null;
  };
  return { question: 'waterfall', typical: at(0.5), slow: at(0.99), drawn };
}
