import type { Scenario } from '../src/model/scenario.ts';
import { App, savedFile } from './pages/app.ts';
import { Latency } from './pages/latency.ts';
import { example } from './pages/scenarios.ts';
import { States } from './pages/states.ts';
import { expect, test } from './test.ts';

test.describe('header, dialogs and dock', () => {
  let app: App;

  test.beforeEach(async ({ page }) => {
    app = new App(page);
    await app.open();
  });

  test('adds a design as a copy, renames, reorders and deletes it', async ({ page }) => {
    await app.button('Add a design as a copy of this one').click();
    await expect(app.designs()).toHaveCount(3);
    await expect(app.chosenDesign()).toContainText('C');

    await app.chosenDesign().dblclick();
    await app.dialog('Rename design').getByLabel('Name').fill('cheaper');
    await page.keyboard.press('Enter');
    await expect(app.designs()).toHaveText(['A today', 'B two providers', 'C cheaper']);

    await app.designMenu('Move design to the left');
    await expect(app.designs()).toHaveText(['A today', 'B cheaper', 'C two providers']);
    await expect(app.chosenDesign()).toHaveText('B cheaper');

    await app.designMenu('Delete design');
    await expect(app.designs()).toHaveText(['A today', 'B two providers']);
    await app.undo();
    await expect(app.designs()).toHaveText(['A today', 'B cheaper', 'C two providers']);
  });

  test('opens every example with its numbers', async () => {
    for (const { title, says } of [
      { title: 'Staged path', says: 'hold' },
      { title: 'Search over 100 shards', says: 'Shards' },
      { title: 'More replicas, less throughput', says: 'Session' },
      { title: 'A shared database', says: 'atabase' },
      { title: 'Online shop', says: 'downtime' },
      { title: 'Checkout', says: 'Payment gateway' },
    ]) {
      await app.openExample(title);
      await expect(app.figure('binding')).toContainText(says);
    }
  });

  test('says, at the examples made for it, what fan-out, scaling and sharing do', async ({ page }) => {
    await test.step('answers how many requests meet a slow call, and lets the chance be changed', async () => {
      await app.openExample('Search over 100 shards');
      await app.tab('Fan-out').click();
      await expect(page.getByRole('heading', { name: /At 100 calls, 63\.4 %.*half from 69 on/ })).toBeVisible();
      await expect(app.dock()).toContainText('half at 69');
      await page.getByLabel('One call is slow').fill('0.1 %');
      await expect(page.getByRole('heading', { name: /At 100 calls, 9\.52 %/ })).toBeVisible();
    });

    await test.step('shows a group that more replicas make slower', async () => {
      await app.openExample('More replicas, less throughput');
      await app.tab('Scaling').click();
      await expect(page.getByRole('heading', { name: /past its peak: 44 would do more than 64/ })).toBeVisible();
      await expect(app.dock()).toContainText('most at 44');
    });

    await test.step('says by how many hours multiplying availabilities is wrong', async () => {
      await app.openExample('A shared database');
      await app.tab('Availability').click();
      await expect(
        page.getByRole('heading', { name: /Multiplying availabilities would say .* h too much/ }),
      ).toBeVisible();
    });
  });

  test('says what there is to draw, finds a component, lists commands, and folds the dock', async ({ page }) => {
    await test.step('says what to do where there is nothing to draw', async () => {
      await app.tab('Scaling').click();
      await expect(app.dock()).toContainText('No group has scaling coefficients yet');
      await app.tab('Fan-out').click();
      await expect(app.dock()).toContainText('select an arrow and set its times');
    });

    await test.step('finds a component by its name', async () => {
      await page.keyboard.press('Control+f');
      await page.getByRole('combobox', { name: 'Find a component' }).fill('orders');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Orders database');
    });

    await test.step('lists every command with its key, and the keys by themselves', async () => {
      await page.keyboard.press('Control+k');
      const search = page.getByRole('combobox', { name: 'Search commands' });
      await search.fill('share link');
      await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Ctrl Shift S');
      await expect(page.getByText(/The last numbers took .* to compute/)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(search).toBeHidden();
      await page.keyboard.press('?');
      await expect(app.dialog('Keys')).toContainText('Fit everything on the screen');
      await page.keyboard.press('Escape');
      await expect(app.dialog('Keys')).toHaveCount(0);
    });

    await test.step('folds the dock to one sentence', async () => {
      await app.button('Fold the charts to one sentence').click();
      await expect(app.dock()).toContainText('A second provider brings it to 1.7 min.');
      await expect(app.tab('Summary')).toBeHidden();
      await app.button('Charts').click();
      await expect(app.tab('Summary')).toBeVisible();
    });
  });

  test('copies a chart as a picture', async ({ context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await expect(page.getByRole('img', { name: /One part causes/ })).toBeVisible();
    await app.dock().getByRole('button', { name: 'Copy the chart as a picture' }).first().click();
    await expect(app.notices()).toContainText('The chart was copied as SVG.');
    const svg = await page.evaluate(() => navigator.clipboard.readText());
    expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
    expect(svg).toContain('One part causes nearly all of it');
    expect(svg).toContain('4.38 h');
    const broken = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
      svg,
    );
    expect(broken).toBeUndefined();
  });

  test('goes back to an earlier version, as an edit that undo takes back', async ({ page }) => {
    const before = await savedFile(page);
    await app.button('Add a design as a copy of this one').click();
    await expect(page.getByText('saved', { exact: true })).toBeVisible();
    await page.reload();
    await expect(app.designs()).toHaveCount(3);
    await app.button('Add a design as a copy of this one').click();
    await expect(app.designs()).toHaveCount(4);
    await expect(page.getByText('saved', { exact: true })).toBeVisible();
    await app.command('earlier versions');
    const dialog = app.dialog('Earlier versions of this board');
    await dialog
      .getByRole('listitem')
      .filter({ hasText: '3 designs' })
      .getByRole('button', { name: /Go back/ })
      .first()
      .click();
    await expect(app.designs()).toHaveCount(3);
    await app.undo();
    await expect(app.designs()).toHaveCount(4);
    await app.undo();
    await expect(app.designs()).toHaveCount(3);
    expect(JSON.parse(before).designs).toHaveLength(2);
  });

  test('keeps many boards, deletes one and takes it back', async ({ page }) => {
    await app.button('Add a design as a copy of this one').click();
    await app.openExample('Staged path');
    await app.button('Add a design as a copy of this one').click();
    await expect(page.getByText('saved', { exact: true })).toBeVisible();
    await app.command('recent boards');
    const dialog = app.dialog('Boards');
    const recent = dialog.getByRole('list', { name: 'Recent boards' });
    await expect(recent.getByRole('listitem')).toHaveText([/Staged path/, /Checkout/]);

    await dialog.getByRole('button', { name: 'Delete Checkout' }).click();
    await expect(recent.getByRole('listitem')).toHaveText([/Staged path/]);
    await dialog.getByRole('button', { name: 'Take back Checkout' }).click();
    await expect(recent.getByRole('listitem')).toHaveCount(2);

    await recent.getByRole('button', { name: /^Checkout/ }).click();
    await expect(page).toHaveTitle('Checkout · Nineboard');
    await expect(app.designs()).toHaveCount(3);
  });

  test('remembers theme and text size', async ({ page }) => {
    const root = page.locator('html');
    await page.getByRole('button', { name: 'Checkout', exact: true }).click();
    await page.getByRole('menu').getByText('Dark theme').click();
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(20, 22, 26)');
    await app.command('Text size 125');
    await expect(root).toHaveCSS('font-size', '20px');
    await page.reload();
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await expect(root).toHaveCSS('font-size', '20px');
  });

  test('renames the board, in the header, the window and the sentences', async ({ page }) => {
    await app.command('rename board');
    await app.dialog('Rename board').getByLabel('Name').fill('Till');
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle('Till · Nineboard');
    await expect(app.button('Till')).toBeVisible();
    await expect(app.dock()).toContainText('Till is down 4.41 h a year.');
  });

  test('begins anew on a blank board that says what to do', async ({ page }) => {
    await app.command('new board');
    await expect(app.figure('binding')).toContainText('Draw what answers a request');
    await expect(page.getByText('no number yet')).toBeVisible();
  });
});

test.describe('with little space', () => {
  test('1024 × 768: the dock is one sentence, the inspector comes with a selection, the board keeps 60 %', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    const app = new App(page);
    await page.goto('/');
    await expect(app.figure('availability')).toHaveText('99.9497 %');
    await expect(app.button('Charts')).toBeVisible();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect(inspector).toBeHidden();
    const box = await page.getByRole('main', { name: 'Board' }).boundingBox();
    expect(((box?.width ?? 0) * (box?.height ?? 0)) / (1024 * 768)).toBeGreaterThan(0.6);
    await app.button('Payment gateway').click();
    await expect(inspector).toBeVisible();
    await app.button('Close the inspector').click();
    await expect(inspector).toBeHidden();
  });

  test('a phone: two lines of headline, the board at 40 %, a sheet of three tabs', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const app = new App(page);
    await page.goto('/');
    await expect(app.figure('availability')).toHaveText('99.9497 %');
    const box = await page.getByRole('main', { name: 'Board' }).boundingBox();
    expect((box?.height ?? 0) / 844).toBeCloseTo(0.4, 1);
    await page.getByRole('tab', { name: 'Numbers' }).click();
    await app.button('Try a second provider').click();
    await expect(app.figure('availability')).toHaveText('99.999675 %');
    await page.getByRole('tab', { name: 'Outline' }).click();
    await expect(page.getByRole('heading', { name: 'Outline' })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBe(0);

    await test.step('whichever promise is broken stands in the first line', async () => {
      const states = new States(page);
      const latency = new Latency(page);
      await states.openScenario(promising('99.8 %'));
      await expect(latency.tile).toHaveText('p99 328 ms');
      await expect(latency.tile).toBeVisible();
      await expect(latency.verdict()).toHaveText('✕ misses 250 ms');
      await expect(app.figure('availability')).toBeHidden();
      await expect(latency.tail()).toHaveText('Payment gateway is 53.9 % of the tail');
      const line = await latency.tile.boundingBox();
      await states.openScenario(promising('99.99 %'));
      await expect(app.figure('availability')).toBeVisible();
      await expect(app.figure('binding')).toBeVisible();
      const off = async (): Promise<number> => Math.abs(((await latency.tile.boundingBox())?.y ?? 0) - (line?.y ?? 0));
      await expect.poll(off).toBeLessThan(5);
    });
  });
});

/** The checkout with times, which takes 328 ms where 250 ms are promised, and with a promise of availability. */
function promising(availability: string): Scenario {
  const text = JSON.stringify(example('checkout-timed'));
  return { ...(JSON.parse(text.replaceAll('99.8 %', availability)) as Scenario), title: `Promising ${availability}` };
}
