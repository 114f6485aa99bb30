import { expect, test } from 'vitest';
import { multiplyRates } from '../../../src/model/edit/rates.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

const shop: Scenario = {
  format: 'nineboard/1',
  variables: { peak: '8,000 req/s' },
  designs: [
    {
      name: 'today',
      components: {
        shoppers: { kind: 'client', rate: '8,000 req/s', average: '3,000 req/s' },
        readers: { kind: 'client', rate: 'peak / 2' },
        robots: { kind: 'client', rate: 12 },
        nobody: { kind: 'client' },
        app: { kind: 'service', workers: 64 },
      },
    },
    { name: 'other', components: { shoppers: { kind: 'client', rate: 1 } } },
  ],
};

test('all clients of one design send so many times as much, numbers as numbers and formulas as products', () => {
  const tried = multiplyRates(shop, 0, 10);
  expect(tried.designs[0]?.components).toEqual({
    shoppers: { kind: 'client', rate: '80000 req/s', average: '30000 req/s' },
    readers: { kind: 'client', rate: '10 * (peak / 2)' },
    robots: { kind: 'client', rate: 120 },
    nobody: { kind: 'client' },
    app: { kind: 'service', workers: 64 },
  });
  expect(tried.designs[1]).toBe(shop.designs[1]);
});

test('where nobody sends anything nothing changes', () => {
  const quiet: Scenario = { ...shop, designs: [{ name: 'quiet', components: { nobody: { kind: 'client' } } }] };
  expect(multiplyRates(quiet, 0, 10)).toBe(quiet);
});
