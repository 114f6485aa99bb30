import { expect, type Locator, type Page } from '@playwright/test';
import { Inspector } from './inspector.ts';

/** A time in the inspector: its form, its parts, and what it looks like. */
export class Times {
  readonly page: Page;
  readonly inspector: Inspector;
  /** The name of the field: "Service time", "Network". */
  readonly name: string;

  constructor(page: Page, name = 'Service time') {
    this.page = page;
    this.inspector = new Inspector(page);
    this.name = name;
  }

  /** Opens the page, selects a component and unfolds what its time stands in. */
  async open(component: string): Promise<void> {
    await this.page.goto('/');
    await this.inspector.select(component);
    await this.unfold();
  }

  async unfold(): Promise<void> {
    const summary = this.inspector.region.locator('summary', { hasText: /^Timing/ });
    await expect(this.inspector.region.getByRole('heading', { name: 'Timing' })).toBeVisible();
    if ((await summary.count()) > 0 && !(await this.form().isVisible())) await summary.click();
    await expect(this.form()).toBeVisible();
  }

  /** The list of forms; of the time of a part of a mixture where one is given. */
  form(part?: Locator): Locator {
    return (part ?? this.inspector.region).getByRole('combobox', {
      name: `${part === undefined ? this.name : 'Time'}: form`,
    });
  }

  async choose(form: string, part?: Locator): Promise<void> {
    await this.form(part).selectOption({ label: form });
    await expect(this.form(part).locator('option:checked')).toHaveText(form);
  }

  field(label: string, part?: Locator): Locator {
    return (part ?? this.inspector.region).getByLabel(label, { exact: true });
  }

  async write(label: string, text: string, part?: Locator): Promise<void> {
    await this.field(label, part).fill(text);
    await this.field(label, part).press('Enter');
  }

  /** One part of a mixture, from 1 on. */
  part(number: number): Locator {
    return this.inspector.region.getByRole('group', { name: `Part ${number}`, exact: true });
  }

  parts(): Locator {
    return this.inspector.region.getByRole('group', { name: /^Part \d+$/ });
  }

  /** Everything about the time: its parts and what is wrong with them. */
  group(): Locator {
    return this.inspector.region.getByRole('group', { name: this.name, exact: true });
  }

  problems(): Locator {
    return this.group().getByRole('alert');
  }

  /** What stands under the drawing: "p99", "mean". */
  figure(name: string): Locator {
    return this.inspector.region
      .locator('figure dl > div', { has: this.page.getByText(name, { exact: true }) })
      .locator('dd');
  }

  drawing(): Locator {
    return this.inspector.region.locator('figure').getByRole('img');
  }

  /** The texts below the drawing: where its axis begins and ends. */
  axis(): Locator {
    return this.inspector.region.locator('figure [data-axis] > span');
  }

  /** The shares at the spikes, from the likeliest on. */
  spikes(): Locator {
    return this.inspector.region.locator('figure [data-name]');
  }

  /** All figures in their order. */
  async expectFigures(figures: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(figures)) await expect(this.figure(name)).toHaveText(text);
  }

  /** Where measurements are pasted. */
  measurements(): Locator {
    return this.field('Measurements');
  }

  /** Pastes a text, as the operating system hands it over. The page needs leave to write to the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.measurements().focus();
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Presses Stop as soon as it is there, however fast reading is. */
  async stopSoon(): Promise<void> {
    await this.page.evaluate(() => {
      new MutationObserver((_, watch) => {
        const stop = [...document.querySelectorAll<HTMLElement>('[data-inspector] button')].find(
          ({ textContent }) => textContent === 'Stop',
        );
        if (stop === undefined) return;
        watch.disconnect();
        stop.click();
      }).observe(document.body, { childList: true, subtree: true });
    });
  }

  /** Drags a label, once the figures are there that stand above the fields and move them down when they come. */
  async startDrag(label: string, pixels: number): Promise<void> {
    await expect(this.inspector.region.getByRole('heading', { name: /answers within/ })).toBeVisible();
    await this.inspector.startDrag(label, pixels);
  }

  /** What was read, and what is kept of it. */
  note(): Locator {
    return this.inspector.region.getByRole('status').filter({ hasText: /measurement|percentiles/ });
  }

  /** What is wrong with what was pasted. */
  pasteProblem(): Locator {
    return this.group()
      .getByRole('alert')
      .filter({ hasText: /^Line \d/ });
  }
}
