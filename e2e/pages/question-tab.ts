import { expect, type Locator, type Page } from '@playwright/test';
import { States } from './states.ts';

/** A tab of the dock with several views, its tile in the headline and its figures on the nodes. */
export class QuestionTab<View extends string> {
  readonly page: Page;
  readonly tile: Locator;
  readonly #title: string;

  constructor(page: Page, title: string, figure: string) {
    this.page = page;
    this.tile = page.locator(`[data-figure="${figure}"]`);
    this.#title = title;
  }

  /** What the open view shows. */
  panel(): Locator {
    return this.page.locator(`#${this.#title.toLowerCase()}-panel`);
  }

  async show(view: View): Promise<void> {
    await new States(this.page).question(this.#title);
    const tab = this.page.getByRole('tab', { name: view, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  titles(): Locator {
    return this.panel().getByRole('heading', { level: 3 });
  }

  figureOf(component: string): Locator {
    return this.page.locator(`.react-flow__node-component [data-component="${component}"] [data-figure]`);
  }
}
