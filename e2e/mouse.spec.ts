import type { Locator } from '@playwright/test';
import { Board } from './pages/board.ts';
import { Desk } from './pages/desk.ts';
import { Mouse } from './pages/hand.ts';
import { expect, test } from './test.ts';

const MOST_ACTIONS = 45;

test('by mouse, with texts typed, one goes from a blank board to the checkout, its numbers and its link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const mouse = new Mouse(page);
  const board = new Board(page);
  const desk = new Desk(page);
  await board.open();

  const name = async (text: string): Promise<void> => {
    await expect(board.nameField()).toBeFocused();
    await mouse.type(text);
    await mouse.press('Enter');
  };
  /** Presses what is still and not covered, such as an item once its menu has its place. */
  const press = async (what: Locator): Promise<void> => {
    await what.click({ trial: true });
    await mouse.click(await board.middleOf(what));
  };
  /** Out of a component into the empty board: asks for a kind, makes and connects it. */
  const drawFrom = async (from: string, to: { x: number; y: number }, kind: string, text: string): Promise<void> => {
    await mouse.drag(await board.outOf(from), to);
    await press(board.item(kind));
    await name(text);
  };

  await press(page.getByRole('button', { name: 'Checkout', exact: true }));
  await press(board.item('New board'));
  await expect(board.components()).toHaveCount(0);

  // Carried from the palette.
  await mouse.drag(await board.middleOf(board.tool('Client')), await board.spot(0.11, 0.3));
  await name('Shoppers 99.99 %');
  // Drawn out of what calls it.
  await drawFrom('Shoppers', await board.spot(0.26, 0.3), 'Balancer', 'Load balancer 2 × 99.9 %');
  await drawFrom('Load balancer', await board.spot(0.51, 0.3), 'Service', 'App 3 × 99 %');
  await drawFrom('App', await board.spot(0.76, 0.15), 'Database', 'Orders database 2 × 99.9 %');
  await drawFrom('App', await board.spot(0.76, 0.45), 'External', 'Payment gateway 99.95 %');
  await expect(desk.number).toHaveText('99.9497 %');
  // Typed on the board, and connected by an arrow.
  await mouse.doubleClick(await board.spot(0.76, 0.75));
  await mouse.type('Session cache 3 × 99.9 %');
  await mouse.press('Enter');
  await mouse.drag(await board.outOf('App'), await board.middleOf(board.node('Session cache')));

  await expect(board.components()).toHaveCount(6);
  await expect(board.calls()).toHaveCount(5);
  await expect(board.call('App', 'Session cache')).toBeAttached();
  await expect(board.node('Payment gateway')).toContainText('holds it back');
  await expect(desk.number).toHaveText('99.9497 %');
  await expect(page.getByText('misses 99.99 %').first()).toBeVisible();

  await press(page.getByRole('button', { name: 'Share link' }));
  await expect(page.getByText('The link is on the clipboard.')).toBeVisible();
  expect(mouse.actions).toBeLessThanOrEqual(MOST_ACTIONS);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#n1.');
});
