import type { Page, Worker } from '@playwright/test';
import { Desk } from './pages/desk.ts';
import { expect, test } from './test.ts';

/** A second on a machine of one's own, with room for one that runs other tests beside this. */
const SOON_MILLISECONDS = 3000;

/** The engine that works for the page at this moment. */
function engine(page: Page): Worker {
  const worker = page.workers().at(-1);
  if (worker === undefined) throw new Error('the page has no worker');
  return worker;
}

/** Confirms what is typed and waits for another number: milliseconds, by the page's own clock. */
async function timeToNumber(desk: Desk, text: string): Promise<number> {
  const passed = desk.page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        let began: number | null = null;
        addEventListener('keydown', () => (began ??= performance.now()), { capture: true, once: true });
        const look = (): void => {
          const shown = document.querySelector('[data-figure="availability"]')?.textContent;
          const old = document.querySelector('[data-old]') !== null;
          if (began !== null && shown === wanted && !old) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        look();
      }),
    text,
  );
  await desk.field('Replicas').press('ArrowDown');
  return passed;
}

/** Lets a test have every engine of the page hear nothing from some moment on, as if each job hung. */
function mayGoDeaf(): void {
  window.Worker = class extends Worker {
    override postMessage(message: unknown): void {
      if (document.documentElement.dataset['engine'] !== 'deaf') super.postMessage(message);
    }
  };
}

test.describe('the engine, killed in mid-edit', () => {
  let desk: Desk;

  test.beforeEach(async ({ page }) => {
    await page.addInitScript(mayGoDeaf);
    desk = new Desk(page);
    await desk.open();
    await desk.write('app', 'Replicas', '2');
    await expect(desk.number).toHaveText('99.9398 %');
  });

  /** Each is begun before the next message is heard, and after it has been said that it begins. */
  const ENDS = {
    'in an endless loop': () => {
      setTimeout(() => {
        for (;;);
      });
    },
    'by stopping without a word': () => {
      setTimeout(() => self.close());
    },
  } as const;

  for (const [how, end] of Object.entries(ENDS)) {
    test(`${how}: the number is back within a second, and the edit is named`, async ({ page }) => {
      const worker = engine(page);
      await worker.evaluate(end);
      expect(await timeToNumber(desk, '98.95 %')).toBeLessThan(SOON_MILLISECONDS);
      await expect(desk.notice('The edit "Change replicas" stopped the engine; it was restarted.')).toBeVisible();
      await desk.field('Replicas').press('Enter');
      await desk.write('app', 'Replicas', '3');
      await expect(desk.number).toHaveText('99.9497 %');
      expect(engine(page)).not.toBe(worker);
    });
  }

  test('again by the same edit: that is said with the edit named, and undo brings the number back', async ({
    page,
  }) => {
    await page.evaluate(() => {
      document.documentElement.dataset['engine'] = 'deaf';
    });
    await desk.field('Replicas').fill('1');
    await desk.field('Replicas').press('Enter');
    const said = desk.notice('The engine stops over the edit "Change replicas"');
    await expect(said).toBeVisible();
    await expect(desk.number).toHaveText('99.9398 %');
    await expect(page.getByText('from before', { exact: true })).toBeVisible();
    await said.getByRole('button', { name: 'Undo' }).click();
    await expect(desk.field('Replicas')).toHaveValue('2');
    await expect(page.getByText('from before', { exact: true })).toHaveCount(0);
    await expect(desk.number).toHaveText('99.9398 %');
  });
});
