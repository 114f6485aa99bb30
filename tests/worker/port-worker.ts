import { MessageChannel } from 'node:worker_threads';
import type { WorkerLike } from '../../src/worker/client.ts';
import type { Runner } from '../../src/worker/protocol.ts';
import { serve } from '../../src/worker/serve.ts';

/** For the client of a worker in this very thread, which may be busy for longer than an engine is silent. */
export const PATIENT = { silenceMilliseconds: 60_000 };

/** A worker in this very thread: everything said to it crosses a real message channel, cloned as between threads. */
export function portWorker(runner: Runner): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  const near = port1 as unknown as MessagePort;
  const far = port2 as unknown as MessagePort;
  near.start();
  far.start();
  serve(far, runner);
  return {
    postMessage: (message) => near.postMessage(message),
    terminate: () => {
      near.close();
      far.close();
    },
    addEventListener: (type: string, listener: unknown) => near.addEventListener(type, listener as EventListener),
  };
}
