import { describe, expect, test } from 'vitest';
import { analyse, explain } from '../../src/engine/index.ts';
import { resolve } from '../../src/formula/resolve.ts';
import type { LoadFigure } from '../../src/model/report.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { loadWorkings } from '../../src/words/load-working.ts';
import { partName } from '../../src/words/names.ts';
import { workingParts, workingText } from '../../src/words/working.ts';

const EXPONENTIAL = { distribution: 'exponential', mean: '40 ms' } as const;
const SIZED: Scenario = {
  format: 'nineboard/1',
  designs: [
    {
      name: 'a',
      components: {
        shoppers: { kind: 'client', name: 'Shoppers', rate: '8000 req/s' },
        app: { kind: 'service', name: 'App', time: EXPONENTIAL, workers: 64, replicas: 8, errors: '50 %' },
        db: {
          kind: 'database',
          time: '2 ms',
          workers: 30,
          replicas: 2,
          scaling: { sigma: '10 %' },
        },
      },
      calls: [
        { from: 'shoppers', to: 'app' },
        { from: 'app', to: 'db', times: 3, probability: '40 %' },
      ],
    },
  ],
};

const lines = (figure: LoadFigure, component = 'app'): string[] =>
  workingParts(explain(resolve(SIZED), { figure, design: 0, component }), (part) =>
    partName(SIZED.designs[0]!, part),
  ).map(workingText);

describe('the working of load', () => {
  test('sizes a service', () => {
    expect(lines('replicas-needed')).toEqual([
      '8,000 req/s / (64 × 70 % / 40 ms)',
      '= 8,000 req/s / 1,120 req/s, what one replica carries',
      '= 7.14, rounded up',
      'with 40 ms: how long a request holds a worker',
      '= 8; with one to spare 9, with two 10',
    ]);
  });

  test('says what each caller sends', () => {
    expect(lines('rate', 'db')).toEqual([
      '8,000 req/s × 3 × 40 % × 0.5',
      'with 8,000 req/s: what comes to App',
      'with 0.5: requests sent for each of them, retries and those that do not come so far counted',
      '= 4,800 req/s',
    ]);
  });

  test('says how long workers are held, and by what', () => {
    expect(lines('utilisation', 'db')).toEqual([
      '4,800 req/s × 2.2 ms / (30 × 2)',
      'with 2.2 ms = 2 ms of own work × 1.1 as 2 replicas contend and coordinate',
      'with 30: workers of each replica',
      '= 17.6 %',
    ]);
  });

  test('is offered for what there is anything to work out of, with its finding', () => {
    const { components } = analyse(resolve(SIZED)).designs[0]!;
    expect(loadWorkings(components['app']!.load!).map(({ title }) => title)).toEqual([
      '8,000 req/s come to it',
      expect.stringMatching(/^3\d\d requests are in it at once$/),
      'Its workers are 62.5 % busy',
      '8 replicas carry that within 70 %',
      expect.stringMatching(/ ns for a worker on average$/),
    ]);
  });
});
