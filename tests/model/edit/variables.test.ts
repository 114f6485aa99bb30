import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshVariableName, variableNameIssue } from '../../../src/model/edit/variable-names.ts';
import { removeVariable, renameVariable, setVariable, variableUses } from '../../../src/model/edit/variables.ts';
import { evaluateFormula } from '../../../src/formula/mathjs/evaluate.ts';
import { FUNCTIONS } from '../../../src/formula/mathjs/functions.ts';
import { resolve } from '../../../src/formula/resolve.ts';
import { KIND_SPECS } from '../../../src/model/kinds/kinds.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

/** A board on which values of every shape use variables, and words, names and units look like them. */
const board: Scenario = {
  format: 'nineboard/1',
  title: 'peak',
  notes: 'the peak of all',
  variables: { peak: '8000 req/s', half: 'peak / 2', r: 2, chance: '5 %', uptime: '99.9 %' },
  objectives: { cost: '$5 * r', consistency: 'peak' },
  designs: [
    {
      name: 'peak',
      notes: 'peak',
      components: {
        peak: { kind: 'client', name: 'peak', rate: '2 × peak', objectives: { latency: { limit: '10 ms * r' } } },
        app: {
          kind: 'service',
          team: 'peak',
          replicas: 'r',
          needed: 'capacity',
          up: { mtbf: '720 h * r', mttr: '43 min' },
          beta: 'chance',
          time: { mixture: [{ weight: 'r / 3', time: { p50: '5 ms', p99: 'r * 5 ms' } }] },
          price: { perReplica: '$60/month * r' },
          consistency: 'peak',
        } as never,
        db: { kind: 'database', consistency: 'peak', replicas: 'max(r, 3)', up: 'uptime to 99.99 %', size: '2 TB' },
      },
      calls: [
        {
          id: 'peak',
          from: 'peak',
          to: 'app',
          times: 'r',
          probability: '1 - chance',
          backoff: { first: 'r * 1 ms', jitter: 'full' },
        },
      ],
      domains: { peak: { kind: 'zone', name: 'peak', up: 'uptime', in: 'peak' } },
    },
  ],
};

describe('a variable', () => {
  test('knows where it is used', () => {
    expect(variableUses(board, 'peak').map((path) => path.join('.'))).toEqual([
      'variables.half',
      'designs.0.components.peak.rate',
    ]);
    expect(variableUses(board, 'uptime').length).toBe(2);
    expect(variableUses(board, 'r').length).toBe(10);
    expect(variableUses(board, 'nobody')).toEqual([]);
  });

  test('is renamed where it stands and in every value, but not in words, names and units', () => {
    const renamed = renameVariable(board, 'peak', 'load');
    expect(Object.keys(renamed.variables ?? {})).toEqual(['load', 'half', 'r', 'chance', 'uptime']);
    expect(JSON.stringify(renamed).match(/load/g)?.length).toBe(3);
    expect(renamed.designs[0]?.components['peak']?.rate).toBe('2 × load');
    expect(renamed.designs[0]?.components['app']).toBe(board.designs[0]?.components['app']);
    const short = renameVariable(board, 'r', 'copies');
    expect(short.variables?.['peak']).toBe('8000 req/s');
    expect(short.designs[0]?.components['app']?.up).toEqual({ mtbf: '720 h * copies', mttr: '43 min' });
    expect(short.designs[0]?.calls?.[0]?.backoff).toEqual({ first: 'copies * 1 ms', jitter: 'full' });
    expect(JSON.stringify(renameVariable(short, 'copies', 'r'))).toBe(JSON.stringify(board));
  });

  test('keeps every number when it is renamed', () => {
    const plain: Scenario = {
      ...board,
      designs: board.designs.map((design) => ({
        ...design,
        domains: {},
        components: { ...design.components, app: { kind: 'service', replicas: 'r', up: 'uptime', beta: 'chance' } },
      })),
    };
    const numbers = (scenario: Scenario): string => JSON.stringify(resolve(scenario, evaluateFormula).designs);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(plain.variables ?? {})),
        fc.constantFrom('load', 'größe', 'x_1', 'Peak', 'r2', '_'),
        (from, to) => {
          const renamed = renameVariable(plain, from, to);
          expect(renamed).not.toBe(plain);
          expect(numbers(renamed)).toBe(numbers(plain));
        },
      ),
    );
  });

  test('cannot be called like a unit, a function, a word of a value or another variable', () => {
    const words = [
      'ms',
      'req',
      'min',
      'nines',
      'to',
      'capacity',
      'majority',
      'k',
      'M',
      'uniform',
      'four',
      'constructor',
      'a',
      'per',
    ];
    for (const name of [...words, ...FUNCTIONS.keys(), '2x', 'a b', '', 'x'.repeat(61)]) {
      expect(variableNameIssue(name), name).not.toBeNull();
      expect(setVariable(board, name, 1), name).toBe(board);
      expect(renameVariable(board, 'peak', name), name).toBe(board);
    }
    expect(renameVariable(board, 'peak', 'r')).toBe(board);
    expect(renameVariable(board, 'nobody', 'x')).toBe(board);
  });

  test('cannot be called like any word that a field takes', () => {
    const words = Object.values(KIND_SPECS).flatMap((spec) =>
      spec.fields.flatMap(({ edit }) => (edit.shape === 'quantity' ? (edit.words ?? []) : [])),
    );
    for (const word of words) expect(variableNameIssue(word), word).not.toBeNull();
  });

  test('is set, changed and removed, and a new one gets a free name', () => {
    const set = setVariable(board, freshVariableName(board), 1);
    expect(set.variables?.['v1']).toBe(1);
    expect(freshVariableName(set)).toBe('v2');
    expect(setVariable(set, 'v1', 1)).toBe(set);
    expect(JSON.stringify(removeVariable(set, 'v1'))).toBe(JSON.stringify(board));
    expect(removeVariable(board, 'nobody')).toBe(board);
  });
});
