import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Download, Page } from '@playwright/test';
import type { Scenario } from '../src/model/scenario.ts';
import { downloaded } from './pages/downloads.ts';
import { example } from './pages/scenarios.ts';
import { States } from './pages/states.ts';
import { expect, test } from './test.ts';

test.use({ contextOptions: { permissions: ['clipboard-read', 'clipboard-write'] } });

const CLI = fileURLToPath(new URL('../tests/tools/cli.mjs', import.meta.url));

/** What the command line draws of a file. */
function drawn(file: string, ...options: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'picture', file, ...options], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

const save = (states: States, command: string): Promise<Download> => downloaded(states.page, () => states.run(command));

/** Saves the board as a file that the command line can read. */
async function savedFile(states: States, path: string): Promise<string> {
  await (await save(states, 'Save as a file')).saveAs(path);
  return path;
}

interface Drawing {
  readonly error: string | null;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly string[];
  readonly components: readonly { id: string; says: string; texts: readonly string[] }[];
  readonly calls: readonly { from: string; to: string; line: boolean }[];
}

/** What a browser finds in the text of a picture. */
const parsed = (page: Page, svg: string): Promise<Drawing> =>
  page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    const textsIn = (element: Element): string[] =>
      [...element.querySelectorAll('text')].map((each) => each.textContent ?? '');
    return {
      error: document.querySelector('parsererror')?.textContent ?? null,
      width: Number(document.documentElement.getAttribute('width')),
      height: Number(document.documentElement.getAttribute('height')),
      texts: textsIn(document.documentElement),
      components: [...document.querySelectorAll('[data-component]')].map((element) => ({
        id: element.getAttribute('data-component') ?? '',
        says: element.querySelector('title')?.textContent ?? '',
        texts: textsIn(element),
      })),
      calls: [...document.querySelectorAll('[data-call]')].map((element) => ({
        from: element.getAttribute('data-from') ?? '',
        to: element.getAttribute('data-to') ?? '',
        line: (element.querySelector('path')?.getAttribute('d') ?? '').length > 0,
      })),
    };
  }, svg);

/** The figure that each node of the board shows. */
const figures = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.react-flow__node-component [data-component]')].map((node) => [
        node.dataset['component'] ?? '',
        node.querySelector('[data-figure]')?.textContent ?? '',
      ]),
    ),
  );

// The page shows a checkout already: another title tells when the file has been opened.
for (const scenario of [{ ...example('checkout'), title: 'Checkout, drawn' }, example('online-shop')]) {
  test(`${scenario.title}: the picture is the command line's, to the byte, and nothing is missing in it`, async ({
    page,
  }, info) => {
    const states = new States(page);
    await states.open();
    await states.openScenario(scenario);
    const availability = (await states.headline().innerText()).replaceAll(/\s+/g, ' ');
    await states.run('Zoom to 100 %');

    await states.run('Copy as SVG');
    await expect(page.getByText('The SVG was copied.')).toBeVisible();
    const svg = await copied(page);
    const file = await savedFile(states, info.outputPath('board.nineboard.json'));
    expect(svg).toBe(drawn(file));
    expect(await readFile(await (await save(states, 'Save as SVG')).path(), 'utf8')).toBe(svg);

    const drawing = await parsed(page, svg);
    expect(drawing.error).toBeNull();
    expect(drawing.texts).toContain(availability);
    const design = scenario.designs[0];
    const shown = await figures(page);
    expect(Object.values(shown).filter(Boolean).length).toBeGreaterThan(4);
    expect(drawing.components.map(({ id }) => id)).toEqual(Object.keys(design?.components ?? {}));
    for (const { id, says, texts } of drawing.components) {
      const name = design?.components[id]?.name ?? 'Any of';
      expect(says).toContain(name);
      expect(texts.some((text) => text === name || (text.endsWith('…') && name.startsWith(text.slice(0, -1))))).toBe(
        true,
      );
      // Nodes that are out of sight are not drawn on a large board: there it counts that there are some.
      if (shown[id]) expect(texts).toContain(shown[id]);
      else expect(texts.length).toBeGreaterThan(1);
    }
    const pairs = (calls: readonly { from: string; to: string }[]): string[] =>
      calls.map(({ from, to }) => `${from} ${to}`).sort();
    expect(pairs(drawing.calls)).toEqual(pairs(design?.calls ?? []));
    expect(drawing.calls.every(({ line }) => line)).toBe(true);
    for (const { text } of Object.values(scenario.texts ?? {}))
      expect(drawing.texts.join(' ')).toContain(text.split(' ')[0]);
  });
}

