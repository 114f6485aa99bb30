import { Inspector } from './pages/inspector.ts';
import { expect, test } from './test.ts';

const NEIGHBOURS = 'One replica more or fewer';
const UP = /^App is up/;

test.describe('the inspector', () => {
  let inspector: Inspector;

  test.beforeEach(async ({ page }) => {
    await page.goto('/');
    inspector = new Inspector(page);
    await inspector.select('App');
    await expect(inspector.field('Replicas')).toHaveValue('3');
    await expect(inspector.part(UP)).toContainText('1 − 0.000001');
  });

  test('changes a value by typing: shown while it is typed, one step of undo', async () => {
    const counts = inspector.part(NEIGHBOURS).getByRole('rowheader');
    await inspector.field('Replicas').fill('4');
    await expect(counts).toHaveText(['3:', '4:', '5:']);
    await inspector.field('Replicas').press('Escape');
    await expect(counts).toHaveText(['2:', '3:', '4:']);
    await expect(inspector.field('Replicas')).toHaveValue('3');
    await inspector.write('Replicas', '12');
    await expect(counts).toHaveText(['11:', '12:', '13:']);
    await inspector.undo();
    await expect(inspector.field('Replicas')).toHaveValue('3');
    await expect(counts).toHaveText(['2:', '3:', '4:']);
  });

  test('changes a value by dragging its label: shown live, one step of undo', async () => {
    await inspector.startDrag('Replicas', 25);
    await expect(inspector.field('Replicas')).toHaveValue('7');
    await expect(inspector.part(NEIGHBOURS).getByRole('rowheader')).toHaveText(['6:', '7:', '8:']);
    await inspector.endDrag();
    await expect(inspector.field('Replicas')).toHaveValue('7');
    await inspector.undo();
    await expect(inspector.field('Replicas')).toHaveValue('3');
  });

  test('puts a dragged value back on Escape', async ({ page }) => {
    await inspector.startDrag('One is up', 40);
    await expect(inspector.field('One is up')).not.toHaveValue('99 %');
    await page.keyboard.press('Escape');
    await inspector.endDrag();
    await expect(inspector.field('One is up')).toHaveValue('99 %');
    await expect(inspector.field('Replicas')).toBeVisible();
  });

  test('steps a value with the arrow keys', async () => {
    await inspector.field('Replicas').press('ArrowUp');
    await inspector.field('Replicas').press('ArrowUp');
    await expect(inspector.field('Replicas')).toHaveValue('5');
    await inspector.field('Replicas').press('Enter');
    await inspector.undo();
    await expect(inspector.field('Replicas')).toHaveValue('3');
  });

  test('says at the field what is wrong with 120 %, and everything else still computes', async () => {
    await inspector.write('One is up', '120 %');
    await expect(inspector.problem('One is up')).toContainText('120 %');
    await expect(inspector.field('One is up')).toHaveAttribute('aria-invalid', 'true');
    await expect(inspector.part(NEIGHBOURS)).toContainText('99.9498 %');
    await inspector.write('One is up', '99.5 %');
    await expect(inspector.problem('One is up')).toHaveCount(0);
  });

  test('takes a formula of a variable: it is not dragged, its variable is', async () => {
    await inspector.selectNothing();
    await inspector.addVariable('spares', '2');
    await inspector.select('App');
    await inspector.write('Replicas', '2 * spares');
    await expect(inspector.part(NEIGHBOURS).getByRole('rowheader')).toHaveText(['3:', '4:', '5:']);
    await inspector.startDrag('Replicas', 30);
    await inspector.endDrag();
    await expect(inspector.field('Replicas')).toHaveValue('2 * spares');
    await inspector.startDrag('spares', 7);
    await inspector.endDrag();
    await expect(inspector.field('spares')).toHaveValue('3');
    await expect(inspector.part(NEIGHBOURS).getByRole('rowheader')).toHaveText(['5:', '6:', '7:']);
  });

  test('renames a variable everywhere, and asks before it deletes one in use', async () => {
    await inspector.selectNothing();
    await inspector.addVariable('spares', '4');
    await inspector.select('App');
    await inspector.write('Replicas', 'spares');
    await inspector.selectNothing();
    await inspector.write('Name of spares', 'copies');
    await inspector.region.getByRole('button', { name: 'Delete copies' }).click();
    await expect(inspector.region.getByRole('alert')).toContainText('One value uses copies');
    await inspector.region.getByRole('button', { name: 'Keep' }).click();
    await inspector.select('App');
    await expect(inspector.field('Replicas')).toHaveValue('copies');
  });

  test('shows the working, and a number in it leads to its field', async () => {
    await expect(inspector.part(UP)).toContainText('1 − (1 − 99 %)');
    await inspector.part(UP).getByRole('button', { name: '99 %' }).click();
    await expect(inspector.field('One is up')).toBeFocused();
    await inspector.part(UP).getByRole('button', { name: '3', exact: true }).click();
    await expect(inspector.field('Replicas')).toBeFocused();
  });

  test('leads from the working of the journey to the field of another component', async () => {
    await inspector.select('Shoppers');
    await inspector
      .part(/^Up 99\.9497 %/)
      .getByRole('button', { name: '0.0005', exact: true })
      .click();
    await expect(inspector.region.getByLabel('Name')).toHaveValue('Payment gateway');
    await expect(inspector.field('Is up')).toBeFocused();
  });

  test('writes how often something is up as times to fail and to repair', async () => {
    await inspector.region.getByRole('button', { name: 'or MTBF' }).click();
    await inspector.write('Fails every', '720 h');
    await expect(inspector.region.getByRole('alert')).toContainText('Write both times');
    await inspector.write('Repaired in', '43 min');
    await expect(inspector.part(UP)).toContainText('99.9005');
    await inspector.undo();
    await expect(inspector.part(UP)).toContainText('1 − 0.000001');
  });

  test('offers the words that stand for a number', async ({ page }) => {
    await inspector.region.getByRole('button', { name: /^Needed: or/ }).click();
    await page.getByRole('menuitemradio', { name: 'majority' }).click();
    await expect(inspector.field('Needed')).toHaveValue('majority');
    await inspector.undo();
    await expect(inspector.field('Needed')).toHaveValue('1');
  });

  test('edits what several share in one step', async () => {
    await inspector.select('Orders database', ['Shift']);
    await expect(inspector.region).toContainText('2 components');
    await expect(inspector.field('Replicas')).toHaveAttribute('placeholder', 'mixed');
    await inspector.write('Replicas', '5');
    await inspector.undo();
    await inspector.select('Load balancer');
    await inspector.select('App');
    await expect(inspector.field('Replicas')).toHaveValue('3');
  });

  test('changes the kind and keeps what the new kind knows', async () => {
    await inspector.field('Kind').selectOption('Function');
    await expect(inspector.field('Kind')).toHaveValue('function');
    await expect(inspector.field('Replicas')).toHaveValue('3');
  });

  test('shows old and new side by side while something is tried out', async ({ page }) => {
    await page.getByRole('button', { name: 'Try a second provider' }).click();
    const comparison = inspector.region.getByRole('region', { name: 'Now and then' });
    await expect(comparison).toContainText('99.9497 %');
    await expect(comparison).toContainText('1.7 min');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(comparison).toHaveCount(0);
  });

  test('lists findings that lead to their components', async () => {
    await inspector.selectNothing();
    await inspector
      .part('Worth knowing')
      .getByRole('button', { name: /^Payment gateway/ })
      .click();
    await expect(inspector.region.getByLabel('Name')).toHaveValue('Payment gateway');
  });
});
