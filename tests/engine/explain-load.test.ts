import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse, explain } from '../../src/engine/index.ts';
import { resolve } from '../../src/formula/resolve.ts';
import type { Path } from '../../src/model/issue.ts';
import type { Explanation, LoadFigure } from '../../src/model/report.ts';
import type { ComponentLoad } from '../../src/model/report-load.ts';
import { callIds, type Component, type Scenario } from '../../src/model/scenario.ts';

type Parts = Readonly<Record<string, Component>>;
type Calls = NonNullable<Scenario['designs'][number]['calls']>;

const scenarioOf = (components: Parts, calls: Calls): Scenario => ({
  format: 'nineboard/1',
  designs: [{ name: 'a', components, calls }],
});

const SHOPPERS: Component = { kind: 'client', rate: '8000 req/s' };
const EXPONENTIAL = { distribution: 'exponential', mean: '40 ms' } as const;

/** One component behind a client, with some of its fields. */
const app = (fields: Partial<Component>): Scenario =>
  scenarioOf({ shoppers: SHOPPERS, app: { kind: 'service', ...fields } }, [{ from: 'shoppers', to: 'app' }]);

const SIZED = app({ time: EXPONENTIAL, workers: 64, replicas: 8, target: '70 %' });

const valueOf = ({ inputs }: Explanation, symbol: string): number =>
  inputs.find((input) => input.symbol === symbol)?.value ?? Number.NaN;

/** The formulas, worked out from what is put in. */
const WORKED: Readonly<Record<string, (of: (symbol: string) => number, explanation: Explanation) => number>> = {
  rate: (_, { inputs }) => {
    const sums: number[] = [];
    for (const { symbol, value } of inputs) sums.push(symbol === 'λ' ? value : sums.pop()! * value);
    return sums.reduce((sum, each) => sum + each, 0);
  },
  concurrency: (of) => of('λ') * of('W'),
  utilisation: (of) => (of('λ') * of('S')) / (of('c') * of('N')),
  'replicas-needed': (of) => Math.ceil(of('λ') / ((of('c') * of('ρ')) / of('S')) - 1e-9),
  'wait-mmc': (of) => (of('C') * of('S')) / (of('c') - of('a')),
  'wait-mg1': (of) => ((of('ρ') * of('S')) / (1 - of('ρ'))) * ((1 + of('v')) / 2),
  'wait-mgc': (of) => ((of('C') * of('S')) / (of('c') - of('a'))) * of('k'),
  'wait-bounded': (of) => of('Q') / (of('λ') * (1 - of('B'))),
};

const REPORTED: Readonly<Record<LoadFigure, (load: ComponentLoad) => number | null>> = {
  rate: (load) => load.ratePerSecond,
  utilisation: (load) => load.utilisation,
  concurrency: (load) => load.concurrency,
  'replicas-needed': (load) => load.replicasNeeded,
  wait: (load) => load.waitSeconds.mean,
};
const FIGURES = Object.keys(REPORTED) as LoadFigure[];

const explained = (scenario: Scenario, figure: LoadFigure, component = 'app'): Explanation =>
  explain(resolve(scenario), { figure, design: 0, component });

/** Whether something is written at the end of a path, or may be. */
function leadsSomewhere(scenario: Scenario, path: Path): boolean {
  const [, design, part, place, ...keys] = path;
  const { components, calls = [] } = scenario.designs[Number(design)]!;
  const owner = part === 'calls' ? calls[callIds(calls).indexOf(String(place))] : components[String(place)];
  return owner !== undefined && keys.length > 0;
}

const CASES: Readonly<Record<string, Scenario>> = {
  sized: SIZED,
  'one worker, constant work': app({ time: '1 ms', workers: 1, replicas: 20 }),
  'several workers, constant work': app({ time: '40 ms', workers: 64, replicas: 8 }),
  'one queue for all': app({ time: EXPONENTIAL, workers: 64, replicas: 6, pooled: true }),
  bounded: app({ time: EXPONENTIAL, workers: 64, replicas: 5, queue: 10 }),
  contended: app({
    time: EXPONENTIAL,
    workers: 64,
    replicas: 20,
    scaling: { sigma: 0.02, kappa: 0.0004 },
  }),
  'calls that are waited for': scenarioOf(
    {
      shoppers: SHOPPERS,
      app: { kind: 'service', time: '10 ms', workers: 64, replicas: 12, holds: 'response' },
      db: { kind: 'database', time: { distribution: 'exponential', mean: '5 ms' }, workers: 16, replicas: 9 },
      jobs: { kind: 'client', rate: '200 req/s' },
    },
    [
      { from: 'shoppers', to: 'app' },
      { from: 'app', to: 'db', times: 2, probability: '60 %' },
      { from: 'jobs', to: 'db' },
    ],
  ),
  retried: scenarioOf(
    {
      shoppers: { kind: 'client', rate: '1000 req/s' },
      app: { kind: 'service', time: '10 ms', workers: 32, errors: '10 %' },
    },
    [{ from: 'shoppers', to: 'app', retries: 2 }],
  ),
};

