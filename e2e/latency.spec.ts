import { App } from './pages/app.ts';
import { Latency } from './pages/latency.ts';
import { States } from './pages/states.ts';
import { Times } from './pages/times.ts';
import { WhatIf } from './pages/what-if.ts';
import { expect, test } from './test.ts';

let app: App;
let latency: Latency;
let states: States;

test.beforeEach(async ({ page }) => {
  app = new App(page);
  latency = new Latency(page);
  states = new States(page);
  await states.open();
});

test('two speeds: the figures, as they come out by hand, and a promise that a time breaks or keeps', async ({
  page,
}) => {
  await app.openExample('Two speeds');
  await expect(latency.tile).toHaveText('p99 200 ms');
  await expect(latency.verdict()).toHaveText('✕ misses 50 ms');

  await test.step('a click on the tile leads to its distribution', async () => {
    await latency.tile.click();
    await expect(latency.quantile('p99').first()).toHaveText('200 ms');
    for (const [name, time] of [
      ['p50', '10 ms'],
      ['p90', '10 ms'],
      ['p95', '10 ms'],
      ['p99', '200 ms'],
      ['p99.9', '200 ms'],
      ['p99.99', '200 ms'],
      ['mean', '19.5 ms'],
    ] as const)
      await expect
        .poll(async () => (await latency.quantile(name).allTextContents()).slice(0, 2), name)
        .toEqual([time, 'exact']);
    await expect(latency.figureOf('index')).toHaveText('200 ms');
    await expect(latency.figureOf('readers')).toHaveText('50 ms');
  });

  await test.step('how many are good in time: as promised, within any other limit, and never for no time', async () => {
    // 95 % but for the one request in a million that meets an outage, rounded down.
    await expect(latency.goodWithin()).toHaveText('94.99 % of requests, outages included');
    await latency.limit().fill('200 ms');
    await latency.limit().press('Enter');
    await expect(latency.goodWithin()).toHaveText('99.9999 % of requests, outages included');
    await latency.limit().fill('soon');
    await latency.limit().press('Enter');
    await expect(latency.panel()).toContainText('A time, such as 250 ms');
    await latency.limit().fill('');
    await latency.limit().press('Enter');
    await expect(latency.limit()).toHaveValue('50 ms');
    await expect(latency.goodWithin()).toHaveText('94.99 % of requests, outages included');
  });

  await test.step('a guarantee on demand contains the figure', async () => {
    await page.getByRole('button', { name: 'Guarantee' }).click();
    await expect(latency.quantile('p99').nth(1)).toHaveText('200 ms, exactly');
    await expect(latency.quantile('p50').nth(1)).toHaveText('10 ms, exactly');
    await page.getByRole('button', { name: 'Guarantee' }).click();
    await expect(latency.quantile('p99').nth(1)).toHaveText('exact');
  });

  await test.step('the second design stands beside it, until it is not wanted', async () => {
    await expect(latency.quantile('p99').nth(2)).toHaveText('21 ms');
    await expect(latency.titles().first()).toHaveText('99 of 100 within 200 ms, limit 50 ms; B: 21 ms');
    await latency.panel().getByLabel('Beside').selectOption('no other design');
    await expect(latency.quantile('p99')).toHaveCount(2);
    await expect(latency.titles().first()).toHaveText('99 of 100 answers within 200 ms, limit 50 ms');
  });

  await test.step('the charts are tables too', async () => {
    const within = await latency.tableOf('99 of 100 answers');
    expect(within[0]).toEqual(['Time', 'A as measured: within', 'A as measured: longer']);
    expect(within.find(([time]) => time === '200 ms')?.[1]).toBe('99.9999 %');
    await expect(latency.titles().nth(1)).toHaveText('1 good answer in 1,000 takes longer than 200 ms');
    const drawing = latency.chart('99 of 100').locator('.recharts-surface');
    await expect(drawing).toContainText('time, log scale');
    await latency.chart('99 of 100').getByRole('button', { name: 'Linear' }).click();
    await expect(drawing).not.toContainText('log scale');
  });

  await test.step('a time that is changed keeps the promise, and undone it breaks it again', async () => {
    await page
      .getByRole('group', { name: 'Designs' })
      .getByRole('button', { name: /hedged/ })
      .click();
    await expect(latency.tile).toHaveText('p99 21 ms');
    await expect(latency.verdict()).toHaveText('✓ meets 50 ms');
    await page
      .getByRole('group', { name: 'Designs' })
      .getByRole('button', { name: /as measured/ })
      .click();
    await states.select('Readers');
    const limit = page.locator('[data-inspector]').getByLabel('Time limit', { exact: true });
    await limit.fill('250 ms');
    await limit.press('Enter');
    await expect(latency.verdict()).toHaveText('✓ meets 250 ms');
    await app.undo();
    await expect(latency.verdict()).toHaveText('✕ misses 50 ms');
  });
});

