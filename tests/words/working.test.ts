import { describe, expect, test } from 'vitest';
import { explain } from '../../src/engine/index.ts';
import { resolve } from '../../src/formula/resolve.ts';
import type { Explanation, Figure } from '../../src/model/report.ts';
import type { Component, Scenario } from '../../src/model/scenario.ts';
import { partName } from '../../src/words/names.ts';
import { workingLines, workingParts, workingText } from '../../src/words/working.ts';
import { plainNumber } from '../../src/words/working-numbers.ts';
import { CHECKOUT, firstDesign, scenarioOf } from './checkout.ts';

const lines = (figure: Figure, scenario: Scenario = CHECKOUT): string[] => {
  const design = 'design' in figure ? figure.design : 0;
  const of = scenario.designs[design] ?? firstDesign(scenario);
  return workingParts(explain(resolve(scenario), figure), (part) => partName(of, part)).map(workingText);
};

const group = (component: Component): string[] =>
  lines({ figure: 'group-availability', design: 0, component: 'x' }, scenarioOf({ x: component }));

describe('the working', () => {
  test('of replicas of which one is enough is that of the picture', () => {
    expect(lines({ figure: 'group-availability', design: 0, component: 'app' })).toEqual([
      '1 − (1 − 99 %)³',
      '= 1 − 0.01³',
      '= 1 − 0.000001',
    ]);
  });

  test('of one replica has nothing to raise', () => {
    expect(lines({ figure: 'group-availability', design: 0, component: 'payment' })).toEqual([
      '1 − (1 − 99.95 %)',
      '= 1 − 0.0005',
    ]);
  });

  test('of a group with several causes multiplies them and says what each is', () => {
    const component: Component = {
      kind: 'database',
      replicas: 2,
      up: { mtbf: '999 h', mttr: '1 h' },
      beta: '10 %',
      planned: '43.8 min/month',
      failover: { time: '36 s' },
    };
    expect(group(component)).toEqual([
      '(1 − 8.1 × 10⁻⁷) × (1 − 0.0001) × (1 − 0.00001) × (1 − 0.001)',
      'with 8.1 × 10⁻⁷: too few of its replicas are up',
      'with 0.0001: all replicas fail together',
      'with 0.00001: a spare is taking over',
      'with 0.001: it is down as planned',
      '= 1 − 0.001110698',
    ]);
  });

  test('of replicas over zones says what is left without each of them', () => {
    const [design] = scenarioOf({
      x: { kind: 'service', replicas: 3, needed: 2, up: '99 %', domains: ['a', 'b'] },
    }).designs;
    const domains = { a: { kind: 'zone', up: '99.9 %' }, b: { kind: 'zone', name: 'East', up: '99.9 %' } } as const;
    const scenario: Scenario = { format: 'nineboard/1', designs: [{ ...design!, domains }] };
    expect(lines({ figure: 'group-availability', design: 0, component: 'x' }, scenario)).toEqual([
      'Every state of its domains is counted by its chance.',
      'With all of them up it is down 0.000298 of the time',
      'With Zone a down it is down always',
      'With East down it is down 0.0199 of the time',
      '= 1 − 0.001317284',
    ]);
  });

  test('of k of n says which terms are summed', () => {
    expect(group({ kind: 'service', replicas: 3, needed: 2, up: '99.987 %' })).toEqual([
      '1 − Σ C(3, j) · (1 − 99.987 %)ʲ · (1 − (1 − 99.987 %))³⁻ʲ',
      '= 1 − Σ C(3, j) · 0.00013ʲ · (1 − 0.00013)³⁻ʲ',
      'with j from 3 − 2 + 1 to 3',
      '= 1 − 5.07 × 10⁻⁸',
    ]);
  });

  test('of shared failures puts beta in', () => {
    const shown = group({ kind: 'service', replicas: 2, up: '99 %', beta: '10 %' });
    expect(shown[1]).toBe('with j from 2 − 1 + 1 to 2, β = 10 %, q = (1 − 99 %), p = (1 − β) · q');
    expect(shown.at(-1)).toMatch(/^= 1 − 0\.001080/);
  });

  test('of a journey in series multiplies its parts, and of one with a gate names them', () => {
    expect(lines({ figure: 'journey-availability', design: 0, journey: 'shoppers' })).toEqual([
      '(1 − 0.000001) × (1 − 0.000001) × (1 − 0.000001) × (1 − 0.0005)',
      '= 1 − 0.0005029985',
    ]);
    const gated = lines({ figure: 'journey-availability', design: 1, journey: 'shoppers' });
    expect(gated[0]).toMatch(/^Some parts are shared/);
    expect(gated).toContain('Payment gateway 2 is down 0.0005 of the time');
    expect(gated.at(-1)).toMatch(/^= 1 − 0\.0000032\d+$/);
  });

  test('of downtime, nines, share and fan-out ends in the figure itself', () => {
    const journey = { design: 0, journey: 'shoppers' } as const;
    expect(lines({ figure: 'downtime', ...journey })).toEqual(['0.0005029985 × 365 days', '= 4.41 h']);
    expect(lines({ figure: 'nines', ...journey })).toEqual(['−log₁₀ 0.0005029985', '= 3.30 nines']);
    expect(lines({ figure: 'share', ...journey, component: 'payment' }).at(-1)).toBe('= 99.4 %');
    expect(lines({ figure: 'fan-out', slowProbability: 0.01, callees: 100 })).toEqual(['1 − (1 − 1 %)¹⁰⁰', '= 63.4 %']);
  });

  test('of times says what fails, what is late, and which quantile was asked for', () => {
    const scenario: Scenario = {
      format: 'nineboard/1',
      designs: [
        {
          name: 'today',
          components: {
            users: { kind: 'client', objectives: { latency: { quantile: 0.9, limit: '100 ms' } } },
            app: {
              kind: 'service',
              up: '99.9 %',
              errors: '2 %',
              time: {
                mixture: [
                  { weight: 0.95, time: '10 ms' },
                  { weight: 0.05, time: '200 ms' },
                ],
              },
            },
          },
          calls: [{ from: 'users', to: 'app' }],
        },
      ],
    };
    const journey = { design: 0, journey: 'users' } as const;
    const shown = (figure: Figure): string[] => workingParts(explain(resolve(scenario), figure)).map(workingText);
    expect(shown({ figure: 'good-within', ...journey, seconds: 0.1 })).toEqual([
      '(1 − 0.001) × (1 − 0.02) × (1 − 0.05)',
      'with 0.001: requests that meet an outage',
      'with 0.02: of the others, those that end with an error or a timeout',
      'with 0.05: of the good answers, those that come later',
      '= 1 − 0.069931',
    ]);
    expect(shown({ figure: 'success', ...journey })).toEqual([
      '(1 − 0.02098) / (1 − 0.001)',
      'with 0.02098: requests that are not answered well, outages included',
      'with 0.001: requests that meet an outage',
      '= 1 − 0.02',
    ]);
    const quantile = { figure: 'latency-quantile', ...journey, quantile: 0.9 } as const;
    expect(shown(quantile)).toEqual([
      'the smallest t with Σ P(state) · F(t) ≥ 0.9 × (1 − 0.02098)',
      'with 0.02098: requests that are not answered well, outages included',
      '= 10 ms',
    ]);
    expect(shown({ ...quantile, quantile: 0.99 }).at(-1)).toBe('= 200 ms');
    expect(explain(resolve(scenario), quantile).inputs[0]?.path?.slice(-2)).toEqual(['latency', 'quantile']);
    expect(shown({ figure: 'success', design: 0, journey: 'nobody' })).toEqual(['unknown']);
  });

  test('of scaling puts in sigma and kappa', () => {
    const scenario = scenarioOf({ x: { kind: 'service', replicas: 10, scaling: { sigma: 0.02, kappa: 0.0004 } } });
    expect(lines({ figure: 'scaling', design: 0, component: 'x' }, scenario)).toEqual([
      '10 / (1 + 0.02 · (10 − 1) + 0.0004 · 10 · (10 − 1))',
      '= 8.22',
    ]);
  });

  test('of what is not there is unknown', () => {
    expect(lines({ figure: 'group-availability', design: 7, component: 'x' })).toEqual(['unknown']);
  });

  test('leads from each number to its field, once', () => {
    const explanation = explain(resolve(CHECKOUT), { figure: 'group-availability', design: 0, component: 'app' });
    const paths = workingParts(explanation)
      .flat()
      .filter((part) => part.path !== null)
      .map((part) => [part.text, part.path?.at(-1)]);
    expect(paths).toEqual([
      ['99 %', 'up'],
      ['3', 'replicas'],
    ]);
  });

  test('in three texts has the formula, the numbers and the result', () => {
    const explanation = explain(resolve(CHECKOUT), { figure: 'group-availability', design: 0, component: 'app' });
    expect(workingLines(explanation)).toEqual({
      formula: '1 − qⁿ',
      substituted: '1 − (1 − 99 %)³ = 1 − 0.01³',
      result: '1 − 0.000001',
    });
  });

  test('takes a result as unavailability as well as availability', () => {
    const explanation: Explanation = {
      formula: 'series',
      inputs: [],
      result: { value: 1e-12, unit: 'unavailability' },
    };
    expect(workingLines(explanation).result).toBe('1 − 1 × 10⁻¹²');
    expect(workingLines({ ...explanation, result: { value: 1 - 1e-6, unit: 'availability' } }).result).toBe(
      '1 − 0.000001',
    );
  });
});

describe('a number in a working', () => {
  test.each([
    [0, '0'],
    [0.000001, '0.000001'],
    [3.25e-8, '3.25 × 10⁻⁸'],
    [0.0005029985, '0.0005029985'],
    [12_345, '12,345'],
    [2e12, '2 × 10¹²'],
  ])('%d is "%s"', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });
});
