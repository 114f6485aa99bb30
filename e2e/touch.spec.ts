import { Board, type Finger } from './pages/board.ts';
import { Desk } from './pages/desk.ts';
import { expect, test } from './test.ts';

test.describe('a phone under a thumb', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  let board: Board;
  let desk: Desk;
  let finger: Finger;

  test.beforeEach(async ({ page }) => {
    // Touches make the browser send clicks of a finger; nothing here may come from a mouse.
    await page.addInitScript(() => {
      addEventListener(
        'pointerdown',
        (event) => {
          if (event.pointerType !== 'touch') document.documentElement.setAttribute('data-pointed', event.pointerType);
        },
        { capture: true },
      );
    });
    board = new Board(page);
    desk = new Desk(page);
    await desk.open();
    finger = await board.finger();
  });

  test.afterEach(async ({ page }) => {
    await expect(page.locator('html')).not.toHaveAttribute('data-pointed', /./);
  });

  async function tap(what: ReturnType<Board['node']>): Promise<void> {
    await what.scrollIntoViewIfNeeded();
    await finger.tap(await board.middleOf(what));
  }

  async function openBlank(): Promise<void> {
    await tap(board.page.locator('header [aria-haspopup="menu"]').first());
    await tap(board.item('New board'));
    await expect(board.components()).toHaveCount(0);
  }

  test('draws: places by tap and by drag, connects by tap and tap, and the number stands', async () => {
    await openBlank();
    await tap(board.tool('Client'));
    await finger.tap(await board.spot(0.3, 0.25));
    await board.typeName('Shoppers 99.99 %');
    await finger.drag(await board.middleOf(board.tool('Service')), await board.spot(0.7, 0.75));
    await board.typeName('App 3 × 99 %');
    await tap(board.node('Shoppers'));
    await finger.tap(await board.outOf('Shoppers'));
    await expect(board.page.getByText('What does Shoppers call?')).toBeVisible();
    await tap(board.node('App'));
    await expect(board.call('Shoppers', 'App')).toBeAttached();
    await expect(desk.number).toHaveText('99.999900 %');
  });

  test('connects into the empty board: asks for a kind, makes it there', async () => {
    await openBlank();
    await tap(board.tool('Client'));
    await finger.tap(await board.spot(0.3, 0.25));
    await board.typeName('Shoppers');
    await finger.tap(await board.outOf('Shoppers'));
    await finger.tap(await board.spot(0.3, 0.75));
    await tap(board.item('Service'));
    await board.typeName('App 3 × 99 %');
    await expect(board.call('Shoppers', 'App')).toBeAttached();
  });

  test('moves a component, in one step', async () => {
    const from = await board.middleOf(board.node('App'));
    await finger.drag(from, { x: from.x + 10, y: from.y + 60 });
    await board.expectMoved(board.node('App'), from, { x: 10, y: 60 });
    await tap(board.page.getByRole('button', { name: 'Undo', exact: true }));
    await board.expectMiddle(board.node('App'), from);
  });

  test('opens the menu by a long press', async () => {
    await finger.hold(await board.middleOf(board.node('Payment gateway')));
    await tap(board.item('Duplicate'));
    await expect(board.components()).toHaveCount(6);
  });

  test('pans with one finger and zooms with two', async () => {
    const empty = await board.spot(0.5, 0.25);
    const before = await board.boxOf(board.node('App'));
    await finger.drag(empty, { x: empty.x, y: empty.y + 50 });
    await expect.poll(async () => (await board.boxOf(board.node('App'))).y - before.y).toBeGreaterThan(30);
    await board.expectSelected([]);
    const width = async (): Promise<number> => (await board.boxOf(board.node('App'))).width;
    await finger.pinch(await board.middleOf(board.node('App')), 60);
    await expect.poll(width).toBeGreaterThan(before.width * 1.5);
    const wide = await width();
    await finger.pinch(await board.middleOf(board.node('App')), -20);
    await expect.poll(width).toBeLessThan(wide * 0.8);
    await expect(board.page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  });

  test('reads the numbers in their tab', async ({ page }) => {
    await tap(page.getByRole('tab', { name: 'Numbers' }));
    const sheet = page.getByRole('region', { name: 'Details' });
    await expect(sheet).toContainText('The payment gateway causes 99.4 % of it');
    await tap(sheet.getByRole('tab', { name: 'Availability' }));
    await expect(sheet).toContainText('4.41 h');
  });

  test('changes a value with the stepper, and takes it back', async ({ page }) => {
    await tap(board.node('App'));
    await expect(desk.field('Replicas')).toHaveValue('3');
    await tap(page.getByRole('button', { name: 'Less: Replicas' }));
    await expect(desk.field('Replicas')).toHaveValue('2');
    await expect(desk.number).toHaveText('99.9398 %');
    await tap(page.getByRole('button', { name: 'Undo', exact: true }));
    await expect(desk.field('Replicas')).toHaveValue('3');
    await expect(desk.number).toHaveText('99.9497 %');
  });

  test('slides shared failures with a finger, in one step', async ({ page }) => {
    await tap(board.node('App'));
    const slider = page.getByRole('slider', { name: 'Shared failures: slider' });
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await board.boxOf(slider);
    await finger.drag({ x: x + 8, y: y + height / 2 }, { x: x + width - 4, y: y + height / 2 });
    await expect(desk.field('Shared failures')).toHaveValue('50 %');
    await tap(page.getByRole('button', { name: 'Undo', exact: true }));
    await expect(desk.field('Shared failures')).toHaveValue('');
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  });
});
