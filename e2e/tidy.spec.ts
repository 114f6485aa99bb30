import { type Page } from '@playwright/test';
import type { Call, Scenario } from '../src/model/scenario.ts';
import { example, sixtyComponents } from './pages/scenarios.ts';
import { States } from './pages/states.ts';
import { expect, test } from './test.ts';

type Places = Record<string, { left: number; right: number; top: number; bottom: number }>;

/** Where the nodes stand in the window, in pixels. */
const places = (page: Page): Promise<Places> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.react-flow__node-component [data-component]')].map((node) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        return [node.dataset['component'] ?? '', { left, right, top, bottom }];
      }),
    ),
  );

/** Pairs of nodes that stand on each other, and calls whose caller does not stand left of its callee. */
function untidy(nodes: Places, calls: readonly Call[]): string[] {
  const ids = Object.keys(nodes);
  const overlapping = ids.flatMap((id, index) =>
    ids.slice(index + 1).flatMap((other) => {
      const [a, b] = [nodes[id], nodes[other]];
      if (a === undefined || b === undefined) return [`${id} or ${other} is missing`];
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      return apart ? [] : [`${id} and ${other} overlap`];
    }),
  );
  const backwards = calls
    .filter(({ from, to }) => (nodes[from]?.right ?? Infinity) > (nodes[to]?.left ?? -Infinity))
    .map(({ from, to }) => `${from} is not left of ${to}`);
  return [...overlapping, ...backwards];
}

/** All components at the same spot. */
const heaped = (scenario: Scenario): Scenario => ({
  ...scenario,
  at: Object.fromEntries(Object.keys(scenario.designs[0]?.components ?? {}).map((id) => [id, [40, 40]])),
});

const callsOf = (scenario: Scenario): readonly Call[] => scenario.designs[0]?.calls ?? [];

for (const scenario of [example('online-shop'), sixtyComponents()]) {
  const title = scenario.title ?? '';

  test(`${title}: tidied within a second, nothing overlaps, callers left of callees, one step of undo`, async ({
    page,
  }) => {
    const states = new States(page);
    await states.open();
    await states.openScenario(heaped(scenario));
    const before = await places(page);
    expect(untidy(before, callsOf(scenario))).not.toEqual([]);
    await page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } });

    await page.keyboard.press('Shift+t');
    await expect
      .poll(async () => untidy(await places(page), callsOf(scenario)), { timeout: 4000, intervals: [50] })
      .toEqual([]);

    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
    await expect.poll(async () => overlapsAll(await places(page))).toBe(true);
  });

  test(`${title}: without places it is tidied on opening, and that is no edit`, async ({ page }) => {
    const { at: _, ...placeless } = scenario;
    const states = new States(page);
    await states.open();
    await states.openScenario(placeless);
    await expect
      .poll(async () => untidy(await places(page), callsOf(scenario)), { timeout: 4000, intervals: [50] })
      .toEqual([]);
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  });
}

/** Whether all nodes are back in their heap. */
const overlapsAll = (nodes: Places): boolean =>
  new Set(Object.values(nodes).map(({ left, top }) => `${Math.round(left)} ${Math.round(top)}`)).size === 1;
