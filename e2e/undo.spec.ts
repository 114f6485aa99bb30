import type { Page } from '@playwright/test';
import type { Command } from '../src/commands/command.ts';
import { COMMANDS } from '../src/commands/registry.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { placedFile, savedFile } from './pages/app.ts';
import { Board } from './pages/board.ts';
import { Desk } from './pages/desk.ts';
import { Inspector } from './pages/inspector.ts';
import { example } from './pages/scenarios.ts';
import { States } from './pages/states.ts';
import { expect, test } from './test.ts';

/** Commands that change the document, as the product itself lists them. */
const EDITS = COMMANDS.filter(({ edits }) => edits);
/** A test takes so many of them: few enough to run beside others, enough to be worth opening a board for. */
const AT_ONCE = 14;

/** The checkout with its app in a zone. */
const CHECKOUT = example('checkout');
const [TODAY, ...OTHERS] = CHECKOUT.designs;
const ZONED: Scenario = {
  ...CHECKOUT,
  title: 'Checkout in a zone',
  designs: [
    {
      ...TODAY!,
      components: { ...TODAY!.components, app: { ...TODAY!.components['app'], kind: 'service', domains: ['zone-a'] } },
      domains: { 'zone-a': { kind: 'zone', name: 'Zone a', up: '99.99 %' } },
    },
    ...OTHERS,
  ],
};

class Bench {
  readonly page: Page;
  readonly board: Board;
  readonly desk: Desk;

  constructor(page: Page) {
    this.page = page;
    this.board = new Board(page);
    this.desk = new Desk(page);
  }

  /** Ways in which a board may stand before somebody calls for a command. Every command can run in one of them. */
  readonly situations: readonly (() => Promise<void>)[] = [
    async () => {
      await this.board.select('Load balancer');
      await this.board.select('App', ['Shift']);
      await this.board.select('Payment gateway', ['Shift']);
    },
    () => this.board.select('App'),
    () => this.board.select('Payment gateway'),
    async () => {
      await this.board.select('Shoppers');
      await this.page.keyboard.press('a');
      await this.page.keyboard.press('ArrowRight');
      await this.page.keyboard.press('ArrowRight');
    },
    () => this.board.domain('Zone a').click(),
    () => this.showDesign('B'),
    () => this.desk.command('Try what would help most'),
  ];

  async showDesign(letter: string): Promise<void> {
    const tab = this.page
      .getByRole('group', { name: 'Designs' })
      .getByRole('button', { name: new RegExp(`^${letter} `) });
    // A press on the one that is shown opens its menu.
    if ((await tab.getAttribute('aria-pressed')) === 'false') await tab.click();
    await expect(tab).toHaveAttribute('aria-pressed', 'true');
  }

