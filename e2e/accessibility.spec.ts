import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LATENCY_STATES } from './pages/latency-states.ts';
import { CHECKOUT, CHECKOUT_TIMED, ZONED } from './pages/scenarios.ts';
import { DOMAIN_STATES, SIZES, States, STATES, windowOf } from './pages/states.ts';
import { TIME_STATES, TIMED } from './pages/time-states.ts';
import { expect, test } from './test.ts';

/** Only what is wrong is written down, which takes a fraction of the time. */
const FAST = { resultTypes: ['violations' as const] };
/** A menu's library keeps these where the focus would leave it: they have the focus for no longer than it takes to pass it on. */
const GUARD = '[data-base-ui-focus-guard]';
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Everything in the light, then what the colours of the dark could change: on a desk, since they are the same on a phone. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  const problems = async (axe: AxeBuilder): Promise<string[]> =>
    (await axe.analyze()).violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.split('\n')[1] ?? ''}`,
      ),
    );
  // Without frames inside it, the page can be looked at in itself, which takes half of the time.
  const axe = (): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().options(FAST);
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await problems(axe().withTags(WCAG).exclude(GUARD)), `${state}, light`).toEqual([]);
  if ((page.viewportSize()?.width ?? 0) < SIZES.laptop.width) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await problems(axe().withRules(['color-contrast'])), `${state}, dark`).toEqual([]);
}

for (const [name, size] of Object.entries({ desk: SIZES.desk, phone: SIZES.phone })) {
  test.describe(`at the size of a ${name}`, () => {
    test.use(windowOf(size));

    test('every state can be used by everybody', async ({ page }) => {
      test.setTimeout(180_000);
      const states = new States(page);
      await states.open();
      for (const state of STATES) {
        await test.step(state.name, async () => {
          await state.reach(states, CHECKOUT);
          await expectAccessible(page, state.name);
          await states.back();
          await state.leave?.(states);
        });
      }
    });

    for (const [what, scenario, all] of [
      ['domains', ZONED, DOMAIN_STATES],
      ['times', TIMED, TIME_STATES],
      ['latency', CHECKOUT_TIMED, LATENCY_STATES],
    ] as const) {
      test(`so can ${what}`, async ({ page }) => {
        test.setTimeout(150_000);
        const states = new States(page);
        await states.open();
        await states.openScenario(scenario);
        for (const state of all) {
          await test.step(state.name, async () => {
            await state.reach(states);
            await expectAccessible(page, state.name);
            await states.back();
          });
        }
      });
    }

    test('so can an empty board, a refused file, a text, and what a link held', async ({ page }) => {
      const states = new States(page);
      await states.open();
      await states.run('Share link');
      const link = states.dialog().getByLabel('Link', { exact: true });
      await expect(link).toHaveValue(/#n1\./);
      const address = await link.inputValue();
      await states.back();

      await states.run('New board');
      await expect(page.getByText('Draw what calls what')).toBeVisible();
      await expectAccessible(page, 'an empty board');

      await states.openText(
        '{"format":"nineboard/1","designs":[{"name":"a","components":{"x":{"kind":"cloud","up":3}}}]}',
      );
      await expect(page.getByRole('alert')).toContainText('was not opened');
      await expectAccessible(page, 'a refused file');
      await page.getByRole('button', { name: 'Put away' }).click();

      await states.run('Add text');
      await page.locator('[data-board]').getByRole('textbox').fill('A remark');
      await expectAccessible(page, 'a text that is being written');
      await page.keyboard.press('Enter');
      await expectAccessible(page, 'a text selected');

      await page.goto(address);
      await page.reload();
      await expect(page.getByText('Opened from a link')).toBeVisible();
      await expectAccessible(page, 'what a link held');
    });
  });
}

test('two tabs that changed the same board: the question can be answered by everybody', async ({ page, context }) => {
  const mine = new States(page);
  await mine.open();
  const theirs = new States(await context.newPage());
  await theirs.open();
  for (const [states, title] of [
    [theirs, 'Theirs'],
    [mine, 'Mine'],
  ] as const) {
    await states.page.bringToFront();
    await states.run('Rename board');
    await states.dialog().getByLabel('Name', { exact: true }).fill(title);
    await states.page.keyboard.press('Enter');
  }
  await expect(mine.dialog()).toBeVisible();
  await expectAccessible(page, 'the question between two texts');
});
