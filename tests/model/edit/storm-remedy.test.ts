import { describe, expect, test } from 'vitest';
import { applyStormRemedy } from '../../../src/model/edit/storm-remedy.ts';
import type { StormRemedyEdit } from '../../../src/model/report-load.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

const call = { from: 'users', to: 'app', timeout: '2 s', retries: 3, backoff: '100 ms' };
const scenario: Scenario = {
  format: 'nineboard/1',
  designs: [
    {
      name: 'today',
      components: { users: { kind: 'client' }, app: { kind: 'service', workers: 64, queue: 1000 } },
      calls: [call],
    },
  ],
};

const changed = (edit: StormRemedyEdit) => applyStormRemedy(scenario, 0, edit).designs[0];

describe('a change against retry storms', () => {
  test('limits a queue', () => {
    const limited = changed({ kind: 'queue-limit', component: 'app', places: 32 });
    expect(limited?.components['app']).toEqual({ kind: 'service', workers: 64, queue: 32 });
    expect(limited?.calls).toBe(scenario.designs[0]?.calls);
  });

  test.each<[StormRemedyEdit, object]>([
    [
      { kind: 'retry-budget', call: 'users->app', share: 0.1 },
      { ...call, retryBudget: '10 %' },
    ],
    [
      { kind: 'retry-budget', call: 'users->app', share: 0.125 },
      { ...call, retryBudget: '12.5 %' },
    ],
    [
      { kind: 'breaker', call: 'users->app', share: 0.2 },
      { ...call, breaker: '20 %' },
    ],
    [
      { kind: 'cancel', call: 'users->app' },
      { ...call, cancel: true },
    ],
    [
      { kind: 'no-retries', call: 'users->app' },
      { from: 'users', to: 'app', timeout: '2 s', backoff: '100 ms' },
    ],
  ])('%j is written as people write it', (edit, fields) => {
    expect(changed(edit)?.calls).toEqual([fields]);
  });

  test('of what is not there changes nothing', () => {
    expect(applyStormRemedy(scenario, 0, { kind: 'no-retries', call: 'app->users' })).toBe(scenario);
    expect(applyStormRemedy(scenario, 0, { kind: 'queue-limit', component: 'db', places: 1 })).toBe(scenario);
  });
});
