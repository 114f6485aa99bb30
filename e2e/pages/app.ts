import { readFile } from 'node:fs/promises';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { domainsOf, occupiedDomains } from '../../src/model/domains.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { downloaded } from './downloads.ts';
import { States } from './states.ts';

/** The page around the board: header, headline, dock and dialogs. */
export class App {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A figure of the headline or a bar: availability, downtime, binding, what-if. */
  figure(name: 'availability' | 'downtime' | 'binding' | 'what-if'): Locator {
    return this.page.locator(`[data-figure="${name}"]`);
  }

  designs(): Locator {
    return this.page.getByRole('group', { name: 'Designs' }).locator('[aria-pressed]');
  }

  chosenDesign(): Locator {
    return this.page.getByRole('group', { name: 'Designs' }).locator('[aria-pressed=true]');
  }

  tab(name: 'Summary' | 'Availability' | 'Fan-out' | 'Scaling'): Locator {
    return this.page.getByRole('tab', { name });
  }

  dock(): Locator {
    return this.page.getByRole('region', { name: 'Numbers' });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  notices(): Locator {
    return this.page.getByRole('region', { name: 'Notices' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Opens the page and waits until its charts, the last to come, stand. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
    await expect(this.figure('availability')).toHaveText(/\d/);
    await expect(
      this.page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox').first(),
    ).toBeVisible();
  }

  /** Runs a command by the palette, as one who does not know its key. */
  async command(typed: string): Promise<void> {
    await new States(this.page).run(typed);
  }

  async openExample(title: string): Promise<void> {
    await this.command('examples');
    const entry = this.dialog('Examples').getByRole('button');
    await entry.filter({ has: this.page.getByText(title, { exact: true }) }).click();
    await expect(this.page).toHaveTitle(`${title} · Nineboard`);
    await expect(this.figure('availability')).toHaveText(/\d/);
  }

  /** Chooses an entry of the chosen design's menu. */
  async designMenu(entry: string): Promise<void> {
    await this.chosenDesign().click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async undo(): Promise<void> {
    await this.button('Undo').click();
  }

  /** The link that the share dialog shows. */
  async shareLink(): Promise<string> {
    await this.button('Share link').click();
    const link = this.dialog('Share this board').getByRole('textbox', { name: 'Link' });
    await expect(link).toHaveValue(/#n1\./);
    return link.inputValue();
  }
}

/** The whole document as it would be saved, to hold one board against another. */
export async function savedFile(page: Page): Promise<string> {
  const download = await downloaded(page, () => page.keyboard.press('Control+s'));
  return readFile(await download.path(), 'utf8');
}

function isPlaced(file: string): boolean {
  const { designs, at = {} } = JSON.parse(file) as Scenario;
  return designs.every((design) => {
    const alone = Object.keys(domainsOf(design)).filter((id) => !occupiedDomains(design).has(id));
    return [...Object.keys(design.components), ...alone].every((id) => Object.hasOwn(at, id));
  });
}

/** The document once everything has its place: an emptied domain is given one when the layout has loaded, which is no edit. */
export async function placedFile(page: Page): Promise<string> {
  let file = '';
  await expect
    .poll(async () => {
      file = await savedFile(page);
      return isPlaced(file);
    })
    .toBe(true);
  return file;
}

export async function newApp(context: BrowserContext): Promise<App> {
  return new App(await context.newPage());
}