  /** Back to the first design with nothing selected, tried out or begun. */
  async clear(): Promise<void> {
    await this.showDesign('A');
    await this.page.getByRole('button', { name: 'Fit', exact: true }).click();
    for (let each = 0; each < 3; each++) await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('region', { name: 'What if' })).toHaveCount(0);
  }

  async arrange(situation: () => Promise<void>): Promise<void> {
    await this.clear();
    await situation();
  }

  async openPalette(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await expect(this.page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  }

  /** The titles that can be picked at this moment. */
  async possible(): Promise<Set<string>> {
    await this.openPalette();
    const options = this.page.locator('[role="option"]:not([aria-disabled]) > :first-child');
    const titles = await options.allInnerTexts();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    return new Set(titles);
  }

  async run({ title }: Command): Promise<void> {
    await this.openPalette();
    await this.page.keyboard.type(title);
    await this.page
      .getByRole('option')
      .filter({ has: this.page.getByText(title, { exact: true }) })
      .click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  undo() {
    return this.page.getByRole('button', { name: 'Undo', exact: true });
  }

  redo() {
    return this.page.getByRole('button', { name: 'Redo', exact: true });
  }

  /** The document as the very file that a person gets. */
  file(): Promise<string> {
    return savedFile(this.page);
  }

  /** Runs it, takes it back and brings it back, one step each: the very bytes. Ends where it began. */
  async prove(command: Command, before: string): Promise<void> {
    await this.run(command);
    await expect.poll(() => this.file(), `${command.title} changes something`).not.toBe(before);
    await this.page.keyboard.press('Escape');
    const after = await placedFile(this.page);
    await this.undo().click();
    expect(await this.file(), `${command.title}, undone`).toBe(before);
    await expect(this.undo(), `${command.title} is one step`).toBeDisabled();
    await this.redo().click();
    expect(await this.file(), `${command.title}, brought back`).toBe(after);
    await this.undo().click();
    await expect(this.undo()).toBeDisabled();
  }
}

test.describe('undo', () => {
  let bench: Bench;

  test.beforeEach(async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    bench = new Bench(page);
    await bench.board.open();
    await new States(page).openScenario(ZONED);
  });

  for (let from = 0; from < EDITS.length; from += AT_ONCE) {
    const commands = EDITS.slice(from, from + AT_ONCE);
    test(`takes back, to the byte: ${commands.map(({ title }) => title).join(', ')}`, async ({ page }) => {
      test.setTimeout(180_000);
      await bench.board.select('App');
      await page.keyboard.press('ControlOrMeta+c');
      const before = await bench.file();
      let left = commands;
      for (const situation of bench.situations) {
        if (left.length === 0) break;
        await bench.arrange(situation);
        const possible = await bench.possible();
        for (const [index, command] of left.filter(({ title }) => possible.has(title)).entries()) {
          if (index > 0) await bench.arrange(situation);
          await test.step(command.title, () => bench.prove(command, before));
        }
        left = left.filter(({ title }) => !possible.has(title));
      }
      expect(
        left.map(({ title }) => title),
        'possible in no situation',
      ).toEqual([]);
    });
  }

  test('takes back a drag of a component in one step', async () => {
    const before = await bench.file();
    const from = await bench.board.middleOf(bench.board.node('App'));
    await bench.board.drag(from, { x: from.x + 40, y: from.y + 120 });
    expect(await bench.file()).not.toBe(before);
    await bench.undo().click();
    expect(await bench.file()).toBe(before);
    await expect(bench.undo()).toBeDisabled();
  });

  test('takes back a value that was dragged in one step', async ({ page }) => {
    const inspector = new Inspector(page);
    await inspector.select('App');
    const before = await bench.file();
    await inspector.startDrag('One is up', 60);
    await inspector.endDrag();
    await expect(inspector.field('One is up')).not.toHaveValue('99 %');
    expect(await bench.file()).not.toBe(before);
    await bench.undo().click();
    await expect(inspector.field('One is up')).toHaveValue('99 %');
    expect(await bench.file()).toBe(before);
    await expect(bench.undo()).toBeDisabled();
  });

  test('takes a whole story back, step by step, and brings it back', async ({ page }) => {
    const texts = [await bench.file()];
    // A tab may begin ten downloads in quick succession: each waits until the browser has kept what was done.
    const kept = async (): Promise<string> => {
      await expect(page.getByRole('banner').getByRole('status')).toHaveText('saved');
      return bench.file();
    };
    const steps: (() => Promise<void>)[] = [
      () => bench.board.select('App').then(() => page.keyboard.press('+')),
      () => page.keyboard.press('ControlOrMeta+d'),
      () => page.keyboard.press('Delete'),
      () => page.keyboard.press('Shift+t'),
      () => bench.desk.command('Add a design as a copy of this one'),
      () => bench.desk.retitle('Another title'),
    ];
    for (const step of steps) {
      await step();
      await expect.poll(kept).not.toBe(texts.at(-1));
      texts.push(await kept());
    }
    for (const text of texts.slice(0, -1).reverse()) {
      await bench.undo().click();
      expect(await kept()).toBe(text);
    }
    await expect(bench.undo()).toBeDisabled();
    for (const text of texts.slice(1)) {
      await bench.redo().click();
      expect(await kept()).toBe(text);
    }
    await expect(bench.redo()).toBeDisabled();
  });
});
