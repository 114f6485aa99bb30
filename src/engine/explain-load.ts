import type { Path } from '../model/issue.ts';
import type { Explanation, ExplanationInput, Figure, FormulaId, LoadFigure, Unit } from '../model/report.ts';
import type { ComponentLoad } from '../model/report-load.ts';
import type { ResolvedComponent, ResolvedDesign } from '../model/resolved.ts';
import { createCache, type EngineCache } from './engine-cache.ts';
import { createDesignLatency } from './latency/design-latency.ts';
import { busiestOf, demandOf, replicasNeeded } from './load/capacity.ts';
import { componentLoad, linesOf } from './load/component-load.ts';
import type { Line, Loaded } from './load/loading.ts';
import { stretchOf } from './load/stretched.ts';
import { loadedBy, loadedDesign } from './loaded-design.ts';
import { mmc } from './queueing/mmc.ts';

/** Whether a figure is about the load of a component. */
type AskedOfLoad = Extract<Figure, { figure: LoadFigure }>;

/** A component with its load, as it is explained. */
interface Explained {
  readonly design: ResolvedDesign;
  readonly index: number;
  readonly place: number;
  readonly component: ResolvedComponent;
  readonly loaded: Loaded;
  readonly load: ComponentLoad;
  /** Its queues; none where workers are unlimited. */
  readonly lines: readonly Line[];
  /** Mean own work of one request where one replica is alone, and what a worker is held for beside that. */
  readonly holdOf: (line: Line) => { readonly ownSeconds: number; readonly behindSeconds: number };
  readonly neededOf: (line: Line) => number | null;
}

const input = (symbol: string, value: number, unit: Unit, path: Path | null = null): ExplanationInput => ({
  symbol,
  value,
  unit,
  path,
});

const fieldOf = ({ index, component }: Explained, ...keys: string[]): Path => [
  'designs',
  index,
  'components',
  component.id,
  ...keys,
];

const ONE = 1e-9;

/** What comes along each call: the caller's rate, how often the call is made, by which chance, and what is sent for each of them. */
function rateInputs({ design, index, place, loaded }: Explained): ExplanationInput[] {
  return design.calls.flatMap(({ id, from, to, times, probability }) => {
    const rate = loaded.calls[id] ?? 0;
    if (to !== place || rate === 0) return [];
    const caller = design.components[from]!;
    const callerRate = loaded.rates[from]!;
    const attempts = rate / (callerRate * times * probability);
    const own = caller.ratePerSecond === null ? null : ['designs', index, 'components', caller.id, 'rate'];
    return [
      { ...input('λ', callerRate, 'rate', own), component: caller.id },
      ...(times === 1 ? [] : [input('n', times, 'count', ['designs', index, 'calls', id, 'times'])]),
      ...(probability === 1
        ? []
        : [input('p', probability, 'probability', ['designs', index, 'calls', id, 'probability'])]),
      ...(Math.abs(attempts - 1) < ONE ? [] : [input('a', attempts, 'number')]),
    ];
  });
}

/** How long a worker is held with so many replicas, and what that is made of where it is more than the time as it is written. */
function holdInputs(
  of: Explained,
  line: Line,
  replicas: number,
): readonly [seconds: number, inputs: ExplanationInput[]] {
  const { ownSeconds, behindSeconds } = of.holdOf(line);
  const stretch = stretchOf(of.component, replicas);
  const seconds = behindSeconds + ownSeconds * stretch;
  const time = fieldOf(of, 'time');
  if (stretch === 1 && behindSeconds === 0) return [seconds, [input('S', seconds, 'time', time)]];
  return [
    seconds,
    [
      input('S', seconds, 'time'),
      input('own', ownSeconds, 'time', time),
      ...(stretch === 1 ? [] : [input('stretch', stretch, 'number'), input('replicas', replicas, 'count')]),
      ...(behindSeconds === 0 ? [] : [input('behind', behindSeconds, 'time')]),
    ],
  ];
}

/** Where it is written how many workers a queue has. */
function workersOf(of: Explained, line: Line): Path {
  const pool = Object.entries(of.loaded.pools).find(([, each]) => each === line);
  return pool === undefined ? fieldOf(of, 'workers') : ['designs', of.index, 'calls', pool[0], 'pool'];
}

function explainRate(of: Explained): Explanation | null {
  const inputs = rateInputs(of);
  if (inputs.length === 0) return null;
  return { formula: 'rate', inputs, result: { value: of.load.ratePerSecond, unit: 'rate' } };
}

function explainConcurrency({ load: { concurrency, ratePerSecond } }: Explained): Explanation | null {
  if (concurrency === null || ratePerSecond === 0) return null;
  const inputs = [input('λ', ratePerSecond, 'rate'), input('W', concurrency / ratePerSecond, 'time')];
  return { formula: 'concurrency', inputs, result: { value: concurrency, unit: 'number' } };
}

