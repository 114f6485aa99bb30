import type { Locator, Page } from '@playwright/test';
import type { LOAD_VIEWS } from '../../src/words/views.ts';
import { QuestionTab } from './question-tab.ts';

/** What one sees of load: the tile in the headline, the arrows and nodes, and the tab of the dock in its views. */
export class Load extends QuestionTab<(typeof LOAD_VIEWS)[number]['title']> {
  /** The tile says "headroom 1.1×". */
  constructor(page: Page) {
    super(page, 'Load', 'headroom');
  }

  async design(name: RegExp): Promise<void> {
    await this.page.getByRole('group', { name: 'Designs' }).getByRole('button', { name }).click();
  }

  /** The texts of a row of a table, by the name at its head. */
  row(name: string | RegExp): Locator {
    return this.panel()
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name }) })
      .getByRole('cell');
  }

  /** A figure in the inspector, by its label. */
  figure(label: string): Locator {
    return this.page.locator('[data-inspector]').getByRole('table', { name: 'Load' }).getByRole('row', { name: label });
  }
}
