import { Inspector } from './pages/inspector.ts';
import { States } from './pages/states.ts';
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

  test('takes a value that is typed, dragged or stepped, each one step of undo', async ({ page }) => {
    await test.step('changes a value by typing: shown while it is typed, one step of undo', async () => {
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

    await test.step('changes a value by dragging its label: shown live, one step of undo', async () => {
      await inspector.startDrag('Replicas', 25);
      await expect(inspector.field('Replicas')).toHaveValue('7');
      await expect(inspector.part(NEIGHBOURS).getByRole('rowheader')).toHaveText(['6:', '7:', '8:']);
      await inspector.endDrag();
      await expect(inspector.field('Replicas')).toHaveValue('7');
      await inspector.undo();
      await expect(inspector.field('Replicas')).toHaveValue('3');
    });

    await test.step('puts a dragged value back on Escape', async () => {
      await inspector.startDrag('One is up', 40);
      await expect(inspector.field('One is up')).not.toHaveValue('99 %');
      await page.keyboard.press('Escape');
      await inspector.endDrag();
      await expect(inspector.field('One is up')).toHaveValue('99 %');
      await expect(inspector.field('Replicas')).toBeVisible();
    });

    await test.step('steps a value with the arrow keys', async () => {
      await inspector.field('Replicas').press('ArrowUp');
      await inspector.field('Replicas').press('ArrowUp');
      await expect(inspector.field('Replicas')).toHaveValue('5');
      await inspector.field('Replicas').press('Enter');
      await inspector.undo();
      await expect(inspector.field('Replicas')).toHaveValue('3');
    });
  });

  test('slides shared failures by mouse and by keys', async ({ page }) => {
    await test.step('slides shared failures by mouse: shown live, one step of undo', async () => {
      await inspector.startSlide('Shared failures', 21);
      await expect(inspector.field('Shared failures')).toHaveValue('10 %');
      await expect(inspector.slider('Shared failures')).toHaveAttribute('aria-valuetext', '10 %');
      await expect(inspector.part(UP)).toContainText('99.899 %, two nines');
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
      await inspector.endDrag();
      await expect(inspector.field('Shared failures')).toHaveValue('10 %');
      await inspector.undo();
      await expect(inspector.field('Shared failures')).toHaveValue('');
      await expect(inspector.part(UP)).toContainText('1 − 0.000001');
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    });

    await test.step('slides shared failures by the keyboard: one step of undo until Enter', async () => {
      const slider = inspector.slider('Shared failures');
      await slider.focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
      await expect(inspector.field('Shared failures')).toHaveValue('0.2 %');
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
      await expect(inspector.field('Shared failures')).toHaveValue('50 %');
      await page.keyboard.press('Escape');
      await expect(inspector.field('Shared failures')).toHaveValue('0.2 %');
      await expect(slider).toBeFocused();
      await page.keyboard.press('ArrowLeft');
      await expect(inspector.field('Shared failures')).toHaveValue('0.15 %');
      await page.keyboard.press('ControlOrMeta+z');
      await expect(inspector.field('Shared failures')).toHaveValue('0.2 %');
      await page.keyboard.press('ControlOrMeta+z');
      await expect(inspector.field('Shared failures')).toHaveValue('');
      await expect(slider).toHaveValue('0');
    });

    await test.step('puts what slides back on Escape, and it stays there while it is held', async () => {
      await inspector.startSlide('Shared failures', 12);
      await expect(inspector.field('Shared failures')).toHaveValue('1.5 %');
      await page.keyboard.press('Escape');
      await expect(inspector.field('Shared failures')).toHaveValue('');
      await page.mouse.move(0, 0, { steps: 3 });
      await inspector.endDrag();
      await expect(inspector.field('Shared failures')).toHaveValue('');
      await expect(inspector.slider('Shared failures')).toHaveValue('0');
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
      await inspector.startSlide('Shared failures', 26);
      await inspector.endDrag();
      await expect(inspector.field('Shared failures')).toHaveValue('50 %');
    });
  });

  test('has no slider for a formula, and stands at the nearest stop for what was typed', async () => {
    await inspector.write('Shared failures', '7.3 %');
    await expect(inspector.slider('Shared failures')).toHaveAttribute('aria-valuetext', '7.3 %');
    await expect(inspector.slider('Shared failures')).toHaveValue('18');
    await inspector.write('Shared failures', '2 * 3 %');
    await expect(inspector.slider('Shared failures')).toHaveCount(0);
    await expect(inspector.part(UP)).toContainText('99.9399 %');
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

  test('shows the working, whose numbers lead to their fields', async () => {
    await test.step('shows the working, and a number in it leads to its field', async () => {
      await expect(inspector.part(UP)).toContainText('1 − (1 − 99 %)');
      await inspector.part(UP).getByRole('button', { name: '99 %' }).click();
      await expect(inspector.field('One is up')).toBeFocused();
      await inspector.part(UP).getByRole('button', { name: '3', exact: true }).click();
      await expect(inspector.field('Replicas')).toBeFocused();
    });

    await test.step('leads from the working of the journey to the field of another component', async () => {
      await inspector.select('Shoppers');
      await inspector
        .part(/^Up 99\.9497 %/)
        .getByRole('button', { name: '0.0005', exact: true })
        .click();
      await expect(inspector.region.getByLabel('Name')).toHaveValue('Payment gateway');
      await expect(inspector.field('Is up')).toBeFocused();
    });
  });

  test('writes how often something is up as times to fail and to repair', async () => {
    await inspector.region.getByRole('button', { name: 'or MTBF' }).click();
    await inspector.write('Fails every', '720 h');
    await expect(inspector.problem('Repaired in')).toContainText('Write mttr beside it');
    await expect(inspector.field('Repaired in')).toHaveAttribute('aria-invalid', 'true');
    await inspector.write('Repaired in', '43 min');
    await expect(inspector.problem('Repaired in')).toHaveCount(0);
    await expect(inspector.part(UP)).toContainText('99.9005');
    await inspector.region.getByRole('button', { name: 'or a share' }).click();
    await expect(inspector.field('One is up')).toHaveValue('');
    for (let step = 0; step < 3; step++) await inspector.undo();
    await expect(inspector.part(UP)).toContainText('1 − 0.000001');
  });

  test('writes how long a repair takes beside the share of time that it is up', async () => {
    await inspector.write('Repaired in', '43 min');
    await expect(inspector.field('One is up')).toHaveValue('99 %');
    await inspector.startDrag('One is up', 7);
    await inspector.endDrag();
    await expect(inspector.field('One is up')).toHaveValue('99.5 %');
    await expect(inspector.field('Repaired in')).toHaveValue('43 min');
    await inspector.write('One is up', '');
    await expect(inspector.problem('One is up')).toContainText('does not say how often it fails');
    await expect(inspector.problem('Repaired in')).toHaveCount(0);
    await inspector.undo();
    await inspector.write('Repaired in', '0 s');
    await expect(inspector.problem('Repaired in')).toContainText('not repaired in no time');
    await expect(inspector.problem('One is up')).toHaveCount(0);
    await inspector.write('Repaired in', '');
    await expect(inspector.field('One is up')).toHaveValue('99.5 %');
    await expect(inspector.region.getByRole('alert')).toHaveCount(0);
  });

  test('says that a takeover needs the time to repair, and that nobody takes over without a spare', async () => {
    await inspector.region.getByText('Recovery', { exact: true }).click();
    await inspector.write('Failover time', '30 s');
    await expect(inspector.problem('Failover time')).toContainText('Write how long a repair takes');
    await inspector.write('Repaired in', '43 min');
    await expect(inspector.problem('Failover time')).toHaveCount(0);
    await inspector.write('Needed', '3');
    await expect(inspector.part('Worth knowing')).toContainText('none is left to take over');
  });

  test('asks for a timeout of calls to what never answers when it is down', async ({ page }) => {
    const states = new States(page);
    await states.select('Orders database');
    await inspector.region.getByText('Recovery', { exact: true }).click();
    await inspector.field('When it is down').selectOption('Never answers');
    await page.keyboard.press('Escape');
    await states.selectCall('App', 'Orders database');
    await expect(inspector.problem('Timeout')).toContainText('Give this call a timeout');
    await inspector.write('Timeout', '400 ms');
    await expect(inspector.problem('Timeout')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await states.selectCall('App', 'Payment gateway');
    await inspector.region.getByText('Timing', { exact: true }).click();
    await expect(inspector.field('Timeout')).toHaveValue('');
    await expect(inspector.problem('Timeout')).toHaveCount(0);
  });

  test('asks for a timeout where nothing else ends a try, and offers a backoff beside retries', async ({ page }) => {
    const states = new States(page);
    await states.openScenario({
      format: 'nineboard/1',
      title: 'Retries',
      designs: [
        {
          name: 'today',
          components: { shoppers: { kind: 'client', name: 'Shoppers' }, app: { kind: 'service', name: 'App' } },
          calls: [{ from: 'shoppers', to: 'app' }],
        },
      ],
    });
    await states.selectCall('Shoppers', 'App');
    await inspector.region.getByText('Timing', { exact: true }).click();
    await expect(inspector.field('Backoff')).toHaveCount(0);
    await inspector.write('Retries', '2');
    await expect(inspector.problem('Retries')).toContainText('Give it a timeout');
    await inspector.write('Timeout', '400 ms');
    await expect(inspector.problem('Retries')).toHaveCount(0);
    await inspector.write('Backoff', '50 ms');
    await inspector.write('Backoff factor', '2');
    await expect(inspector.field('First backoff')).toHaveValue('50 ms');
    await expect(inspector.field('Backoff')).toHaveCount(0);
  });

  test('places a component in domains of the design, in the order of choosing', async ({ page }) => {
    const states = new States(page);
    await states.openScenario({
      format: 'nineboard/1',
      title: 'Zones',
      designs: [
        {
          name: 'today',
          components: {
            shoppers: { kind: 'client' },
            app: { kind: 'service', name: 'App', replicas: 3, up: '99 %', domains: ['gone'] },
          },
          calls: [{ from: 'shoppers', to: 'app' }],
          domains: { a: { kind: 'zone', name: 'Zone a', up: '99.9 %' }, b: { kind: 'zone' } },
        },
      ],
    });
    await states.select('App');
    const domains = inspector.region.getByRole('group', { name: 'Domains', exact: true });
    const placed = (name: string) => domains.getByRole('checkbox', { name: new RegExp(`^${name}`) });
    await expect(placed('gone')).toBeChecked();
    await expect(domains.getByRole('alert')).toContainText('There is no domain gone');
    await placed('gone').click();
    await expect(placed('gone')).toHaveCount(0);
    await placed('Zone b').check();
    await expect(domains.getByText('all 3')).toBeVisible();
    await placed('Zone a').check();
    await expect(domains.locator('label', { hasText: 'Zone b' })).toContainText('2 of 3');
    await expect(domains.locator('label', { hasText: 'Zone a' })).toContainText('1 of 3');
    await expect(domains.getByRole('alert')).toHaveCount(0);
    await inspector.undo();
    await expect(placed('Zone a')).not.toBeChecked();
    await expect(placed('Zone b')).toBeChecked();
  });

  test('offers words for numbers, edits several, compares, and lists what is worth knowing', async ({ page }) => {
    await test.step('offers the words that stand for a number', async () => {
      await inspector.region.getByRole('button', { name: /^Needed: or/ }).click();
      await page.getByRole('menuitemradio', { name: 'majority' }).click();
      await expect(inspector.field('Needed')).toHaveValue('majority');
      await inspector.undo();
      await expect(inspector.field('Needed')).toHaveValue('1');
    });

    await test.step('edits what several share in one step', async () => {
      await inspector.select('Orders database', ['Shift']);
      await expect(inspector.region).toContainText('2 components');
      await expect(inspector.field('Replicas')).toHaveAttribute('placeholder', 'mixed');
      await inspector.write('Replicas', '5');
      await inspector.undo();
      await inspector.select('Load balancer');
      await inspector.select('App');
      await expect(inspector.field('Replicas')).toHaveValue('3');
    });

    await test.step('shows old and new side by side while something is tried out', async () => {
      await page.getByRole('button', { name: 'Try a second provider' }).click();
      const comparison = inspector.region.getByRole('region', { name: 'Now and then' });
      await expect(comparison).toContainText('99.9497 %');
      await expect(comparison).toContainText('1.7 min');
      await page.getByRole('button', { name: 'Discard' }).click();
      await expect(comparison).toHaveCount(0);
    });

    await test.step('lists findings that lead to their components', async () => {
      await inspector.selectNothing();
      await inspector
        .part('Worth knowing')
        .getByRole('button', { name: /^Payment gateway/ })
        .click();
      await expect(inspector.region.getByLabel('Name')).toHaveValue('Payment gateway');
    });
  });

  test('changes the kind and keeps what the new kind knows', async () => {
    await inspector.field('Kind').selectOption('Function');
    await expect(inspector.field('Kind')).toHaveValue('function');
    await expect(inspector.field('Replicas')).toHaveValue('3');
  });
});
