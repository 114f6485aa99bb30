import { expect, type Locator, type Page } from '@playwright/test';
import type { Scenario } from '../../src/model/scenario.ts';
import { AVAILABILITY_VIEWS } from '../../src/words/views.ts';
import type { Sample } from './scenarios.ts';

/** The window sizes that the page is made for. A room is a wide window with the largest text. */
export const SIZES = {
  desk: { width: 1440, height: 900, textSize: 100, phone: false },
  laptop: { width: 1024, height: 768, textSize: 100, phone: false },
  room: { width: 1440, height: 900, textSize: 150, phone: false },
  phone: { width: 390, height: 844, textSize: 100, phone: true },
} as const;

/** How a window of that size is opened. */
export const windowOf = ({ width, height, phone }: (typeof SIZES)[keyof typeof SIZES]) => ({
  viewport: { width, height },
  isMobile: phone,
  hasTouch: phone,
  contextOptions: { reducedMotion: 'reduce' as const },
});

/** Brings the page into each of the states that it can be in. */
export class States {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  component(id: string): Locator {
    return this.page.locator(`.react-flow__node-component [data-component="${id}"]`);
  }

  components(): Locator {
    return this.page.locator('.react-flow__node-component [data-component]');
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  headline(): Locator {
    return this.page.locator('[data-figure="availability"]');
  }

  /** Opens the page: the checkout with its numbers, and the board drawn. */
  async open(textSize: 100 | 125 | 150 = 100): Promise<void> {
    await this.page.goto('/');
    await expect(this.headline()).toContainText('99.9497');
    await expect(this.component('payment')).toBeVisible();
    await this.ready();
    if (textSize !== 100) await this.run(`Text size ${textSize} %`);
  }

  /** What is fetched behind the first number and shown at this size is there. */
  private async ready(): Promise<void> {
    const layout = await this.page.locator('#root > [data-layout]').getAttribute('data-layout');
    await expect(this.page.getByRole('toolbar', { name: 'Palette' })).toBeVisible();
    if (layout !== 'compact') await expect(this.page.locator('[data-inspector]')).toBeVisible();
    if (layout === 'wide') await expect(this.page.locator('figure .recharts-surface').first()).toBeVisible();
  }

  /** Opens a file through the page's own dialog. */
  async openText(text: string, name = 'board.nineboard.json'): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.keyboard.press('ControlOrMeta+o');
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  async openScenario(scenario: Scenario): Promise<void> {
    await this.openText(JSON.stringify(scenario));
    await expect(this.page).toHaveTitle(`${scenario.title ?? ''} · Nineboard`);
    await expect(this.components()).toHaveCount(Object.keys(scenario.designs[0]?.components ?? {}).length);
    await expect(this.headline()).toBeAttached();
  }

  /** Runs a command as one does who knows its name. */
  async run(command: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.page.getByRole('combobox', { name: 'Search commands' }).fill(command);
    await expect(this.page.getByRole('option').first()).not.toHaveAttribute('aria-disabled');
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('combobox', { name: 'Search commands' })).toHaveCount(0);
  }

  async openDialog(command: string): Promise<void> {
    await this.run(command);
    await expect(this.dialog()).toBeVisible();
  }

  /** Finds a component by its name, which selects it and brings it into view. */
  async select(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+f');
    const field = this.page.getByRole('combobox', { name: 'Find a component' });
    await field.fill(name);
    await field.press('Enter');
    await expect(this.page.locator('[data-component][data-selected]')).toHaveCount(1);
  }

  /** Finds a domain by its name. */
  async selectDomain(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+f');
    const field = this.page.getByRole('combobox', { name: 'Find a component' });
    await field.fill(name);
    await field.press('Enter');
    await expect(this.page.locator('[data-domain][data-selected]')).toHaveCount(1);
  }

  async openMenuOf(name: string): Promise<void> {
    await this.select(name);
    await this.page.locator('[data-component][data-selected]').focus();
    await this.page.keyboard.press('Shift+F10');
    await expect(this.page.getByRole('menu')).toBeVisible();
    await this.page.keyboard.press('ArrowDown');
  }

