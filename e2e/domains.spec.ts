import type { Page } from '@playwright/test';
import type { Scenario } from '../src/model/scenario.ts';
import { placedFile, savedFile } from './pages/app.ts';
import { Board } from './pages/board.ts';
import { Desk } from './pages/desk.ts';
import { Inspector } from './pages/inspector.ts';
import { Outline } from './pages/outline.ts';
import { States } from './pages/states.ts';
import { expect, test } from './test.ts';

/** Three components in a row, and zones below them; one of the zones stands in a region. */
const ZONES: Scenario = {
  format: 'nineboard/1',
  title: 'Zones',
  designs: [
    {
      name: 'today',
      components: {
        shoppers: { kind: 'client', name: 'Shoppers' },
        app: { kind: 'service', name: 'App', replicas: 10, needed: 8, up: '99 %' },
        db: { kind: 'database', name: 'Orders', replicas: 2, up: '99.9 %' },
      },
      calls: [
        { from: 'shoppers', to: 'app' },
        { from: 'app', to: 'db' },
      ],
      domains: {
        a: { kind: 'zone', name: 'Zone a', up: '99.99 %' },
        b: { kind: 'zone', name: 'Zone b', up: '99.99 %' },
        c: { kind: 'zone', name: 'Zone c', up: '99.99 %' },
        east: { kind: 'region', name: 'East', up: '99.99 %' },
      },
    },
  ],
  at: {
    shoppers: [0, 0],
    app: [260, 0],
    db: [520, 0],
    a: [0, 260],
    b: [260, 260],
    c: [520, 260],
    east: [0, 480],
  },
};

class Zones {
  readonly page: Page;
  readonly board: Board;
  readonly inspector: Inspector;

  constructor(page: Page) {
    this.page = page;
    this.board = new Board(page);
    this.inspector = new Inspector(page);
  }

  async open(scenario: Scenario = ZONES): Promise<void> {
    const states = new States(this.page);
    await states.open();
    await states.openScenario(scenario);
    await expect(this.board.domain('Zone a')).toBeVisible();
  }

  /** Drags a component into a container, or wherever. */
  async drag(name: string, to: { x: number; y: number }, options = {}): Promise<void> {
    await this.board.drag(await this.board.middleOf(this.board.node(name)), to, options);
  }

  async into(domain: string): Promise<{ x: number; y: number }> {
    return this.board.middleOf(this.board.container(domain));
  }

  /** What a component says of where it stands. */
  spoken(name: string) {
    return this.board.node(name).getAttribute('aria-label');
  }

  placed(domain: string) {
    return this.inspector.region.getByRole('checkbox', { name: new RegExp(`^${domain}`) });
  }

  hint() {
    return this.page.getByText(/^Drop: /);
  }

  file(): Promise<string> {
    return placedFile(this.page);
  }

  /** Runs a change, takes it back and brings it back: the very bytes. */
  async prove(change: () => Promise<void>): Promise<void> {
    const before = await this.file();
    await change();
    await expect.poll(() => savedFile(this.page)).not.toBe(before);
    const after = await this.file();
    await this.board.undo();
    expect(await this.file()).toBe(before);
    await this.board.redo();
    expect(await this.file()).toBe(after);
  }
}

const THREE = ['Zone a', 'Zone b', 'Zone c'];

