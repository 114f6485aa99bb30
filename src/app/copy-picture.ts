import { board } from '../store/board.ts';

/** Copies a chart's drawing as SVG text; where the page may not write to the clipboard, saves it as a file. */
export async function copyPicture(svg: string, name: string): Promise<void> {
  const [{ copyText }, { saveText }] = await Promise.all([
    import('../share/browser/clipboard.ts'),
    import('../share/browser/files.ts'),
  ]);
  const { notify } = board.getState();
  if (await copyText(svg)) return void notify({ level: 'info', text: 'The chart was copied as SVG.' });
  saveText(`${name}.svg`, svg);
  notify({ level: 'info', text: 'This page may not write to the clipboard, so the chart was saved as a file.' });
}
