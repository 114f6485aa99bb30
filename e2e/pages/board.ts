import { expect, type CDPSession, type Locator, type Page } from '@playwright/test';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The board, as one draws on it. Points are those of the window, in pixels. */
export class Board {
  readonly page: Page;
  readonly frame: Locator;
  readonly palette: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = page.locator('[data-board]');
    this.palette = page.getByRole('toolbar', { name: 'Palette' });
  }

  /** Opens the page and waits for the first numbers of the checkout. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.figure('Payment gateway')).toHaveText('99.4 %');
  }

  /** Clears the table: a new, empty board. */
  async openBlank(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: /^Checkout/ }).click();
    await this.page.getByRole('menuitem', { name: 'New board' }).click();
    await expect(this.components()).toHaveCount(0);
  }

  components(): Locator {
    return this.frame.locator('.react-flow__node-component [data-component]');
  }

  /** The component of that name. */
  node(name: string): Locator {
    return this.components().filter({ hasText: name });
  }

  /** The component by its id. */
  nodeOf(id: string): Locator {
    return this.frame.locator(`.react-flow__node-component [data-component="${id}"]`);
  }

  figure(name: string): Locator {
    return this.node(name).locator('[data-figure]');
  }

  text(text: string): Locator {
    return this.frame.locator('[data-text]', { hasText: text });
  }

  calls(): Locator {
    return this.frame.locator('.react-flow__edge');
  }

  call(from: string, to: string): Locator {
    return this.frame.getByRole('img', { name: `${from} calls ${to}` });
  }

  /** The head of a domain's container, by which it is chosen and dragged. */
  domain(name: string): Locator {
    return this.frame.locator('.react-flow__node-domain [data-domain]', { hasText: name });
  }

  /** The container of a domain, border to border. */
  container(name: string): Locator {
    return this.frame.locator('.react-flow__node-domain', {
      has: this.page.locator('[data-domain]', { hasText: name }),
    });
  }

  /** The lines of the groups that are spread over a domain. */
  rows(name: string): Locator {
    return this.container(name).locator('[data-row]');
  }

  domains(): Locator {
    return this.frame.locator('.react-flow__node-domain [data-domain]');
  }

  /** A free point in a container: near its lower right corner. */
  async insideOf(name: string): Promise<Spot> {
    const { x, y, width, height } = await this.boxOf(this.container(name));
    return { x: x + width - 10, y: y + height - 9 };
  }

  async boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await what.boundingBox();
    if (box === null) throw new Error('not on the screen');
    return box;
  }

  async middleOf(what: Locator): Promise<Spot> {
    const { x, y, width, height } = await this.boxOf(what);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** A point of the board, by its share of width and height. */
  async spot(across: number, down: number): Promise<Spot> {
    const { x, y, width, height } = await this.boxOf(this.frame);
    return { x: x + width * across, y: y + height * down };
  }

  async outOf(name: string): Promise<Spot> {
    const { x, y, width, height } = await this.boxOf(this.node(name));
    return { x: x + width, y: y + height / 2 };
  }

  /** Presses at one point, goes to the other, and lets go there. */
  async drag(from: Spot, to: Spot, { letGo = true } = {}): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    if (letGo) await this.page.mouse.up();
  }

  async letGo(): Promise<void> {
    await this.page.mouse.up();
  }

  tool(kind: string): Locator {
    return this.palette.getByRole('button', { name: kind, exact: true });
  }

  /** Drags a kind from the palette to the board and names what was made. */
  async add(kind: string, name: string, to: Spot): Promise<void> {
    await this.drag(await this.middleOf(this.tool(kind)), to);
    await this.typeName(name);
  }

  nameField(): Locator {
    return this.frame.getByRole('textbox', { name: 'Name' });
  }

  async typeName(name: string): Promise<void> {
    await expect(this.nameField()).toBeFocused();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await expect(this.nameField()).toHaveCount(0);
  }

  /** Double-clicks the empty board and types, such as "App 3 × 99 %". */
  async write(text: string, at: Spot): Promise<void> {
    await this.page.mouse.dblclick(at.x, at.y);
    await this.typeQuick(text);
  }

  /** Fills in the line that has been opened on the board. */
  async typeQuick(text: string): Promise<void> {
    await expect(this.page.getByRole('textbox', { name: /^New component/ })).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Fills in the text that is being written on the board. */
  async typeText(text: string): Promise<void> {
    await expect(this.frame.getByRole('textbox')).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await expect(this.text(text)).toBeVisible();
    await expect(this.frame.getByRole('textbox')).toHaveCount(0);
  }

  async connect(from: string, to: string): Promise<void> {
    await this.drag(await this.outOf(from), await this.middleOf(this.node(to)));
  }

  async select(name: string, modifiers: ('Shift' | 'ControlOrMeta')[] = []): Promise<void> {
    await this.node(name).click({ modifiers });
  }

  async selected(): Promise<string[]> {
    const ids = this.components().and(this.frame.locator('[data-selected]'));
    return ids.evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset['component'] ?? '').sort());
  }

  async expectSelected(ids: readonly string[]): Promise<void> {
    await expect.poll(() => this.selected()).toEqual([...ids].sort());
  }

  /** It stands there, to the last fraction of a pixel. */
  async expectMiddle(what: Locator, at: Spot): Promise<void> {
    await expect.poll(() => this.middleOf(what)).toEqual(at);
  }

  /** It stands so far from there, to a few pixels. */
  async expectMoved(what: Locator, from: Spot, by: Spot): Promise<void> {
    await expect
      .poll(async () => {
        const { x, y } = await this.middleOf(what);
        return Math.hypot(x - from.x - by.x, y - from.y - by.y);
      })
      .toBeLessThan(5);
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+z');
  }

  /** The item of the menu that is open. */
  item(title: string): Locator {
    return this.page.getByRole('menuitem', { name: title });
  }

  zoom(): Locator {
    return this.page.getByRole('button', { name: /^Zoom is/ });
  }

  /** A finger, which Playwright's own touch screen can only tap with. */
  async finger(): Promise<Finger> {
    return new Finger(await this.page.context().newCDPSession(this.page));
  }
}

