import type { Field } from '../src/model/kinds/field.ts';
import { KIND_SPECS } from '../src/model/kinds/kinds.ts';
import { CALL_FIELDS } from '../src/model/kinds/call.ts';
import { Inspector } from './pages/inspector.ts';
import { Outline } from './pages/outline.ts';
import { Times } from './pages/times.ts';
import { expect, test } from './test.ts';

const SAMPLES = {
  availability: '99.95 %',
  probability: '5 %',
  ratio: '0.01',
  count: '3',
  duration: '40 ms',
  rate: '120 req/s',
  growth: '3 %/month',
  money: '$60/month',
  size: '2 TB',
} as const;

/** Something else than the default, as one would type it. */
function sampleOf({ edit }: Field): string {
  if (edit.shape === 'quantity') return SAMPLES[edit.dimension];
  if (edit.shape === 'up') return 'mtbf 720 h, mttr 43 min';
  return edit.shape === 'time' ? 'p50 31 ms, p99 140 ms' : 'some text';
}

/** Fills a field in and sees that it holds. */
async function edited(outline: Outline, field: Field, label: string): Promise<void> {
  if (field.edit.shape === 'references') {
    await expect(outline.control(`${label}: none`)).toBeDisabled();
    return;
  }
  const control = outline.control(label);
  if (field.edit.shape === 'flag') {
    await control.check();
    await expect(control).toBeChecked();
    await control.uncheck();
    await expect(control).not.toBeChecked();
  } else if (field.edit.shape === 'choice') {
    for (const { value } of field.edit.options) {
      await control.selectOption(value);
      await expect(control).toHaveValue(value);
    }
  } else {
    await outline.write(label, sampleOf(field));
    await expect(control).toHaveValue(sampleOf(field));
  }
}

