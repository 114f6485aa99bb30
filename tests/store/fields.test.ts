import { describe, expect, test } from 'vitest';
import { MTTR } from '../../src/model/kinds/common.ts';
import { callFieldOf, fieldOf } from '../../src/model/kinds/kinds.ts';
import type { Field } from '../../src/model/kinds/field.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { board } from '../../src/store/board.ts';
import {
  fieldPath,
  fieldProblem,
  fieldText,
  isComplete,
  steppedText,
  variablesIn,
  withField,
  writtenAt,
} from '../../src/store/fields.ts';

const field = (found: Field | undefined): Field => {
  if (found === undefined) throw new Error('no such field');
  return found;
};
const REPLICAS = field(fieldOf('service', 'replicas'));
const NEEDED = field(fieldOf('service', 'needed'));
const UP = field(fieldOf('service', 'up'));
const CHANCE = field(callFieldOf('probability'));

const scenario: Scenario = {
  format: 'nineboard/1',
  variables: { peak: '8000 req/s', spares: 2 },
  designs: [
    {
      name: 'today',
      components: {
        a: { kind: 'service', replicas: 3, up: '120 %', scaling: { sigma: 0.02 } },
        b: { kind: 'service', replicas: 2 },
      },
      calls: [
        { from: 'a', to: 'b' },
        { from: 'a', to: 'b', probability: '5 %' },
      ],
    },
  ],
};
const shown = () => {
  board.getState().load(scenario, { documentId: 'fields', origin: 'own' });
  return board.getState();
};
const both = { part: 'components', ids: ['a', 'b'] } as const;

describe('fields of what is on the board', () => {
  test('are read by their dotted keys, of components and of calls', () => {
    const [design] = scenario.designs;
    expect(writtenAt(design, 'components', 'a', 'scaling.sigma')).toBe(0.02);
    expect(writtenAt(design, 'calls', 'a->b#2', 'probability')).toBe('5 %');
    expect(writtenAt(design, 'components', 'gone', 'up')).toBeUndefined();
    expect(writtenAt(design, 'components', 'a', 'constructor')).toBeUndefined();
  });

  test('are read and set inside a time, and a part that is emptied stays', () => {
    const parts = [
      { weight: 0.9, time: { p50: '1 ms', p99: '2 ms' } },
      { weight: 0.1, time: { quantiles: { '0.5': '9 ms' } } },
    ];
    const time = { mixture: parts };
    const timed: Scenario = { ...scenario, designs: [{ name: 'x', components: { a: { kind: 'service', time } } }] };
    const a = { part: 'components', ids: ['a'] } as const;
    const set = (key: string, value: string | undefined) => withField(timed, 0, a, key, value).designs[0];
    const p99 = 'time.mixture.0.time.p99';
    expect(writtenAt(timed.designs[0], 'components', 'a', p99)).toBe('2 ms');
    expect(writtenAt(set(p99, '3 ms'), 'components', 'a', p99)).toBe('3 ms');
    expect(writtenAt(set(p99, undefined), 'components', 'a', p99)).toBe('');
    const row = 'time.mixture.1.time.quantiles.0.5';
    expect(writtenAt(set(row, '8 ms'), 'components', 'a', row)).toBe('8 ms');
    expect(set('time.mean', '8 ms')).toBe(timed.designs[0]);
    expect(fieldPath(board.getState(), 'components', 'a', row).slice(-2)).toEqual(['quantiles', '0.5']);
  });

  test('have no text where several owners differ', () => {
    const state = shown();
    expect(fieldText(state, both, 'replicas')).toBeNull();
    expect(fieldText(state, both, 'beta')).toBe('');
    expect(fieldText(state, { part: 'components', ids: ['a'] }, 'replicas')).toBe('3');
  });

  test('are set for all owners at once, and stay the same reference where nothing changes', () => {
    const changed = withField(scenario, 0, both, 'replicas', 5);
    expect(Object.values(changed.designs[0]?.components ?? {}).map((each) => each.replicas)).toEqual([5, 5]);
    expect(withField(changed, 0, both, 'replicas', 5)).toBe(changed);
  });

  test('lie where a call stands in its list', () => {
    expect(fieldPath(shown(), 'calls', 'a->b#2', CHANCE.key)).toEqual(['designs', 0, 'calls', 1, 'probability']);
  });

  test('read a share alone as the share that stands beside a time to repair', () => {
    expect(writtenAt(scenario.designs[0], 'components', 'a', 'up.probability')).toBe('120 %');
    expect(writtenAt(scenario.designs[0], 'components', 'a', 'up.mttr')).toBeUndefined();
    const repaired = withField(scenario, 0, { part: 'components', ids: ['a'] }, 'up.mttr', '1 h');
    expect(repaired.designs[0]?.components['a']?.up).toEqual({ probability: '120 %', mttr: '1 h' });
  });

  test('say what is wrong with how often it is up in one row, and with the repair in another', () => {
    const up = ['designs', 0, 'components', 'a', 'up'];
    const share: Field = { ...UP, key: 'up.probability' };
    const said = (path: readonly (string | number)[], row: Field) => {
      const state = { ...shown(), issues: [{ code: 'up/incomplete', path, message: 'said' }] };
      return fieldProblem(state, { part: 'components', ids: ['a'] }, row) === 'said';
    };
    expect([said([...up, 'mtbf'], share), said([...up, 'mtbf'], MTTR)]).toEqual([true, false]);
    expect([said(up, share), said(up, MTTR)]).toEqual([true, false]);
    expect([said([...up, 'mttr'], share), said([...up, 'mttr'], MTTR)]).toEqual([false, true]);
    expect([said([...up, 'mttr'], UP), said(up, UP)]).toEqual([true, true]);
  });

  test('say what is wrong with their text before anything has computed', () => {
    const state = shown();
    expect(fieldProblem(state, { part: 'components', ids: ['a'] }, UP)).toContain('120 %');
    expect(fieldProblem(state, { part: 'components', ids: ['b'] }, UP)).toBeUndefined();
  });
});

describe('a text in a field', () => {
  test('is stepped in its own way of writing, from the default where nothing is written', () => {
    expect(steppedText('3', REPLICAS, 2)).toBe('5');
    expect(steppedText('', REPLICAS, 1)).toBe('2');
    expect(steppedText('99 %', UP, 1)).toBe('99.5 %');
  });

  test.each(['2 * spares', 'spares', 'majority'])('is not stepped when it is %s', (text) => {
    expect(steppedText(text, NEEDED, 1)).toBeNull();
  });

  test('is shown live as soon as it can be read', () => {
    expect(isComplete('4', REPLICAS)).toBe(true);
    expect(isComplete('majority', NEEDED)).toBe(true);
    expect(isComplete('2 * spares', REPLICAS)).toBe(true);
    for (const text of ['2 *', '2 * (spares', '4 ms', '120 %']) expect(isComplete(text, UP)).toBe(false);
  });

  test('names the variables that it uses, and no units', () => {
    expect(variablesIn('2 * peak / spares + 3 req/s', scenario)).toEqual(['peak', 'spares']);
    expect(variablesIn('99 %', scenario)).toEqual([]);
  });
});
