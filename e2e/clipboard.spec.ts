import type { BrowserContext, Page } from '@playwright/test';
import { Board } from './pages/board.ts';
import { Desk } from './pages/desk.ts';
import { expect, test } from './test.ts';

const press = (page: Page, chord: string): Promise<void> => page.keyboard.press(`ControlOrMeta+${chord}`);

/** App and its database, which it calls, selected. */
async function selectPair(board: Board): Promise<void> {
  await board.select('App');
  await board.select('Orders database', ['Shift']);
  await board.expectSelected(['app', 'orders']);
}

async function another(context: BrowserContext): Promise<Board> {
  const board = new Board(await context.newPage());
  await board.openBlank();
  return board;
}

test.describe('the clipboard', () => {
  let board: Board;

  test.beforeEach(async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    board = new Board(page);
    await board.open();
  });

  test('copies, cuts and duplicates, each in one step', async ({ page }) => {
    await test.step('copies components with the calls between them; what is pasted is selected', async () => {
      await selectPair(board);
      await press(page, 'c');
      await press(page, 'v');
      await expect(board.components()).toHaveCount(7);
      await expect(board.calls()).toHaveCount(5);
      await board.expectSelected(['app-2', 'orders-2']);
      const [app, orders] = [await board.boxOf(board.nodeOf('app')), await board.boxOf(board.nodeOf('orders'))];
      const [app2, orders2] = [await board.boxOf(board.nodeOf('app-2')), await board.boxOf(board.nodeOf('orders-2'))];
      expect(orders2.x - app2.x).toBeCloseTo(orders.x - app.x, 0);
      expect(orders2.y - app2.y).toBeCloseTo(orders.y - app.y, 0);
      await press(page, 'v');
      await expect(board.components()).toHaveCount(9);
      await board.undo();
      await board.undo();
      await expect(board.components()).toHaveCount(5);
      await expect(board.calls()).toHaveCount(4);
    });

    await test.step('cuts: gone from here, and back where it is pasted', async () => {
      await selectPair(board);
      await press(page, 'x');
      await expect(board.components()).toHaveCount(3);
      await press(page, 'v');
      await expect(board.components()).toHaveCount(5);
      await expect(board.call('App', 'Orders database')).toBeAttached();
      await board.undo();
      await board.undo();
      await expect(board.calls()).toHaveCount(4);
      await expect(board.figure('Payment gateway')).toHaveText('99.4 %');
    });

    await test.step('duplicates what is selected, in one step', async () => {
      await selectPair(board);
      await press(page, 'd');
      await expect(board.components()).toHaveCount(7);
      await expect(board.calls()).toHaveCount(5);
      await board.expectSelected(['app-2', 'orders-2']);
      await board.undo();
      await expect(board.components()).toHaveCount(5);
      await board.expectSelected(['app', 'orders']);
      await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    });

    await test.step('drags a copy with Alt; Escape makes none', async () => {
      await selectPair(board);
      const from = await board.middleOf(board.nodeOf('app'));
      await page.keyboard.down('Alt');
      await board.drag(from, { x: from.x, y: from.y + 150 });
      await page.keyboard.up('Alt');
      await expect(board.components()).toHaveCount(7);
      await expect(board.calls()).toHaveCount(5);
      await board.expectMiddle(board.nodeOf('app'), from);
      await board.expectMoved(board.nodeOf('app-2'), from, { x: 0, y: 150 });
      await board.undo();
      await expect(board.components()).toHaveCount(5);
      await page.keyboard.down('Alt');
      await board.drag(from, { x: from.x, y: from.y + 150 }, { letGo: false });
      await page.keyboard.press('Escape');
      await board.letGo();
      await page.keyboard.up('Alt');
      await expect(board.components()).toHaveCount(5);
      await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    });
  });

  test('carries components, their values and texts into another tab', async ({ page, context }) => {
    await selectPair(board);
    await press(page, 'c');
    const other = await another(context);
    await press(other.page, 'v');
    await expect(other.components()).toHaveCount(2);
    await expect(other.node('App')).toContainText('1 of 3');
    await expect(other.call('App', 'Orders database')).toBeAttached();
    await press(other.page, 'x');
    await expect(other.components()).toHaveCount(0);
    await page.bringToFront();
    await press(page, 'v');
    await expect(board.components()).toHaveCount(7);
  });

  test('does the same from menus', async ({ context }) => {
    await board.node('App').click({ button: 'right' });
    await board.item('Copy').click();
    const other = await another(context);
    await other.frame.click({ button: 'right', position: { x: 300, y: 300 } });
    await other.item('Paste').click();
    await expect(other.node('App')).toContainText('1 of 3');
    await other.node('App').click({ button: 'right' });
    await other.item('Cut').click();
    await expect(other.components()).toHaveCount(0);
    await other.frame.click({ button: 'right', position: { x: 300, y: 300 } });
    await other.item('Paste').click();
    await expect(other.node('App')).toBeVisible();
  });

  test('leaves text that is selected, fields, and foreign text alone', async ({ page }) => {
    const desk = new Desk(page);
    await board.select('App');
    await press(page, 'c');
    await desk.field('Name').click();
    await desk.field('Name').fill('Something else');
    await press(page, 'a');
    await press(page, 'c');
    await press(page, 'v');
    await expect(board.components()).toHaveCount(5);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Something else');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await press(page, 'v');
    await expect(board.components()).toHaveCount(5);
    await expect(board.node('App')).toBeVisible();
  });

  test('says what is wrong with a broken part of a board, and changes nothing', async ({ page }) => {
    await page.evaluate(() => navigator.clipboard.writeText('{"format":"nineboard/clip-1","components":{"a":{}}}'));
    await board.select('App');
    await press(page, 'v');
    await expect(new Desk(page).notice('What is on the clipboard cannot be pasted.')).toBeVisible();
    await expect(board.components()).toHaveCount(5);
  });
});