export class Finger {
  readonly session: CDPSession;

  constructor(session: CDPSession) {
    this.session = session;
  }

  private async send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly Spot[],
    seconds?: number,
  ): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }) => ({ x, y })),
      ...(seconds === undefined ? {} : { timestamp: seconds }),
    });
  }

  async tap(at: Spot): Promise<void> {
    await this.send('touchStart', [at]);
    await this.send('touchEnd', []);
  }

  /** A tenth of a second apart, by the clock of its events. */
  async doubleTap(at: Spot): Promise<void> {
    const now = Date.now() / 1000;
    for (const begins of [now, now + 0.1]) {
      await this.send('touchStart', [at], begins);
      await this.send('touchEnd', [], begins + 0.05);
    }
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    await this.send('touchStart', [from]);
    for (let step = 1; step <= 6; step++) {
      await this.send('touchMove', [
        { x: from.x + ((to.x - from.x) * step) / 6, y: from.y + ((to.y - from.y) * step) / 6 },
      ]);
    }
    await this.send('touchEnd', []);
  }

  /** Rests for most of a second, by the clock of its events. */
  async hold(at: Spot): Promise<void> {
    const now = Date.now() / 1000;
    await this.send('touchStart', [at], now);
    await this.send('touchEnd', [], now + 0.8);
  }

  /** Two fingers move apart, so many pixels each. */
  async pinch(middle: Spot, by: number): Promise<void> {
    const at = (apart: number): Spot[] => [
      { x: middle.x - apart, y: middle.y },
      { x: middle.x + apart, y: middle.y },
    ];
    await this.send('touchStart', at(40));
    for (let step = 1; step <= 5; step++) await this.send('touchMove', at(40 + (by * step) / 5));
    await this.send('touchEnd', []);
  }
}
