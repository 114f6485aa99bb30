import { copyItems, pasteItems, type Clip } from '../model/edit/clipboard.ts';
import { cornerOf } from '../model/edit/content.ts';
import { removeItems } from '../model/edit/components.ts';
import type { Point } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import { isEmpty } from '../store/selection.ts';
import { shownScenario } from '../store/selectors.ts';
import { copiesSelected, edit, make } from './change.ts';
import { spotInView } from './placing.ts';

/** What was copied last, for the menu where the page may not read the clipboard; shared with other tabs when allowed. */
const KEY = 'nineboard/clip';
let lastCopied: string | null = null;

function remember(text: string): void {
  lastCopied = text;
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Pasting then works within this tab only.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY) ?? lastCopied;
  } catch {
    return lastCopied;
  }
}

/** The selection as clipboard text; null when nothing that can be copied is selected. */
export function clipText(): string | null {
  const state = board.getState();
  const { selection } = state;
  if (!copiesSelected(state)) return null;
  const text = JSON.stringify(copyItems(shownScenario(state), state.design, selection));
  remember(text);
  return text;
}

export function removeSelection(label: string): void {
  const { selection } = board.getState();
  if (!isEmpty(selection)) edit(label, (scenario, design) => removeItems(scenario, design, selection));
}

const pasteClip = (label: string, clip: Clip, at: Point): void =>
  make(label, (scenario, design) => pasteItems(scenario, design, clip, at));

/** Whether clipboard text claims to be a part of a board; whether it is, shows when it is read. */
export const isClip = (text: string): boolean => text.includes('"nineboard/clip-');

/** Pastes a part of a board; one that is broken is said. */
export async function pasteText(text: string): Promise<void> {
  const { parseClip } = await import('../model/edit/parse-clip.ts');
  const clip = parseClip(text);
  if (clip.ok) pasteClip('Paste', clip.value, spotInView());
  else {
    const details = clip.issues.slice(0, 5).map((issue) => issue.message);
    board.getState().notify({ level: 'error', text: 'What is on the clipboard cannot be pasted.', details });
  }
}

/** Copies for the menu. The clipboard events of the keyboard are better where they come: they need no permission. */
export async function copyToClipboard(): Promise<void> {
  const text = clipText();
  if (text === null) return;
  const { copyText } = await import('../share/browser/clipboard.ts');
  await copyText(text);
}

async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}

/** Pastes for the menu: from the clipboard where the page may read it, else what was copied here last. */
export async function pasteFromClipboard(): Promise<void> {
  const text = await readClipboard();
  const clip = text !== null && isClip(text) ? text : remembered();
  if (clip === null) board.getState().notify({ level: 'info', text: 'There is nothing to paste.' });
  else await pasteText(clip);
}

/** A copy of the selection a little below and to the right of it. */
export function duplicateSelection(): void {
  const { selection } = board.getState();
  make('Duplicate', (scenario, design) => {
    const [x, y] = cornerOf(scenario, design, selection);
    return pasteItems(scenario, design, copyItems(scenario, design, selection), [x + 32, y + 120]);
  });
}
