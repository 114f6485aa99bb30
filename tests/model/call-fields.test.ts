import { describe, expect, test } from 'vitest';
import { setCallField } from '../../src/model/edit/calls.ts';
import { CALL_FIELDS, isOffered } from '../../src/model/kinds/call.ts';
import type { Call, Component, Scenario } from '../../src/model/scenario.ts';

const calling = (
  fields: Partial<Call>,
  caller: Component = { kind: 'service' },
  callee: Component = { kind: 'service' },
): Scenario => ({
  format: 'nineboard/1',
  designs: [{ name: 'one', components: { a: caller, b: callee }, calls: [{ from: 'a', to: 'b', ...fields }] }],
});
function offered(fields: Partial<Call>, caller?: Component, callee?: Component): string[] {
  const design = calling(fields, caller, callee).designs[0]!;
  return CALL_FIELDS.filter((field) => isOffered(field, design.calls![0]!, design)).map(({ key }) => key);
}
const ALWAYS = ['times', 'probability', 'step', 'optional', 'async'];
const TIMED = ['network', 'timeout', 'deadline', 'retries', 'hedge', 'sequential', 'cancel', 'breaker'];

describe('A call offers', () => {
  test.each<[string, Partial<Call>, readonly string[]]>([
    ['what any call may have', {}, [...ALWAYS, ...TIMED]],
    ['a backoff and a budget beside retries', { retries: 1 }, [...ALWAYS, ...TIMED, 'backoff', 'retryBudget']],
    [
      'how a backoff grows and is drawn beside it',
      { backoff: '1 s' },
      [...ALWAYS, ...TIMED, 'backoff', 'backoff.factor', 'backoff.max', 'jitter'],
    ],
    [
      'the first of those that grow in its place',
      { backoff: { factor: 2 } },
      [...ALWAYS, ...TIMED, 'backoff.first', 'backoff.factor', 'backoff.max', 'jitter'],
    ],
    [
      'jitter where it is written',
      { backoff: { first: 1, jitter: 'full' } },
      [...ALWAYS, ...TIMED, 'backoff.first', 'backoff.factor', 'backoff.max', 'backoff.jitter'],
    ],
    ['tied copies beside a hedge', { hedge: '1 s' }, [...ALWAYS, ...TIMED, 'tied']],
    ['no timing where nobody waits', { async: true }, ALWAYS],
    ['what is written all the same', { async: true, timeout: '1 s' }, [...ALWAYS, 'timeout']],
  ])('%s', (_, fields, keys) => {
    expect(offered(fields).toSorted()).toEqual([...keys].sort());
  });

  test('workers of its own where the callee has a number of them', () => {
    const offers = (workers: Partial<Component>) => offered({}, undefined, { kind: 'service', ...workers });
    expect(offers({ workers: 64 })).toContain('pool');
    expect(offers({})).not.toContain('pool');
  });

  test('a weight under an "any of"', () => {
    expect(offered({}, { kind: 'gate' })).toContain('weight');
  });
});

describe('A backoff of one time', () => {
  const backoffAfter = (backoff: Call['backoff'] & {}, key: string, value: string | number | undefined) =>
    setCallField(calling({ backoff }), 0, 'a->b', key, value).designs[0]?.calls?.[0]?.backoff;

  test('becomes the first of those that grow', () => {
    expect(backoffAfter('50 ms', 'backoff.factor', 2)).toEqual({ first: '50 ms', factor: 2 });
    expect(backoffAfter({ first: 1 }, 'backoff.max', '1 s')).toEqual({ first: 1, max: '1 s' });
  });

  test('stays where a part that it has not is taken away', () => {
    expect(backoffAfter('50 ms', 'backoff.factor', undefined)).toBe('50 ms');
  });
});