test.describe('the outline', () => {
  let outline: Outline;

  test.beforeEach(async ({ page }) => {
    await page.goto('/');
    outline = new Outline(page);
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await outline.open();
    await expect(outline.control('Name of App')).toHaveValue('App');
  });

  test('edits every field of every kind', async () => {
    test.setTimeout(150_000);
    for (const spec of Object.values(KIND_SPECS)) {
      await test.step(spec.label, async () => {
        await outline.add(spec.label);
        const name = outline.region.locator('th input:focus');
        await name.fill('Fresh');
        await name.press('Enter');
        const more = outline.region.getByRole('button', { name: 'More fields of Fresh' });
        if ((await more.isEnabled()) && (await more.getAttribute('aria-expanded')) === 'false') await more.click();
        for (const field of spec.fields.filter((each) => each.computed)) {
          await edited(outline, field, `${field.label} of Fresh`);
        }
        await outline.region.getByRole('button', { name: 'Delete Fresh' }).click();
        await expect(outline.control('Name of Fresh')).toHaveCount(0);
      });
    }
  });

  test('shows a mixture as a line, which leads to where it is edited', async ({ page }) => {
    const parts = [
      { weight: 0.95, time: '10 ms' },
      { weight: 0.05, time: '200 ms' },
    ];
    await outline.region.getByRole('button', { name: 'More fields of App', exact: true }).click();
    await outline.write('Service time of App', JSON.stringify({ mixture: parts }));
    await outline.control('Service time of App: a mixture: 95 % 10 ms, 5 % 200 ms').click();
    await expect(new Times(page).form()).toBeFocused();
  });

  test('edits every field of a call', async () => {
    const of = 'App → Payment gateway';
    await outline.region.getByRole('button', { name: 'More fields of Payment gateway', exact: true }).click();
    await outline.write('Workers of Payment gateway', '64');
    await outline.region.getByRole('button', { name: `More fields of ${of}` }).click();
    // What a retry waits, how copies are tied, and which workers are kept stands beside what it is about.
    await outline.write(`Retries of ${of}`, '1');
    await outline.write(`Hedge after of ${of}`, '90 ms');
    await outline.write(`Backoff of ${of}`, '50 ms');
    const fields = CALL_FIELDS.filter((each) => each.computed && !['weight', 'backoff.jitter'].includes(each.key));
    const grows = (field: Field): boolean => field.key.startsWith('backoff.');
    for (const field of fields.filter((each) => !grows(each))) {
      await edited(outline, field, `${field.label} of ${of}`);
    }
    // A backoff of one time is the first of those that grow.
    await outline.write(`Backoff factor of ${of}`, '2');
    await expect(outline.control(`First backoff of ${of}`)).toHaveValue('40 ms');
    for (const field of fields.filter(grows)) await edited(outline, field, `${field.label} of ${of}`);
  });

  test('shows the further fields of a call where one is written', async ({ page }) => {
    const of = 'App → Orders database';
    const more = outline.region.getByRole('button', { name: `More fields of ${of}` });
    await expect(more).toHaveAttribute('aria-expanded', 'false');
    await more.click();
    await outline.write(`Timeout of ${of}`, '400 ms');
    await outline.write(`Timeout of ${of}`, '');
    await expect(outline.control(`Timeout of ${of}`)).toBeVisible();
    await more.click();
    await expect(outline.control(`Timeout of ${of}`)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(outline.control(`Timeout of ${of}`)).toHaveValue('400 ms');
  });

  test('adds a call, gives it another callee and deletes it', async ({ page }) => {
    await outline.region.getByRole('button', { name: 'Add a call from Orders database' }).click();
    await page.getByRole('menuitem', { name: 'Payment gateway' }).click();
    await outline.control('Callee of Orders database → Payment gateway').selectOption('Load balancer');
    const title = 'Orders database → Load balancer';
    await expect(outline.control(`Callee of ${title}`)).toBeVisible();
    await outline.region.getByRole('button', { name: `Delete the call ${title}` }).click();
    await expect(outline.control(`Callee of ${title}`)).toHaveCount(0);
  });

  test('edits the weight of a call of an "any of"', async ({ page }) => {
    await outline.add('Any of');
    await outline.region.locator('th input:focus').press('Enter');
    await outline.region.getByRole('button', { name: 'Add a call from Any of' }).click();
    await page.getByRole('menuitem', { name: 'Payment gateway' }).click();
    await outline.write('Weight of Any of → Payment gateway', '2');
    await expect(outline.control('Weight of Any of → Payment gateway')).toHaveValue('2');
  });

  test('edits the timeout of a call to what may never answer, also beside a weight', async ({ page }) => {
    await outline.region.getByRole('button', { name: 'More fields of Payment gateway' }).click();
    await outline.control('When it is down of Payment gateway').selectOption('hang');
    await outline.write('Timeout of App → Payment gateway', '2 s');
    await expect(outline.control('Timeout of App → Payment gateway')).toHaveValue('2 s');
    await outline.add('Any of');
    await outline.region.locator('th input:focus').press('Enter');
    await outline.region.getByRole('button', { name: 'Add a call from Any of' }).click();
    await page.getByRole('menuitem', { name: 'Payment gateway' }).click();
    await outline.write('Timeout of Any of → Payment gateway', '1 s');
    await expect(outline.control('Timeout of Any of → Payment gateway')).toHaveValue('1 s');
    await expect(outline.control('Weight of Any of → Payment gateway')).toBeVisible();
  });

  test('renames, changes the kind and deletes, in step with the board', async ({ page }) => {
    await outline.write('Name of App', 'Storefront');
    await outline.control('Kind of Storefront').selectOption('Function');
    await expect(page.locator('.react-flow__node', { hasText: 'Storefront' })).toHaveCount(1);
    await outline.region.getByRole('button', { name: 'Delete Storefront' }).click();
    await expect(page.locator('.react-flow__node', { hasText: 'Storefront' })).toHaveCount(0);
    await expect(outline.control('Name of Storefront')).toHaveCount(0);
  });

  test('is moved through by arrow keys, Enter edits and Escape comes back', async ({ page }) => {
    await outline.control('Replicas of App').focus();
    await page.keyboard.press('Escape');
    await expect(outline.focusedCell()).toHaveAttribute('data-label', 'Replicas');
    await page.keyboard.press('ArrowRight');
    await expect(outline.focusedCell()).toHaveAttribute('data-label', 'Needed');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(outline.control('Replicas of App')).toBeFocused();
    await page.keyboard.type('7');
    await page.keyboard.press('Escape');
    await expect(outline.control('Replicas of App')).toHaveValue('3');
    await page.keyboard.press('Escape');
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await expect(outline.control('Replicas of App')).toHaveValue('8');
    await page.keyboard.press('Home');
    await expect(outline.focusedCell()).toHaveAttribute('data-label', 'Name');
  });

  test('goes from control to control with Tab', async ({ page }) => {
    await outline.control('Name of App').focus();
    await page.keyboard.press('Tab');
    await expect(outline.control('Kind of App')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(outline.control('Replicas of App')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(outline.control('Kind of App')).toBeFocused();
  });

  test('keeps its selection in step with the inspector', async ({ page }) => {
    const inspector = new Inspector(page);
    await outline.control('Replicas of App').focus();
    await expect(inspector.field('Replicas')).toHaveValue('3');
    await outline.write('Replicas of App', '6');
    await expect(inspector.field('Replicas')).toHaveValue('6');
    await outline.control('Times of App → Payment gateway').focus();
    await expect(inspector.field('To')).toHaveValue('payment');
  });

  test('says what is wrong at its cell', async () => {
    await outline.write('One is up of App', '120 %');
    await expect(outline.control('One is up of App')).toHaveAttribute('aria-invalid', 'true');
    await expect(outline.region.getByRole('alert')).toContainText('120 %');
  });
});
