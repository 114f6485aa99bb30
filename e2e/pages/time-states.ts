import { expect } from '@playwright/test';
import type { Scenario } from '../../src/model/scenario.ts';
import type { OwnState } from './states.ts';
import { Times } from './times.ts';

/** Times in every form, and a call with everything that a call's timing has. */
export const TIMED: Scenario = {
  format: 'nineboard/1',
  title: 'Times of every form',
  designs: [
    {
      name: 'today',
      components: {
        people: {
          kind: 'client',
          name: 'People',
          objectives: { availability: '99 %', latency: { quantile: 0.99, limit: '800 ms' } },
        },
        web: { kind: 'service', name: 'Web', time: { p50: '31.25 ms', p99: '140.75 ms' } },
        search: {
          kind: 'service',
          name: 'Search',
          time: {
            mixture: [
              { weight: '94.5 %', time: '10 ms' },
              { weight: '5 %', time: { distribution: 'exponential', mean: '200 ms' } },
              { weight: '0.5 %', time: { quantiles: { '0.5': '1.25 s', '0.999': '2.5 s' } } },
            ],
          },
        },
        store: {
          kind: 'database',
          name: 'Store',
          time: { quantiles: { '0.5': '1.25 ms', '0.9': '12.5 ms', '0.99': '125 ms', '0.999': '1250 ms' } },
        },
        archive: { kind: 'external', name: 'Archive', time: { distribution: 'pareto', scale: '10 ms', alpha: 0.9 } },
        wrong: {
          kind: 'service',
          name: 'Wrong',
          time: {
            mixture: [
              { weight: 0.95, time: { p50: '31 ms', p99: '3 req/s' } },
              { weight: 0.95, time: { quantiles: { '0.5': '2 s', '0.9': '1 s' } } },
            ],
          },
        },
      },
      calls: [
        { from: 'people', to: 'web' },
        {
          from: 'web',
          to: 'search',
          network: { p50: '0.5 ms', p99: '4 ms' },
          timeout: '400 ms',
          deadline: '900 ms',
          retries: 1,
          backoff: { first: '50 ms', factor: 2, max: '1 s' },
          jitter: 'full',
          hedge: '90 ms',
          tied: true,
          cancel: true,
        },
        { from: 'web', to: 'store' },
        { from: 'web', to: 'archive' },
        { from: 'web', to: 'wrong' },
      ],
    },
  ],
};

/** A component with its time drawn, and in sight. */
const drawn = (component: string): OwnState => ({
  name: `the time of ${component}`,
  async reach(states) {
    await states.select(component);
    const figure = states.page.locator('[data-inspector] figure').first();
    await expect(figure).toBeVisible();
    await figure.scrollIntoViewIfNeeded();
  },
});

export const TIME_STATES: readonly OwnState[] = [
  ...['Web', 'Search', 'Store', 'Archive'].map(drawn),
  {
    name: 'the parts of a mixture',
    async reach(states) {
      await states.select('Search');
      await states.page.getByRole('group', { name: 'Part 3' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'a time that is wrong',
    async reach(states) {
      await states.select('Wrong');
      await expect(states.page.locator('[data-inspector]').getByRole('alert')).toHaveCount(3);
      await states.page.getByRole('group', { name: 'Part 1' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'a call with all its timing',
    async reach(states) {
      await states.selectCall('Web', 'Search');
      await states.page.getByLabel('Tied copies').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'measurements that cannot be read',
    async reach(states) {
      const times = new Times(states.page);
      await states.select('Archive');
      await times.choose('measurements');
      await times.measurements().fill('12 ms\n9.8\n20x3');
      await expect(times.pasteProblem()).toBeVisible();
      await times.pasteProblem().scrollIntoViewIfNeeded();
    },
  },
];
