import { useSyncExternalStore } from 'react';
import { board } from '../store/board.ts';
import { PARTS } from './lazy-parts.tsx';

/** What can wait waits for the first number, but not for ever: the engine may be slow, or not start at all. */
const PATIENCE_MILLISECONDS = 3000;

let ready = false;
const waiting = new Set<() => void>();

function setReady(): void {
  ready = true;
  for (const tell of waiting) tell();
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}

/** Whether the first number has been painted, so that the rest of the page may load. */
export const useReady = (): boolean => useSyncExternalStore(subscribe, () => ready);

const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 300);
  });

const firstNumber = (): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MILLISECONDS);
    const unsubscribe = board.subscribe((state) => {
      if (state.report === null) return;
      clearTimeout(patience);
      unsubscribe();
      resolve();
    });
  });

/** Fetches what the first screen did without, once its numbers stand and the page has nothing else to do. */
export async function warmUp(): Promise<void> {
  await firstNumber();
  await nextPaint();
  setReady();
  for (const part of PARTS) {
    await whenIdle();
    // Without a network the part is asked for again when it is shown.
    await part.load().catch(() => undefined);
  }
}
