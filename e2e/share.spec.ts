import { App, newApp, savedFile } from './pages/app.ts';
import { addresses, expect, test } from './test.ts';

test.describe('sharing', () => {
  test('a link opened in a second browser shows the same board to the last bit, as a copy', async ({
    browser,
    page,
  }) => {
    const app = new App(page);
    await app.open();
    await app.button('Add a design as a copy of this one').click();
    const link = await app.shareLink();
    await expect(app.dialog('Share this board')).toContainText('Short enough for any chat or mail.');
    await page.keyboard.press('Escape');
    const [number, downtime] = await Promise.all([
      app.figure('availability').textContent(),
      app.figure('downtime').textContent(),
    ]);
    const own = await savedFile(page);

    const second = await browser.newContext();
    const other = await newApp(second);
    await other.open(link);
    await expect(other.figure('availability')).toHaveText(number ?? '');
    await expect(other.figure('downtime')).toHaveText(downtime ?? '');
    expect(await savedFile(other.page)).toBe(own);
    await expect(other.page.getByText('Opened from a link.')).toBeVisible();
    await other.button('Keep a copy').click();
    await expect(other.page.getByText('Opened from a link.')).toBeHidden();
    await expect(other.page.getByText('saved', { exact: true })).toBeVisible();
    expect(new URL(other.page.url()).hash).toBe('');
    await second.close();
  });

  test('broken and cut links say what is wrong and leave the work that was open', async ({ page }) => {
    const app = new App(page);
    await app.open();
    await app.command('rename board');
    await app.dialog('Rename board').getByLabel('Name').fill('Mine');
    await page.keyboard.press('Enter');
    await expect(page.getByText('saved', { exact: true })).toBeVisible();
    const { hash } = new URL(await app.shareLink());
    await page.keyboard.press('Escape');

    for (const { fragment, says } of [
      { fragment: hash.slice(0, -10), says: /cut off/ },
      { fragment: hash.slice(0, 12), says: /cut off/ },
      { fragment: `${hash.slice(0, -4)}AAAA`, says: /not opened/ },
      { fragment: '#n1.d.5.0.hello', says: /not opened/ },
    ]) {
      await page.evaluate((to) => {
        location.hash = to;
      }, fragment);
      await expect(app.notices()).toContainText(says);
      await expect(page).toHaveTitle('Mine · Nineboard');
      for (const put of await app.notices().getByRole('button', { name: 'Put away' }).all()) await put.click();
      await expect(app.notices()).toBeEmpty();
    }
  });

  test('copies the board as SVG and as Markdown', async ({ context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const app = new App(page);
    await app.open();
    await app.shareLink();
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await app.button('Copy SVG').click();
    await expect.poll(clipboard).toContain('<svg');
    await app.button('Copy Markdown').click();
    await expect.poll(clipboard).toContain('99.9497 %');
  });

  test('a page over plain http on the LAN shows the link selected', async ({ page }) => {
    const app = new App(page);
    await app.open(addresses.lan());
    expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false);
    const link = await app.shareLink();
    const dialog = app.dialog('Share this board');
    await expect(dialog).toContainText(/The link is (selected|on the clipboard)/);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toBe(link);
  });

  test('a file dropped on the board opens', async ({ page }) => {
    const app = new App(page);
    await app.open();
    const text = (await savedFile(page)).replace('"Checkout"', '"Dropped"');
    await page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'dropped.nineboard.json', { type: 'application/json' }));
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    }, text);
    await expect(page).toHaveTitle('Dropped · Nineboard');
    await expect(app.figure('availability')).toHaveText('99.9497 %');
  });
});
