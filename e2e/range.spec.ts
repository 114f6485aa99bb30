import type { Page } from '@playwright/test';
import { Desk } from './pages/desk.ts';
import { expect, test } from './test.ts';

const WIDTH = 20;

/** A square grid in which every crossing needs one of three below: too much is shared for an exact answer. */
function grid(up: string): string {
  const crossing = (row: number, column: number): string => `${row}-${(column + WIDTH) % WIDTH}`;
  const cells = Array.from({ length: WIDTH * WIDTH }, (_, cell) => [Math.floor(cell / WIDTH), cell % WIDTH] as const);
  const above = cells.filter(([row]) => row + 1 < WIDTH);
  const components = {
    users: { kind: 'client', name: 'Users', objectives: { availability: '99 %' } },
    ...Object.fromEntries(cells.map(([row, column]) => [crossing(row, column), { kind: 'service', up }])),
    ...Object.fromEntries(above.map(([row, column]) => [`any-${crossing(row, column)}`, { kind: 'gate' }])),
  };
  const calls = above.flatMap(([row, column]) => {
    const own = crossing(row, column);
    const below = [-1, 0, 1].map((aside) => ({ from: `any-${own}`, to: crossing(row + 1, column + aside) }));
    return [{ from: own, to: `any-${own}` }, ...below];
  });
  const at = Object.fromEntries(
    cells.flatMap(([row, column]) => [
      [crossing(row, column), [row * 520, column * 140]],
      [`any-${crossing(row, column)}`, [row * 520 + 260, column * 140]],
    ]),
  );
  const design = { name: 'grid', components, calls: [{ from: 'users', to: crossing(0, 0) }, ...calls] };
  return JSON.stringify({ format: 'nineboard/1', title: 'Grid', designs: [design], at: { users: [-260, 0], ...at } });
}

async function openGrid(page: Page, up: string): Promise<void> {
  const desk = new Desk(page);
  await desk.open();
  await desk.chooseFile('grid.nineboard.json', grid(up));
  // Eight hundred components take a busy machine its time.
  await expect(page).toHaveTitle('Grid · Nineboard', { timeout: 45_000 });
}

test.describe('a design that shares too much for an exact answer', () => {
  test.describe.configure({ timeout: 150_000 });

  test('is answered by a range with its reason, and what can be said of the promise', async ({ page }) => {
    await openGrid(page, '99.9 %');
    await expect(page.getByText('all combinations of up to', { exact: false }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden({ timeout: 45_000 });
    await expect(page.locator('[data-figure="availability"]')).toContainText('99.8');
    await expect(page.getByText('meets 99 %').first()).toBeVisible();
    await expect(page.getByText('Too much is shared for an exact answer', { exact: false }).first()).toBeVisible();
  });

  test('shows a range that narrows, and keeps it when it is stopped', async ({ page }) => {
    // Failures are so common that many at once have to be counted.
    await openGrid(page, '93 %');
    const status = page.getByRole('status').filter({ hasText: 'narrowing' });
    const range = page.locator('[data-figure="availability"]');
    await expect(status).toBeVisible();
    await expect(range).toContainText('to');
    await status.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0);
    await expect(range).toContainText('to');
    await expect(page.locator('[data-old]')).toHaveCount(0);
  });

  test.describe('on a phone', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

    test('says so without moving what stands below', async ({ page }) => {
      await openGrid(page, '93 %');
      const stop = page.getByRole('button', { name: 'Stop' });
      await expect(stop).toBeVisible();
      await expect(page.locator('[data-figure="availability"]')).toContainText('to');
      const places = (): Promise<number[]> =>
        page
          .locator('[data-figure="binding"], main, [role="tab"]')
          .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
      const before = await places();
      await stop.click();
      await expect(stop).toHaveCount(0);
      expect(await places()).toEqual(before);
    });
  });
});
