import {
  JobError,
  type FromWorker,
  type JobName,
  type Progress,
  type Reply,
  type Request,
  type ToWorker,
} from './protocol.ts';
import { realClock, watchdog, type Clock } from './watchdog.ts';

/** A worker, or what stands for one in a test. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { data: FromWorker }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { message?: string }) => void): void;
}

export interface EngineClientOptions {
  readonly spawn: () => WorkerLike;
  /** After this long without a sign of life while something is asked, a ping; after as long again, it is taken for dead. */
  readonly silenceMilliseconds?: number;
  /** A worker that replaced a silent one may be silent for this long, until it has answered quickly: it may only be slow. */
  readonly hangMilliseconds?: number;
  readonly clock?: Clock;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** May say when what has come of it stands on the screen. */
  readonly onProgress?: (progress: Progress) => Promise<void> | void;
}

export interface EngineClient {
  /**
   * Rejects with a JobError: what the job threw, or worker/crashed, worker/hung, worker/cancelled. An abort asks the
   * worker to stop and settles when it has, so that no work piles up there that nobody waits for.
   */
  run<J extends JobName>(job: J, request: Request<J>, options?: RunOptions): Promise<Reply<J>>;
  dispose(): void;
}

interface Pending {
  readonly askedAt: number;
  readonly resolve: (reply: never) => void;
  readonly reject: (error: JobError) => void;
  readonly onProgress: RunOptions['onProgress'];
}

const CANCELLED = { code: 'worker/cancelled', message: 'The calculation was stopped.' };
const HUNG = { code: 'worker/hung', message: 'The engine gave no answer.' };
/** A worker's code may come over a slow line; until it says that it is ready, silence means nothing for this long. */
const START_MILLISECONDS = 30_000;

/** One worker, replaced when it crashes or falls silent; whoever waited for it is told. */
export function createEngineClient(options: EngineClientOptions): EngineClient {
  const { spawn, silenceMilliseconds = 300, hangMilliseconds = 4000, clock = realClock } = options;
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let patience = silenceMilliseconds;
  const watch = watchdog({
    limit: () => (worker.ready ? patience : START_MILLISECONDS / 2),
    ping: () => worker.port.postMessage({ type: 'ping' }),
    dead: () => replace(HUNG, hangMilliseconds / 2),
    clock,
  });
  let worker = start();

  function start(): { port: WorkerLike; ready: boolean } {
    const started = { port: spawn(), ready: false };
    started.port.addEventListener('message', ({ data }) => {
      if (worker === started) receive(data);
    });
    const crashed = (event: { message?: string }): void => {
      if (worker !== started) return;
      replace({ code: 'worker/crashed', message: event.message || 'The engine stopped.' }, patience);
    };
    started.port.addEventListener('error', crashed);
    started.port.addEventListener('messageerror', crashed);
    return started;
  }

  function replace(error: { code: string; message: string }, nextPatience: number): void {
    worker.port.terminate();
    patience = nextPatience;
    const lost = [...pending.values()];
    pending.clear();
    watch.stop();
    worker = start();
    for (const { reject } of lost) reject(new JobError(error));
  }

  function receive(message: FromWorker): void {
    if (message.type === 'ready') worker.ready = true;
    watch.alive();
    if (message.type === 'ready' || message.type === 'pong') return;
    const asked = pending.get(message.id);
    if (asked === undefined) return;
    if (message.type === 'progress') {
      const shown = asked.onProgress?.(message.progress);
      if (message.untilSeen === true) void seen(message.id, shown);
      return;
    }
    pending.delete(message.id);
    if (pending.size === 0) watch.stop();
    if (clock.now() - asked.askedAt < silenceMilliseconds) patience = silenceMilliseconds;
    if (message.type === 'reply') asked.resolve(message.reply as never);
    else asked.reject(new JobError(message.error));
  }

  async function seen(id: number, shown: Promise<void> | void): Promise<void> {
    await shown;
    if (pending.has(id)) worker.port.postMessage({ type: 'seen', id });
  }

  return {
    run(job, request, { signal, onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(new JobError(CANCELLED));
        const id = ++lastId;
        pending.set(id, { askedAt: clock.now(), resolve, reject, onProgress });
        signal?.addEventListener('abort', () => {
          if (pending.has(id)) worker.port.postMessage({ type: 'cancel', id });
        });
        worker.port.postMessage({ type: 'run', id, job, request });
        watch.start();
      });
    },
    dispose() {
      watch.stop();
      worker.port.terminate();
      for (const { reject } of pending.values()) reject(new JobError(CANCELLED));
      pending.clear();
    },
  };
}
