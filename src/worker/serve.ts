import { JobError, type FromWorker, type Runner, type ToWorker, type WireError } from './protocol.ts';

/** The three methods of a port that are needed: a worker's global scope and a MessagePort both have them. */
export interface Port {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
}

const CANCELLED: WireError = { code: 'worker/cancelled', message: 'The calculation was stopped.' };

function wireError(error: unknown): WireError {
  if (error instanceof JobError) return { code: error.code, message: error.message };
  return { code: 'worker/failed', message: error instanceof Error ? error.message : String(error) };
}

/** Lets messages that wait come in, without the 4 ms that nested timers cost. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });

/** Answers what comes in at the port with what the runner makes of it. */
export function serve(port: Port, run: Runner): void {
  const cancelled = new Set<number>();
  const underWay = new Set<number>();
  const unseen = new Map<number, () => void>();

  async function answer({ id, job, request }: Extract<ToWorker, { type: 'run' }>): Promise<void> {
    underWay.add(id);
    try {
      const reply = await run(job, request, async (progress, untilSeen = false) => {
        port.postMessage({ type: 'progress', id, progress, untilSeen });
        await (untilSeen ? new Promise<void>((resolve) => unseen.set(id, resolve)) : turn());
        if (cancelled.has(id)) throw new JobError(CANCELLED);
      });
      post({ type: 'reply', id, reply });
    } catch (error) {
      post({ type: 'error', id, error: wireError(error) });
    } finally {
      underWay.delete(id);
      unseen.delete(id);
      cancelled.delete(id);
    }
  }

  /** An answer that cannot be cloned is an error with a cause of its own, never silence. */
  function post(message: Extract<FromWorker, { id: number }>): void {
    try {
      port.postMessage(message);
    } catch (error) {
      port.postMessage({ type: 'error', id: message.id, error: { ...wireError(error), code: 'worker/not-cloneable' } });
    }
  }

  port.addEventListener('message', ({ data }) => {
    if (data.type === 'ping') port.postMessage({ type: 'pong' });
    else if (data.type === 'run') void answer(data);
    else {
      if (data.type === 'cancel' && underWay.has(data.id)) cancelled.add(data.id);
      unseen.get(data.id)?.();
    }
  });
  port.postMessage({ type: 'ready' });
}
