import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { themeCss } from '../../src/drawing/theme.ts';

const file = resolve(import.meta.dirname, '../../src/app/theme.css');

test('the stylesheet of the page holds the tokens of drawing/theme', async () => {
  const text = `/* Made from drawing/theme.ts: UPDATE=1 npx vitest run tests/app */\n${themeCss()}\n`;
  const written = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (process.env['UPDATE']) writeFileSync(file, written);
  expect(readFileSync(file, 'utf8')).toBe(written);
});
