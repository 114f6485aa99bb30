import { always } from './change.ts';
import type { Command } from './command.ts';

/** Fetched when something is shared: the first number needs none of it. */
const exporting = () => import('./export.ts');

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
  share('share-link', 'Share link', async () => (await exporting()).shareLink(), ['mod+shift+s']),
  share('copy-svg', 'Copy as SVG', async () => (await exporting()).copySvg()),
  share('copy-png', 'Copy as picture', async () => (await exporting()).copyPng()),
  share('save-svg', 'Save as SVG', async () => (await exporting()).saveSvg()),
  share('save-png', 'Save as PNG', async () => (await exporting()).savePng()),
  share('copy-markdown', 'Copy as Markdown', async () => (await exporting()).copyMarkdown()),
];
