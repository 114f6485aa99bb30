import type { Scenario } from '../src/model/scenario.ts';
import { App, placedFile, savedFile } from './pages/app.ts';
import { Board } from './pages/board.ts';
import { SIZES, States, windowOf } from './pages/states.ts';
import { WhatIf } from './pages/what-if.ts';
import { expect, test } from './test.ts';

/** Two zones, one of them with all of the database in it. */
const ZONES: Scenario = {
  format: 'nineboard/1',
  title: 'Zones',
  designs: [
    {
      name: 'today',
      components: {
        people: { kind: 'client', name: 'People' },
        app: { kind: 'service', name: 'App', replicas: 2, up: '99 %', domains: ['a', 'b'] },
        db: { kind: 'database', name: 'Orders', up: '99.9 %', domains: ['b'] },
      },
      calls: [
        { from: 'people', to: 'app' },
        { from: 'app', to: 'db', probability: '50 %' },
      ],
      domains: {
        a: { kind: 'zone', name: 'Zone a', up: '99.99 %' },
        b: { kind: 'zone', name: 'Zone b', up: '99.99 %' },
      },
    },
  ],
  at: { people: [0, 100], app: [264, 100], db: [528, 100] },
};

/** What a scenario is saved as. */
const fileWith = (text: string, change: (scenario: Scenario) => void): unknown => {
  const scenario = JSON.parse(text) as Scenario;
  change(scenario);
  return scenario;
};

