import { App } from './pages/app.ts';
import { Load } from './pages/load.ts';
import { States } from './pages/states.ts';
import { WhatIf } from './pages/what-if.ts';
import { expect, test } from './test.ts';

let app: App;
let load: Load;
let states: States;

test.beforeEach(async ({ page }) => {
  app = new App(page);
  load = new Load(page);
  states = new States(page);
  await states.open();
});

test('a service, sized: how busy it is, what one queue would say, when it is full, and ten times the load', async ({
  page,
}) => {
  await app.openExample('A service, sized');
  await expect(load.tile).toHaveText('headroom 1.1×');

  await test.step('a click on the tile leads to what is busy; nodes and arrows say it too', async () => {
    await load.tile.click();
    await expect(load.titles().first()).toHaveText('Service is full first, at 1.1× today’s load');
    await expect(load.titles().nth(1)).toHaveText('Service at 62.5 %: p99 184 ms, M/M/1 would say 491 ms');
    await expect(load.figureOf('service')).toHaveText('62.5 %');
    await expect(page.locator('[data-call="users->service"]')).toHaveText('8,000/s');
    await expect(page.getByLabel('Users calls Service (8,000 req/s)')).toBeAttached();
  });

  await test.step('the inspector has Little’s law and the size of it', async () => {
    await states.select('Service');
    await expect(load.figure('In flight')).toContainText('320');
    await expect(load.figure('Replicas for the target')).toContainText('8');
    await expect(load.figure('With N + 1 and N + 2')).toContainText('9 and 10');
    await expect(load.figure('Saturated at')).toContainText('12,800 req/s');
  });

  await test.step('with ten instances there is more room, and the journey bears more', async () => {
    await load.design(/ten instances/);
    await expect(load.tile).toHaveText('headroom 1.4×');
    await load.show('Journey');
    await expect(load.titles()).toHaveText(/^Meets 250 ms up to 15,\d{3} req\/s, saturates at 1\d,\d{3} req\/s$/);
    await load.design(/eight instances/);
  });

  await test.step('it is full before four months are over, and has to be ordered before', async () => {
    await load.show('Plan');
    await expect(load.titles().first()).toHaveText('Service is full in 3 months');
    await expect(load.panel().getByRole('region', { name: '10× the load' })).toContainText('10× needs Service 72');
  });

  await test.step('ten times the load is one click, with today’s replicas or with those for it', async () => {
    const whatIf = new WhatIf(page);
    const tenfold = load.panel().getByRole('region', { name: '10× the load' });
    await tenfold.getByRole('button', { name: 'Try 10×' }).click();
    await expect(load.figureOf('service')).toHaveText('✕ 625 %');
    await expect(load.tile).toHaveText('headroom ✕ 0.11×');
    await page.getByRole('tab', { name: 'Summary', exact: true }).click();
    await expect(page.locator('[data-figure="strain"]')).toHaveText(
      'The service gets more than it can do: a load of 625 %; 72 replicas would do.',
    );
    await whatIf.discard();
    await load.show('Plan');
    await tenfold.getByRole('button', { name: 'with its replicas' }).click();
    await expect(load.figureOf('service')).toHaveText(/^69\.4 %$/);
    await whatIf.discard();
    await expect(load.figureOf('service')).toHaveText('62.5 %');
  });
});

test('a lost zone: what is left with one replica or one zone down, and of it all', async () => {
  await app.openExample('A lost zone');
  await load.show('Failures');
  await expect(load.row(/^Everything up$/).nth(2)).toHaveText('50.8 %');
  await expect(load.row(/^Zone a down$/).nth(4)).toHaveText('0 %');
  await expect(load.panel()).toContainText('Over all states, each by its chance, 99.');
  await load.design(/twelve over two zones/);
  await expect(load.row(/^Zone a down$/).nth(2)).toHaveText('67.7 %');
});

test('a retry storm: when it tips over, and what keeps it from that, tried and discarded', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await app.openExample('A retry storm');
  await load.show('Retries');
  await expect(load.titles()).toHaveText(
    /^Tips over above 6,\d{3} req\/s and does not come back by itself until 1,\d{3} req\/s$/,
  );
  await expect(load.panel()).toContainText('there are two states');
  await expect(load.row(/^Let at most \d+ wait at the orders database$/).first()).toHaveText('never');
  await load
    .panel()
    .getByRole('button', { name: /^Try it: Let at most/ })
    .press('Enter');
  await expect(load.panel()).toContainText('A what-if is on the board');
  await expect(load.panel().getByRole('button', { name: 'Apply' })).toBeFocused();
  await expect(load.titles()).toHaveText('It never tips over: whatever retries do, it comes back by itself');
  await load.panel().getByRole('button', { name: 'Discard' }).press('Enter');
  await expect(whatIf.bar).toBeHidden();
  await expect(load.panel()).toBeFocused();
});

test('an empty cache melts what it calls; without growth or workers the tab leads to the field', async ({ page }) => {
  await app.openExample('An empty cache');
  await load.show('Cache');
  await expect(load.titles()).toHaveText('Empty, it loads Articles database to 833 %: it melts');
  await expect(load.panel()).toContainText('10,000 req/s instead of 500 req/s');

  await load.show('Retries');
  await expect(load.titles()).toHaveText('No call is tried again: at every load there is one state');
  await load.show('Plan');
  await load.panel().getByRole('button', { name: 'Write its growth' }).click();
  await expect(page.locator('[data-inspector]').getByLabel('Growth', { exact: true })).toBeFocused();

  await app.openExample('Checkout');
  await load.show('Busy');
  await load.panel().getByRole('button', { name: 'Write its workers' }).click();
  await expect(page.locator('[data-inspector]').getByLabel('Workers', { exact: true })).toBeFocused();
});
