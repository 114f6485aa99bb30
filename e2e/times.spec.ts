import { savedFile } from './pages/app.ts';
import { States } from './pages/states.ts';
import { Times } from './pages/times.ts';
import { expect, test } from './test.ts';

/** Every form but that of pasted measurements, with the fields it is given by. */
const FORMS: readonly (readonly [form: string, fields: readonly string[]])[] = [
  ['p50 and p99', ['p50', 'p99']],
  ['exponential', ['Mean']],
  ['Erlang', ['Mean', 'Stages']],
  ['gamma', ['Mean', 'Shape']],
  ['Weibull', ['Scale', 'Shape']],
  ['lognormal', ['Median', 'Spread']],
  ['Pareto', ['Least', 'Tail']],
  ['a mixture', ['Weight', 'Weight']],
  ['a table of quantiles', []],
];

/** Of a thousand measurements, half of them within 12 ms. */
const HISTOGRAM = `       Value     Percentile TotalCount 1/(1-Percentile)

      10.000 0.000000000000          1           1.00
      12.000 0.500000000000        500           2.00
      40.000 0.990000000000        990         100.00
      90.000 1.000000000000       1000
#[Mean    =       14.000, StdDeviation   =        5.000]
#[Max     =       90.000, Total count    =         1000]
`;

