/** Timers, so that tests need not wait for real ones. */
export interface Clock {
  now(): number;
  after(milliseconds: number, act: () => void): () => void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface Watchdog {
  /** Something is waited for from now on. */
  start(): void;
  /** A sign of life has come. */
  alive(): void;
  /** Nothing is waited for any more. */
  stop(): void;
}

/**
 * Notices silence. After `limit` without a sign of life it pings; after as long again it calls `dead`. The two stages
 * keep it from being fooled when the page itself was held up: answers that wait are read between them.
 */
export function watchdog(on: {
  readonly limit: () => number;
  readonly ping: () => void;
  readonly dead: () => void;
  readonly clock: Clock;
}): Watchdog {
  const { clock } = on;
  let forget: (() => void) | null = null;

  function stop(): void {
    forget?.();
    forget = null;
  }

  function listen(): void {
    forget = clock.after(on.limit(), () => {
      on.ping();
      forget = clock.after(on.limit(), on.dead);
    });
  }

  return {
    start() {
      if (forget === null) listen();
    },
    alive() {
      if (forget === null) return;
      stop();
      listen();
    },
    stop,
  };
}
