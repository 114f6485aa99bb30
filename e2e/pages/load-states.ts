import { expect } from '@playwright/test';
import { LOAD_VIEWS } from '../../src/words/views.ts';
import { viewStates, type Answered, type OwnState } from './states.ts';

/** What is there once a view has its answers. */
const ANSWERED: Answered<(typeof LOAD_VIEWS)[number]['id']> = {
  busy: (panel) => expect(panel.getByRole('heading')).toHaveCount(2),
  journey: (panel) => expect(panel.getByRole('heading')).toHaveCount(1),
  retries: (panel) => expect(panel.getByRole('heading')).toHaveCount(1),
  plan: (panel) => expect(panel.getByRole('heading')).toHaveCount(2),
  failures: (panel) => expect(panel.getByRole('row', { name: /^Everything up/ })).toBeVisible(),
  cache: (panel) => expect(panel.getByRole('heading')).toHaveCount(1),
};

/** What a design with clients that send, workers and a cache shows of its load. */
export const LOAD_STATES: readonly OwnState[] = [
  ...viewStates('Load', LOAD_VIEWS, ANSWERED),
  {
    name: 'a component with load',
    async reach(states) {
      await states.fold();
      await states.select('Articles database');
      await expect(states.page.locator('[data-inspector]').getByRole('heading', { name: /busy/ })).toBeVisible();
    },
  },
];
