// `npm run pictures`: makes the README's pictures from the running page, so that they stay true.
import { mkdirSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, devices } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from './browser.mjs';
import { serveFolder } from './serve.mjs';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'docs/pictures');
const scratch = mkdtempSync(join(tmpdir(), 'nineboard-pictures-'));
mkdirSync(folder, { recursive: true });

await build({ root, logLevel: 'error', build: { outDir: scratch, emptyOutDir: true } });
const server = await serveFolder(scratch);
const browser = await chromium.launch(await findBrowser());

async function picture(
  name,
  { colorScheme = 'light', device = { viewport: { width: 1440, height: 900 } }, act = async () => {} } = {},
) {
  const context = await browser.newContext({ ...device, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(server.address);
  await page.locator('[data-figure="availability"]').getByText('99.9497').waitFor();
  await act(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

const openExample = (title) => async (page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('examples');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText(title).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
};

/** A view of a tab of the dock, with what stands in it when it is there. */
const openView = (example, tab, view, shown) => async (page) => {
  await openExample(example)(page);
  await page.getByRole('tab', { name: tab, exact: true }).click();
  await page.getByRole('tab', { name: view, exact: true }).click();
  await page.getByText(shown).first().waitFor();
};

await picture('checkout-light');
await picture('checkout-dark', { colorScheme: 'dark' });
await picture('working', { act: (page) => page.locator('[data-component="app"]').click() });
await picture('phone', { device: devices['iPhone 13'] });
await picture('zones', { act: openExample('Checkout, sized') });
await picture('latency', { act: openView('Checkout, timed', 'Latency', 'Tail', 'A slow request') });
await picture('load', { act: openView('A retry storm', 'Load', 'Retries', 'comes back') });
await picture('online-shop', { act: openExample('Online shop') });

await browser.close();
await server.close();
rmSync(scratch, { recursive: true, force: true });
