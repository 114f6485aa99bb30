import { board } from './board.ts';

/** Saves the document as a file, by the browser's download. The code for it comes when it is needed. */
export async function saveFile(): Promise<void> {
  const [{ fileName, fileText }, { saveText }] = await Promise.all([
    import('../share/file.ts'),
    import('../share/browser/files.ts'),
  ]);
  const { scenario } = board.getState();
  saveText(fileName(scenario.title), fileText(scenario));
}