test('adding p99s: the sum stands beside the p99 of the sum, and which way it errs', async ({ page }) => {
  await app.openExample('Adding p99s');
  await latency.show('Distribution');
  await expect(latency.panel()).toContainText('Adding up every part’s p99 gives 20 ms, 190 ms too little.');
  await page
    .getByRole('group', { name: 'Designs' })
    .getByRole('button', { name: /always uneven/ })
    .click();
  await expect(latency.panel()).toContainText('Adding up every part’s p99 gives 92.1 ms, 25.7 ms too much.');
});

test('a call’s fan-out, hedge and timeout: the table that everybody quotes, and what may be tried', async ({
  page,
}) => {
  await app.openExample('One call, or two hundred');
  await latency.show('Calls');
  await latency.panel().getByLabel('What would change with').selectOption('200 calls → Backend');
  await expect(latency.titles()).toHaveCount(3);
  const rows = await latency.tableOf('p99 of 200 answers is 1 s, of one 10 ms');
  expect(rows[0]).toEqual(['Answers', 'p50', 'p99', 'Wait for a slow one']);
  for (const [answers, slow] of [
    ['1', '1 %'],
    ['10', '9.56 %'],
    ['50', '39.5 %'],
    ['100', '63.4 %'],
    ['200', '86.6 %'],
  ] as const)
    expect(rows.find(([first]) => first === answers)?.at(-1), answers).toBe(slow);
  await latency.panel().getByLabel('What would change with').selectOption('One call → Backend');
  await expect(latency.titles().first()).toHaveText('p99 of one answer is 10 ms, half come within 10 ms');
  await expect(page.locator('[data-inspector]').getByRole('heading', { name: 'One call → Backend' })).toBeVisible();
});

