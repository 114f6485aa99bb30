import { expect, type Locator, type Page } from '@playwright/test';

/** The inspector, as one uses it by hand. */
export class Inspector {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.locator('[data-inspector]');
  }

  /** Selects a component by a press on the board. */
  async select(name: string, modifiers: ('Shift' | 'ControlOrMeta')[] = []): Promise<void> {
    await this.page.locator('.react-flow__node', { hasText: name }).first().click({ modifiers });
  }

  /** Nothing is selected any more. */
  async selectNothing(): Promise<void> {
    await this.page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
    await expect(this.region.getByLabel('Title', { exact: true })).toBeVisible();
  }

  field(label: string | RegExp): Locator {
    return this.region.getByLabel(label, { exact: true });
  }

  async write(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
    await this.field(label).press('Enter');
  }

  /** Presses on the label and moves so many pixels aside, without letting go. */
  async startDrag(label: string, pixels: number): Promise<void> {
    const handle = this.region.locator('label', { hasText: new RegExp(`^${label}$`) }).first();
    // It is waited for until it stands still: what is drawn below a field comes a moment after it.
    await handle.hover({ position: { x: 8, y: 8 } });
    const box = await handle.boundingBox();
    if (box === null) throw new Error(`${label} is not on the screen`);
    await this.page.mouse.move(box.x + 8, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + 8 + pixels, box.y + box.height / 2, { steps: 8 });
  }

  async endDrag(): Promise<void> {
    await this.page.mouse.up();
  }

  slider(label: string): Locator {
    return this.region.getByRole('slider', { name: `${label}: slider` });
  }

  /** Takes the thumb of a slider and moves it to a stop, without letting go. */
  async startSlide(label: string, stop: number): Promise<void> {
    const slider = this.slider(label);
    await slider.hover();
    const box = await slider.boundingBox();
    if (box === null) throw new Error(`${label} is not on the screen`);
    const [last, now] = await slider.evaluate((range: HTMLInputElement) => [Number(range.max), Number(range.value)]);
    const thumb = 16;
    const spot = (place: number): number => box.x + thumb / 2 + ((box.width - thumb) * place) / (last ?? 1);
    await this.page.mouse.move(spot(now ?? 0), box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(spot(stop), box.y + box.height / 2, { steps: 6 });
  }

  /** What is said to be wrong with a field. */
  problem(label: string | RegExp): Locator {
    return this.region
      .locator('[data-path]:not(:has([data-path]))', { has: this.page.getByLabel(label, { exact: true }) })
      .getByRole('alert');
  }

  part(title: string | RegExp): Locator {
    return this.region.locator('section', { has: this.page.getByRole('heading', { name: title }) }).last();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo/ }).click();
  }

  async addVariable(name: string, value: string): Promise<void> {
    await this.region.getByRole('button', { name: 'Add a variable' }).click();
    const fresh = this.region.getByLabel(/^Name of \w+$/).last();
    await expect(fresh).toBeFocused();
    await fresh.fill(name);
    await fresh.press('Enter');
    await this.write(`Value of ${name}`, value);
  }
}