test.describe('domains on the board', () => {
  let zones: Zones;
  let board: Board;

  test.beforeEach(async ({ page }) => {
    zones = new Zones(page);
    board = zones.board;
  });

  test('come from the palette as zones that are typically up, and take their name', async ({ page }) => {
    await board.open();
    await zones.prove(async () => {
      await board.drag(await board.middleOf(board.tool('Domain')), await board.spot(0.3, 0.85));
      await expect(board.nameField()).toBeFocused();
      await page.keyboard.press('Escape');
    });
    await expect(board.domain('Zone a')).toContainText('99.99 %');
    await expect(board.rows('Zone a')).toHaveText('Drop components here');
    await board.domain('Zone a').dblclick();
    await board.typeName('North');
    await expect(board.domain('North')).toHaveAttribute('aria-label', /^North, zone, up 99\.99 %, empty/);
    await expect(zones.inspector.field('Is up')).toHaveValue('99.99 %');
  });

  test('take a component in and let it go again, by dragging', async () => {
    await zones.open();
    await zones.prove(async () => {
      await zones.drag('App', await zones.into('Zone a'), { letGo: false });
      await expect(board.domain('Zone a')).toHaveAttribute('data-target');
      await expect(zones.hint()).toHaveText('Drop: into Zone a · Shift: also in Zone a');
      await board.letGo();
      await expect(zones.hint()).toHaveCount(0);
    });
    await expect.poll(() => zones.spoken('App')).toContain('in Zone a');
    const [around, node] = [await board.boxOf(board.container('Zone a')), await board.boxOf(board.node('App'))];
    expect(node.x).toBeGreaterThan(around.x);
    expect(node.y + node.height).toBeLessThan(around.y + around.height);
    await zones.prove(() => board.spot(0.8, 0.1).then((to) => zones.drag('App', to)));
    await expect.poll(() => zones.spoken('App')).not.toContain('Zone a');
    await expect(board.rows('Zone a')).toHaveText('Drop components here');
    const emptied = await board.boxOf(board.container('Zone a'));
    expect([emptied.x, emptied.y]).toEqual([around.x, around.y]);
  });

  test('are left and entered in one step, and only when their border is crossed', async () => {
    await zones.open();
    await zones.drag('App', await zones.into('Zone a'));
    await expect.poll(() => zones.spoken('App')).toContain('in Zone a');
    const { x, y } = await board.middleOf(board.node('App'));
    await zones.drag('App', { x: x + 12, y: y + 8 });
    await expect.poll(() => zones.spoken('App')).toContain('in Zone a');
    await zones.prove(async () => {
      await zones.drag('App', await zones.into('Zone b'), { letGo: false });
      await expect(zones.hint()).toContainText('Drop: out of Zone a, into Zone b');
      await board.letGo();
    });
    await expect.poll(() => zones.spoken('App')).toContain('in Zone b');
  });

  test('are shared by dropping with Shift: the group stands outside, and each has a line for it', async ({ page }) => {
    await zones.open();
    await zones.drag('App', await zones.into('Zone a'));
    await expect.poll(() => zones.spoken('App')).toContain('in Zone a');
    await zones.prove(async () => {
      await zones.drag('App', await zones.into('Zone b'), { letGo: false });
      await page.keyboard.down('Shift');
      await board.letGo();
      await page.keyboard.up('Shift');
      await expect(board.rows('Zone a')).toHaveText('App · 5 of 10');
      await expect(board.rows('Zone b')).toHaveText('App · 5 of 10');
      await expect.poll(() => zones.spoken('App')).toContain('5 and 5 over Zone a and Zone b');
    });
    const node = await board.boxOf(board.node('App'));
    for (const zone of THREE) {
      const box = await board.boxOf(board.container(zone));
      const apart = node.x + node.width < box.x || box.x + box.width < node.x;
      expect(apart || node.y + node.height < box.y || box.y + box.height < node.y, zone).toBe(true);
    }
  });

  // A tab may begin ten downloads in quick succession, and a proof takes five or more: one tick a test.
  for (const [count, zone] of THREE.entries()) {
    test(`share a group by ticks in the inspector, each a step of undo: ${zone}`, async () => {
      await zones.open();
      await board.select('App');
      for (const before of THREE.slice(0, count)) {
        await zones.placed(before).check();
        await expect.poll(() => zones.spoken('App')).toContain(before);
      }
      await zones.prove(() => zones.placed(zone).check());
    });
  }

  test('share a group by ticks in the inspector, which say how many land where', async () => {
    await zones.open();
    await board.select('App');
    for (const zone of THREE) await zones.placed(zone).check();
    await expect(zones.inspector.region.getByText('4 of 10')).toHaveCount(1);
    await expect(zones.inspector.region.getByText('3 of 10')).toHaveCount(2);
    await expect(board.rows('Zone c')).toHaveText('App · 3 of 10');
    await zones.placed('Zone c').uncheck();
    await expect(board.rows('Zone c')).toHaveText('Drop components here');
  });

  test('stand in each other, and move with all that is in them', async () => {
    await zones.open();
    await zones.drag('App', await zones.into('Zone a'));
    await expect.poll(() => zones.spoken('App')).toContain('in Zone a');
    await zones.prove(async () => {
      await board.drag(await board.middleOf(board.domain('Zone a')), await zones.into('East'), { letGo: false });
      await expect(zones.hint()).toHaveText('Drop: into East');
      await board.letGo();
    });
    await board.domain('Zone a').click();
    await expect(zones.placed('East')).toBeChecked();
    const before = await board.middleOf(board.node('App'));
    const head = await board.middleOf(board.domain('East'));
    await zones.prove(() => board.drag(head, { x: head.x + 90, y: head.y - 30 }));
    const after = await board.middleOf(board.node('App'));
    expect(after.x - before.x).toBeCloseTo(90, -1);
    expect(after.y - before.y).toBeCloseTo(-30, -1);
    const [zone, region] = [await board.boxOf(board.container('Zone a')), await board.boxOf(board.container('East'))];
    expect(zone.x).toBeGreaterThan(region.x);
    expect(zone.x + zone.width).toBeLessThan(region.x + region.width);
  });

  test('let the board through: marquee, writing and parts of the palette', async ({ page }) => {
    await zones.open();
    await zones.drag('Orders', await zones.into('Zone c'));
    // Around a component it is higher than an empty one.
    await expect.poll(async () => (await board.boxOf(board.container('Zone c'))).height).toBeGreaterThan(80);
    await page.keyboard.press('Escape');
    const box = await board.boxOf(board.container('Zone c'));
    await board.drag(
      { x: box.x + box.width - 9, y: box.y + box.height - 9 },
      { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    );
    await board.expectSelected(['db']);
    await expect(board.domain('Zone c')).not.toHaveAttribute('data-selected');
    await page.keyboard.press('Escape');
    await board.write('Cart 2 × 99 %', { x: box.x + box.width - 9, y: box.y + box.height - 9 });
    await expect(board.node('Cart')).toBeVisible();
    await expect.poll(() => zones.spoken('Cart')).toContain('in Zone c');
    await board.add('Cache', 'Redis', await board.insideOf('Zone c'));
    await expect.poll(() => zones.spoken('Redis')).toContain('in Zone c');
    await board.add('Client', 'Robots', await board.insideOf('Zone c'));
    await expect.poll(() => zones.spoken('Robots')).not.toContain('Zone');
  });

  test('are chosen by a marquee around all of them, and copied by dragging with Alt', async ({ page }) => {
    await zones.open();
    await zones.drag('App', await zones.into('Zone a'));
    const box = await board.boxOf(board.container('Zone c'));
    await board.drag({ x: box.x - 12, y: box.y - 12 }, { x: box.x + box.width + 12, y: box.y + box.height - 5 });
    await expect(board.domain('Zone c')).not.toHaveAttribute('data-selected');
    await board.drag({ x: box.x - 12, y: box.y - 12 }, { x: box.x + box.width + 12, y: box.y + box.height + 12 });
    await expect(board.domain('Zone c')).toHaveAttribute('data-selected');
    await page.keyboard.press('Escape');
    await expect.poll(() => zones.spoken('App')).toContain('in Zone a');
    const head = await board.middleOf(board.domain('Zone a'));
    await zones.prove(async () => {
      await page.keyboard.down('Alt');
      await board.drag(head, { x: head.x + 40, y: head.y - 190 });
      await page.keyboard.up('Alt');
      await expect(board.domains()).toHaveCount(5);
    });
    await expect(board.nodeOf('app-2')).toHaveAttribute('aria-label', /in Zone a 2/);
    await expect(board.nodeOf('app')).toHaveAttribute('aria-label', /in Zone a,/);
  });

  test('have a menu: what stands in them, what they stand in, and what was selected before', async ({ page }) => {
    await zones.open();
    await board.select('App');
    await board.domain('Zone a').click({ button: 'right' });
    await board.item('Put App in Zone a').click();
    await expect.poll(() => zones.spoken('App')).toContain('in Zone a');
    await board.select('App');
    await board.domain('Zone b').click({ button: 'right' });
    await board.item('Spread App over Zone b too').click();
    await expect(board.rows('Zone b')).toHaveText('App · 5 of 10');
    await board.domain('Zone c').click({ button: 'right' });
    await board.item('What stands in it…').click();
    await page.getByRole('menuitemcheckbox', { name: 'Orders' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => zones.spoken('Orders')).toContain('in Zone c');
    await board.domain('Zone c').click({ button: 'right' });
    await board.item('Stands in…').click();
    await page.getByRole('menuitemcheckbox', { name: 'East' }).click();
    await page.keyboard.press('Escape');
    await board.domain('Zone c').click();
    await expect(zones.placed('East')).toBeChecked();
    await board.domain('Zone c').click({ button: 'right' });
    await board.item('Delete').click();
    await expect(board.domain('Zone c')).toHaveCount(0);
    await expect.poll(() => zones.spoken('Orders')).toContain('in East');
  });

  test('come through the clipboard with what stands in them, and through a reload', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await zones.open();
    await zones.drag('App', await zones.into('Zone a'));
    await board.domain('Zone a').click();
    await page.keyboard.press('ControlOrMeta+c');
    await zones.prove(async () => {
      await page.keyboard.press('ControlOrMeta+v');
      await expect(board.domain('Zone a 2')).toHaveAttribute('data-selected');
    });
    await expect(board.nodeOf('app-2')).toHaveAttribute('aria-label', /in Zone a 2/);
    await expect(new Desk(page).saved()).toHaveText('saved');
    const kept = await zones.file();
    await page.reload();
    await expect(board.domain('Zone a 2')).toBeVisible();
    expect(await zones.file()).toBe(kept);
  });

  test('are in the picture', async ({ page }) => {
    await zones.open();
    await zones.drag('App', await zones.into('Zone a'));
    const desk = new Desk(page);
    const { bytes } = await desk.download(() => desk.command('Save as SVG'));
    const picture = bytes.toString();
    for (const id of ['a', 'b', 'c', 'east']) expect(picture).toContain(`data-domain="${id}"`);
    expect(picture).toContain('Zone a');
  });
});

test.describe('domains without a pointer', () => {
  test('are made, named, filled, moved, wrapped and deleted by keys', async ({ page }) => {
    const board = new Board(page);
    await board.open();
    const zones = new Zones(page);
    const before = await zones.file();
    await page.keyboard.press('z');
    await board.typeName('North');
    await expect(board.domain('North')).toBeFocused();
    const { x, y } = await board.boxOf(board.container('North'));
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await board.boxOf(board.container('North'))).y).toBeGreaterThan(y + 5);
    expect((await board.boxOf(board.container('North'))).x).toBe(x);
    await page.keyboard.press('Enter');
    await board.typeName('South');
    await board.node('App').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+z');
    await board.typeName('Zone x');
    await expect(board.node('App')).toHaveAttribute('aria-label', /in Zone x/);
    await page.keyboard.press('Delete');
    await expect(board.node('App')).toHaveAttribute('aria-label', /^((?!Zone x).)*$/);
    await board.node('App').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+Enter');
    const south = page.locator('[data-inspector]').getByRole('checkbox', { name: /^South/ });
    await south.focus();
    await page.keyboard.press('Space');
    await expect(south).toBeChecked();
    await expect(board.node('App')).toHaveAttribute('aria-label', /in South/);
    for (let step = 0; step < 8; step++) await board.undo();
    expect(await zones.file()).toBe(before);
  });

  test('are found by name and stand in the order of the Tab key', async ({ page }) => {
    const zones = new Zones(page);
    await zones.open();
    await page.keyboard.press('ControlOrMeta+f');
    await expect(page.getByRole('combobox', { name: 'Find a component' })).toBeFocused();
    await page.keyboard.type('Zone b');
    await page.keyboard.press('Enter');
    await expect(zones.board.domain('Zone b')).toHaveAttribute('data-selected');
    await page.keyboard.press('Escape');
    await zones.board.domain('Zone b').focus();
    await page.keyboard.press('Tab');
    await expect(page.locator('[data-domain]:focus, [data-component]:focus')).toHaveCount(1);
    await expect(zones.board.domain('Zone b')).not.toBeFocused();
  });

  test('are edited in the outline', async ({ page }) => {
    const zones = new Zones(page);
    await zones.open();
    const outline = new Outline(page);
    await outline.open();
    await outline.write('Name of Zone a', 'North');
    await outline.write('Is up of North', '99.9 %');
    await outline.control('Kind of North').selectOption('power');
    await outline.control('Stands in of North: none').click();
    await page.getByRole('menuitemcheckbox', { name: 'East' }).click();
    await page.keyboard.press('Escape');
    await expect(outline.control('Stands in of North: East')).toBeVisible();
    await outline.control('Domains of App: none').click();
    await page.getByRole('menuitemcheckbox', { name: 'Zone b' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Zone c' }).click();
    await page.keyboard.press('Escape');
    await expect(outline.control('Domains of App: Zone b, Zone c')).toBeVisible();
    await outline.add('Domain');
    await expect(outline.control('Name of Zone a')).toBeFocused();
    await outline.region.getByRole('button', { name: 'Delete Zone b' }).click();
    await expect(outline.control('Domains of App: Zone c')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close the outline' }).click();
    await expect(zones.board.domain('North')).toContainText('99.9 %');
    await expect.poll(() => zones.spoken('App')).toContain('in Zone c');
  });
});

test.describe('domains under a thumb', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('take a component in, and are moved', async ({ page }) => {
    const zones = new Zones(page);
    await zones.open();
    const { board } = zones;
    const finger = await board.finger();
    await finger.drag(await board.middleOf(board.node('App')), await zones.into('Zone b'));
    await expect.poll(() => zones.spoken('App')).toContain('in Zone b');
    const before = await board.middleOf(board.node('App'));
    const head = await board.middleOf(board.domain('Zone b'));
    await finger.drag(head, { x: head.x + 20, y: head.y + 30 });
    await expect.poll(async () => (await board.middleOf(board.node('App'))).y).toBeGreaterThan(before.y + 15);
    await expect.poll(() => zones.spoken('App')).toContain('in Zone b');
  });
});