test.describe('a time', () => {
  let times: Times;

  test.beforeEach(async ({ page }) => {
    times = new Times(page);
    await times.open('App');
  });

  test('is given in any form, and each is taken back in one step, to the byte', async ({ page }) => {
    await times.write('Service time', '40 ms');
    const before = await savedFile(page);
    for (const [form, fields] of FORMS) {
      await times.choose(form);
      await expect(times.form()).toBeFocused();
      for (const field of new Set(fields)) {
        await expect(times.field(field)).toHaveCount(fields.filter((each) => each === field).length);
        await expect(times.field(field).first()).not.toHaveValue('');
      }
      await expect(times.problems()).toHaveCount(0);
      await times.inspector.undo();
      await expect(times.field('Service time')).toHaveValue('40 ms');
      expect(await savedFile(page)).toBe(before);
    }
  });

  test('goes from form to form by the keyboard, with the focus on the list', async ({ page }) => {
    await times.form().focus();
    for (const [form, fields] of FORMS) {
      await page.keyboard.press('ArrowDown');
      await expect(times.form().locator('option:checked')).toHaveText(form);
      await expect(times.form()).toBeFocused();
      for (const field of fields) await expect(times.field(field).first()).toBeVisible();
    }
    for (const [form] of FORMS.toReversed()) {
      await expect(times.form().locator('option:checked')).toHaveText(form);
      await page.keyboard.press('ArrowUp');
    }
    await expect(times.field('Service time')).toBeVisible();
  });

  test('keeps what both forms say, and formulas as they were written', async () => {
    await times.choose('p50 and p99');
    await times.write('p50', '20 ms + 11 ms');
    await times.write('p99', '140 ms');
    await times.choose('lognormal');
    await expect(times.field('Median')).toHaveValue('20 ms + 11 ms');
    await times.choose('p50 and p99');
    await expect(times.field('p50')).toHaveValue('20 ms + 11 ms');
    await times.choose('exponential');
    await times.write('Mean', '10 ms');
    await times.choose('Erlang');
    await expect(times.field('Mean')).toHaveValue('10 ms');
    await expect(times.field('Stages')).toHaveValue('1');
  });

  test('is written as a line where there is one time, and takes its form from it', async () => {
    await times.write('Service time', 'gamma, mean 40 ms, shape 2');
    await expect(times.form().locator('option:checked')).toHaveText('gamma');
    await expect(times.field('Shape')).toHaveValue('2');
    await times.choose('one time');
    await expect(times.field('Service time')).toHaveValue('40 ms');
  });

  test('loses nothing on the way through the forms, and comes back as it was', async ({ page }) => {
    await times.write('Service time', 'weibull, scale 20 ms * 2, shape 0.8');
    await expect(times.figure('mean')).toHaveText('45.3 ms');
    const before = await savedFile(page);
    for (const [form] of FORMS) await times.choose(form);
    await times.choose('one time');
    await expect(times.field('Service time')).toHaveValue('45.32 ms');
    await times.choose('Weibull');
    expect(await savedFile(page)).toBe(before);
  });

  test('is dragged by the label of a part: live, one step, and Escape puts it back', async ({ page }) => {
    await times.choose('p50 and p99');
    await times.startDrag('p99', 60);
    await expect(times.field('p99')).toHaveValue('190 ms');
    await times.inspector.endDrag();
    await times.inspector.undo();
    await expect(times.field('p99')).toHaveValue('140 ms');
    await times.startDrag('p99', -40);
    await expect(times.field('p99')).not.toHaveValue('140 ms');
    await page.keyboard.press('Escape');
    await times.inspector.endDrag();
    await expect(times.field('p99')).toHaveValue('140 ms');
  });

  test('says at the part what is wrong with it, and keeps what was typed', async () => {
    await times.choose('p50 and p99');
    await times.write('p99', '20 ms');
    await expect(times.inspector.problem('p99')).toContainText('p99 is below the p50');
    await expect(times.field('p99')).toHaveValue('20 ms');
    await times.write('p99', '3 req/s');
    await expect(times.inspector.problem('p99')).toContainText('is not a time');
    await times.write('p99', '');
    await expect(times.inspector.problem('p99')).toContainText('Nothing is written');
    await times.write('p99', '90 ms');
    await expect(times.problems()).toHaveCount(0);
    await times.write('p50', '-1 ms');
    await expect(times.inspector.problem('p50')).toContainText('less than 0');
  });

  test.describe('that is a mixture', () => {
    test.beforeEach(async () => {
      await times.write('Service time', '10 ms');
      await times.choose('a mixture');
      await expect(times.parts()).toHaveCount(2);
    });

    test('has parts of any form, which come and go, and weights that go on adding up', async () => {
      await times.write('Time', '200 ms', times.part(2));
      await times.choose('exponential', times.part(2));
      await expect(times.field('Mean', times.part(2))).toHaveValue('200 ms');
      await expect(times.form(times.part(2))).toBeFocused();
      await times.inspector.region.getByRole('button', { name: 'Add a part' }).click();
      await expect(times.parts()).toHaveCount(3);
      await expect(times.field('Weight', times.part(1))).toHaveValue('0.9');
      await expect(times.field('Weight', times.part(3))).toHaveValue('0.05');
      await times.inspector.region.getByRole('button', { name: 'Delete part 2' }).click();
      await expect(times.parts()).toHaveCount(2);
      await expect(times.field('Weight', times.part(1))).toHaveValue('0.95');
      await expect(times.problems()).toHaveCount(0);
      await times.inspector.undo();
      await expect(times.field('Mean', times.part(2))).toHaveValue('200 ms');
    });

    test('says so where its weights do not add up to 1, until they do', async () => {
      await times.write('Weight', '0.2', times.part(2));
      await expect(times.problems()).toContainText('The weights add up to 1.15, not to 1');
      await expect(times.form()).toHaveAttribute('aria-invalid', 'true');
      await times.write('Weight', '80 %', times.part(1));
      await expect(times.problems()).toHaveCount(0);
    });

    test('says at a part what is wrong with that', async () => {
      await times.write('Time', 'soon', times.part(1));
      await expect(times.part(1).getByRole('alert')).toContainText('soon');
      await expect(times.part(2).getByRole('alert')).toHaveCount(0);
    });
  });

  test('that is a table of quantiles has rows that come, go and keep their order', async ({ page }) => {
    await times.write('Service time', '{"quantiles":{"0.5":"10 ms","0.99":"200 ms"}}');
    await expect(times.form().locator('option:checked')).toHaveText('a table of quantiles');
    const { region } = times.inspector;
    const shares = region.getByLabel(/^Share of row/);
    await region.getByRole('button', { name: 'Add a quantile' }).click();
    await expect(shares.nth(1)).toHaveValue('0.9');
    await shares.nth(1).fill('p99.9');
    await shares.nth(1).press('Enter');
    await expect(shares.nth(-1)).toHaveValue('0.999');
    await expect(region.getByRole('alert')).toContainText('times of a table rise');
    await times.write('Time of 0.999', '800 ms');
    await expect(region.getByRole('alert')).toHaveCount(0);
    await shares.nth(0).fill('99 %');
    await shares.nth(0).press('Enter');
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('The row for 0.5 stays');
    await expect(shares.nth(0)).toHaveValue('0.5');
    await region.getByRole('button', { name: 'Delete 0.5' }).click();
    await expect(shares).toHaveCount(2);
    await times.inspector.undo();
    await expect(shares).toHaveCount(3);
    await region.getByRole('button', { name: 'Delete 0.999' }).press('Enter');
    await expect(shares).toHaveCount(2);
    await expect(region.getByRole('button', { name: 'Add a quantile' })).toBeFocused();
  });

  test.describe('is drawn', () => {
    test('with the quantiles of an exponential', async () => {
      await times.write('Service time', 'exponential, mean 10 ms');
      await times.expectFigures({
        p50: '6.93 ms',
        p90: '23 ms',
        p95: '30 ms',
        p99: '46.1 ms',
        'p99.9': '69.1 ms',
        mean: '10 ms',
      });
      await expect(times.drawing()).toHaveAccessibleName(/^The shorter, the more common\. p50 6\.93 ms, /);
    });

    test('with a spike for each of two times, and the quantiles on either side', async () => {
      await times.write('Service time', '10 ms');
      await times.choose('a mixture');
      await times.write('Time', '200 ms', times.part(2));
      await times.expectFigures({ p50: '10 ms', p95: '10 ms', p99: '200 ms', mean: '19.5 ms' });
      await expect(times.drawing()).toHaveAccessibleName(/^95 % take exactly 10 ms, 5 % exactly 200 ms\. /);
      await expect(times.spikes()).toHaveText(['95 %', '5 %']);
    });

    test('while it is typed and dragged, on an axis that stays until that is done', async ({ page }) => {
      await times.write('Service time', 'p50 31 ms, p99 140 ms');
      await expect(times.figure('p99')).toHaveText('140 ms');
      await expect(times.axis()).toHaveText(['0 ms', '200 ms']);
      await times.field('p99').fill('100 ms');
      await expect(times.figure('p99')).toHaveText('100 ms');
      await expect(times.axis()).toHaveText(['0 ms', '200 ms']);
      await page.keyboard.press('Enter');
      await expect(times.axis()).toHaveText(['0 ms', '150 ms']);
      await times.startDrag('p99', 60);
      await expect(times.figure('p99')).toHaveText(await times.field('p99').inputValue());
      await page.keyboard.press('Escape');
      await times.inspector.endDrag();
      await expect(times.figure('p99')).toHaveText('100 ms');
    });

    test('with an infinite mean, which is said, on an axis that shows the tail', async () => {
      await times.write('Service time', 'pareto, scale 10 ms, alpha 0.9');
      await times.expectFigures({ p50: '21.6 ms', mean: 'infinite' });
      await expect(times.axis()).toContainText(['log axis']);
      await expect(times.inspector.region).toContainText('its mean is infinite');
    });

    test('as it was where something is wrong with it, and says so', async () => {
      await times.write('Service time', 'p50 31 ms, p99 140 ms');
      await expect(times.figure('p99')).toHaveText('140 ms');
      await times.write('p99', '20 ms');
      await expect(times.inspector.region.locator('figcaption')).toHaveText('As it was before the error.');
      await times.inspector.write('Replicas', '5');
      await expect(times.inspector.part('One replica more or fewer').getByRole('rowheader')).toHaveText([
        '4:',
        '5:',
        '6:',
      ]);
      await expect(times.figure('p99')).toHaveText('140 ms');
      await times.write('p99', '90 ms');
      await expect(times.figure('p99')).toHaveText('90 ms');
      await expect(times.inspector.region.locator('figcaption')).toHaveCount(0);
    });

    test('and keeps its p50 and p99, or its mean, in another form', async () => {
      await times.write('Service time', 'exponential, mean 10 ms');
      await expect(times.figure('p99')).toHaveText('46.1 ms');
      await times.choose('p50 and p99');
      await times.expectFigures({ p50: '6.93 ms', p99: '46.1 ms' });
      await times.choose('Weibull');
      await times.expectFigures({ p50: '6.93 ms', p99: '46.1 ms' });
      await times.choose('one time');
      await expect(times.field('Service time')).toHaveValue('10 ms');
    });
  });

  test.describe('that was measured', () => {
    test.beforeEach(async ({ context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await times.write('Service time', '40 ms');
      await times.choose('measurements');
    });

    test('is pasted: a word among the numbers is pointed at, and mended where it stands', async ({ page }) => {
      const before = await savedFile(page);
      await times.paste('12 ms\n9.8\n20x3\n4');
      await expect(times.pasteProblem()).toContainText('Line 3, column 3: x is no unit of time');
      await times.group().getByRole('button', { name: 'Show the place' }).click();
      await expect(times.measurements()).toBeFocused();
      await page.keyboard.type('.');
      await expect(times.measurements()).toHaveValue('12 ms\n9.8\n20.\n4');
      await expect(times.pasteProblem()).toHaveCount(0);
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(times.note()).toHaveText('4 measurements, from 4 ms to 20 ms.');
      await times.inspector.undo();
      await expect(times.field('Service time')).toHaveValue('40 ms');
      expect(await savedFile(page)).toBe(before);
    });

    test('that cannot be read is there again when one comes back, and nothing has changed', async ({ page }) => {
      const before = await savedFile(page);
      await times.paste('12 ms soon');
      await expect(times.pasteProblem()).toContainText('Line 1, column 7');
      await times.inspector.select('Load balancer');
      await expect(times.inspector.field('Name')).toHaveValue('Load balancer');
      expect(await savedFile(page)).toBe(before);
      await times.inspector.select('App');
      await times.unfold();
      await expect(times.measurements()).toHaveValue('12 ms soon');
      await expect(times.pasteProblem()).toContainText('Line 1, column 7');
      await times.choose('one time');
      await expect(times.field('Service time')).toHaveValue('40 ms');
    });

    test('is in the unit that was chosen, also when it is chosen after', async () => {
      await times.paste('1\n2\n3');
      await times.measurements().blur();
      await expect(times.note()).toContainText('3 measurements, from 1 ms to 3 ms');
      await times.field('Unit').selectOption({ label: 's' });
      await expect(times.note()).toContainText('3 measurements, from 1 s to 3 s');
    });

    test('is put back by Escape', async ({ page }) => {
      await times.paste('1\n2\n3');
      await page.keyboard.press('Escape');
      await expect(times.measurements()).toHaveValue('');
      await times.choose('one time');
      await expect(times.field('Service time')).toHaveValue('40 ms');
      await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
      await times.inspector.undo();
      await expect(times.field('Service time')).toHaveValue('');
    });

    test('is read from the percentile distribution of HdrHistogram', async () => {
      await times.paste(HISTOGRAM);
      await times.measurements().blur();
      await expect(times.note()).toContainText('1,000 measurements, from 10 ms to 90 ms');
      await expect(times.form().locator('option:checked')).toHaveText('a table of quantiles');
      await expect(times.field('Time of 0.99')).toBeVisible();
    });

    test('that is stopped in the middle is kept, and read when one says so', async () => {
      await times.stopSoon();
      await times.paste(Array.from({ length: 1e6 }, (_, place) => place % 777).join('\n'));
      await expect(times.group().getByRole('button', { name: 'Read it' })).toBeVisible();
      await expect(times.group().getByRole('progressbar')).toHaveCount(0);
      await expect(times.note()).toHaveCount(0);
      await times.group().getByRole('button', { name: 'Read it' }).click();
      await expect(times.note()).toContainText('1,000,000 measurements, from 0 ms to 776 ms');
    });

    test('a million times: read in the background, thinned, and said so', async ({ page }) => {
      const million = Array.from({ length: 1e6 }, (_, place) => 5 + (place % 9973) / 100).join('\n');
      await times.measurements().fill('7 ms');
      await times.paste(million);
      const bar = times.group().getByRole('progressbar', { name: 'Reading measurements' });
      await expect(bar).toBeVisible();
      await expect(times.group()).toContainText('MB of text');
      // The page goes on: another field is edited meanwhile.
      await times.inspector.write('Replicas', '4');
      await expect(times.note()).toHaveText(
        /^1,000,000 measurements, from 5 ms to 105 ms\. \d+ quantiles of them are kept/,
      );
      await expect(page.getByText(/^Show 100 more of/)).toBeVisible();
      await expect(times.field('Time of 0')).toHaveValue('5 ms');
      await expect(times.inspector.field('Replicas')).toHaveValue('4');
    });
  });
});

test('a call has its network, timeouts, retries and hedges, and a time that is drawn', async ({ page }) => {
  await page.goto('/');
  const times = new Times(page, 'Network');
  await expect(times.inspector.field('Title')).toBeVisible();
  await new States(page).selectCall('App', 'Payment gateway');
  await times.unfold();
  await times.write('Network', 'p50 1 ms, p99 8 ms');
  await times.expectFigures({ p50: '1 ms', p99: '8 ms' });
  await times.write('Timeout', '400 ms');
  await times.write('Retries', '2');
  await times.write('Backoff', '50 ms');
  await times.write('Backoff factor', '2');
  await expect(times.field('First backoff')).toHaveValue('50 ms');
  await times.write('Hedge after', '90 ms');
  await times.field('Tied copies').check();
  await expect(times.inspector.region.getByRole('alert')).toHaveCount(0);
});
