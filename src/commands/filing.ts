import { board } from '../store/board.ts';
import { saveFile } from '../store/files.ts';
import { deleteDocument } from '../store/library.ts';
import { keepCopy, newDocument, openFile } from '../store/open.ts';
import type { Dialog } from '../store/state.ts';
import { always } from './change.ts';
import type { Command } from './command.ts';

const opens = (id: string, title: string, dialog: Dialog): Command => ({
  id,
  title,
  group: 'File',
  edits: false,
  when: always,
  run: () => board.getState().openDialog(dialog),
});

/** Lets a file be chosen and opens it. */
async function chooseFile(): Promise<void> {
  const { chooseFile: choose } = await import('../share/browser/files.ts');
  const file = await choose();
  if (file !== null) await openFile(file);
}

export const FILING: readonly Command[] = [
  { id: 'new', title: 'New board', group: 'File', edits: false, when: always, run: newDocument },
  { id: 'open-file', title: 'Open file', group: 'File', keys: ['mod+o'], edits: false, when: always, run: chooseFile },
  {
    id: 'save-file',
    title: 'Save as a file',
    group: 'File',
    keys: ['mod+s'],
    edits: false,
    when: always,
    run: saveFile,
  },
  opens('open', 'Recent boards', 'open'),
  opens('examples', 'Examples', 'examples'),
  opens('history', 'Earlier versions of this board', 'history'),
  opens('rename-document', 'Rename board', 'rename-document'),
  {
    id: 'keep-copy',
    title: 'Keep a copy',
    group: 'File',
    edits: false,
    when: (state) => state.origin !== 'own',
    run: keepCopy,
  },
  {
    id: 'delete-document',
    title: 'Delete this board',
    group: 'File',
    edits: false,
    when: ({ documents, documentId }) => documents.some(({ id }) => id === documentId),
    run: () => deleteDocument(board.getState().documentId),
  },
  { ...opens('resolve-conflict', 'Choose between two texts', 'conflict'), when: (state) => state.conflict !== null },
];
