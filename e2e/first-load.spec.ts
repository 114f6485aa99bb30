import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { Desk } from './pages/desk.ts';
import { expect, test } from './test.ts';

const MOST_BYTES = 160_000;

/** What gives a library away in minified code. */
const HEAVY = { mathjs: 'ParenthesisNode', recharts: 'recharts-', dagre: 'rankdir' } as const;

interface Script {
  readonly name: string;
  readonly began: number;
  readonly text: string;
}

test('the first number stands after at most 160 kB of JavaScript, worker included, and nothing heavy', async ({
  page,
  context,
}) => {
  const scripts: Promise<Script>[] = [];
  const read = async (response: Response): Promise<Script> => ({
    name: new URL(response.url()).pathname.split('/').at(-1) ?? '',
    began: response.request().timing().startTime,
    text: await response.text(),
  });
  context.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript') === true) scripts.push(read(response));
  });
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const shown = document.querySelector('[data-figure="availability"]')?.textContent ?? '';
      if (!shown.includes('%')) return;
      watch.disconnect();
      // When the next frame begins, the one that shows the number has been painted.
      requestAnimationFrame(() => {
        document.documentElement.dataset['firstNumber'] = String(performance.timeOrigin + performance.now());
      });
    });
    watch.observe(document, { subtree: true, childList: true, characterData: true });
  });
  const desk = new Desk(page);
  await desk.open();
  await desk.write('app', 'Replicas', '2 * 2');
  await desk.command('Tidy');
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  const painted = Number(await page.locator('html').getAttribute('data-first-number'));
  expect(painted).toBeGreaterThan(0);

  // What the page comes to load, so that this would see the heavy parts if they came too early.
  await expect
    .poll(async () => {
      const all = (await Promise.all(scripts)).map(({ text }) => text).join('\n');
      return Object.values(HEAVY).filter((mark) => !all.includes(mark));
    })
    .toEqual([]);
  const early = (await Promise.all(scripts)).filter(({ began }) => began < painted);
  const sizes = early.map(({ name, text }) => ({ name, bytes: gzipSync(text, { level: 9 }).length }));
  const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
  const list = sizes.map(({ name, bytes }) => `${name} ${bytes}`).join(', ');
  expect(
    sizes.some(({ name }) => name.startsWith('entry-')),
    `the worker is among ${list}`,
  ).toBe(true);
  for (const [library, mark] of Object.entries(HEAVY)) {
    expect(
      early.filter(({ text }) => text.includes(mark)).map(({ name }) => name),
      library,
    ).toEqual([]);
  }
  expect(sum, list).toBeLessThanOrEqual(MOST_BYTES);
});
