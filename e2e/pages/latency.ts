import { expect, type Locator, type Page } from '@playwright/test';
import type { LATENCY_VIEWS } from '../../src/words/views.ts';
import { QuestionTab } from './question-tab.ts';

/** What one sees of how long answers take: the tile in the headline and the tab of the dock, in its four views. */
export class Latency extends QuestionTab<(typeof LATENCY_VIEWS)[number]['title']> {
  /** The tile says "p99 200 ms". */
  constructor(page: Page) {
    super(page, 'Latency', 'latency');
  }

  /** Whether the promise is kept, as the headline says it. */
  verdict(): Locator {
    return this.page.getByRole('region', { name: 'What this design promises' }).locator('[data-met]').last();
  }

  /** What holds the time back, as the headline says it on a phone. */
  tail(): Locator {
    return this.page.locator('[data-figure="tail"]');
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

  /** All rows of the table behind a chart. */
  async tableOf(title: string | RegExp): Promise<string[][]> {
    const chart = this.chart(title);
    await chart.getByRole('button', { name: 'Show as a table' }).click();
    await expect(chart.getByRole('table')).toBeVisible();
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
}
