import { describe, expect, test } from 'vitest';
import type { Issue, Path } from '../../src/model/issue.ts';
import type { Scenario, Time } from '../../src/model/scenario.ts';
import { board } from '../../src/store/board.ts';
import { formAt, wholeProblem } from '../../src/store/time-field.ts';

const A = { part: 'components', ids: ['a'] } as const;

function shown(time: Time, ...wrong: readonly Path[]) {
  const scenario: Scenario = {
    format: 'nineboard/1',
    designs: [{ name: 'today', components: { a: { kind: 'service', time } } }],
  };
  board.getState().load(scenario, { documentId: 'times', origin: 'own' });
  const issues = wrong.map((inside): Issue => {
    const path = ['designs', 0, 'components', 'a', 'time', ...inside];
    return { code: 'time/wrong', path, message: inside.join('.') };
  });
  board.setState({ issues });
  return board.getState();
}

const MIXTURE: Time = { mixture: [{ weight: 1, time: { p50: '1 ms', p99: '2 ms' } }] };

describe('A time as a field', () => {
  test('has the form that is written, and that of one time where nothing is', () => {
    expect(formAt(shown(MIXTURE), A, 'time')).toBe('mixture');
    expect(formAt(shown(MIXTURE), A, 'time.mixture.0.time')).toBe('pair');
    expect(formAt(shown('1 ms'), { part: 'components', ids: ['gone'] }, 'time')).toBe('constant');
  });

  test.each<[string, Path, string | undefined]>([
    ['itself', [], ''],
    ['the list of a mixture', ['mixture'], 'mixture'],
    ['one of many samples', ['samples', 3], 'samples.3'],
    ['the table of quantiles', ['quantiles'], 'quantiles'],
    ['nothing of a weight', ['mixture', 0, 'weight'], undefined],
    ['nothing of the time of a part', ['mixture', 0, 'time'], undefined],
    ['nothing of a row', ['quantiles', '0.5'], undefined],
    ['nothing of a parameter', ['p99'], undefined],
  ])('says what is wrong with %s', (_what, wrong, expected) => {
    expect(wholeProblem(shown(MIXTURE, wrong), A, 'time')).toBe(expected);
  });

  test('says of the time of a part what is wrong with that', () => {
    const state = shown(MIXTURE, ['mixture', 0, 'time']);
    expect(wholeProblem(state, A, 'time.mixture.0.time')).toBe('mixture.0.time');
  });
});
