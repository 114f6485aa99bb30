import { expect, type Locator, type Page } from '@playwright/test';

type View = 'Downtime' | 'Importance' | 'Cut sets' | 'Claims';

/** The tab of the dock that is about availability, in its four views. */
export class Numbers {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What the open view shows. */
  panel(): Locator {
    return this.page.locator('#availability-panel');
  }

  async show(view: View): Promise<void> {
    const sheet = this.page.getByRole('tab', { name: 'Numbers', exact: true });
    const folded = this.page.getByRole('button', { name: 'Charts', exact: true });
    if (await sheet.isVisible()) await sheet.click();
    else if (await folded.isVisible()) await folded.click();
    await this.page.getByRole('tab', { name: 'Availability', exact: true }).click();
    const tab = this.page.getByRole('tab', { name: view, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  table(label: string | RegExp): Locator {
    return this.panel().getByRole('table', { name: label });
  }

  /** The row that begins with a name; a pointer on it lights up what it is about. */
  row(name: string | RegExp): Locator {
    return this.panel()
      .getByRole('row')
      .filter({ has: this.page.getByRole('button', { name, exact: true }) });
  }

  /** What the keyboard stops at in that row. */
  stop(name: string | RegExp): Locator {
    return this.row(name).locator('[data-row]');
  }

  /** All cells of a row behind its name. */
  async expectFigures(name: string | RegExp, figures: readonly string[]): Promise<void> {
    await expect(this.row(name).getByRole('cell')).toHaveText(figures);
  }

  /** The names of all rows, from above. */
  names(): Locator {
    return this.panel().locator('[data-row]');
  }

  /** Ids of the components that are lit up on the board. */
  async lit(): Promise<string[]> {
    const nodes = this.page.locator('[data-component][data-lit]');
    const ids = await nodes.evaluateAll((all) => all.map((node) => (node as HTMLElement).dataset['component'] ?? ''));
    return ids.sort();
  }

  async expectLit(...ids: string[]): Promise<void> {
    await expect.poll(() => this.lit()).toEqual(ids.sort());
  }
}
