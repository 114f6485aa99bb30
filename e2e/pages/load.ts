import { expect, type Locator, type Page } from '@playwright/test';
import { LOAD_VIEWS } from '../../src/words/views.ts';

type View = (typeof LOAD_VIEWS)[number]['title'];

/** What one sees of load: the tile in the headline, the arrows and nodes, and the tab of the dock in its views. */
export class Load {
  readonly page: Page;
  /** "headroom 1.1×". */
  readonly tile: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tile = page.locator('[data-figure="headroom"]');
  }

  /** What the open view shows. */
  panel(): Locator {
    return this.page.locator('#load-panel');
  }

  async show(view: View): Promise<void> {
    await this.page.getByRole('tab', { name: 'Load', exact: true }).click();
    const tab = this.page.getByRole('tab', { name: view, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  async design(name: RegExp): Promise<void> {
    await this.page.getByRole('group', { name: 'Designs' }).getByRole('button', { name }).click();
  }

  titles(): Locator {
    return this.panel().getByRole('heading', { level: 3 });
  }

  /** The texts of a row of a table, by the name at its head. */
  row(name: string | RegExp): Locator {
    return this.panel()
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name }) })
      .getByRole('cell');
  }

  figureOf(component: string): Locator {
    return this.page.locator(`.react-flow__node-component [data-component="${component}"] [data-figure]`);
  }

  /** A figure in the inspector, by its label. */
  figure(label: string): Locator {
    return this.page.locator('[data-inspector]').getByRole('table', { name: 'Load' }).getByRole('row', { name: label });
  }
}