describe.each(Object.entries(CASES))('the load of %s', (_, scenario) => {
  const report = analyse(resolve(scenario)).designs[0]!;
  const components = Object.entries(report.components);

  test.each(FIGURES)('%s comes out as reported, and of what is put in', (figure) => {
    let shown = 0;
    for (const [component, { load }] of components) {
      const explanation = explained(scenario, figure, component);
      if (Number.isNaN(explanation.result.value)) continue;
      shown++;
      expect(explanation.result.value).toBe(REPORTED[figure](load!));
      const worked = WORKED[explanation.formula]!((symbol) => valueOf(explanation, symbol), explanation);
      expect(worked / explanation.result.value, `${component}: ${explanation.formula}`).toBeCloseTo(1, 6);
      for (const { path } of explanation.inputs) if (path !== null) expect(leadsSomewhere(scenario, path)).toBe(true);
    }
    expect(shown).toBeGreaterThan(0);
  });
});

describe('the working of load', () => {
  test('sizes 8,000 req/s of 40 ms: 320 in flight, 1,120 req/s each, 8 replicas, 10 with two to spare', () => {
    const unlimited = app({ time: EXPONENTIAL });
    expect(explained(unlimited, 'concurrency').result.value).toBeCloseTo(320, 6);
    const needed = explained(SIZED, 'replicas-needed');
    expect(valueOf(needed, 'each')).toBeCloseTo(1120, 9);
    expect(valueOf(needed, 'exact')).toBeCloseTo(8000 / 1120, 9);
    expect([needed.result.value, valueOf(needed, 'N+1'), valueOf(needed, 'N+2')]).toEqual([8, 9, 10]);
  });

  test('leads to the fields that it came from', () => {
    const at = (figure: LoadFigure, symbol: string): Path | null | undefined =>
      explained(SIZED, figure).inputs.find((input) => input.symbol === symbol)?.path;
    const field = (key: string): Path => ['designs', 0, 'components', 'app', key];
    expect(at('rate', 'λ')).toEqual(['designs', 0, 'components', 'shoppers', 'rate']);
    expect(at('utilisation', 'S')).toEqual(field('time'));
    expect(at('utilisation', 'c')).toEqual(field('workers'));
    expect(at('utilisation', 'N')).toEqual(field('replicas'));
    expect(at('replicas-needed', 'ρ')).toEqual(field('target'));
  });

  test('names the queue that holds', () => {
    const formulas = Object.fromEntries(
      Object.entries(CASES).map(([name, scenario]) => [name, explained(scenario, 'wait').formula]),
    );
    expect(formulas).toMatchObject({
      sized: 'wait-mmc',
      'one worker, constant work': 'wait-mg1',
      'several workers, constant work': 'wait-mgc',
      'one queue for all': 'wait-mmc',
      bounded: 'wait-bounded',
      contended: 'wait-mmc',
    });
  });

  test('of what contends says what one replica alone would take, and by how much the others stretch it', () => {
    const contended = explained(CASES['contended']!, 'utilisation');
    expect(valueOf(contended, 'own')).toBeCloseTo(0.04, 12);
    expect(valueOf(contended, 'stretch')).toBeCloseTo(1 + 0.02 * 19 + 0.0004 * 20 * 19, 12);
    expect(valueOf(contended, 'S')).toBeCloseTo(0.04 * 1.532, 9);
  });

  // By hand: 7,000 req/s × 20 ms × (1 + σ(N − 1) + κN(N − 1)) / (16 workers × N); most is done with 31 nodes.
  test.each([
    [0, (140 * 2.012) / (16 * 24), false],
    [1, (140 * 4.196) / (16 * 48), true],
  ])('of the example of nodes that are slower the more there are says how busy they are', (design, busy, slower) => {
    const example = resolve(JSON.parse(readFileSync('public/scenarios/more-nodes-slower.json', 'utf8')) as Scenario);
    const { result } = explain(example, { figure: 'utilisation', design, component: 'lobby' });
    expect(result.value).toBeCloseTo(busy, 9);
    const codes = analyse(example).designs[design]!.findings.map(({ code }) => code);
    expect(codes.includes('scaling/slower-when-grown')).toBe(slower);
  });

  test('is unknown where nothing can be worked out', () => {
    const overloaded = app({ time: EXPONENTIAL, workers: 64, replicas: 4 });
    expect(explained(overloaded, 'wait').result.value).toBeNaN();
    expect(explained(overloaded, 'concurrency').result.value).toBeNaN();
    expect(explained(overloaded, 'replicas-needed').result.value).toBe(8);
    const unlimited = app({ time: EXPONENTIAL });
    for (const figure of ['utilisation', 'replicas-needed', 'wait'] as const)
      expect(explained(unlimited, figure).result.value).toBeNaN();
    expect(explained(SIZED, 'rate', 'shoppers').result.value).toBeNaN();
  });
});
