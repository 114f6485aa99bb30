import { installClipboard } from '../commands/clipboard-events.ts';
import { installKeys } from '../commands/keys.ts';
import { board } from '../store/board.ts';
import { openStart, watchLinks } from '../store/open.ts';
import { startSaving } from '../store/persist.ts';
import { startRecompute } from '../store/recompute.ts';
import { joinTabs } from '../store/tabs.ts';
import { installDrop } from './drop.ts';
import { warmUp } from './warm-up.ts';

/** Opens what the page was left with, and sets everything going that follows the document. */
export async function start(): Promise<void> {
  startRecompute();
  startSaving();
  joinTabs();
  watchLinks();
  installKeys();
  installClipboard();
  installDrop();
  void warmUp();
  try {
    await openStart();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    board.getState().notify({ level: 'error', text: `The last document could not be opened: ${reason}` });
  }
}
