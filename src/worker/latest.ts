import { JobError } from './protocol.ts';

/** `edit` tells an answer about this edit from one about an older edit; the moments of one drag share it. */
export interface Asked<T> {
  readonly request: T;
  readonly edit: number;
}

export interface Latest<T> {
  readonly ask: (asked: Asked<T>) => void;
  /** What is under way has an answer that can be shown: it need not go on to a better one while something newer waits. */
  readonly enough: () => void;
  /** Stops what is under way and forgets what waits. */
  readonly stop: () => void;
}

/**
 * At most one question under way and one waiting, always the newest. An answer about an older edit is dropped, and its
 * calculation stopped; one about an earlier moment of the same drag still counts, so that numbers move with the hand.
 */
export function latestOnly<T, R>(
  run: (request: T, signal: AbortSignal) => Promise<R>,
  on: {
    readonly answer: (asked: Asked<T>, reply: R) => void;
    readonly failure: (asked: Asked<T>, error: JobError) => void;
  },
): Latest<T> {
  let underWay: { asked: Asked<T>; stop: AbortController; enough?: true } | null = null;
  let waiting: Asked<T> | null = null;

  async function begin(asked: Asked<T>): Promise<void> {
    const stop = new AbortController();
    underWay = { asked, stop };
    try {
      const reply = await run(asked.request, stop.signal);
      finish();
      if (!stop.signal.aborted) on.answer(asked, reply);
    } catch (error) {
      finish();
      if (!(error instanceof JobError)) throw error;
      if (error.code !== 'worker/cancelled') on.failure(asked, error);
    }
  }

  function finish(): void {
    underWay = null;
    const next = waiting;
    waiting = null;
    if (next !== null) void begin(next);
  }

  return {
    ask(asked) {
      if (underWay === null) {
        void begin(asked);
        return;
      }
      waiting = asked;
      if (underWay.asked.edit !== asked.edit || underWay.enough) underWay.stop.abort();
    },
    enough() {
      if (underWay === null) return;
      underWay.enough = true;
      if (waiting !== null) underWay.stop.abort();
    },
    stop() {
      waiting = null;
      underWay?.stop.abort();
    },
  };
}