  async selectCall(caller: string, callee: string): Promise<void> {
    await this.openMenuOf(caller);
    await this.page.getByRole('menuitem', { name: `Its call of ${callee}` }).click();
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
    await expect(this.page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
  }

  /** Shows the charts, wherever they are at this size. */
  async question(name: string): Promise<void> {
    const sheet = this.page.getByRole('tab', { name: 'Numbers', exact: true });
    const folded = this.page.getByRole('button', { name: 'Charts', exact: true });
    if (await sheet.isVisible()) await sheet.click();
    else if (await folded.isVisible()) await folded.click();
    await this.tab(name);
  }

  async fold(): Promise<void> {
    const open = this.page.getByRole('button', { name: 'Fold the charts to one sentence' });
    const sheet = this.page.getByRole('tab', { name: 'Board', exact: true });
    if (await sheet.isVisible()) await sheet.click();
    else if (this.page.viewportSize()?.width === 1024 && (await open.isVisible())) await open.click();
  }

  async outline(): Promise<void> {
    const sheet = this.page.getByRole('tab', { name: 'Outline', exact: true });
    if (await sheet.isVisible()) await sheet.click();
    else await this.run('Show or hide the outline');
    await expect(this.page.locator('[data-outline]')).toBeVisible();
  }

  async closeOutline(): Promise<void> {
    const sheet = this.page.getByRole('tab', { name: 'Board', exact: true });
    if (await sheet.isVisible()) await sheet.click();
    else await this.page.getByRole('button', { name: 'Close the outline' }).click();
    await expect(this.page.locator('[data-outline]')).toHaveCount(0);
  }

  /** Puts away what is open and selects nothing. */
  async back(): Promise<void> {
    for (const layer of [this.dialog(), this.page.getByRole('menu')]) {
      if (!(await layer.isVisible())) continue;
      await this.page.keyboard.press('Escape');
      await expect(layer).toHaveCount(0);
    }
    await this.page.keyboard.press('Escape');
  }
}

export interface State {
  readonly name: string;
  /** It shows next to nothing of the board. */
  readonly apart?: boolean;
  readonly reach: (states: States, sample: Sample) => Promise<void>;
  /** How to leave it, where Escape does not. */
  readonly leave?: (states: States) => Promise<void>;
}

/** A state of one board only, which Escape leaves. */
export interface OwnState {
  readonly name: string;
  readonly reach: (states: States) => Promise<void>;
}

/** Waits for what is there once a view has its answers. */
export type Answered<Id extends string> = Readonly<Record<Id, (panel: Locator) => Promise<void>>>;

/** The views of a tab of the dock, each with its answers. */
export const viewStates = <Id extends string>(
  question: string,
  views: readonly { readonly id: Id; readonly title: string }[],
  answered: Answered<Id>,
): OwnState[] =>
  views.map(({ id, title }) => ({
    name: `the view "${title}" of ${question.toLowerCase()}`,
    async reach(states) {
      await states.question(question);
      await states.tab(title);
      await answered[id](states.page.getByRole('tabpanel', { name: title }));
    },
  }));

const DIALOGS = [
  'Search commands',
  'Share link',
  'Show the keys',
  'Help',
  'Recent boards',
  'Examples',
  'Earlier versions of this board',
  'Rename board',
  'Rename design',
  'Find a component',
];

const dialogState = (command: string): State => ({
  name: `the dialog of "${command}"`,
  apart: true,
  async reach(states) {
    if (command !== 'Search commands') return states.openDialog(command);
    await states.page.keyboard.press('ControlOrMeta+k');
    await expect(states.dialog()).toBeVisible();
  },
});

const tabState = (name: string): State => ({
  name: `the charts of "${name}"`,
  reach: (states) => states.question(name),
});

/** What a board with zones in a region comes to show besides. */
export const DOMAIN_STATES: readonly OwnState[] = [
  { name: 'domains on the board', reach: async () => {} },
  { name: 'a group that is spread', reach: (states) => states.select('App') },
  { name: 'a domain in another', reach: (states) => states.selectDomain('Zone a') },
  { name: 'a domain with others in it', reach: (states) => states.selectDomain('US East') },
  {
    name: 'a domain that is down in a what-if',
    async reach(states) {
      await states.selectDomain('Zone a');
      await states.run('Take down, as a what-if');
      await expect(states.page.locator('[data-domain] [data-mark]').first()).toBeAttached();
    },
  },
  {
    name: 'the menu of a domain',
    async reach(states) {
      await states.selectDomain('Zone a');
      await states.page.locator('[data-domain][data-selected]').focus();
      await states.page.keyboard.press('Shift+F10');
      await expect(states.page.getByRole('menuitem', { name: 'What stands in it…' })).toBeVisible();
    },
  },
  { name: 'the outline with domains', reach: (states) => states.outline() },
];

/** Every state of a board that shows a sample; each is left as it was come to. */
export const STATES: readonly State[] = [
  { name: 'nothing selected', reach: async () => {} },
  { name: 'a component selected', reach: (states, { caller }) => states.select(caller) },
  { name: 'a call selected', reach: (states, { caller, callee }) => states.selectCall(caller, callee) },
  {
    name: 'several selected',
    async reach({ page }) {
      await page.keyboard.press('ControlOrMeta+a');
      await expect(page.getByText('What they share')).toBeVisible();
    },
  },
  tabState('Availability'),
  ...AVAILABILITY_VIEWS.map(({ title }): State => ({
    name: `the view "${title}" of availability`,
    async reach(states) {
      await states.question('Availability');
      await states.tab(title);
      await expect(states.page.locator('#availability-panel').locator('table, figure').first()).toBeVisible();
    },
  })),
  tabState('Latency'),
  tabState('Fan-out'),
  tabState('Scaling'),
  { ...tabState('Summary'), leave: (states) => states.fold() },
  { name: 'the outline', reach: (states) => states.outline(), leave: (states) => states.closeOutline() },
  ...DIALOGS.map(dialogState),
  { name: 'the menu of a component', reach: (states, { caller }) => states.openMenuOf(caller) },
  {
    name: 'the menu of the page',
    async reach({ page }) {
      await page.locator('header').getByRole('button').first().click();
      await expect(page.getByRole('menuitem', { name: 'New board' })).toBeVisible();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'a field in error',
    async reach(states, { caller }) {
      const { page } = states;
      await states.select(caller);
      const field = page.locator('[data-inspector]').getByLabel('Replicas', { exact: true });
      await field.fill('none at all');
      await field.press('Tab');
      await expect(page.locator('[data-inspector]').getByRole('alert').first()).toBeVisible();
    },
    leave: async ({ page }) => {
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(page.locator('[data-inspector]').getByRole('alert')).toHaveCount(0);
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'a what-if',
    async reach(states) {
      await states.run('Try what would help most');
      await expect(states.page.locator('[data-figure="what-if"]')).toContainText('%');
    },
  },
  {
    name: 'something that is down in a what-if',
    async reach(states, { callee }) {
      await states.select(callee);
      await states.run('Take down, as a what-if');
      await expect(states.page.locator('[data-figure="ways-left"]')).toContainText('left');
      await expect(states.page.locator('[data-mark]').first()).toBeAttached();
    },
    // The first Escape lets it be up again.
    leave: (states) => states.page.keyboard.press('Escape'),
  },
];
