import { expect, type Page } from '@playwright/test';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Somebody's keyboard or mouse, which counts what they do: a key chord, a text typed at once, a click, a drag. */
abstract class Hand {
  readonly page: Page;
  private done = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get actions(): number {
    return this.done;
  }

  protected count(): void {
    this.done += 1;
  }

  /** One chord, such as `Tab` or `ControlOrMeta+k`. */
  async press(chord: string): Promise<void> {
    this.count();
    await this.page.keyboard.press(chord);
  }

  /** A whole text into the field that has the focus: it would be lost, or be commands, anywhere else. */
  async type(text: string): Promise<void> {
    this.count();
    await expect(this.page.locator('input:focus, textarea:focus')).toHaveCount(1);
    await this.page.keyboard.type(text);
  }
}

const COUNTED = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel'] as const;

/** A keyboard, and the proof that nothing else was used. */
export class Keyboard extends Hand {
  /** To be called before the page is opened. */
  async watch(): Promise<void> {
    await this.page.addInitScript((kinds) => {
      for (const kind of kinds) {
        addEventListener(kind, () => document.documentElement.setAttribute('data-pointed', kind), { capture: true });
      }
    }, COUNTED);
  }

  async expectNoPointer(): Promise<void> {
    await expect(this.page.locator('html')).not.toHaveAttribute('data-pointed', /./);
  }
}

/** A mouse, with the other hand on the keys for texts. */
export class Mouse extends Hand {
  async click(at: Spot): Promise<void> {
    this.count();
    await this.page.mouse.click(at.x, at.y);
  }

  async doubleClick(at: Spot): Promise<void> {
    this.count();
    await this.page.mouse.dblclick(at.x, at.y);
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    this.count();
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }
}
