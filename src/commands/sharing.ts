import { always } from './change.ts';
import type { Command } from './command.ts';
import { copyMarkdown, copyPng, copySvg, savePng, saveSvg, shareLink } from './export.ts';

const share = (id: string, title: string, run: () => Promise<void>, keys: readonly string[] = []): Command => ({
  id,
  title,
  group: 'Share',
  keys,
  edits: false,
  when: always,
  run,
});

export const SHARING: readonly Command[] = [
  share('share-link', 'Share link', shareLink, ['mod+shift+s']),
  share('copy-svg', 'Copy as SVG', copySvg),
  share('copy-png', 'Copy as picture', copyPng),
  share('save-svg', 'Save as SVG', saveSvg),
  share('save-png', 'Save as PNG', savePng),
  share('copy-markdown', 'Copy as Markdown', copyMarkdown),
];