test('the second design, changed and in the dark, is still the command line’s picture', async ({ page }, info) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const states = new States(page);
  await states.open();
  await states.run('Next design');
  await states.select('Second provider');
  const up = page.locator('[data-inspector]').getByLabel('Is up', { exact: true });
  await up.fill('99.5 %');
  await up.press('Enter');
  await expect(states.headline()).toContainText('99.99945');
  await states.run('Copy as SVG');
  await expect(page.getByText('The SVG was copied.')).toBeVisible();
  const file = await savedFile(states, info.outputPath('board.nineboard.json'));
  expect(await copied(page)).toBe(drawn(file, '--design', '2'));
});

test('script in a name is text in the picture', async ({ page }) => {
  const name = '<script>alert(1)</script> & "Co"';
  const scenario: Scenario = {
    format: 'nineboard/1',
    title: name,
    designs: [
      {
        name,
        components: { a: { kind: 'client', name }, b: { kind: 'service', name, up: '99 %' } },
        calls: [{ from: 'a', to: 'b' }],
      },
    ],
  };
  const states = new States(page);
  await states.open();
  await states.openScenario(scenario);
  await states.run('Copy as SVG');
  await expect(page.getByText('The SVG was copied.')).toBeVisible();
  const svg = await copied(page);
  const drawing = await parsed(page, svg);
  expect(drawing.error).toBeNull();
  expect(drawing.components.map(({ says }) => says)).toEqual([
    expect.stringContaining(name),
    expect.stringContaining(name),
  ]);
  expect(svg).not.toContain('<script');
});

test('the PNG is the same picture at twice its size, saved and copied', async ({ page }) => {
  const states = new States(page);
  await states.open();
  await states.run('Copy as SVG');
  await expect(page.getByText('The SVG was copied.')).toBeVisible();
  const { width, height } = await parsed(page, await copied(page));

  const download = await save(states, 'Save as PNG');
  expect(download.suggestedFilename()).toBe('checkout.png');
  const png = await readFile(await download.path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Math.round(width * 2), Math.round(height * 2)]);

  await states.run('Copy as picture');
  await expect(page.getByText('The picture was copied.')).toBeVisible();
  const seen = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) return null;
    const image = await createImageBitmap(await item.getType('image/png'));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    const colours = new Set<number>();
    for (let at = 0; at < pixels.length; at += 4)
      colours.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
    // Paper, surface, ink and the orange of what binds.
    return {
      width: image.width,
      colours: [0xf6f6f2, 0xffffff, 0x1b1d20, 0xb83c06].map((colour) => colours.has(colour)),
    };
  });
  expect(seen).toEqual({ width: Math.round(width * 2), colours: [true, true, true, true] });
});

test('the Markdown holds the figures that the page shows', async ({ page }) => {
  const states = new States(page);
  await states.open();
  const shown = await figures(page);
  await states.run('Copy as Markdown');
  await expect(page.getByText('The Markdown was copied.')).toBeVisible();
  const markdown = await copied(page);
  expect(markdown).toMatch(/^# Checkout: today\n/);
  for (const text of ['99.9497 %', '4.41 h down a year', 'misses 99.99 %', '3.30 nines', '99.889 %'])
    expect(markdown).toContain(text);
  for (const { id, name } of [
    { id: 'balancer', name: 'Load balancer' },
    { id: 'app', name: 'App' },
    { id: 'orders', name: 'Orders database' },
    { id: 'payment', name: 'Payment gateway' },
  ]) {
    const row = markdown.split('\n').find((line) => line.startsWith('|') && line.includes(`${name} |`));
    expect(row, `the row of ${name}`).toContain(shown[id]);
  }
});