test.describe('what if', () => {
  let app: App;
  let board: Board;
  let whatIf: WhatIf;

  test.beforeEach(async ({ page }) => {
    app = new App(page);
    board = new Board(page);
    whatIf = new WhatIf(page);
    await app.open();
  });

  test('the payment gateway is down: nothing is left, and it is said on every part', async ({ page }) => {
    await board.select('Payment gateway');
    await page.keyboard.press('x');
    await expect(whatIf.bar).toContainText('What if: Payment gateway is down');
    await expect(whatIf.bar).toContainText('99.9497 %, 4.41 h');
    await expect(whatIf.outcome()).toHaveText('0 %, 365 days');
    await expect(app.figure('availability')).toHaveText('0 %');
    await expect(whatIf.ways()).toHaveText('No way left');
    await expect(whatIf.hurt()).toHaveText(['Shoppers 99.9497 % → 0 %, +365 days a year']);

    const gateway = board.nodeOf('payment');
    await expect(gateway.locator('[data-mark]')).toHaveText('down');
    await expect(gateway).toHaveAccessibleName(/Payment gateway, external, .*, down/);
    for (const name of ['Shoppers', 'Load balancer', 'App', 'Orders database']) {
      await expect(board.node(name).locator('[data-mark]')).toHaveText('requests fail');
      await expect(board.node(name)).toHaveAccessibleName(/requests fail/);
    }
    await expect(board.call('App', 'Payment gateway, which is down')).toHaveCount(1);
    await expect(board.call('App', 'Orders database, where every request fails')).toHaveCount(1);
    // The fields are those of the document.
    await expect(page.locator('[data-inspector]').getByLabel('Is up', { exact: true })).toHaveValue('99.95 %');
  });

  test('one of two providers is down: one way is left, and lights up', async ({ page }) => {
    await page.keyboard.press(']');
    await expect(app.figure('availability')).toHaveText('99.999675 %');
    await board.select('Payment gateway');
    await page.keyboard.press('x');
    // 1 − 0.999999³ · 0.9995 = 0.0005029985
    await expect(whatIf.outcome()).toHaveText('99.9497 %, 4.41 h');
    await expect(whatIf.ways()).toHaveText('1 of 2 ways left');
    await expect(whatIf.wayList()).toHaveText(['Load balancer → App → Orders database, Second provider']);
    await whatIf.wayList().hover();
    await expect(board.frame.locator('[data-lit]')).toHaveCount(4);
    await expect(board.nodeOf('payment')).not.toHaveAttribute('data-lit');
    await page.mouse.move(400, 600);
    await expect(board.frame.locator('[data-lit]')).toHaveCount(0);
    await whatIf.wayList().focus();
    await expect(board.node('Second provider')).toHaveAttribute('data-lit');

    await board.select('Second provider');
    await page.keyboard.press('x');
    await expect(whatIf.bar).toContainText('Payment gateway and Second provider are down');
    await expect(whatIf.ways()).toHaveText('None of 2 ways left');
    await expect(board.node('Any of').locator('[data-mark]')).toHaveText('requests fail');
  });

  test('is the same question of every design', async ({ page }) => {
    await board.select('Payment gateway');
    await page.keyboard.press('x');
    await expect(app.figure('availability')).toHaveText('0 %');
    await page.keyboard.press(']');
    await expect(app.figure('availability')).toHaveText('99.9497 %');
    await expect(whatIf.ways()).toHaveText('1 of 2 ways left');
  });

  test('of several journeys it says who is hurt, the worst first, and who is not', async ({ page }) => {
    await app.openExample('Online shop');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Find a component' }).fill('Orders');
    await page.keyboard.press('Enter');
    await expect(board.nodeOf('orders')).toHaveAttribute('data-selected');
    await board.nodeOf('orders').focus();
    await page.keyboard.press('x');
    await expect(whatIf.hurt()).toHaveText([
      'Staff 99.99721 % → 0 %, +365 days a year',
      'Buying 99.9888 % → 74.9 %, +91.2 days a year',
      'Browsing not affected',
    ]);
    await expect(whatIf.ways()).toHaveText('None of 12 ways left for all requests');
    await expect(board.nodeOf('staff')).toHaveAttribute('data-condition', 'failing');
    await expect(board.nodeOf('buyers')).not.toHaveAttribute('data-condition');
    await expect(board.nodeOf('order-db')).toHaveAttribute('data-condition', 'failing');
  });

  test('a domain is down: what stands in it is, what is spread over two is not', async ({ page }) => {
    const states = new States(page);
    await states.openScenario(ZONES);
    const before = await placedFile(page);
    const zone = board.domain('Zone b');
    await zone.click();
    await page.keyboard.press('x');
    await expect(zone).toHaveAccessibleName(/^Zone b, zone, .*down/);
    await expect(zone.locator('[data-mark]')).toHaveText('down');
    await expect(whatIf.bar).toContainText('What if: Zone b is down');
    // 1 − 0.9999 · 0.99 · 0.5: of the two app replicas one is left, and half of the requests need the database.
    await expect(whatIf.outcome()).toHaveText('49.4 %, 184 days');
    await expect(board.nodeOf('db').locator('[data-mark]')).toHaveText('down');
    await expect(board.nodeOf('app').locator('[data-mark]')).toHaveCount(0);

    await board.tool('What if').click();
    await board.domain('Zone a').click();
    await expect(whatIf.bar).toContainText('Zone b and Zone a are down');
    await expect(whatIf.outcome()).toHaveText('0 %, 365 days');
    await expect(board.nodeOf('app').locator('[data-mark]')).toHaveText('down');
    await board.domain('Zone a').click();
    await whatIf.byClick().click();
    await expect(whatIf.bar).toContainText('What if: Zone b is down');

    await page.getByRole('button', { name: 'Bring it up again' }).click();
    await expect(whatIf.bar).toHaveCount(0);
    await zone.click({ button: 'right' });
    await board.item('Take down (what if)').click();
    await expect(board.nodeOf('db').locator('[data-mark]')).toHaveText('down');
    await whatIf.field('Zone b').fill('99 %');
    await expect(board.nodeOf('db').locator('[data-mark]')).toHaveCount(0);
    await expect(whatIf.bar).toContainText('Zone b is up 99 %');
    await page.keyboard.press('Enter');
    await whatIf.apply();
    expect(JSON.parse(await savedFile(page))).toEqual(
      fileWith(before, ({ designs: [design] }) => {
        Object.assign(design?.domains?.['b'] ?? {}, { up: '99 %' });
      }),
    );
  });

  test('by clicking: a tool that takes down and brings up what is clicked, and selects nothing', async ({ page }) => {
    const before = await savedFile(page);
    await board.tool('What if').click();
    await expect(whatIf.bar).toContainText('What if: click what is down');
    await board.node('Orders database').click();
    await board.node('App').click();
    await expect(whatIf.bar).toContainText('Orders database and App are down');
    await board.expectSelected([]);
    await board.node('Orders database').click();
    await expect(whatIf.bar).toContainText('What if: App is down');
    await board.node('App').click();
    await expect(whatIf.bar).toContainText('What if: click what is down');
    await expect(app.figure('availability')).toHaveText('99.9497 %');
    await board.node('Shoppers').click();
    await expect(app.notices()).toContainText('Shoppers is a client');
    await whatIf.byClick().click();
    await expect(whatIf.bar).toHaveCount(0);
    await expect(app.button('Undo')).toBeDisabled();
    expect(await savedFile(page)).toBe(before);
  });

  test('from the menu and from the inspector, and back', async ({ page }) => {
    await board.node('App').click({ button: 'right' });
    await board.item('Take down (what if)').click();
    await expect(board.node('App').locator('[data-mark]')).toHaveText('down');
    await board.node('App').click({ button: 'right' });
    await board.item('Bring up again').click();
    await expect(whatIf.bar).toHaveCount(0);
    await page.getByRole('button', { name: 'What if it is down?' }).click();
    await expect(whatIf.bar).toContainText('App is down');
    await page.getByRole('button', { name: 'Bring it up again' }).click();
    await expect(whatIf.bar).toHaveCount(0);
    await expect(app.figure('availability')).toHaveText('99.9497 %');
  });

  test('how often it is up can be tried, live, and a wrong value is refused at its field', async ({ page }) => {
    await board.select('Payment gateway');
    await page.keyboard.press('x');
    await board.node('Payment gateway').click({ button: 'right' });
    await board.item('How often it is up (what if)').click();
    const field = whatIf.field('Payment gateway');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('0 %');
    await page.keyboard.type('99 %');
    await page.keyboard.press('Enter');
    // 1 − 0.999999³ · 0.99
    await expect(whatIf.outcome()).toHaveText('98.99 %, 3.65 days');
    await expect(board.node('Payment gateway').locator('[data-mark]')).toHaveText('up 99 %');
    await page.keyboard.press('ArrowUp');
    await expect(whatIf.outcome()).toHaveText('99.499 %, 43.8 h');
    await page.keyboard.press('Escape');
    await expect(whatIf.outcome()).toHaveText('98.99 %, 3.65 days');
    await field.fill('120 %');
    await field.press('Enter');
    await expect(whatIf.panel.getByRole('alert')).toHaveText('120 % is more than 100 %. Write at most 100 %');
    await expect(whatIf.outcome()).toHaveText('98.99 %, 3.65 days');
    await whatIf.panel.getByRole('button', { name: 'Bring Payment gateway up again' }).click();
    await expect(whatIf.bar).toHaveCount(0);
  });

  test('nothing is edited: Escape, undo and a reload leave the very document', async ({ page }) => {
    await board.select('App');
    await page.keyboard.press('-');
    await expect(page.getByRole('banner')).toContainText('saved');
    const before = await savedFile(page);
    await page.keyboard.press('x');
    await expect(app.figure('availability')).toHaveText('0 %');
    await page.keyboard.press('Escape');
    await expect(app.figure('availability')).toHaveText('99.9398 %');
    expect(await savedFile(page)).toBe(before);
    await page.keyboard.press('x');
    await expect(app.figure('availability')).toHaveText('0 %');
    await board.undo();
    await expect(whatIf.bar).toHaveCount(0);
    expect(await savedFile(page)).toBe(before);
    await page.keyboard.press('x');
    await expect(app.figure('availability')).toHaveText('0 %');
    expect(await savedFile(page)).toBe(before);
    await page.reload();
    await expect(app.figure('availability')).toHaveText('99.9398 %');
    await expect(whatIf.bar).toHaveCount(0);
    expect(await savedFile(page)).toBe(before);
  });

  test('an edit meanwhile is an edit of the document, and is undone before the what-if is', async ({ page }) => {
    const before = await savedFile(page);
    await page.keyboard.press(']');
    await board.select('Payment gateway');
    await page.keyboard.press('x');
    await expect(app.figure('availability')).toHaveText('99.9497 %');
    await board.select('Second provider');
    await page.locator('[data-inspector]').getByLabel('Is up', { exact: true }).fill('99.9 %');
    await page.keyboard.press('Enter');
    // Both of them: 1 − 0.999999³ · (1 − 0.0005 · 0.001), then 1 − 0.999999³ · 0.999.
    await expect(whatIf.bar).toContainText('99.999650 %, 1.8 min');
    await expect(whatIf.outcome()).toHaveText('99.899 %, 8.79 h');
    const after = await savedFile(page);
    expect(JSON.parse(after)).toEqual(
      fileWith(before, ({ designs: [, second] }) => {
        Object.assign(second?.components['payment-2'] ?? {}, { up: '99.9 %' });
      }),
    );
    await app.undo();
    expect(await savedFile(page)).toBe(before);
    await expect(whatIf.outcome()).toHaveText('99.9497 %, 4.41 h');
    await app.button('Redo').click();
    expect(await savedFile(page)).toBe(after);
    await expect(whatIf.outcome()).toHaveText('99.899 %, 8.79 h');
    await app.undo();
    await app.undo();
    await expect(whatIf.bar).toHaveCount(0);
    await expect(app.figure('availability')).toHaveText('99.999675 %');
    await expect(app.button('Undo')).toBeDisabled();
  });

  test('applied, it writes what was held and nothing else, in one step', async ({ page }) => {
    const before = await savedFile(page);
    await board.select('Payment gateway');
    await page.keyboard.press('x');
    await expect(whatIf.outcome()).toHaveText('0 %, 365 days');
    await whatIf.apply();
    await expect(whatIf.bar).toHaveCount(0);
    await expect(app.figure('availability')).toHaveText('0 %');
    await expect(board.nodeOf('payment').locator('[data-mark]')).toHaveText('down');
    const after = await savedFile(page);
    expect(JSON.parse(after)).toEqual(
      fileWith(before, ({ designs: [today] }) => {
        Object.assign(today?.components['payment'] ?? {}, { up: '0 %' });
      }),
    );
    await app.undo();
    expect(await savedFile(page)).toBe(before);
    await expect(app.button('Undo')).toBeDisabled();
    await app.button('Redo').click();
    expect(await savedFile(page)).toBe(after);
  });

  test('lies over a remedy that is tried: what if one of the two providers is down?', async ({ page }) => {
    await app.button('Try a second provider').click();
    await expect(app.figure('availability')).toHaveText('99.999675 %');
    await board.nodeOf('payment').click();
    await page.keyboard.press('x');
    await expect(whatIf.bar).toContainText('Second provider for Payment gateway, Payment gateway is down');
    await expect(whatIf.outcome()).toHaveText('99.9497 %, 4.41 h');
    await expect(whatIf.ways()).toHaveText('1 of 2 ways left');
    await whatIf.discard();
    await expect(app.figure('availability')).toHaveText('99.9497 %');
    await expect(app.button('Undo')).toBeDisabled();
  });

  test('a link and a picture: the one is of the document, the other says what is taken for granted', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await board.select('Payment gateway');
    await page.keyboard.press('x');
    await expect(app.figure('availability')).toHaveText('0 %');
    await app.command('Copy as Markdown');
    await expect(app.notices()).toContainText('copied');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('# Checkout, what if Payment gateway is down: today');
    const link = await app.shareLink();
    const other = new App(await context.newPage());
    await other.open(link);
    await expect(other.figure('availability')).toHaveText('99.9497 %');
  });

  test('by keyboard alone: find it, take it down, try a value, bring it up', async ({ page }) => {
    await page.keyboard.press('/');
    await expect(page.getByRole('combobox', { name: 'Find a component' })).toBeFocused();
    await page.keyboard.type('Payment');
    await page.keyboard.press('Enter');
    await expect(board.nodeOf('payment')).toHaveAttribute('data-selected');
    await page.keyboard.press('x');
    await expect(whatIf.outcome()).toHaveText('0 %, 365 days');
    await app.command('Set how often it is up');
    await expect(whatIf.field('Payment gateway')).toBeFocused();
    await page.keyboard.type('99.9 %');
    await expect(whatIf.outcome()).toHaveText('99.899 %, 8.79 h');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(whatIf.bar).toHaveCount(0);
    await expect(app.figure('availability')).toHaveText('99.9497 %');
  });
});

