import { Board } from './pages/board.ts';
import { expect, test } from './test.ts';

test.describe('the board', () => {
  let board: Board;

  test.beforeEach(({ page }) => {
    board = new Board(page);
  });

  test('shows what a design is and would be, and why something cannot be', async ({ page }) => {
    await test.step('shows every component with its replicas and figure, and marks what binds', async () => {
      await board.open();
      await expect(board.components()).toHaveCount(5);
      await expect(board.figure('App')).toHaveText('0.2 %');
      await expect(board.node('App')).toContainText('1 of 3');
      await expect(board.node('Payment gateway')).toContainText('holds it back');
      await expect(board.node('Payment gateway')).toContainText('no spare');
      await expect(
        page.getByRole('group', { name: 'App, service, 1 of 3 needed, causes 0.2 % of the downtime' }),
      ).toBeVisible();
      await expect(board.call('App', 'Payment gateway')).toBeAttached();
      await expect(page.getByText('On the nodes: share of the downtime')).toBeVisible();
    });

    await test.step('draws what a what-if would add as a proposal', async () => {
      await board.open();
      await page.getByRole('button', { name: 'Try a second provider' }).click();
      await expect(board.components()).toHaveCount(7);
      await page.getByRole('button', { name: 'Discard' }).click();
      await expect(board.components()).toHaveCount(5);
    });

    await test.step('says why two components cannot be connected', async () => {
      await board.open();
      await board.connect('App', 'Shoppers');
      await expect(page.getByText('Client cannot be called')).toBeVisible();
    });
  });

  test('moves what is dragged, unless Escape is pressed', async ({ page }) => {
    await test.step('puts a dragged component back on Escape', async () => {
      await board.open();
      const before = await board.middleOf(board.node('App'));
      await board.drag(before, { x: before.x + 60, y: before.y + 90 }, { letGo: false });
      await expect.poll(async () => (await board.middleOf(board.node('App'))).y).toBeGreaterThan(before.y + 80);
      await page.keyboard.press('Escape');
      await board.expectMiddle(board.node('App'), before);
      await board.letGo();
      await board.expectMiddle(board.node('App'), before);
      await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    });

    await test.step('moves a component: one step of undo', async () => {
      await board.open();
      const before = await board.middleOf(board.node('App'));
      await board.drag(before, { x: before.x + 60, y: before.y + 90 });
      await board.expectMoved(board.node('App'), before, { x: 60, y: 90 });
      const after = await board.middleOf(board.node('App'));
      await board.undo();
      await board.expectMiddle(board.node('App'), before);
      await board.redo();
      await board.expectMiddle(board.node('App'), after);
    });
  });

  test('draws components from the palette and connects them by dragging', async () => {
    await board.openBlank();
    await board.add('Client', 'People', await board.spot(0.15, 0.4));
    await board.add('Service', 'Web', await board.spot(0.45, 0.4));
    await board.connect('People', 'Web');
    await expect(board.call('People', 'Web')).toBeAttached();
    await expect(board.figure('Web')).toHaveText('100 %');
    await board.undo();
    await expect(board.calls()).toHaveCount(0);
  });

  test('puts down a tool of the palette with a click, or in the middle with Enter', async ({ page }) => {
    await board.openBlank();
    await board.tool('Database').click();
    await expect(board.tool('Database')).toHaveAttribute('aria-pressed', 'true');
    const at = await board.spot(0.3, 0.3);
    await page.mouse.click(at.x, at.y);
    await board.typeName('Orders');
    await board.expectMoved(board.node('Orders'), at, { x: 0, y: 0 });
    await expect(board.tool('Select')).toHaveAttribute('aria-pressed', 'true');
    await board.tool('Queue').click();
    await page.keyboard.press('Enter');
    await board.typeName('Jobs');
    await expect(board.components()).toHaveCount(2);
  });

  test('asks for a kind where an arrow is dragged into empty space, and makes and connects it in one step', async () => {
    await board.open();
    const from = await board.outOf('Orders database');
    const to = { x: from.x - 60, y: from.y - 130 };
    await board.drag(await board.outOf('App'), to);
    await board.item('Cache').click();
    await board.typeName('Sessions');
    await expect(board.call('App', 'Sessions')).toBeAttached();
    await board.undo();
    await board.undo();
    await expect(board.components()).toHaveCount(5);
    await expect(board.calls()).toHaveCount(4);
  });

  test('lets an arrow begin at a component that is called, too', async ({ page }) => {
    await board.open();
    const { x, y, height } = await board.boxOf(board.node('Payment gateway'));
    await board.drag({ x, y: y + height / 2 }, { x: x - 180, y: y + height / 2 + 20 });
    await board.item('Service').click();
    await board.typeName('Refunds');
    await expect(board.call('Refunds', 'Payment gateway')).toBeAttached();
    await expect(page.getByRole('menu')).toHaveCount(0);
  });

  test('splices a component into the arrow that it is dropped on', async () => {
    await board.open();
    const { x, width } = await board.boxOf(board.node('Load balancer'));
    const app = await board.boxOf(board.node('App'));
    const middle = { x: (x + width + app.x) / 2, y: app.y + app.height / 2 };
    await board.drag(await board.middleOf(board.tool('Cache')), middle, { letGo: false });
    await expect(board.frame.locator('[data-spliced]')).toHaveCount(1);
    await board.letGo();
    await board.typeName('Edge');
    await expect(board.call('Load balancer', 'Edge')).toBeAttached();
    await expect(board.call('Edge', 'App')).toBeAttached();
    await expect(board.call('Load balancer', 'App')).toHaveCount(0);
  });

  test('makes what is typed on the board', async () => {
    await board.openBlank();
    await board.write('App 3 × 99 %', await board.spot(0.4, 0.4));
    await expect(board.node('App')).toContainText('1 of 3');
    await board.expectSelected(['app']);
    await board.write('Orders database', await board.spot(0.7, 0.4));
    await expect(board.node('Orders database')).toHaveAttribute('aria-label', /database/);
  });

  test('renames in place, and goes on with what it calls', async ({ page }) => {
    await board.open();
    await board.select('App');
    await page.keyboard.press('Enter');
    await board.typeName('Till');
    await expect(board.node('Till')).toBeVisible();
    await expect(board.node('Till')).toBeFocused();
    await page.keyboard.press('Tab');
    await board.typeName('Mailer');
    await expect(board.call('Till', 'Mailer')).toBeAttached();
    await page.keyboard.press('+');
    await expect(board.node('Mailer')).toContainText('1 of 3');
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await expect(board.node('Mailer')).toContainText('no spare');
  });

  test('drags a copy with Alt, and leaves the calls where they are', async ({ page }) => {
    await board.open();
    const from = await board.middleOf(board.node('App'));
    await page.keyboard.down('Alt');
    await board.drag(from, { x: from.x, y: from.y + 140 });
    await page.keyboard.up('Alt');
    await expect(board.components()).toHaveCount(6);
    await expect(board.calls()).toHaveCount(4);
    await board.expectMiddle(board.nodeOf('app'), from);
    await board.undo();
    await expect(board.components()).toHaveCount(5);
  });

  test('selects, and moves what is selected as one', async ({ page }) => {
    await test.step('selects with a marquee, with Shift, and with a click', async () => {
      await board.open();
      await board.drag(await board.spot(0.02, 0.1), await board.spot(0.7, 0.85));
      await board.expectSelected(['app', 'balancer', 'shoppers']);
      await board.select('Orders database', ['Shift']);
      await board.expectSelected(['app', 'balancer', 'orders', 'shoppers']);
      await board.select('App');
      await board.expectSelected(['app']);
      const empty = await board.spot(0.3, 0.1);
      await page.mouse.click(empty.x, empty.y);
      await board.expectSelected([]);
    });

    await test.step('moves all that is selected as one', async () => {
      await board.open();
      await board.select('App');
      await board.select('Load balancer', ['Shift']);
      const [app, balancer] = [
        await board.middleOf(board.node('App')),
        await board.middleOf(board.node('Load balancer')),
      ];
      await board.drag(app, { x: app.x, y: app.y + 80 });
      await board.expectMoved(board.node('Load balancer'), balancer, { x: 0, y: 80 });
      await board.undo();
      await board.expectMiddle(board.node('Load balancer'), balancer);
      await board.expectMiddle(board.node('App'), app);
    });
  });

  test('writes, edits, moves and deletes a text', async ({ page }) => {
    await board.openBlank();
    await board.tool('Text').click();
    const at = await board.spot(0.4, 0.4);
    await page.mouse.click(at.x, at.y);
    await board.typeText('Who pays?');
    await board.text('Who pays?').dblclick();
    await board.typeText('Everybody');
    const before = await board.middleOf(board.text('Everybody'));
    await board.drag(before, { x: before.x + 50, y: before.y + 50 });
    await board.expectMoved(board.text('Everybody'), before, { x: 50, y: 50 });
    await page.keyboard.press('Delete');
    await expect(board.text('Everybody')).toHaveCount(0);
  });

  test('opens a menu on a component, a call and the board', async ({ page }) => {
    await board.open();
    await board.node('App').click({ button: 'right' });
    await board.item('Rename').click();
    await board.typeName('App');
    await board.node('App').click({ button: 'right' });
    await board.item('Duplicate').click();
    await expect(board.components()).toHaveCount(6);
    await board.undo();
    await board.node('App').click({ button: 'right' });
    await board.item('Change kind').click();
    await board.item('Function').click();
    await expect(board.node('App')).toHaveAttribute('aria-label', /function/);
    const { x, y, width, height } = await board.boxOf(board.node('Shoppers'));
    const end = await board.boxOf(board.node('Load balancer'));
    await page.mouse.click((x + width + end.x) / 2, y + height / 2, { button: 'right' });
    await board.item('Put a component in between').click();
    await board.item('Queue').click();
    await board.typeName('Waiting');
    await expect(board.call('Shoppers', 'Waiting')).toBeAttached();
    const empty = await board.spot(0.2, 0.15);
    await page.mouse.click(empty.x, empty.y, { button: 'right' });
    await board.item('Select all').click();
    await expect.poll(() => board.selected()).toHaveLength(6);
  });

  test('opens the menu by keyboard at what has the focus', async ({ page }) => {
    await board.open();
    await board.node('App').focus();
    await page.keyboard.press('Shift+F10');
    await expect(board.item('Its call of Orders database')).toBeVisible();
    await board.item('Its call of Orders database').click();
    await page.keyboard.press('Delete');
    await expect(board.call('App', 'Orders database')).toHaveCount(0);
  });

  test('zooms and pans', async ({ page }) => {
    await test.step('zooms, and 100 % follows the text size', async () => {
      await board.open();
      const width = async (): Promise<number> => Math.round((await board.boxOf(board.node('App'))).width);
      const fitting = await width();
      await board.zoom().click();
      await expect(board.zoom()).toHaveText('100 %');
      await expect.poll(width).toBe(184);
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await expect(board.zoom()).toHaveText('125 %');
      await expect.poll(width).toBe(230);
      await page.getByRole('button', { name: /^Checkout/ }).click();
      await page.getByRole('menuitemradio', { name: 'Text size 150 %' }).click();
      await expect(board.zoom()).toHaveText('125 %');
      await expect.poll(width).toBe(345);
      await page.getByRole('button', { name: /^Checkout/ }).click();
      await page.getByRole('menuitemradio', { name: 'Text size 100 %' }).click();
      await board.zoom().click();
      await page.mouse.move(...(Object.values(await board.spot(0.5, 0.2)) as [number, number]));
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -100);
      await page.keyboard.up('Control');
      await expect(board.zoom()).not.toHaveText('100 %');
      await page.getByRole('button', { name: 'Fit', exact: true }).click();
      await expect.poll(width).toBe(fitting);
    });

    await test.step('pans with the wheel, the middle button, and Space', async () => {
      await board.open();
      const empty = await board.spot(0.3, 0.15);
      const at = async (): Promise<number> => (await board.boxOf(board.node('App'))).y;
      const start = await at();
      await page.mouse.move(empty.x, empty.y);
      await page.mouse.wheel(0, 50);
      await expect.poll(at).toBeLessThan(start - 20);
      const wheeled = await at();
      await page.mouse.down({ button: 'middle' });
      await page.mouse.move(empty.x, empty.y + 60, { steps: 4 });
      await page.mouse.up({ button: 'middle' });
      await expect.poll(at).toBeGreaterThan(wheeled + 40);
      const dragged = await at();
      await page.keyboard.down('Space');
      await board.drag(empty, { x: empty.x, y: empty.y + 60 });
      await page.keyboard.up('Space');
      await expect.poll(at).toBeGreaterThan(dragged + 40);
    });
  });

  test('draws every arrow from its caller to its callee at any zoom, far away too', async ({ page }) => {
    await board.open();
    await board.drag(await board.middleOf(board.node('App')), await board.spot(0.5, 0.3));
    for (const zoom of [1, 0.6, 0.4, 0.2, 0.1]) {
      await page.mouse.move(...(Object.values(await board.spot(0.5, 0.5)) as [number, number]));
      await page.keyboard.down('Control');
      while (Number.parseInt((await board.zoom().textContent()) ?? '', 10) > zoom * 100) await page.mouse.wheel(0, 60);
      await page.keyboard.up('Control');
      await expect(board.calls()).toHaveCount(4);
      const gaps = async (): Promise<number[]> => {
        const line = await board.boxOf(board.call('Shoppers', 'Load balancer').locator('path').first());
        const from = await board.boxOf(board.node('Shoppers'));
        const to = await board.boxOf(board.node('Load balancer'));
        return [Math.abs(line.x - (from.x + from.width)) / 3, Math.abs(line.x + line.width - to.x) / 9];
      };
      await expect.poll(async () => Math.max(...(await gaps()))).toBeLessThan(1);
    }
  });

  test('marks a call that closes a ring, and everything else still computes', async () => {
    await board.open();
    await board.drag(await board.outOf('Payment gateway'), await board.middleOf(board.node('App')));
    await expect(board.frame.locator('[data-problem]')).not.toHaveCount(0);
    await expect(board.figure('Payment gateway')).toHaveText('99.4 %');
  });

  test('shows three ways to begin on an empty board', async ({ page }) => {
    await board.openBlank();
    await expect(page.getByText('Draw what calls what, and the numbers follow.')).toBeVisible();
    await page.getByRole('button', { name: /^Double-click and type/ }).click();
    await board.typeQuick('Shoppers');
    await expect(board.node('Shoppers')).toBeVisible();
    await expect(page.getByText('Draw what calls what, and the numbers follow.')).toHaveCount(0);
  });

  test('tidies up: nothing overlaps, callers stand left of what they call, one step of undo', async ({ page }) => {
    await board.open();
    const before = await board.middleOf(board.node('App'));
    await board.drag(before, { x: before.x - 240, y: before.y + 10 });
    await page.keyboard.press('Shift+t');
    await expect
      .poll(async () => (await board.boxOf(board.node('App'))).x - (await board.boxOf(board.node('Load balancer'))).x)
      .toBeGreaterThan(184);
  });
});

