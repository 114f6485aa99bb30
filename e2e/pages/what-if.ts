import type { Locator, Page } from '@playwright/test';

/** What is only tried: its bar over the board, its panel in the inspector, its marks on the board. */
export class WhatIf {
  readonly page: Page;
  readonly bar: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('status', { name: 'What if' });
    this.panel = page.locator('[data-inspector]').getByRole('region', { name: 'What if' });
  }

  /** "0 %, 365 days": what would be. */
  outcome(): Locator {
    return this.page.locator('[data-figure="what-if"]');
  }

  ways(): Locator {
    return this.page.locator('[data-figure="ways-left"]');
  }

  /** The ways that are left, one line each. */
  wayList(): Locator {
    return this.panel.getByRole('button', { name: /→/ });
  }

  /** One line for each journey, the one that is hurt most first. */
  hurt(): Locator {
    return this.panel.getByRole('list', { name: 'Who is hurt' }).getByRole('listitem');
  }

  /** How often a part is up in the what-if. */
  field(name: string): Locator {
    return this.panel.getByRole('textbox', { name, exact: true });
  }

  byClick(): Locator {
    return this.bar.getByRole('button', { name: 'Click to take down' });
  }

  async apply(): Promise<void> {
    await this.bar.getByRole('button', { name: 'Apply' }).click();
  }

  async discard(): Promise<void> {
    await this.bar.getByRole('button', { name: 'Discard' }).click();
  }
}
