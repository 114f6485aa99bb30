import { expect, type Locator, type Page } from '@playwright/test';

type View = 'Distribution' | 'Tail' | 'Calls' | 'Try';

/** What one sees of how long answers take: the tile in the headline and the tab of the dock, in its four views. */
export class Latency {
  readonly page: Page;
  /** "p99 200 ms". */
  readonly tile: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tile = page.locator('[data-figure="latency"]');
  }

  /** Whether the promise is kept, as the headline says it. */
  verdict(): Locator {
    return this.page.getByRole('region', { name: 'What this design promises' }).locator('[data-met]').last();
  }

  /** What holds the time back, as the headline says it on a phone. */
  tail(): Locator {
    return this.page.locator('[data-figure="tail"]');
  }

  /** What the open view shows. */
  panel(): Locator {
    return this.page.locator('#latency-panel');
  }

  async show(view: View): Promise<void> {
    const sheet = this.page.getByRole('tab', { name: 'Numbers', exact: true });
    const folded = this.page.getByRole('button', { name: 'Charts', exact: true });
    if (await sheet.isVisible()) await sheet.click();
    else if (await folded.isVisible()) await folded.click();
    await this.page.getByRole('tab', { name: 'Latency', exact: true }).click();
    const tab = this.page.getByRole('tab', { name: view, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** The figures of a quantile, behind its name: the time, how far it may be off, and that of the other design. */
  quantile(name: string): Locator {
    return this.panel()
      .getByRole('table', { name: 'How long good answers take' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name, exact: true }) })
      .getByRole('cell');
  }

  limit(): Locator {
    return this.panel().getByLabel('Good within');
  }

  goodWithin(): Locator {
    return this.panel().locator('[data-figure="good-within"]');
  }

  /** The chart whose title has these words. */
  chart(title: string | RegExp): Locator {
    return this.panel()
      .locator('figure')
      .filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  titles(): Locator {
    return this.panel().getByRole('heading', { level: 3 });
  }

  /** All rows of the table behind a chart. */
  async tableOf(title: string | RegExp): Promise<string[][]> {
    const chart = this.chart(title);
    await chart.getByRole('button', { name: 'Show as a table' }).click();
    const rows = await chart
      .getByRole('row')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
      );
    await chart.getByRole('button', { name: 'Show as a chart' }).click();
    return rows;
  }

  /** The row of what can be tried whose name has these words. */
  mitigation(name: string): Locator {
    return this.panel()
      .getByRole('row')
      .filter({ has: this.page.getByRole('button', { name, exact: true }) });
  }

  figureOf(component: string): Locator {
    return this.page.locator(`.react-flow__node-component [data-component="${component}"] [data-figure]`);
  }
}
