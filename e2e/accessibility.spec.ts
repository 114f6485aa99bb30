import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LATENCY_STATES } from './pages/latency-states.ts';
import { LOAD_STATES } from './pages/load-states.ts';
import { CACHED, CHECKOUT, CHECKOUT_TIMED, ZONED } from './pages/scenarios.ts';
import { DOMAIN_STATES, SIZES, States, STATES, windowOf } from './pages/states.ts';
import { TIME_STATES, TIMED } from './pages/time-states.ts';
import { expect, test } from './test.ts';

/** Only what is wrong is written down, which takes a fraction of the time. */
const FAST = { resultTypes: ['violations' as const] };
/** A menu's library keeps these where the focus would leave it: they have the focus for no longer than it takes to pass it on. */
const GUARD = '[data-base-ui-focus-guard]';
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The parts that the page is put together from, with what is laid over it: dialogs, menus, notices. */
const PARTS = '#root > * > *, body > :not(#root)';

/** Looks at a page state by state: at all of it first, then at each part of it once for every look that it takes on. */
class Looks {
  readonly page: Page;
  private readonly known = new Set<string>();

  constructor(page: Page) {
    this.page = page;
  }

  async expectAccessible(state: string): Promise<void> {
    const { page } = this;
    const parts = await page.locator(PARTS).evaluateAll((all) =>
      all.map((part) => ({
        place: `${part.parentElement === document.body ? 'body' : '#root > *'} > :nth-child(${[...(part.parentElement?.children ?? [])].indexOf(part) + 1})`,
        // Names that React counts up for each new element mean nothing.
        look: part.outerHTML.replaceAll(/_r_\w+?_/g, ''),
      })),
    );
    const fresh = parts.filter(({ look }) => !this.known.has(look));
    if (fresh.length === 0) return;
    // The script of 600 kB stays where it was put, until the page is loaded anew.
    const there = await page.evaluate(() => 'axe' in window);
    // Without frames inside it, the page can be looked at in itself, which takes half of the time.
    const axe = new AxeBuilder({ page, ...(there ? { axeSource: ';' } : {}) }).setLegacyMode();
    axe.options(FAST).withTags(WCAG).exclude(GUARD);
    if (this.known.size > 0) for (const { place } of fresh) axe.include(place);
    const { violations } = await axe.analyze();
    for (const { look } of fresh) this.known.add(look);
    const problems = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.split('\n')[1] ?? ''}`,
      ),
    );
    expect.soft(problems, state).toEqual([]);
  }
}

/** Each state in both themes, which cost as much as each other: one on a desk, the other on a phone. */
const WINDOWS = {
  'a desk, in the light': { ...windowOf(SIZES.desk), colorScheme: 'light' },
  'a phone, in the dark': { ...windowOf(SIZES.phone), colorScheme: 'dark' },
} as const;

for (const [name, look] of Object.entries(WINDOWS)) {
  test.describe(`at the size of ${name}`, () => {
    test.use(look);

    test('every state can be used by everybody', async ({ page }) => {
      test.setTimeout(180_000);
      const states = new States(page);
      const looks = new Looks(page);
      await states.open();
      for (const state of STATES) {
        await test.step(state.name, async () => {
          await state.reach(states, CHECKOUT);
          await looks.expectAccessible(state.name);
          await states.back();
          await state.leave?.(states);
        });
      }
    });

    for (const [what, scenario, all] of [
      ['domains', ZONED, DOMAIN_STATES],
      ['times', TIMED, TIME_STATES],
      ['latency', CHECKOUT_TIMED, LATENCY_STATES],
      ['load', CACHED, LOAD_STATES],
    ] as const) {
      test(`so can ${what}`, async ({ page }) => {
        test.setTimeout(150_000);
        const states = new States(page);
        const looks = new Looks(page);
        await states.open();
        await states.openScenario(scenario);
        for (const state of all) {
          await test.step(state.name, async () => {
            await state.reach(states);
            await looks.expectAccessible(state.name);
            await states.back();
          });
        }
      });
    }

    test('so can an empty board, a refused file, a text, and what a link held', async ({ page }) => {
      const states = new States(page);
      const looks = new Looks(page);
      await states.open();
      await states.run('Share link');
      const link = states.dialog().getByLabel('Link', { exact: true });
      await expect(link).toHaveValue(/#n1\./);
      const address = await link.inputValue();
      await states.back();

      await states.run('New board');
      await expect(page.getByText('Draw what calls what')).toBeVisible();
      await looks.expectAccessible('an empty board');

      await states.openText(
        '{"format":"nineboard/1","designs":[{"name":"a","components":{"x":{"kind":"cloud","up":3}}}]}',
      );
      await expect(page.getByRole('alert')).toContainText('was not opened');
      await looks.expectAccessible('a refused file');
      await page.getByRole('button', { name: 'Put away' }).click();

      await states.run('Add text');
      await page.locator('[data-board]').getByRole('textbox').fill('A remark');
      await looks.expectAccessible('a text that is being written');
      await page.keyboard.press('Enter');
      await looks.expectAccessible('a text selected');

      await page.goto(address);
      await page.reload();
      await expect(page.getByText('Opened from a link')).toBeVisible();
      await looks.expectAccessible('what a link held');
    });
  });
}

test.describe('on a desk in the dark', () => {
  test.use({ ...windowOf(SIZES.desk), colorScheme: 'dark' });

  test('what a phone does not show at once can be used by everybody too', async ({ page }) => {
    const states = new States(page);
    const looks = new Looks(page);
    await states.open();
    await states.select('App');
    await states.question('Availability');
    await looks.expectAccessible('everything beside everything');
    await states.outline();
    await looks.expectAccessible('the outline over the board');
  });
});

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
  await new Looks(page).expectAccessible('the question between two texts');
});
