import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog in which a load test is pasted and fitted. */
export class LoadTest {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Fit a load test' });
  }

  async open(button: Locator): Promise<void> {
    await button.click();
    await expect(this.area()).toBeFocused();
  }

  area(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Load test' });
  }

  /** Pastes a text, as the operating system hands it over. The page needs leave to write to the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.area().press('ControlOrMeta+a');
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Chooses a file with that text. */
  async openFile(text: string): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('button', { name: 'Open a file' }).click();
    await (await choosing).setFiles({ name: 'load-test.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(this.area()).toHaveValue(text);
  }

  /** A row of what was fitted: "Contention σ". */
  figure(name: string): Locator {
    return this.dialog.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  problem(): Locator {
    return this.dialog.getByRole('alert');
  }

  use(): Locator {
    return this.dialog.getByRole('button', { name: 'Use these' });
  }
}
