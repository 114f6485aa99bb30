import { Board } from './pages/board.ts';
import { Desk } from './pages/desk.ts';
import { Keyboard } from './pages/hand.ts';
import { expect, test } from './test.ts';

const MOST_ACTIONS = 45;

test.describe('by keyboard alone', () => {
  let keyboard: Keyboard;
  let board: Board;
  let desk: Desk;

  test.beforeEach(async ({ page }) => {
    keyboard = new Keyboard(page);
    board = new Board(page);
    desk = new Desk(page);
    await keyboard.watch();
    await board.open();
  });

  /** A command by the beginning of its title. */
  async function command(title: string): Promise<void> {
    await keyboard.press('ControlOrMeta+k');
    await keyboard.type(title);
    await keyboard.press('Enter');
  }

  /** Names what was just made, and goes on with what it calls. */
  async function nameAndGoOn(text: string): Promise<void> {
    await expect(board.nameField()).toBeFocused();
    await keyboard.type(text);
    await keyboard.press('Tab');
  }

  async function name(text: string): Promise<void> {
    await expect(board.nameField()).toBeFocused();
    await keyboard.type(text);
    await keyboard.press('Enter');
    await expect(board.nameField()).toHaveCount(0);
  }

  test('goes from a blank board to the checkout, its numbers and its link on the clipboard', async ({
    page,
    context,
    browser,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await command('New board');
    await expect(board.components()).toHaveCount(0);

    await keyboard.press('c');
    await nameAndGoOn('Shoppers 99.99 %');
    await nameAndGoOn('Load balancer 2 × 99.9 %');
    await nameAndGoOn('App 3 × 99 %');
    await name('Orders database 2 × 99.9 %');
    await keyboard.press('Alt+ArrowLeft');
    await keyboard.press('Tab');
    await name('Payment gateway 99.95 %');
    await expect(desk.number).toHaveText('99.9497 %');

    await keyboard.press('Alt+ArrowLeft');
    await expect(board.node('App')).toBeFocused();
    await keyboard.press('Tab');
    await name('Session cache 3 × 99.9 %');
    await expect(board.components()).toHaveCount(6);
    await expect(board.calls()).toHaveCount(5);
    await expect(board.call('App', 'Session cache')).toBeAttached();
    await expect(board.node('Payment gateway')).toContainText('holds it back');
    await expect(board.node('Orders database')).toHaveAttribute('aria-label', /, database,/);
    await expect(board.node('Payment gateway')).toHaveAttribute('aria-label', /, external/);
    await expect(desk.number).toHaveText('99.9497 %');
    await expect(page.getByText('misses 99.99 %').first()).toBeVisible();

    await keyboard.press('ControlOrMeta+Shift+s');
    await expect(page.getByText('The link is on the clipboard.')).toBeVisible();
    expect(keyboard.actions).toBeLessThanOrEqual(MOST_ACTIONS);
    await keyboard.expectNoPointer();

    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await browser.newContext();
    const theirs = new Desk(await other.newPage());
    await theirs.open(link);
    await expect(theirs.number).toHaveText('99.9497 %');
    await expect(new Board(theirs.page).components()).toHaveCount(6);
    await other.close();
  });

  test('reaches the fields of what is selected, and the board again', async ({ page }) => {
    await board.node('App').focus();
    await keyboard.press('Enter');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(desk.field('Name')).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expect(desk.field('Replicas')).toBeFocused();
    await page.keyboard.type('4');
    await keyboard.press('Enter');
    await expect(board.node('App')).toContainText('1 of 4');
    await keyboard.press('Escape');
    await expect(desk.field('Replicas')).not.toBeFocused();
    await keyboard.press('+');
    await expect(board.node('App')).toContainText('1 of 5');
    await keyboard.press('Alt+ArrowLeft');
    await expect(board.node('Load balancer')).toBeFocused();
    await keyboard.expectNoPointer();
  });

  test('saves and shares what is being typed, and the field keeps the focus', async ({ page }) => {
    await board.node('App').focus();
    await keyboard.press('Enter');
    await keyboard.press('ControlOrMeta+Enter');
    await keyboard.type('Till');
    const { bytes } = await desk.download(() => keyboard.press('ControlOrMeta+s'));
    expect(bytes.toString()).toContain('"name": "Till"');
    await expect(desk.field('Name')).toBeFocused();
    await keyboard.press('Escape');
    await keyboard.press('F2');
    await keyboard.type('Checkout service');
    const named = await desk.download(() => keyboard.press('ControlOrMeta+s'));
    expect(named.bytes.toString()).toContain('"name": "Checkout service"');
    await expect(page.locator('[data-component="app"]')).toBeFocused();
  });

  test('a board that comes late leaves the keys to the field in which one types', async ({ page }) => {
    let arrive = (): void => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/\/Canvas-[^/]*\.js$/, async (route) => {
      await arrived;
      await route.continue();
    });
    await desk.open();
    await desk.field('Title').fill('Late ');
    arrive();
    await expect(board.node('App')).toBeVisible();
    await keyboard.type('checkout');
    await desk.expectTitle('Late checkout');
  });

  test('makes of a component the kind that its name tells, where none was chosen', async () => {
    await board.node('App').focus();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await name('Kafka');
    await expect(board.node('Kafka')).toHaveAttribute('aria-label', /, queue,/);
    await keyboard.press('F2');
    await name('Redis');
    await expect(board.node('Redis')).toHaveAttribute('aria-label', /, queue,/);
    await keyboard.press('s');
    await name('Cache of all things');
    await expect(board.node('Cache of all things')).toHaveAttribute('aria-label', /, service,/);
  });
});
