import type { ResolvedCall } from '../../model/resolved.ts';
import type { ResolvedBackoff } from '../../model/resolved-time.ts';
import { drawTime } from './draw-time.ts';
import { spent, type Branches, type Drawing } from './drawing.ts';
import { atOnce, cutShort, endedBy, oneAfterOther, type DrawnRun } from './drawn-run.ts';

/** Draws one visit to a component from a moment on. */
export type DrawVisit = (
  drawing: Drawing,
  component: number,
  start: number,
  depth: number,
  attempt: number,
  branches: Branches,
  by: ResolvedCall | null,
) => DrawnRun;

/** Over the network, the visit, and back: half of the network time each way. */
function drawCopy(
  visit: DrawVisit,
  drawing: Drawing,
  call: ResolvedCall,
  start: number,
  depth: number,
  attempt: number,
  branches: Branches,
): DrawnRun {
  const half = drawTime(call.network, drawing.random) / 2;
  const what = { of: { call: call.id }, depth, attempt };
  const there = spent(drawing, start, half, what);
  const answer = visit(drawing, call.to, there.end, depth, attempt, branches, call);
  if (answer.end === Number.POSITIVE_INFINITY) return oneAfterOther(there, spent(drawing, there.end, answer.end, what));
  const back = spent(drawing, answer.end, half, what, answer.good ? 'good' : 'error');
  return { ...oneAfterOther(oneAfterOther(there, answer), back), good: answer.good };
}

/** The original and its hedge copy, until the timeout; not all are sent while a breaker is open. */
function drawAttempt(...asked: Parameters<typeof drawCopy>): DrawnRun {
  const [visit, drawing, call, start, depth, attempt, branches] = asked;
  const end = start + (call.timeoutSeconds ?? Number.POSITIVE_INFINITY);
  if (call.admitted < 1 && drawing.random() >= call.admitted) return atOnce(start, false);
  const original = drawCopy(...asked);
  const copied = call.tied || call.hedgeSeconds === null ? Number.POSITIVE_INFINITY : start + call.hedgeSeconds;
  if (copied >= end || (original.good && original.end <= copied)) return cutShort(original, end, 'timeout');
  const copy = drawCopy(visit, drawing, call, copied, depth, attempt + 1, branches);
  const [first, last] = original.end <= copy.end ? [original, copy] : [copy, original];
  // Two errors are one, that of the later; a success ends both.
  const by = first.good ? first : last;
  const run = endedBy([original, copy], by, by.good);
  // The time until the copy was sent was spent on the original.
  const waited = by === copy ? original.path.filter(({ startSeconds }) => startSeconds < copied) : [];
  return cutShort({ ...run, path: [...waited, ...run.path] }, end, 'timeout');
}

function backoffSeconds({ firstSeconds, factor, maxSeconds }: ResolvedBackoff, retry: number): number {
  return firstSeconds === 0 ? 0 : Math.min(maxSeconds, firstSeconds * factor ** retry);
}

/**
 * One of a call's `times`: all its attempts, drawn at random.
 *
 * Model: an attempt is the original and its hedge copy over the network, cut at the timeout; further ones follow an error
 * or a timeout after their backoff; the deadline cuts all. Branches stay as they were drawn. Units: seconds. Errors:
 * none. Accuracy: exact in distribution. Cost: that of its visits. Source: docs/latency-maths.md.
 *
 * @example drawCall((_, __, start) => atOnce(start + 1, true), drawingOf(samples.checkout.designs[0], [], allUp, 1, false), samples.checkout.designs[0].calls[0], 2, 0, {}).end // => 3
 */
export function drawCall(
  visit: DrawVisit,
  drawing: Drawing,
  call: ResolvedCall,
  start: number,
  depth: number,
  branches: Branches,
): DrawnRun {
  const end = start + (call.deadlineSeconds ?? Number.POSITIVE_INFINITY);
  const copies = call.hedgeSeconds === null || call.tied ? 1 : 2;
  let run = drawAttempt(visit, drawing, call, start, depth, 1, branches);
  for (let retry = 0; retry < call.retries && !run.good && run.end < end; retry++) {
    if (call.retried < 1 && drawing.random() >= call.retried) break;
    const longest = backoffSeconds(call.backoff, retry);
    const length = call.backoff.jitter ? longest * drawing.random() : longest;
    const attempt = 1 + copies * (retry + 1);
    const wait = spent(drawing, run.end, length, { of: { backoff: call.id }, depth, attempt });
    run = { ...oneAfterOther(run, wait), good: false };
    if (run.end >= end) break;
    run = oneAfterOther(run, drawAttempt(visit, drawing, call, run.end, depth, attempt, branches));
  }
  return cutShort(run, end, 'timeout');
}
