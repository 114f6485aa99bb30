import { joinTabs } from './tabs.ts';
import { openStart, watchLinks } from './open.ts';
import { startSaving } from './persist.ts';
import { startRecompute } from './recompute.ts';

/** Starts the engine, opens what the page shows first, and keeps it from then on. Resolves when it is on the board. */
export async function startBoard(): Promise<void> {
  startRecompute();
  startSaving();
  joinTabs();
  await openStart();
  watchLinks();
}
