import type { WorkerLike } from './client.ts';

/** Starts the page's engine worker; the bundler finds its entry by this very expression. */
export const spawnEngine = (): WorkerLike => new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' });
