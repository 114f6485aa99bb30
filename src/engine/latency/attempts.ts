import type { ResolvedBackoff } from '../../model/resolved-time.ts';
import type { ResolvedCall } from '../../model/resolved.ts';
import { once } from '../numeric/once.ts';
import type { Algebra, Measure } from './algebra.ts';
import { orElse } from './gate.ts';
import { failing, oneOf, responseOf, type Response, type Sends, type SentPart } from './response.ts';
import { laterStops, stopsOf, type Stop } from './stream.ts';

/**
 * Where good answers are cut, if not where their timeout and their deadline are: what is later still ends there, with an
 * error. For the question what a time adds, without changing what is in time.
 */
export interface Cuts {
  readonly timeoutCutSeconds?: number;
  readonly deadlineCutSeconds?: number;
}

/** Of a call: all that says how often it is tried, and how long each try may take. */
export type Timing = Cuts &
  Partial<Pick<ResolvedCall, 'retried' | 'admitted'>> &
  Pick<
    ResolvedCall,
    'id' | 'timeoutSeconds' | 'deadlineSeconds' | 'retries' | 'backoff' | 'hedgeSeconds' | 'tied' | 'cancel'
  >;

/**
 * Whether a call sends more than one request for one of its caller: then what it calls draws its branches once for all
 * of them.
 *
 * Model: rule 4 of the scenario format. Units: none. Errors: none. Accuracy: exact. Cost: constant.
 * Source: docs/latency-maths.md.
 *
 * @example repeats({ retries: 1, hedgeSeconds: null, tied: false }) // => true
 */
export function repeats({ retries, hedgeSeconds, tied }: Pick<Timing, 'retries' | 'hedgeSeconds' | 'tied'>): boolean {
  return retries > 0 || (hedgeSeconds !== null && !tied);
}

/**
 * One call, with all its attempts, from the response of what it calls, there and back over the network.
 *
 * Model: rule 3 of the scenario format; attempts are independent, so the branches of what is called have to be fixed.
 * Of tied copies one is worked on, whose wait `arrived` has been given. Of the attempts a share is sent, the others are an
 * error at once; of the retries a share is made. Units: as `Response`. Errors: none.
 * Accuracy: that of the algebra; failures to rounding. Cost: about two convolutions an attempt. Source: docs/latency-maths.md.
 *
 * @example attempts(sampleAlgebra, { ...PLAIN_TIMING, id: 'a->b', retries: 2 }, answering(sampleAlgebra, sampleAlgebra.at(1), 0.1)).failure // => 0.001
 */
export function attempts(algebra: Algebra, call: Timing, arrived: Response): Response {
  const { retries, deadlineSeconds, deadlineCutSeconds = deadlineSeconds, retried = 1 } = call;
  const one = attempt(algebra, call, arrived);
  const turned = Array.from({ length: retries }, (_, retry) =>
    once(() => {
      const turn = algebra.after(one.error, backoffBefore(algebra, call.backoff, retry));
      return retried < 1 ? algebra.scaled(turn, retried) : turn;
    }),
  );
  const all = turned.reduceRight((next, turn) => orElse(algebra, one, turn, next, retried), one);
  if (deadlineSeconds === null || deadlineCutSeconds === null) return all;
  return cut(algebra, all, deadlineSeconds, deadlineCutSeconds, () => {
    // An attempt is made only where its turn comes before the deadline.
    let [begins, begun] = [algebra.at(0), 1];
    for (const turn of turned) {
      begins = algebra.after(begins, turn());
      begun += algebra.within(begins, deadlineSeconds);
    }
    return {
      parts: [[one, begun]],
      timed: () => [{ response: all, count: 1, until: () => [[deadlineSeconds, 1]] }],
    };
  });
}

/** What a retry waits before it is made; the first is number 0. */
function backoffBefore(algebra: Algebra, backoff: ResolvedBackoff, retry: number): Measure {
  const { firstSeconds, factor, maxSeconds, jitter } = backoff;
  const seconds = Math.min(firstSeconds * factor ** retry, maxSeconds);
  if (!jitter || seconds === 0) return algebra.at(seconds);
  const points = [
    { probability: 0, seconds: 0 },
    { probability: 1, seconds },
  ];
  return algebra.of({ of: 'quantiles', points });
}

