import { board } from './board.ts';
import { openDocument } from './open.ts';
import { announceWrites, knownRevision, refreshLists } from './persist.ts';

interface Written {
  readonly id: string;
  readonly revision: number;
}

/** Another tab has written: said where it is about the document that is on this board. */
function heard({ data }: { data: Written }): void {
  void refreshLists();
  const { documentId, notify } = board.getState();
  const known = knownRevision(data.id);
  if (data.id !== documentId || known === null || data.revision <= known) return;
  notify({
    level: 'info',
    text: 'This was changed in another tab. Nothing is overwritten: with your next change you are asked which text to keep.',
    action: {
      label: 'Show the other text',
      run: async () => {
        await openDocument(data.id);
      },
    },
  });
}

/** Tells other tabs of what is written here, and hears of theirs. Returns the way to stop it. */
export function joinTabs(): () => void {
  const channel = new BroadcastChannel('nineboard');
  channel.addEventListener('message', heard);
  announceWrites((id, revision) => channel.postMessage({ id, revision } satisfies Written));
  return () => {
    announceWrites(() => {});
    channel.close();
  };
}
