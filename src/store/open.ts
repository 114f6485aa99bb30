import { emptyScenario } from '../model/edit/document.ts';
import { pathText, type Issue, type Outcome } from '../model/issue.ts';
import type { Scenario } from '../model/scenario.ts';
import { board } from './board.ts';
import { freshDocumentId } from './document-id.ts';
import { rememberDocument, rememberedDocument } from './last-document.ts';
import { adopt, contest, currentCabinet, flush, refreshLists, refuse } from './persist.ts';
import { readDocument, type Stored } from './stored.ts';

/** Larger files are not even read. */
const MOST_BYTES = 8_000_000;
/** The document that a first visit makes when it edits the example: the same in every tab, so that two tabs do meet. */
const FIRST_DOCUMENT = 'first';

/** Says why something was not opened. What was open stays. */
function refused(what: string, issues: readonly Issue[]): void {
  const lines = issues.map(({ path, message }) => (path.length === 0 ? message : `${pathText(path)}: ${message}`));
  const more = lines.length > 5 ? [`and ${lines.length - 5} more`] : [];
  const [only] = lines;
  const text = lines.length === 1 ? `${what} was not opened: ${only}` : `${what} was not opened.`;
  board
    .getState()
    .notify({ level: 'error', text, ...(lines.length > 1 ? { details: [...lines.slice(0, 5), ...more] } : {}) });
}

const unreadable = (message: string): readonly Issue[] => [{ code: 'open/unreadable', path: [], message }];

/** Puts a document on the board that is not stored yet. An own one is stored at once, others with their first edit. */
async function show(
  scenario: Scenario,
  origin: 'own' | 'link' | 'example',
  documentId = freshDocumentId(),
): Promise<void> {
  await flush();
  adopt(documentId, null);
  board.getState().load(scenario, { documentId, origin });
}

/** The page itself uses no fragments, so whatever stands there was meant to be a link. */
const hasLink = (hash: string): boolean => hash.length > 1;

/** Takes the link out of the address once what it held has become an own document, so that a reload shows that. */
function forgetLink(): void {
  if (!hasLink(location.hash)) return;
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** Opens a link's fragment as a copy. Returns whether it could be read. */
export async function openLink(hash: string): Promise<boolean> {
  const { decodeLink } = await import('../share/link.ts');
  const outcome = await decodeLink(hash);
  if (outcome.ok) await show(outcome.value, 'link');
  else refused('The link', outcome.issues);
  return outcome.ok;
}

async function readStored(document: Stored): Promise<Outcome<Scenario>> {
  if ((document.scenario as { format: string }).format === 'nineboard/1') return { ok: true, value: document.scenario };
  const { readScenario } = await import('../model/schema.ts');
  return readScenario(JSON.stringify(document.scenario));
}

/** Opens a stored document; where another tab's text for it waits for a choice, that text, and asks. */
export async function openDocument(id: string): Promise<boolean> {
  await flush();
  try {
    const { document, contested } = await readDocument(currentCabinet(), id);
    if (contested !== null) return await openDocument(contested);
    if (document === null) return false;
    const scenario = await readStored(document);
    if (!scenario.ok) {
      refused('The stored document', scenario.issues);
      return false;
    }
    adopt(id, { ...document, scenario: scenario.value });
    board.getState().load(scenario.value, { documentId: id, origin: 'own' });
    rememberDocument(id);
    forgetLink();
    if (document.conflictWith !== undefined) await askAgain(document, document.conflictWith);
    return true;
  } catch {
    refuse();
    return false;
  }
}

async function askAgain(mine: Stored, id: string): Promise<void> {
  const { document } = await readDocument(currentCabinet(), id);
  if (document !== null) contest(mine, document);
}

/** Reads a shipped example. It is part of the page, as its code is, so the schema need not be loaded for the first screen. */
async function fetchExample(name: string): Promise<Outcome<Scenario>> {
  try {
    const answer = await fetch(new URL(`scenarios/${encodeURIComponent(name)}.json`, document.baseURI));
    if (!answer.ok) return { ok: false, issues: unreadable('there is no example of that name.') };
    const value: Scenario = await answer.json();
    return { ok: true, value };
  } catch {
    return { ok: false, issues: unreadable('it could not be loaded.') };
  }
}

/** Opens one of the shipped examples by the name of its file. */
export async function openExample(name: string, documentId?: string): Promise<void> {
  const outcome = await fetchExample(name);
  if (!outcome.ok) return refused('The example', outcome.issues);
  await show(outcome.value, 'example', documentId);
  forgetLink();
}

/** Opens a file as a new document. */
export async function openFile(file: File): Promise<void> {
  if (file.size > MOST_BYTES) return refused(file.name, unreadable('it is larger than 8 MB.'));
  const { readFileText } = await import('../share/file.ts');
  const outcome = await readFileText(await file.text());
  if (!outcome.ok) return refused(file.name, outcome.issues);
  await show(outcome.value, 'own');
  forgetLink();
}

/** A blank board; stored with its first edit. */
export async function newDocument(): Promise<void> {
  await flush();
  const blank = emptyScenario();
  const documentId = freshDocumentId();
  adopt(documentId, null, blank);
  board.getState().load(blank, { documentId, origin: 'own' });
  forgetLink();
}

/** Keeps what a link or an example holds as a document of one's own. */
export async function keepCopy(): Promise<void> {
  board.getState().keep();
  await flush();
}

/** The document of this tab before a reload, else the last one of any tab, else the most recent one there is. */
async function openLast(): Promise<boolean> {
  const remembered = rememberedDocument();
  if (remembered !== null && (await openDocument(remembered))) return true;
  await refreshLists();
  const [latest] = board.getState().documents;
  return latest !== undefined && openDocument(latest.id);
}

/** What the page shows first: the link in the address, else the last document, else the checkout. */
export async function openStart(): Promise<void> {
  const opened = (hasLink(location.hash) && (await openLink(location.hash))) || (await openLast());
  if (!opened) await openExample('checkout', FIRST_DOCUMENT);
}

function openAddress(): void {
  if (hasLink(location.hash)) void openLink(location.hash);
}

/** Watches the address for another link, and takes a link out of it when its copy has become an own document. */
export function watchLinks(): () => void {
  addEventListener('hashchange', openAddress);
  const unsubscribe = board.subscribe((state, before) => {
    if (state.origin === 'own' && before.origin === 'link') forgetLink();
  });
  return () => {
    removeEventListener('hashchange', openAddress);
    unsubscribe();
  };
}
