import type { Page } from '@playwright/test';
import { LATENCY_STATES } from './pages/latency-states.ts';
import { LOAD_STATES } from './pages/load-states.ts';
import { legibility, missedTargets } from './pages/legible.ts';
import { CACHED, CHECKOUT, CHECKOUT_TIMED, LONG_NAMES, SHOP, ZONED } from './pages/scenarios.ts';
import { DOMAIN_STATES, SIZES, States, STATES, windowOf } from './pages/states.ts';
import { TIME_STATES, TIMED } from './pages/time-states.ts';
import { expect, test } from './test.ts';

const soft = expect.configure({ soft: true });
const WELL = { clipped: [], overlapping: [], small: [], cutFields: [], overflow: 0 };

/** In the light: the two themes differ in colours, and those move nothing. */
async function expectLegible(page: Page, state: string): Promise<void> {
  await soft.poll(() => legibility(page), { message: state, timeout: 8000 }).toEqual(WELL);
}

/** Every control can be hit with a finger. */
async function expectHittable(page: Page, state: string): Promise<void> {
  await soft
    .poll(() => missedTargets(page), { message: `${state}: what a finger cannot hit`, timeout: 8000 })
    .toEqual([]);
}

/**
 * What is looked at in which window. A laptop and a room fold the page in the same way and share the boards between them;
 * very long names are the hardest for every dialog, so that those are looked at with them alone.
 */
const BOARDS = {
  desk: [CHECKOUT, SHOP, LONG_NAMES],
  laptop: [CHECKOUT, LONG_NAMES],
  room: [SHOP, LONG_NAMES],
  phone: [CHECKOUT, SHOP, LONG_NAMES],
} as const;
const ADDED = [
  ['domains', ZONED, DOMAIN_STATES],
  ['times', TIMED, TIME_STATES],
  ['latency', CHECKOUT_TIMED, LATENCY_STATES],
  ['load', CACHED, LOAD_STATES],
] as const;

for (const [name, size] of Object.entries(SIZES)) {
  test.describe(`at the size of a ${name}`, () => {
    test.use(windowOf(size));

    for (const [what, scenario, all] of name === 'laptop' ? [] : ADDED) {
      test(`nothing is cut off, covered, too small or too wide: ${what}`, async ({ page }) => {
        test.setTimeout(150_000);
        const states = new States(page);
        await states.open(size.textSize);
        await states.openScenario(scenario);
        for (const state of all) {
          await test.step(state.name, async () => {
            await state.reach(states);
            await expectLegible(page, state.name);
            if (size.phone) await expectHittable(page, state.name);
            await states.back();
          });
        }
      });
    }

    for (const sample of BOARDS[name as keyof typeof BOARDS]) {
      test(`nothing is cut off, covered, too small or too wide: ${sample.name}`, async ({ page }) => {
        test.setTimeout(150_000);
        const states = new States(page);
        await states.open(size.textSize);
        if (sample !== CHECKOUT) await states.openScenario(sample.scenario);
        for (const state of STATES.filter(({ apart = false }) => !apart || sample === LONG_NAMES)) {
          await test.step(state.name, async () => {
            await state.reach(states, sample);
            await expectLegible(page, state.name);
            if (size.phone) await expectHittable(page, state.name);
            await states.back();
            await state.leave?.(states);
          });
        }
        await states.openText(
          '{"format":"nineboard/1","designs":[{"name":"a","components":{"x":{"kind":"cloud","up":3}}}]}',
        );
        await expect(page.getByRole('alert')).toContainText('was not opened');
        await expectLegible(page, 'a file that was refused');
        await page.getByRole('button', { name: 'Put away' }).click();
        await states.run('New board');
        await expect(page.getByText('Draw what calls what')).toBeVisible();
        await expectLegible(page, 'an empty board');
      });
    }
  });
}

test.describe('in a room', () => {
  test.use(windowOf(SIZES.room));

  test('text on the nodes is at least 18 pixels high', async ({ page }) => {
    const states = new States(page);
    await states.open(150);
    await expect
      .poll(() =>
        states.components().evaluateAll((nodes) =>
          Math.min(
            ...nodes.flatMap((node) => {
              const zoom = node.getBoundingClientRect().width / (node as HTMLElement).offsetWidth;
              return [...node.querySelectorAll('*')]
                .filter((element) => [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE))
                .map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * zoom);
            }),
          ),
        ),
      )
      .toBeGreaterThanOrEqual(18);
  });
});

test.describe('while numbers change', () => {
  /** Parts with a box of their own, which must not change at all. */
  const BOXES = [
    'header',
    '[data-figure="availability"]',
    '[title$=" nines"]',
    '[data-figure="binding"]',
    '[data-board]',
  ];
  /** Texts, which may grow to the right but must begin where they began. */
  const TEXTS = ['[data-figure="downtime"]', '[data-figure="binding"] > :first-child', '[data-inspector] h2'];
  const places = (page: Page): Promise<unknown[]> =>
    page.evaluate(
      ({ boxes, texts }) =>
        [...boxes, ...texts].map((part) => {
          const box = document.querySelector(part)?.getBoundingClientRect();
          if (box === undefined) throw new Error(`${part} is missing`);
          return [part, box.left, box.top, box.height, ...(boxes.includes(part) ? [box.width] : [])];
        }),
      { boxes: BOXES, texts: TEXTS },
    );

  test('nothing on the page moves', async ({ page }) => {
    const states = new States(page);
    await states.open();
    await states.select('App');
    const before = await places(page);
    for (const replicas of ['1', '2', '12', '3']) {
      const replicasField = page.locator('[data-inspector]').getByLabel('Replicas', { exact: true });
      await replicasField.fill(replicas);
      await expect(page.locator('[data-component="app"]')).toContainText(
        replicas === '1' ? 'no spare' : `1 of ${replicas}`,
      );
      expect(await places(page), `with ${replicas} replicas`).toEqual(before);
    }
    await page.keyboard.press('Escape');
  });
});

test.describe('at twice the browser’s zoom', () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test('everything can still be read and done', async ({ page }) => {
    const states = new States(page);
    await states.open();
    await expectLegible(page, 'the checkout');
    await states.component('app').click();
    const replicas = page.locator('[data-inspector]').getByLabel('Replicas', { exact: true });
    await replicas.fill('1');
    await replicas.press('Enter');
    await expect(states.headline()).toContainText('98.9');
    await expectLegible(page, 'an edit');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(states.headline()).toContainText('99.9497');
    await page.getByRole('button', { name: 'Close the inspector' }).click();
    await states.question('Availability');
    await expect(page.getByRole('columnheader', { name: 'a week' })).toBeVisible();
    await expectLegible(page, 'the charts');
    await page.getByRole('button', { name: 'Fold the charts to one sentence' }).click();
    await states.outline();
    await expectLegible(page, 'the outline');
    await states.closeOutline();
    await page.getByRole('button', { name: 'Share link' }).click();
    await expect(states.dialog().getByLabel('Link', { exact: true })).toHaveValue(/#n1\./);
    await expectLegible(page, 'the share dialog');
  });
});
