import type { Scenario } from '../model/scenario.ts';
import { board } from './board.ts';
import { browserCabinet, type Cabinet } from './cabinet.ts';
import { freshDocumentId } from './document-id.ts';
import { rememberDocument } from './last-document.ts';
import { saveFile } from './files.ts';
import { addVersion, listDocuments, writeDocument, type Stored } from './stored.ts';

/** An edit is on disk at most this long after it was made, and before the page goes. */
const SAVE_MILLISECONDS = 250;
/** One under way, such as a text that is being typed, waits longer: it may still be taken back. */
const UNDER_WAY_MILLISECONDS = 600;
const VERSION_MILLISECONDS = 60_000;

/** What is known here of how the document on the board is stored. */
interface Shelved {
  readonly id: string;
  readonly revision: number;
  /** What is stored; null when nothing of it is. */
  readonly scenario: Scenario | null;
  readonly conflictWith?: string;
  /** What it was when it was opened, kept as a version before the first change; null when that is done. */
  readonly opened: Scenario | null;
  readonly versionAt: number;
}

let cabinet: Cabinet = browserCabinet();
let shelved: Shelved | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let saving: Promise<void> = Promise.resolve();
let announce: (id: string, revision: number) => void = () => {};

export const currentCabinet = (): Cabinet => cabinet;

/** Has every write told, for other tabs. */
export function announceWrites(to: (id: string, revision: number) => void): void {
  announce = to;
}

/** The revision of the document on the board that is known here; null where that is another document. */
export const knownRevision = (id: string): number | null => (shelved?.id === id ? shelved.revision : null);

/** The person has chosen: what is on the board is a document like any other, and stored as one. */
export function endContest(): void {
  if (shelved === null) return;
  const { conflictWith: _, ...rest } = shelved;
  shelved = { ...rest, scenario: null };
}

/** Tells what the document that is about to be loaded looks like in the cabinet; `stored` is null for one that is not in it. */
export function adopt(
  id: string,
  stored: Pick<Stored, 'revision' | 'scenario' | 'conflictWith'> | null,
  blank?: Scenario,
): void {
  shelved = {
    id,
    revision: stored?.revision ?? 0,
    scenario: stored?.scenario ?? blank ?? null,
    ...(stored?.conflictWith === undefined ? {} : { conflictWith: stored.conflictWith }),
    opened: stored?.scenario ?? null,
    versionAt: Date.now(),
  };
}

/** Whether the board holds what the cabinet does not. */
function dirty(): boolean {
  const { opened, origin, scenario, gesture, documentId } = board.getState();
  const own = origin === 'own' || (gesture !== null && gesture.base.scenario !== scenario);
  return opened && own && (shelved?.id !== documentId || shelved.scenario !== scenario);
}

export async function refreshLists(): Promise<void> {
  try {
    board.setState(await listDocuments(cabinet));
  } catch {
    refuse();
  }
}

/** Says once that nothing can be kept here. */
export function refuse(): void {
  const { saved, notify } = board.getState();
  if (saved === 'refused') return;
  board.setState({ saved: 'refused' });
  notify({
    level: 'warning',
    text: 'This browser does not let the page store anything: a private window, or no space left. Work goes on; save a file to keep it.',
    action: { label: 'Save file', run: saveFile },
  });
}

async function keepVersions(before: Shelved, saved: Scenario): Promise<void> {
  const now = Date.now();
  if (before.opened !== null) await addVersion(cabinet, before.id, { at: before.versionAt, scenario: before.opened });
  const due = now - before.versionAt >= VERSION_MILLISECONDS;
  if (due) await addVersion(cabinet, before.id, { at: now, scenario: saved });
  if (shelved?.id === before.id) shelved = { ...shelved, opened: null, versionAt: due ? now : before.versionAt };
}

/** An edit may have been taken back before its time to be stored had come. */
function nothingToSave(): void {
  if (board.getState().saved === 'saving') board.setState({ saved: 'saved' });
}

async function save(): Promise<void> {
  if (!dirty()) return nothingToSave();
  const { scenario, documentId } = board.getState();
  if (shelved?.id !== documentId) adopt(documentId, null);
  const before = shelved;
  if (before === null) return;
  const { id, revision, conflictWith } = before;
  const mine = { id, scenario, revision, changedAt: Date.now(), idOfCopy: freshDocumentId() };
  try {
    const written = await writeDocument(cabinet, conflictWith === undefined ? mine : { ...mine, conflictWith });
    const { document, theirs } = written;
    if (board.getState().documentId === id) {
      shelved = { ...before, ...document, scenario };
      rememberDocument(document.id);
      board.getState().keep();
      if (theirs !== null) contest(document, theirs);
    }
    announce(document.id, document.revision);
    if (theirs === null) await keepVersions(before, scenario);
    await refreshLists();
    if (!dirty()) board.setState({ saved: 'saved' });
  } catch {
    refuse();
  }
}

/** Two tabs have changed the same document: this tab goes on with its own text, and the person is asked. */
export function contest(mine: Pick<Stored, 'id'>, theirs: Stored): void {
  const conflict = { theirs: theirs.scenario, theirRevision: theirs.revision, theirId: theirs.id };
  board.setState({ documentId: mine.id, conflict });
  board.getState().openDialog('conflict');
}

/** Writes what is not written yet; resolves when it is. */
export function flush(): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  saving = saving.then(save);
  return saving;
}

function follow(): void {
  if (!dirty() || timer !== null) return;
  const { saved, gesture } = board.getState();
  if (saved === 'saved') board.setState({ saved: 'saving' });
  timer = setTimeout(() => void flush(), gesture === null ? SAVE_MILLISECONDS : UNDER_WAY_MILLISECONDS);
}

/** The page may be gone the next moment. */
function leave(): void {
  board.getState().settle();
  void flush();
}

function hide(): void {
  if (document.hidden) leave();
}

/** From now on every edit is stored. Returns the way to stop it. */
export function startSaving(where: Cabinet = browserCabinet()): () => void {
  cabinet = where;
  const unsubscribe = board.subscribe(follow);
  const page = typeof document === 'undefined' ? null : document;
  page?.addEventListener('visibilitychange', hide);
  page?.defaultView?.addEventListener('pagehide', leave);
  void askToStay();
  void refreshLists();
  return () => {
    unsubscribe();
    if (timer !== null) clearTimeout(timer);
    timer = null;
    page?.removeEventListener('visibilitychange', hide);
    page?.defaultView?.removeEventListener('pagehide', leave);
  };
}

/** Asks the browser not to clear what is stored when space runs short; not offered over plain http. */
async function askToStay(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // It then decides by itself, as it does without being asked.
  }
}
