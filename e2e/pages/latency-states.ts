import { expect } from '@playwright/test';
import { LATENCY_VIEWS } from '../../src/words/views.ts';
import { viewStates, type Answered, type OwnState } from './states.ts';

/** What is there once a view has its answers. */
const ANSWERED: Answered<(typeof LATENCY_VIEWS)[number]['id']> = {
  distribution: (panel) => expect(panel.getByRole('heading')).toHaveCount(2),
  tail: (panel) => expect(panel.getByRole('heading')).toHaveCount(3),
  calls: (panel) => expect(panel.getByRole('heading')).toHaveCount(3),
  try: (panel) => expect(panel.getByRole('button', { name: /^Try it/ }).first()).toBeVisible(),
};

/** What the checkout with times shows of them. */
export const LATENCY_STATES: readonly OwnState[] = [
  ...viewStates('Latency', LATENCY_VIEWS, ANSWERED),
  {
    name: 'what certainly holds',
    async reach(states) {
      await states.tab('Distribution');
      await states.page.getByRole('button', { name: 'Guarantee' }).click();
      await expect(states.page.getByRole('row', { name: /^p50/ })).toContainText('between');
    },
  },
  {
    name: 'a journey with times',
    async reach(states) {
      await states.fold();
      await states.select('Shoppers');
      await expect(
        states.page.locator('[data-inspector]').getByRole('heading', { name: /answers within/ }),
      ).toBeVisible();
    },
  },
];
