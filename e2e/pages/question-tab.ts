import type { Locator, Page } from '@playwright/test';
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
    const states = new States(this.page);
    await states.question(this.#title);
    await states.tab(view);
  }

  titles(): Locator {
    return this.panel().getByRole('heading', { level: 3 });
  }

  figureOf(component: string): Locator {
    return this.page.locator(`.react-flow__node-component [data-component="${component}"] [data-figure]`);
  }
}
