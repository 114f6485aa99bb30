import { board } from '../store/board.ts';
import type { Scenario } from '../model/scenario.ts';
import { computedScenario, currentReport, shownDesign, shownScenario } from '../store/selectors.ts';
import type { BoardState, SharedLink } from '../store/state.ts';
import { heldText } from '../words/held.ts';

/** What the share dialog shows while the link is being made. */
const MAKING: SharedLink = { url: null, verdict: null, copied: false };

/** Makes a link that holds the whole board as it is seen, copies it, and opens the dialog that shows it. */
export async function shareLink(): Promise<void> {
  const state = board.getState();
  state.setShared(MAKING);
  state.openDialog('share');
  const [{ encodeLink, linkLengthVerdict }, { copyText }] = await Promise.all([
    import('../share/link.ts'),
    import('../share/browser/clipboard.ts'),
  ]);
  const payload = await encodeLink(shownScenario(state));
  if (payload === null) {
    state.setShared({ ...MAKING, verdict: 'file' });
    return;
  }
  const url = `${location.href.split('#')[0]}#${payload}`;
  const copied = await copyText(url);
  state.setShared({ url, verdict: linkLengthVerdict(url.length), copied });
}

/** Says that something was copied; where the page may not, saves it as a file instead. */
async function tellOrSave(copied: boolean, what: string, save: () => Promise<void>): Promise<void> {
  const { notify } = board.getState();
  if (copied) {
    notify({ level: 'info', text: `${what} copied.` });
    return;
  }
  await save();
  notify({ level: 'info', text: `This page may not write to the clipboard; ${what} saved as a file instead.` });
}

/** What is computed, with a title that says what is held: its numbers are of that. */
function handedOn(state: BoardState): Scenario {
  if (state.held.length === 0) return shownScenario(state);
  const scenario = computedScenario(state);
  const title = `${scenario.title?.trim() || 'Untitled'}, what if ${heldText(shownDesign(state), state.held)}`;
  return { ...scenario, title };
}

async function svg(): Promise<string> {
  const state = board.getState();
  const { boardPicture } = await import('../share/board-picture.ts');
  return boardPicture(handedOn(state), state.design, currentReport(state), state.journey, state.lens);
}

async function markdown(): Promise<string | null> {
  const state = board.getState();
  const report = currentReport(state);
  const { markdownReport } = await import('../share/markdown.ts');
  return report && markdownReport(handedOn(state), state.design, report);
}

async function save(extension: string, content: Blob): Promise<void> {
  const [{ fileName }, { saveBlob }] = await Promise.all([
    import('../share/file.ts'),
    import('../share/browser/files.ts'),
  ]);
  saveBlob(fileName(shownScenario(board.getState()).title, extension), content);
}

async function png(): Promise<Blob> {
  const { pngOf } = await import('../share/browser/picture.ts');
  return pngOf(await svg());
}

export const saveSvg = async (): Promise<void> => save('svg', new Blob([await svg()], { type: 'image/svg+xml' }));
export const savePng = async (): Promise<void> => save('png', await png());

export async function copySvg(): Promise<void> {
  const { copyText } = await import('../share/browser/clipboard.ts');
  await tellOrSave(await copyText(await svg()), 'The SVG was', saveSvg);
}

export async function copyPng(): Promise<void> {
  const { copyImage } = await import('../share/browser/clipboard.ts');
  await tellOrSave(await copyImage(png()), 'The picture was', savePng);
}

/** The board as a Markdown report. */
export async function copyMarkdown(): Promise<void> {
  const { copyText } = await import('../share/browser/clipboard.ts');
  const text = await markdown();
  if (text === null) return;
  await tellOrSave(await copyText(text), 'The Markdown was', () =>
    save('md', new Blob([text], { type: 'text/markdown' })),
  );
}