test.describe('the board by keyboard', () => {
  test('goes through components in calling order, and chooses the one with the focus', async ({ page }) => {
    const board = new Board(page);
    await board.open();
    await board.node('Shoppers').focus();
    await page.keyboard.press('Tab');
    await expect(board.node('Load balancer')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(board.node('App')).toBeFocused();
    await page.keyboard.press('Enter');
    await board.expectSelected(['app']);
    await page.keyboard.press('Shift+ArrowDown');
    await board.undo();
    await page.keyboard.press('Alt+ArrowLeft');
    await board.expectSelected(['balancer']);
    await expect(board.node('Load balancer')).toBeFocused();
  });

  test('draws and connects from a blank board', async ({ page }) => {
    const board = new Board(page);
    await board.openBlank();
    await page.keyboard.press('c');
    await board.typeName('Shoppers');
    await page.keyboard.press('Tab');
    await expect(board.nameField()).toBeFocused();
    await page.keyboard.type('App 3 × 99 %');
    await page.keyboard.press('Tab');
    await expect(board.node('App')).toContainText('1 of 3');
    await expect(board.call('Shoppers', 'App')).toBeAttached();
    await board.typeName('Orders database 2 × 99.9 %');
    await expect(board.call('App', 'Orders database')).toBeAttached();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await board.expectSelected(['client']);
    await page.keyboard.press('a');
    await expect(page.getByText('What does Shoppers call?')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(board.call('Shoppers', 'Orders database')).toBeAttached();
  });
});

test.describe('the board under a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });
  let board: Board;

  test.beforeEach(async ({ page }) => {
    board = new Board(page);
    await board.open();
  });

  test('pans with one finger and zooms with two', async () => {
    const finger = await board.finger();
    const empty = await board.spot(0.3, 0.2);
    const before = await board.middleOf(board.node('App'));
    await finger.drag(empty, { x: empty.x + 40, y: empty.y + 60 });
    await expect.poll(async () => (await board.middleOf(board.node('App'))).y - before.y).toBeGreaterThan(40);
    await board.expectSelected([]);
    const { width } = await board.boxOf(board.node('App'));
    await finger.pinch(await board.spot(0.5, 0.2), 60);
    await expect.poll(async () => (await board.boxOf(board.node('App'))).width).toBeGreaterThan(width * 1.2);
  });

  test('moves a component with a finger', async () => {
    const finger = await board.finger();
    const before = await board.middleOf(board.node('App'));
    await finger.drag(before, { x: before.x, y: before.y + 70 });
    await board.expectMoved(board.node('App'), before, { x: 0, y: 70 });
  });

  test('connects by a tap on the dot and a tap on what is called', async ({ page }) => {
    const finger = await board.finger();
    await finger.tap(await board.middleOf(board.node('Shoppers')));
    await expect(board.node('Shoppers')).toHaveAttribute('data-selected', 'true');
    await finger.tap(await board.outOf('Shoppers'));
    await expect(page.getByText('What does Shoppers call?')).toBeVisible();
    await finger.tap(await board.middleOf(board.node('App')));
    await expect(board.call('Shoppers', 'App')).toBeAttached();
  });

  test('opens the menu by a long press', async () => {
    const finger = await board.finger();
    await finger.hold(await board.middleOf(board.node('App')));
    await expect(board.item('Duplicate')).toBeVisible();
    await finger.tap(await board.middleOf(board.item('Duplicate')));
    await expect(board.components()).toHaveCount(6);
  });

  test('drags a component from the palette', async () => {
    const finger = await board.finger();
    await finger.drag(await board.middleOf(board.tool('Cache')), await board.spot(0.5, 0.85));
    await board.typeName('Sessions');
    await expect(board.node('Sessions')).toBeVisible();
  });

  test('takes a tap with a tool, and a double tap to type', async ({ page }) => {
    const finger = await board.finger();
    await finger.tap(await board.middleOf(board.tool('Queue')));
    await finger.tap(await board.spot(0.3, 0.85));
    await board.typeName('Jobs');
    await expect(board.node('Jobs')).toBeVisible();
    const empty = await board.spot(0.6, 0.15);
    await finger.doubleTap(empty);
    await expect(page.getByRole('textbox', { name: /^New component/ })).toBeFocused();
  });
});

test('from far away, as on a phone, every arrow is still there', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const board = new Board(page);
  await page.goto('/');
  await expect(board.components()).toHaveCount(5);
  await expect(board.calls()).toHaveCount(4);
});
