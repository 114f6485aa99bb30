import { board } from '../store/board.ts';
import { currentReport, shownScenario } from '../store/selectors.ts';
import type { SharedLink } from '../store/state.ts';

/** What the share dialog shows while the link is being made. */
const MAKING: SharedLink = { url: null, verdict: null, copied: false };

/** Makes a link that holds the whole board, copies it, and opens the dialog that shows it. */
export async function shareLink(): Promise<void> {
  const state = board.getState();
  state.setShared(MAKING);
  state.openDialog('share');
  const [{ encodeLink, linkLengthVerdict }, { copyText }] = await Promise.all([
    import('../share/link.ts'),
    import('../share/browser/clipboard.ts'),
  ]);
  const url = `${location.href.split('#')[0]}#${await encodeLink(shownScenario(state))}`;
  const copied = await copyText(url);
  board.getState().setShared({ url, verdict: linkLengthVerdict(url.length), copied });
}

/** Copies text, or says that the page may not. */
async function copy(text: string, what: string): Promise<void> {
  const { copyText } = await import('../share/browser/clipboard.ts');
  const copied = await copyText(text);
  board
    .getState()
    .notify(
      copied
        ? { level: 'info', text: `${what} copied.` }
        : { level: 'warning', text: 'This page may not write to the clipboard; save a file instead.' },
    );
}

/** The board as a Markdown report. */
export async function copyMarkdown(): Promise<void> {
  const state = board.getState();
  const { markdownReport } = await import('../share/markdown.ts');
  const report = currentReport(state);
  if (report === null) return;
  await copy(markdownReport(shownScenario(state), state.design, report), 'Markdown');
}
