import { describe, expect, test } from 'vitest';
import { applyMitigation } from '../../../src/model/edit/mitigation.ts';
import type { MitigationEdit } from '../../../src/model/report.ts';
import type { Call, Scenario } from '../../../src/model/scenario.ts';

const scenario: Scenario = {
  format: 'nineboard/1',
  designs: [
    {
      name: 'today',
      components: { users: { kind: 'client' }, app: { kind: 'service' } },
      calls: [{ from: 'users', to: 'app', times: 100, timeout: '2 s', tied: true }],
    },
  ],
};

const changed = (edit: MitigationEdit): Call | undefined => applyMitigation(scenario, 0, edit).designs[0]?.calls?.[0];

describe('a change against the tail', () => {
  const call = 'users->app';
  test.each<[MitigationEdit, Partial<Call>]>([
    [
      { call, kind: 'hedge', delaySeconds: 0.0953 },
      { times: 100, timeout: '2 s', hedge: '95.3 ms' },
    ],
    [
      { call, kind: 'tied', delaySeconds: 0.00095 },
      { times: 100, timeout: '2 s', tied: true, hedge: '950 us' },
    ],
    [
      { call, kind: 'retry', timeoutSeconds: 1.234, retries: 1 },
      { times: 100, timeout: '1.23 s', tied: true, retries: 1 },
    ],
    [
      { call, kind: 'smaller-fan-out', times: 50 },
      { times: 50, timeout: '2 s', tied: true },
    ],
  ])('%j is written as people write it', (edit, fields) => {
    expect(changed(edit)).toEqual({ from: 'users', to: 'app', ...fields });
  });

  test('of a call that is not there changes nothing', () => {
    expect(applyMitigation(scenario, 0, { call: 'app->users', kind: 'hedge', delaySeconds: 1 })).toBe(scenario);
  });
});
