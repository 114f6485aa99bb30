import type { Span } from '../../model/report.ts';

/** A span that may still be cut short. */
export type OpenSpan = { -readonly [K in keyof Span]: Span[K] };

/** How something drawn went: when it ended (Infinity where it never answers), how, what it spent time on, and what of that its end waited for. */
export interface DrawnRun {
  readonly end: number;
  readonly good: boolean;
  readonly spans: readonly OpenSpan[];
  readonly path: readonly OpenSpan[];
}

export const NOTHING: readonly OpenSpan[] = [];

/**
 * What takes no time.
 *
 * Model: none. Units: seconds. Errors: none. Accuracy: exact. Cost: constant. Source: none needed.
 *
 * @example atOnce(2, true).end // => 2
 */
export function atOnce(at: number, good: boolean): DrawnRun {
  return { end: at, good, spans: NOTHING, path: NOTHING };
}

/**
 * One thing after another: ends as the second does.
 *
 * Model: none. Units: seconds. Errors: none. Accuracy: exact. Cost: the spans are copied. Source: none needed.
 *
 * @example oneAfterOther(atOnce(1, true), atOnce(2, false)).good // => false
 */
export function oneAfterOther(first: DrawnRun, second: DrawnRun): DrawnRun {
  if (first.spans.length === 0) return second;
  if (second.spans.length === 0) return { ...second, spans: first.spans, path: first.path };
  return { ...second, spans: [...first.spans, ...second.spans], path: [...first.path, ...second.path] };
}

function shortened(spans: readonly OpenSpan[], at: number, outcome: Span['outcome']): readonly OpenSpan[] {
  const left = spans.filter(({ startSeconds }) => startSeconds < at);
  for (const span of left) {
    if (span.endSeconds <= at) continue;
    span.endSeconds = at;
    span.outcome = outcome;
  }
  return left;
}

/**
 * What is left of something that nobody waits for from a moment on.
 *
 * Model: what would have begun later is gone, what was under way ends there. Units: seconds. Errors: none.
 * Accuracy: exact. Cost: linear in the spans. Source: none needed.
 *
 * @example cutShort(atOnce(9, true), 5, 'timeout').end // => 5
 */
export function cutShort(run: DrawnRun, at: number, outcome: 'timeout' | 'abandoned'): DrawnRun {
  if (run.end <= at) return run;
  return {
    end: at,
    good: false,
    spans: shortened(run.spans, at, outcome),
    path: run.path.filter(({ startSeconds }) => startSeconds < at),
  };
}

/** Of many alike that were waited for together, only so many of the slowest show their spans. */
const SHOWN = 3;

/**
 * What was under way together, ended by one of them: the others are cut short there.
 *
 * Model: the end, and what it waited for, is that of `by`. Units: seconds. Errors: none. Accuracy: exact; of more than
 * eight runs only the slowest three and `by` keep their spans. Cost: linear in the spans. Source: none needed.
 *
 * @example endedBy([atOnce(1, true), atOnce(3, true)], atOnce(3, true), true).end // => 3
 */
export function endedBy(runs: readonly DrawnRun[], by: DrawnRun, good: boolean): DrawnRun {
  if (runs.every(({ spans }) => spans.length === 0)) return { end: by.end, good, spans: NOTHING, path: NOTHING };
  const slowest = runs.length <= 8 ? runs : [...runs].sort((a, b) => b.end - a.end).slice(0, SHOWN);
  const shown = slowest.includes(by) ? slowest : [...slowest, by];
  const spans = shown.flatMap((run) => (run === by ? run : cutShort(run, by.end, 'abandoned')).spans);
  return { end: by.end, good, spans, path: by.path };
}
