import { setTitle } from '../model/edit/document.ts';
import { board } from './board.ts';
import { freshDocumentId } from './document-id.ts';
import { rememberDocument } from './last-document.ts';
import { newDocument, openDocument } from './open.ts';
import { adopt, currentCabinet, endContest, flush, refreshLists, refuse } from './persist.ts';
import type { Version } from './state.ts';
import {
  deleteDocument as moveToDeleted,
  readVersions,
  replaceWithCopy,
  restoreDocument as takeBack,
  titleOf,
} from './stored.ts';

/** Deletes a document; it can be taken back by the notice, and later from the list of what was deleted. */
export async function deleteDocument(id: string): Promise<void> {
  const { documentId, documents, notify } = board.getState();
  const onBoard = id === documentId;
  const title = documents.find((entry) => entry.id === id)?.title ?? titleOf(board.getState().scenario);
  try {
    await flush();
    await moveToDeleted(currentCabinet(), id);
    await refreshLists();
  } catch {
    return refuse();
  }
  if (onBoard) {
    const next = board.getState().documents[0];
    if (next === undefined || !(await openDocument(next.id))) await newDocument();
  }
  const back = { label: 'Undo', run: () => restoreDocument(id, onBoard) };
  notify({ level: 'info', text: `"${title}" was deleted.`, action: back });
}

/** What is on the board without being stored, such as the first example, leaves its id to a document that has it. */
function yieldId(id: string): void {
  const { documentId, origin } = board.getState();
  if (documentId !== id || origin === 'own') return;
  const fresh = freshDocumentId();
  adopt(fresh, null);
  board.setState({ documentId: fresh });
}

/** Takes a deleted document back, and opens it if asked to. */
export async function restoreDocument(id: string, open = true): Promise<void> {
  try {
    const restored = await takeBack(currentCabinet(), id, freshDocumentId());
    if (restored !== null) yieldId(restored);
    await refreshLists();
    if (restored !== null && open) await openDocument(restored);
  } catch {
    refuse();
  }
}

/** Reads the versions of the document on the board into `state.versions`. */
export async function loadVersions(): Promise<void> {
  try {
    await flush();
    const { documentId } = board.getState();
    const versions = await readVersions(currentCabinet(), documentId);
    if (board.getState().documentId === documentId) board.setState({ versions });
  } catch {
    refuse();
  }
}

/** Goes back to a version; undo brings back what was there. */
export function restoreVersion(version: Version): void {
  board.getState().edit('Go back to a version', () => version.scenario);
}

/** both: mine stays a document of its own. theirs: mine goes to the deleted ones. mine: theirs becomes a version. */
export type Choice = 'both' | 'theirs' | 'mine';

/** Ends the question that two tabs with one document have raised. */
export async function resolveConflict(choice: Choice): Promise<void> {
  const { conflict, documentId, closeDialog } = board.getState();
  if (conflict === null) return;
  try {
    await flush();
    const { scenario } = board.getState();
    if (choice === 'theirs') {
      await moveToDeleted(currentCabinet(), documentId);
      board.setState({ conflict: null });
      await openDocument(conflict.theirId);
    } else if (choice === 'mine') {
      const copy = { id: documentId, revision: 0, changedAt: Date.now(), scenario };
      const stored = await replaceWithCopy(currentCabinet(), conflict.theirId, copy);
      adopt(stored.id, { ...stored, scenario });
      board.setState({ conflict: null, documentId: stored.id });
      rememberDocument(stored.id);
    } else {
      endContest();
      board.setState({ conflict: null });
      board.getState().edit('Keep both', (text) => setTitle(text, `${titleOf(text)} (2)`));
    }
    await refreshLists();
  } catch {
    refuse();
  }
  closeDialog();
}