function explainUtilisation(of: Explained): Explanation | null {
  if (of.load.utilisation === 0 || of.load.holdSeconds === null) return null;
  const line = busiestOf(of.lines);
  const { replicas } = of.component;
  const [, hold] = holdInputs(of, line, replicas);
  const inputs = [
    input('λ', line.ratePerSecond, 'rate'),
    ...hold,
    input('c', line.workers, 'count', workersOf(of, line)),
    input('N', replicas, 'count', fieldOf(of, 'replicas')),
  ];
  return { formula: 'utilisation', inputs, result: { value: of.load.utilisation, unit: 'probability' } };
}

function explainNeeded(of: Explained): Explanation | null {
  const needed = of.load.replicasNeeded;
  const line = of.lines.find((each) => of.neededOf(each) === needed);
  if (needed === null || line === undefined || line.utilisation === 0) return null;
  const [seconds, hold] = holdInputs(of, line, needed);
  const { target } = of.component;
  const each = (line.workers * target) / seconds;
  const inputs = [
    input('λ', line.ratePerSecond, 'rate'),
    input('c', line.workers, 'count', workersOf(of, line)),
    input('ρ', target, 'probability', fieldOf(of, 'target')),
    ...hold,
    input('each', each, 'rate'),
    input('exact', line.ratePerSecond / each, 'count'),
    input('N+1', needed + 1, 'count'),
    input('N+2', needed + 2, 'count'),
  ];
  return { formula: 'replicas-needed', inputs, result: { value: needed, unit: 'count' } };
}

/** By the queue: the formula of its mean wait, and what is put in. */
function waitInputs(of: Explained, line: Line, meanSeconds: number): readonly [FormulaId, ExplanationInput[]] {
  const { queue, arrivalsPerSecond, servers, utilisation, scv } = line;
  const [seconds, hold] = [line.holdSeconds!, input('S', line.holdSeconds!, 'time')];
  if (queue === 'M/M/c/K' || queue === 'M/G/c/K') {
    const shed = line.waiting!.shed;
    const inside = arrivalsPerSecond * (1 - shed);
    return [
      'wait-bounded',
      [
        input('Q', meanSeconds * inside, 'number'),
        input('λ', arrivalsPerSecond, 'rate'),
        input('B', shed, 'probability'),
      ],
    ];
  }
  if (queue === 'M/G/1')
    return ['wait-mg1', [input('ρ', utilisation, 'probability'), hold, input('v', scv ?? 0, 'number')]];
  const markov = mmc({ arrivalsPerSecond, serviceSeconds: seconds, servers })!;
  const inputs = [
    input('C', markov.waitingProbability, 'probability'),
    hold,
    input('c', servers, 'count', of.component.pooled ? null : workersOf(of, line)),
    input('a', arrivalsPerSecond * seconds, 'number'),
  ];
  if (queue === 'M/M/c') return ['wait-mmc', inputs];
  return ['wait-mgc', [...inputs, input('k', meanSeconds / markov.meanWaitSeconds, 'number')]];
}

function explainWait(of: Explained): Explanation | null {
  const mean = of.load.waitSeconds.mean;
  if (mean === null || mean === 0) return null;
  const line = busiestOf(of.lines);
  // There is no formula for the mean wait of those who may be given up.
  if (line.wholeSeconds !== undefined) return null;
  const [formula, inputs] = waitInputs(of, line, mean);
  return { formula, inputs, result: { value: mean, unit: 'time' } };
}

const EXPLAIN: Readonly<Record<LoadFigure, (of: Explained) => Explanation | null>> = {
  rate: explainRate,
  concurrency: explainConcurrency,
  utilisation: explainUtilisation,
  'replicas-needed': explainNeeded,
  wait: explainWait,
};

/**
 * Whether a figure is about the load of a component.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: constant. Source: none needed.
 *
 * @example isOfLoad({ figure: 'wait', design: 0, component: 'app' }) // => true
 */
export const isOfLoad = (figure: Figure): figure is AskedOfLoad => Object.hasOwn(EXPLAIN, figure.figure);

/**
 * How a figure about the load of a component came to be, step by step, everything up.
 *
 * Model: rule 12 of the scenario format; of a component with workers that are kept for a call, the queue that has most to do. Units: named with each
 * number. Errors: null where there is nothing to work out: a client, no load, unlimited workers, nobody waits, an infinite or
 * unstable figure. Accuracy and cost: as the report. Source: docs/load-maths.md.
 *
 * @example finished(explainLoad({ figure: 'rate', design: 0, component: 'app' }, samples.checkout.designs[0], 2)) // => null
 */
export function* explainLoad(
  figure: AskedOfLoad,
  given: ResolvedDesign,
  place: number,
  cache: EngineCache = createCache(),
): Generator<unknown, Explanation | null> {
  const { design, loaded } = yield* loadedDesign(given, cache);
  const { algebra, visits } = loadedBy(cache);
  const latency = createDesignLatency(loaded.design, algebra, visits);
  const component = design.components[place]!;
  const holdOf = (line: Line) => demandOf(component, line, component.replicas, algebra);
  return EXPLAIN[figure.figure]({
    design,
    index: figure.design,
    place,
    component,
    loaded,
    load: componentLoad({ design, loaded, latency, algebra }, place),
    lines: linesOf(design, loaded, place),
    holdOf,
    neededOf: (line) => replicasNeeded(component, holdOf(line)),
  });
}
