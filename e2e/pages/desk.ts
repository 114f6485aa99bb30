import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { downloaded } from './downloads.ts';
import { States } from './states.ts';

/** The page around the board: opening and keeping, sharing, and the number above it all. */
export class Desk {
  readonly page: Page;
  /** The availability in the headline: "99.9497 %". */
  readonly number: Locator;
  readonly notices: Locator;

  constructor(page: Page) {
    this.page = page;
    this.number = page.locator('[data-figure="availability"]');
    this.notices = page.getByRole('region', { name: 'Notices' });
  }

  /** Goes to an address and waits for the first number and the board's fields. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** What was opened stands, with its number and its fields. */
  async ready(): Promise<void> {
    await expect(this.number).toHaveText(/\d %|always/);
    await expect(this.field('Title').or(this.page.getByRole('dialog')).first()).toBeVisible();
  }

  field(label: string): Locator {
    return this.page.locator('[data-inspector]').getByLabel(label, { exact: true });
  }

  /** Changes the title: an edit that shows at once in the header and in the tab. */
  async retitle(title: string): Promise<void> {
    await this.field('Title').fill(title);
    await this.field('Title').press('Enter');
    await expect(this.page).toHaveTitle(`${title} · Nineboard`);
  }

  async expectTitle(title: string): Promise<void> {
    await expect(this.page).toHaveTitle(`${title} · Nineboard`);
  }

  /** Selects a component by a press on it. */
  async select(id: string): Promise<void> {
    await this.page.locator(`[data-board] [data-component="${id}"]`).first().click();
  }

  /** Selects a component and writes one of its fields. */
  async write(id: string, label: string, text: string): Promise<void> {
    await this.select(id);
    await this.field(label).fill(text);
    await this.field(label).press('Enter');
  }

  /** What the page says in its corner. */
  notice(text: string | RegExp): Locator {
    return this.notices.locator('[data-level]').filter({ hasText: text });
  }

  async putAway(notice: Locator): Promise<void> {
    await notice.getByRole('button', { name: 'Put away' }).click();
    await expect(notice).toHaveCount(0);
  }

  /** The status beside the title: "saved". */
  saved(): Locator {
    return this.page.locator('header').getByRole('status');
  }

  async menu(title: string): Promise<void> {
    await this.page.locator('header [aria-haspopup="menu"]').first().click();
    await this.page.getByRole('menuitem', { name: new RegExp(`^${title}`) }).click();
  }

  /** A command that has no button of its own, by its name in the palette. */
  async command(title: string): Promise<void> {
    await new States(this.page).run(title);
  }

  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Closes a dialog without choosing. */
  async close(dialog: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog(dialog)).toHaveCount(0);
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  }

  /** What a press that saves a file saves. */
  async download(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const download = await downloaded(this.page, press);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** The document as the file that a person gets. */
  saveFile(): Promise<{ name: string; bytes: Buffer }> {
    return this.download(() => this.menu('Save as a file'));
  }

  /** Chooses a file in the browser's dialog. */
  async chooseFile(name: string, content: string | Buffer): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.menu('Open file');
    const chooser = await choosing;
    const mimeType = name.endsWith('.xml') ? 'text/xml' : 'application/json';
    await chooser.setFiles({ name, mimeType, buffer: Buffer.from(content) });
  }

  /** Lets go of a file over the board, as the operating system does. */
  async dropFile(path: string): Promise<void> {
    await this.page.locator('[data-board]').waitFor();
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
    }
  }

  /** The link as it stands in the share dialog. */
  async link(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share link' }).click();
    const input = this.dialog('Share this board').getByRole('textbox', { name: 'Link' });
    await expect(input).toHaveValue(/#n1\./);
    const link = await input.inputValue();
    await this.close('Share this board');
    return link;
  }

  /** Goes to another link in the page that is open, as a person does who pastes it into the address bar. */
  async follow(fragment: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
  }
}