for (const [name, size] of Object.entries(SIZES)) {
  test.describe(`what if, on a ${name}`, () => {
    test.use(windowOf(size));

    test('everything is in reach, and who is hurt in sight', async ({ page }) => {
      const app = new App(page);
      const board = new Board(page);
      const whatIf = new WhatIf(page);
      const states = new States(page);
      await states.open(size.textSize);
      const node = states.component('payment');
      if (size.phone) {
        await board.tool('What if').tap();
        await node.tap();
      } else {
        await states.select('Payment gateway');
        await states.run('Take down, as a what-if');
        if (size.width === 1024) await page.getByRole('button', { name: 'Close the inspector' }).click();
      }
      await expect(app.figure('availability')).toHaveText('0 %');
      await expect(whatIf.bar).toBeVisible();
      const details = whatIf.bar.getByRole('button', { name: 'Who is hurt' });
      if (await details.isVisible()) await details.click();
      await expect(whatIf.hurt()).toHaveText(['Shoppers 99.9497 % → 0 %, +365 days a year']);
      await expect(whatIf.hurt()).toBeInViewport();
      for (const button of await whatIf.bar.getByRole('button').all()) {
        await expect(button).toBeInViewport({ ratio: 1 });
        const box = await button.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(size.phone ? 44 : 24);
      }
      await whatIf.discard();
      await expect(app.figure('availability')).toHaveText('99.9497 %');
    });
  });
}
