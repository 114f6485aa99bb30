import { savedFile } from './pages/app.ts';
import { Inspector } from './pages/inspector.ts';
import { LoadTest } from './pages/load-test.ts';
import { expect, test } from './test.ts';

// N. J. Gunther, "Guerrilla Capacity Planning" (2007): SPEC SDM91, with the coefficients of its published fit.
const PEAKED = 'N;X\n1;64.9\n18;995.9\n36;1652.4\n72;1853.2\n108;1828.9\n144;1775\n216;1702.2\n';

test.describe('a load test', () => {
  let inspector: Inspector;
  let load: LoadTest;

  test.beforeEach(async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/');
    inspector = new Inspector(page);
    load = new LoadTest(page);
    await inspector.select('App');
    await inspector.region.locator('summary', { hasText: /^Scaling/ }).click();
  });

  test('is pasted, fitted at once, used for the group, and taken back in one step', async ({ page }) => {
    const before = await savedFile(page);
    await load.open(inspector.region.getByRole('button', { name: 'Fit a load test' }));
    await load.paste(PEAKED);
    await expect(load.dialog.getByRole('heading', { name: 'More replicas make it slower from 97 on' })).toBeVisible();
    await expect(load.figure('Contention σ')).toContainText('0.02773');
    await expect(load.figure('Coordination κ')).toContainText('0.0001044');
    await expect(load.figure('One alone γ')).toContainText('90');
    await expect(load.figure('Most at N')).toContainText('96.52');
    await expect(load.dialog.getByRole('img', { name: /^Chart: More replicas/ })).toBeVisible();
    await expect(load.dialog.getByRole('cell', { name: '−25.1' })).toBeVisible();
    await load.use().click();
    await expect(load.dialog).toHaveCount(0);
    await expect(inspector.field('Contention')).toHaveValue('0.0277285');
    await expect(inspector.field('Coordination')).toHaveValue('0.000104365');
    await inspector.undo();
    await expect(inspector.field('Contention')).toHaveValue('');
    await expect(inspector.field('Coordination')).toHaveValue('');
    expect(await savedFile(page)).toBe(before);
  });

  test('that cannot be read or fitted says what is wrong and where, and can be mended there', async ({ page }) => {
    await load.open(inspector.region.getByRole('button', { name: 'Fit a load test' }));
    await load.paste('1 10\n2 19\n4\n8 60');
    await expect(load.problem()).toContainText('Line 3, column 2: One of the two columns ends here');
    await expect(load.use()).toBeDisabled();
    await load.paste('1 10\n2 fast\n4 33\n8 60');
    await expect(load.problem()).toContainText('Line 2, column 3: fast is no number');
    await load.dialog.getByRole('button', { name: 'Show the place' }).click();
    await page.keyboard.type('19');
    await expect(load.problem()).toHaveCount(0);
    await expect(load.use()).toBeEnabled();
    await load.paste('1 10\n2 19\n4 33');
    await expect(load.problem()).toContainText('A fit needs at least four measurements; here are 3');
    await load.openFile('1 10\n2 25\n4 60\n8 130');
    await expect(load.dialog.getByRole('status', { name: 'The fit' })).toContainText(
      'the best fit would need σ below 0',
    );
    await expect(load.use()).toBeEnabled();
  });
});
