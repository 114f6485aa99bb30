import { expect, type Locator, type Page } from '@playwright/test';

/** The outline, as one uses it by hand. */
export class Outline {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.locator('[data-outline]');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('o');
    await expect(this.region).toBeVisible();
  }

  control(label: string): Locator {
    return this.region.getByLabel(label, { exact: true });
  }

  async write(label: string, text: string): Promise<void> {
    await this.control(label).fill(text);
    // By the keyboard, not by the label: a name that is typed is in the labels at once.
    await this.page.keyboard.press('Enter');
  }

  async add(kind: string): Promise<void> {
    await this.region.getByRole('button', { name: 'Add a component' }).click();
    await this.page.getByRole('menuitem', { name: kind, exact: true }).click();
  }

  /** The cell that has the focus while one moves about. */
  focusedCell(): Locator {
    return this.region.locator('[data-cell]:focus');
  }
}
