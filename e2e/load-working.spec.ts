import { readFileSync } from 'node:fs';
import { Desk } from './pages/desk.ts';
import { Inspector } from './pages/inspector.ts';
import { expect, test } from './test.ts';

const CALLED = {
  format: 'nineboard/1',
  title: 'Called thrice',
  designs: [
    {
      name: 'today',
      components: {
        users: { kind: 'client', rate: '1000 req/s' },
        app: { kind: 'service', time: '10 ms' },
        store: { kind: 'database', time: '2 ms', workers: 16 },
      },
      calls: [
        { from: 'users', to: 'app' },
        { from: 'app', to: 'store', times: 3 },
      ],
    },
  ],
};

test('the size of a service is worked out, and its numbers lead to their fields, those of calls too', async ({
  page,
}) => {
  const desk = new Desk(page);
  const inspector = new Inspector(page);
  const unfold = () => inspector.region.locator('summary', { hasText: 'How its load is worked out' }).click();
  await desk.open();
  await desk.chooseFile('sizing.json', readFileSync('public/scenarios/sizing.json', 'utf8'));
  await desk.expectTitle('A service, sized');
  await desk.select('service');
  await unfold();
  const { region } = inspector;
  await expect(region).toContainText('8,000 req/s × 40 ms');
  await expect(region).toContainText('= 8,000 req/s / 1,120 req/s, what one replica carries');
  await expect(region).toContainText('= 8; with one to spare 9, with two 10');
  await region.getByRole('button', { name: '64', exact: true }).first().click();
  await expect(inspector.field('Workers')).toBeFocused();

  await desk.chooseFile('called.json', JSON.stringify(CALLED));
  await desk.expectTitle('Called thrice');
  await desk.select('store');
  await unfold();
  await region.getByRole('button', { name: '3', exact: true }).click();
  await expect(inspector.field('Times')).toBeFocused();
});
