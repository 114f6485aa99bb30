import { App } from './pages/app.ts';
import { Numbers } from './pages/numbers.ts';
import { States } from './pages/states.ts';
import { expect, test } from './test.ts';

/** u of the checkout and of its groups, by hand: three groups at 1e-6 and the payment gateway at 5e-4, all in series. */
const GROUP = 1e-6;
const PAYMENT = 5e-4;
const U = 1 - (1 - GROUP) ** 3 * (1 - PAYMENT);
const WITHOUT_PAYMENT = 1 - (1 - GROUP) ** 3;
const WITHOUT_A_GROUP = 1 - (1 - GROUP) ** 2 * (1 - PAYMENT);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const times = (ratio: number): string =>
  `${Number(ratio.toPrecision(4)).toLocaleString('en', { maximumFractionDigits: 3 })}×`;

test.describe('what the numbers say of the checkout', () => {
  let numbers: Numbers;
  let states: States;

  test.beforeEach(async ({ page }) => {
    states = new States(page);
    numbers = new Numbers(page);
    await states.open();
  });

  test('its downtime by part and cause, the way to know how often, and the knee of the replicas', async ({ page }) => {
    await numbers.show('Downtime');
    await expect(numbers.panel()).toContainText('21.7 min');
    await expect(page.getByRole('heading', { name: 'All of it is replicas failing one by one' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Multiplying availabilities is right here' })).toBeVisible();
    await expect(numbers.panel()).toContainText('How often is not known: Load balancer');
    await expect(numbers.panel()).toContainText('2, today and knee');
    await numbers.panel().getByRole('button', { name: 'App', exact: true }).click();
    await expect(page.locator('[data-inspector]').getByLabel('Name', { exact: true })).toHaveValue('App');
    await expect(page.locator('[data-path="designs.0.components.app.up"] input').first()).toBeFocused();
    await expect(numbers.panel()).toContainText('3, today and knee');
  });

  test('every measure of importance, as it comes out by hand; sorted by any, it leads to its part and lights it up', async ({
    page,
  }) => {
    await numbers.show('Importance');
    await expect(numbers.panel()).toContainText(
      'If the payment gateway never failed, the total would become 99.9997 %. One single point of failure: Payment gateway.',
    );
    await numbers.expectFigures('Payment gateway', [
      '99.4 %',
      (1 - WITHOUT_PAYMENT).toFixed(6),
      percent(1 - WITHOUT_PAYMENT / U),
      times(1 / U),
      times(U / WITHOUT_PAYMENT),
      '99.9997 %',
      'unknown',
    ]);
    await numbers.expectFigures('App', [
      '0.2 %',
      (1 - WITHOUT_A_GROUP).toFixed(6),
      percent(1 - WITHOUT_A_GROUP / U),
      times(1 / U),
      times(U / WITHOUT_A_GROUP),
      '99.9498 %',
      'unknown',
    ]);
    await expect(numbers.row('Payment gateway')).toContainText('single point');
    await expect(numbers.row('App')).not.toContainText('single point');
    await expect(
      page.getByText('How many times the unavailability would grow if it were down for good.'),
    ).toBeAttached();

    await expect(numbers.names().first()).toHaveText('Payment gateway');
    await page.getByRole('button', { name: 'Part', exact: true }).click();
    await expect(numbers.names()).toHaveText(['App', 'Load balancer', 'Orders database', 'Payment gateway']);
    await page.getByRole('button', { name: 'Risk reduction', exact: true }).click();
    await expect(numbers.names().first()).toHaveText('Payment gateway');
    await expect(page.getByRole('columnheader', { name: 'Risk reduction' })).toHaveAttribute('aria-sort', 'descending');
    await numbers.row('Load balancer').hover();
    await numbers.expectLit('balancer');
    await numbers.row('Load balancer').click();
    await expect(states.component('balancer')).toHaveAttribute('data-selected');
    await page.mouse.move(0, 0);
    await numbers.expectLit();
  });

  test('every cut set, read as a sentence, with its chance and its share; it lights up its members and selects them', async ({
    page,
  }) => {
    await numbers.show('Cut sets');
    await expect(numbers.panel()).toContainText('4 in all: 1 of one failure, 2 of two and 1 of three.');
    await expect(numbers.names()).toHaveCount(4);
    await numbers.expectFigures('Payment gateway alone', ['1', '5 × 10⁻⁴', percent(PAYMENT / U)]);
    for (const [sentence, order] of [
      ['Load balancer’s 2 replicas', '2'],
      ['Orders database’s 2 replicas', '2'],
      ['App’s 3 replicas', '3'],
    ] as const)
      await numbers.expectFigures(sentence, [order, '1 × 10⁻⁶', percent(GROUP / U)]);

    await numbers.row('Payment gateway alone').hover();
    await numbers.expectLit('payment');
    await numbers.row('App’s 3 replicas').hover();
    await numbers.expectLit('app');
    await page.mouse.move(0, 0);
    await numbers.expectLit();
    await numbers.stop('Payment gateway alone').focus();
    await numbers.expectLit('payment');
    await page.keyboard.press('End');
    await expect(numbers.names().last()).toBeFocused();
    await page.getByRole('button', { name: 'Failures', exact: true }).click();
    await expect(numbers.names().first()).toHaveText('App’s 3 replicas');
    await numbers.stop('App’s 3 replicas').press('Enter');
    await expect(states.component('app')).toHaveAttribute('data-selected');
  });

  test('two providers that are down together are a cut set of two and a claim, and both light up', async ({ page }) => {
    await page
      .getByRole('group', { name: 'Designs' })
      .getByRole('button', { name: /two providers/ })
      .click();
    await numbers.show('Cut sets');
    const both = 'Payment gateway and Second provider';
    await numbers.expectFigures(both, ['2', '2.5 × 10⁻⁷', '7.7 %']);
    await numbers.row(both).hover();
    await numbers.expectLit('payment', 'payment-2');

    await numbers.show('Claims');
    await numbers.expectLit();
    const providers = 'Payment gateway and Second provider fail independently';
    await numbers.row(providers).hover();
    await numbers.expectLit('payment', 'payment-2');
    await numbers.row(providers).click();
    await expect(page.locator('[data-component][data-selected]')).toHaveCount(2);
  });

  test('a command shows each view', async ({ page }) => {
    for (const [command, says] of [
      ['Show the claims of independence', '3 claims of independence'],
      ['Show cut sets', 'a minimal cut set'],
      ['Show how much each part matters', 'One single point of failure'],
      ['Show downtime by part and cause', 'in 30 days'],
    ] as const) {
      await states.run(command);
      await expect(numbers.panel()).toContainText(says);
    }
    await expect(page.getByRole('tab', { name: 'Downtime', exact: true })).toHaveAttribute('aria-selected', 'true');
  });

  test('the claims that the number rests on, and what it becomes without them', async ({ page }) => {
    await numbers.show('Claims');
    await expect(numbers.panel()).toContainText('The number rests on 3 claims of independence.');
    await expect(numbers.panel()).toContainText('10 % is a β factor');
    await expect(numbers.names()).toHaveText([
      'App’s 3 replicas fail independently',
      'Load balancer’s 2 replicas fail independently',
      'Orders database’s 2 replicas fail independently',
    ]);
    await numbers.expectFigures('App’s 3 replicas fail independently', ['99.8497 %', '13.2 h', '+8.75 h']);
    await expect(numbers.panel().getByRole('row', { name: /All of them false at once/ })).toContainText('99.8298 %');
    await numbers.row('App’s 3 replicas fail independently').click();
    await expect(page.locator('[data-inspector]').getByLabel('Name', { exact: true })).toHaveValue('App');
    await expect(page.locator('[data-path="designs.0.components.app.beta"] :focus')).toBeVisible();
  });

  test('by keyboard: the rows are one stop, and light up what they are about', async ({ page }) => {
    await numbers.show('Claims');
    await numbers.stop(/^App/).focus();
    await numbers.expectLit('app');
    await page.keyboard.press('ArrowDown');
    await expect(numbers.stop(/^Load balancer/)).toBeFocused();
    await numbers.expectLit('balancer');
    await page.keyboard.press('End');
    await expect(numbers.stop(/^Orders database/)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(numbers.stop(/^Orders database/)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(numbers.stop(/^App/)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(numbers.stop(/^App/)).toBeFocused();
    await expect(numbers.panel().locator('[data-row][tabindex="0"]')).toHaveCount(1);
    await page.getByRole('tab', { name: 'Claims', exact: true }).focus();
    await numbers.expectLit();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('tab', { name: 'Cut sets', exact: true })).toBeFocused();
  });
});

test.describe('what the numbers say of the checkout over three zones', () => {
  let numbers: Numbers;

  test.beforeEach(async ({ page }) => {
    const app = new App(page);
    numbers = new Numbers(page);
    await app.open();
    await app.openExample('Checkout, sized');
  });

  test('how often and how long, and which domains are to blame, in a chart that is copied with its patterns', async ({
    context,
    page,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await numbers.show('Downtime');
    await expect(numbers.panel()).toContainText('35 outages a year, 18.4 min each.');
    await expect(page.getByRole('heading', { name: 'Domains make 48.9 %, replicas 25.2 %' })).toBeVisible();
    const chart = numbers.panel().getByRole('figure').filter({ hasText: 'Domains make' });
    await chart.getByRole('button', { name: 'Show as a table' }).click();
    const app = chart.getByRole('row', { name: /^App/ });
    await expect(app.getByRole('cell')).toHaveText(['2.69 h', '25.0 %', '8.7 %', '16.3 %', '0 %', '0 %']);
    await expect(
      chart
        .getByRole('row', { name: /^Zone a/ })
        .getByRole('cell')
        .last(),
    ).toHaveText('16.3 %');

    await chart.getByRole('button', { name: 'Show as a chart' }).click();
    await chart.getByRole('button', { name: 'Copy the chart as a picture' }).click();
    await expect(page.getByText('The chart was copied as SVG.')).toBeVisible();
    const drawn = await page.evaluate(async () => {
      const text = await navigator.clipboard.readText();
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      const filled = [...svg.querySelectorAll('rect')].map(
        (rect) => /url\("?#([^")]+)/.exec(rect.getAttribute('fill') ?? '')?.[1],
      );
      const patterns = new Set([...svg.querySelectorAll('pattern')].map(({ id }) => id));
      return {
        broken: svg.querySelector('parsererror')?.textContent,
        texts: [...svg.querySelectorAll('text')].map((each) => each.textContent),
        lost: filled.filter((id) => id !== undefined && !patterns.has(id)),
        patterned: filled.filter((id) => id !== undefined && patterns.has(id)).length,
      };
    });
    expect(drawn.broken).toBeUndefined();
    expect(drawn.texts).toEqual(expect.arrayContaining(['replicas', 'common cause', 'takeover', 'domain']));
    expect(drawn.lost).toEqual([]);
    expect(drawn.patterned).toBeGreaterThan(4);
  });

  test('zones are parts like any other: they matter, fail requests alone, and are claimed to be independent', async () => {
    await numbers.show('Importance');
    await expect(numbers.row('Zone a')).toContainText('single point');
    await numbers.show('Cut sets');
    await expect(numbers.row('Zone a alone')).toContainText('16.3 %');
    await expect(numbers.row('3 of App’s 10 replicas')).toContainText('8.7 %');
    await numbers.row('Load balancer’s common cause').hover();
    await numbers.expectLit('balancer');
    await numbers.show('Claims');
    await expect(numbers.row('Zone a, Zone b and Zone c fail independently')).toBeVisible();
  });
});