/**
 * One attempt of a call: the original and its copy, within the timeout; where not all are sent, an error at once by chance.
 *
 * Model: rule 3 of the scenario format. Units: as `Response`. Errors: none. Accuracy: that of the algebra; failures to rounding.
 * Cost: one convolution for a copy. Source: docs/latency-maths.md.
 *
 * @example attempt(sampleAlgebra, { ...PLAIN_TIMING, id: 'a->b', admitted: 0.75 }, answering(sampleAlgebra, sampleAlgebra.at(1))).failure // => 0.25
 */
export function attempt(algebra: Algebra, call: Timing, arrived: Response): Response {
  const { admitted = 1 } = call;
  const sent = sentAttempt(algebra, call, arrived);
  if (admitted >= 1) return sent;
  const refused = failing(algebra, false);
  return oneOf(algebra, [
    { weight: admitted, response: sent },
    { weight: 1 - admitted, response: refused },
  ]);
}

function sentAttempt(algebra: Algebra, call: Timing, arrived: Response): Response {
  const { id, timeoutSeconds, hedgeSeconds, tied, cancel } = call;
  const cutSeconds = call.timeoutCutSeconds ?? timeoutSeconds ?? Number.POSITIVE_INFINITY;
  const sent = (copies: number, timed: () => readonly SentPart[]): Sends => ({
    along: [id, copies],
    parts: [[arrived, copies]],
    timed: () => (cancel ? timed() : timed().map((part) => ({ ...part, apart: true }))),
  });
  const original = timeoutSeconds === null ? arrived : cut(algebra, arrived, timeoutSeconds, cutSeconds);
  if (hedgeSeconds === null || tied || (timeoutSeconds !== null && hedgeSeconds >= timeoutSeconds))
    return responseOf({
      success: () => original.success,
      failure: () => original.failure,
      never: () => original.never,
      error: () => original.error,
      sends: () => sent(1, () => [{ response: arrived, count: 1, until: () => stopped([], timeoutSeconds) }]),
    });
  const copy =
    timeoutSeconds === null
      ? arrived
      : cut(algebra, arrived, timeoutSeconds - hedgeSeconds, Math.max(0, cutSeconds - hedgeSeconds));
  const delay = algebra.at(hedgeSeconds);
  return responseOf({
    success: () => algebra.kth(1, [original.success, algebra.after(delay, copy.success)]),
    failure: () => original.failure * copy.failure,
    // Neither answers well, less both ending with an error.
    never: () => original.never * copy.failure + (original.failure - original.never) * copy.never,
    error: () => algebra.kth(2, [original.error, algebra.after(delay, copy.error)]),
    sends: () => {
      const late = algebra.beyond(arrived.success, hedgeSeconds);
      const copies = arrived.failure + late;
      const originalWins = (): Stop[] =>
        laterStops(algebra, original.success, hedgeSeconds).map(([seconds, count]) => [seconds, count / copies]);
      return sent(1 + arrived.failure + late, () => [
        {
          response: arrived,
          count: 1,
          until: () => stopped(stopsOf(algebra, algebra.after(delay, copy.success)), timeoutSeconds),
        },
        {
          response: arrived,
          count: copies,
          begins: algebra.at(hedgeSeconds, copies),
          until: () => stopped(originalWins(), timeoutSeconds === null ? null : timeoutSeconds - hedgeSeconds),
        },
      ]);
    },
  });
}

/** Stopped when the other copy has been answered well, or else by the timeout. */
function stopped(wins: readonly Stop[], timeoutSeconds: number | null): readonly Stop[] {
  if (timeoutSeconds === null) return wins;
  return [...wins, [timeoutSeconds, wins.reduce((left, [, chance]) => left - chance, 1)]];
}

/** What has not been answered within a time is an error then; `good` says up to where answers are good. */
function cut(
  algebra: Algebra,
  response: Response,
  seconds: number,
  good: number,
  sends = (): Sends => response.sends,
): Response {
  const late = once(() => algebra.beyond(response.success, good));
  return responseOf({
    success: () => (late() > 0 ? algebra.upTo(response.success, good) : response.success),
    failure: () => response.failure + late(),
    never: () => 0,
    error: () => {
      const pending = late() + response.never + algebra.beyond(response.error, seconds);
      return algebra.either([algebra.upTo(response.error, seconds), algebra.at(seconds, pending)]);
    },
    sends,
  });
}