test('the checkout, timed: where its tail comes from, what would help, tried, applied and undone', async ({ page }) => {
  await app.openExample('Checkout, timed');
  await expect(latency.verdict()).toHaveText('✕ misses 250 ms');

  await test.step('the summary says that the promise is broken, and leads to what would help', async () => {
    await expect(page.locator('[data-figure="answer-times"]')).toHaveText(
      '99 of 100 answers take up to 328 ms, which breaks the promise of 250 ms.',
    );
    await page.getByRole('button', { name: 'See what would help' }).press('Enter');
    await expect(latency.panel()).toContainText('With everything up p99 is 328 ms today');
    await expect(latency.panel()).toBeFocused();
  });

  await test.step('the payment gateway is most of the slowest hundredth', async () => {
    await latency.show('Tail');
    await expect(latency.titles().first()).toHaveText(/^\d\d\.\d % of the slowest 1 %: Payment gateway$/);
    await expect(latency.titles().nth(1)).toHaveText(/^A typical request: \d+/);
    await expect(latency.titles().nth(2)).toHaveText(/^A slow request: 3\d\d ms, \d+ ms of it Payment gateway$/);
    const steps = await latency.tableOf(/^A slow request/);
    expect(steps[0]).toEqual(['Step', 'What', 'Begins at', 'Takes', 'Ends as', 'The answer waits for it']);
    expect(steps.map(([, what]) => what)).toContain('Payment gateway');
  });

  const hedge = /^Hedge App → Payment gateway after/;
  await test.step('a hedge says what it does before it is tried, and then does just that', async () => {
    await latency.show('Try');
    await expect(latency.panel()).toContainText('With everything up p99 is 328 ms today');
    const row = latency.panel().getByRole('row').filter({ hasText: hedge });
    const figure = row.getByRole('cell').first();
    await expect(figure).toHaveText(/\d ms$/);
    const p99 = await figure.innerText();
    await row.getByRole('button', { name: /^Try it/ }).press('Enter');
    const whatIf = new WhatIf(page);
    await expect(whatIf.bar).toContainText('p99 328 ms');
    await expect(whatIf.outcome()).toContainText(`p99 ${p99}`);
    await expect(whatIf.panel.getByRole('row', { name: 'p99' })).toContainText(`328 ms${p99}`);
    await expect(latency.tile).toHaveText(`p99 ${p99}`);
    await expect(latency.panel().getByRole('button', { name: 'Apply' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(whatIf.bar).toHaveCount(0);
    await expect(latency.panel()).toBeFocused();
    await states.selectCall('App', 'Payment gateway');
    await expect(page.locator('[data-inspector]').getByLabel(/^Hedge/)).toHaveValue(/ms$/);
    await app.undo();
    await expect(latency.tile).toHaveText('p99 328 ms');
  });

  await test.step('the inspector says how long a visit and a journey take', async () => {
    await states.select('Payment gateway');
    const inspector = page.locator('[data-inspector]');
    await expect(
      inspector.getByRole('heading', { name: 'Payment gateway answers within 250 ms, 99 times of 100' }),
    ).toBeVisible();
    await states.select('Shoppers');
    await expect(inspector.getByRole('heading', { name: '99 of 100 answers within 328 ms' })).toBeVisible();
  });
});

test('by keyboard: views by arrow keys and by commands; without any time the way to write one', async ({ page }) => {
  await states.run('Show latency: how long answers take');
  await expect(latency.panel()).toContainText('Nothing here takes any time yet.');
  await latency.panel().getByRole('button').press('Enter');
  await expect(page.locator('[data-inspector] input:focus')).toHaveCount(1);
  await page.keyboard.type('40 ms');
  await page.keyboard.press('Enter');
  await expect(latency.tile).toHaveText('p99 40 ms');
  await app.openExample('Two speeds');
  for (const [command, says] of [
    ['Show the latency tail: where the slowest requests spend their time', 'of the slowest 1 %'],
    ['Show what a fan-out, a hedge and a timeout do to latency', 'What would change with'],
    ['Show what would help against the latency tail', 'With everything up p99 is 200 ms today'],
    ['Show latency: how long answers take', 'Good within'],
  ] as const) {
    await states.run(command);
    await expect(latency.panel()).toContainText(says);
    await expect(latency.panel()).toBeFocused();
  }
  await page.getByRole('tab', { name: 'Distribution', exact: true }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'Try', exact: true })).toBeFocused();
  await latency.panel().locator('[data-row]').first().focus();
  await page.keyboard.press('End');
  await expect(latency.panel().locator('[data-row]').last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(
    latency
      .panel()
      .getByRole('button', { name: /^Try it/ })
      .last(),
  ).toBeFocused();
});

test('where nothing is ever answered well, or a mean is infinite, it says so', async () => {
  await app.openExample('Two speeds');
  await latency.show('Distribution');
  await states.select('Index');
  const times = new Times(app.page);
  await times.choose('Pareto');
  await times.write('Tail', '0.9');
  await expect(latency.quantile('mean').first()).toHaveText('infinite');
  await latency.show('Tail');
  await expect(latency.titles().first()).toHaveText('The mean of the slowest 1 % is infinite: no shares');
  await times.write('Errors', '100 %');
  for (const view of ['Distribution', 'Tail', 'Calls', 'Try'] as const) {
    await latency.show(view);
    await expect(latency.panel()).toContainText('Nothing is ever answered well');
  }
});
