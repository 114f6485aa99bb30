import { describe, expect, it } from 'vitest';
import { timeMeanSquare } from '../../../src/engine/latency/time-mean-square.ts';
import { analyse } from '../../../src/engine/index.ts';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import { component, resolvedOf } from '../samples.ts';

const pareto = (alpha: number): ResolvedTime => ({ of: 'pareto', scaleSeconds: 1, alpha });
const table = (...points: [probability: number, seconds: number][]): ResolvedTime => ({
  of: 'quantiles',
  points: points.map(([probability, seconds]) => ({ probability, seconds })),
});

/** Work with its mean, its c², and the chance that what is left of it at a random moment is over by then. */
interface Known {
  readonly name: string;
  readonly time: ResolvedTime;
  readonly mean: number;
  readonly scv: number;
  readonly left: (seconds: number) => number;
  /** About how far the lattice has to reach. */
  readonly reach: number;
}

const paretoLeft = (alpha: number) => (t: number) => {
  const mean = alpha / (alpha - 1);
  return t < 1 ? t / mean : 1 - t ** (1 - alpha) / alpha;
};

const KNOWN: readonly Known[] = [
  {
    name: 'that always takes 1 s',
    time: { of: 'constant', seconds: 1 },
    mean: 1,
    scv: 0,
    left: (t) => Math.min(1, t),
    reach: 30,
  },
  {
    name: 'that is mostly short',
    time: {
      of: 'mixture',
      parts: [
        { weight: 0.95, time: { of: 'constant', seconds: 1 } },
        { weight: 0.05, time: { of: 'constant', seconds: 21 } },
      ],
    },
    mean: 2,
    scv: (0.95 + 0.05 * 441) / 4 - 1,
    left: (t) => (0.95 * Math.min(1, t) + 0.05 * Math.min(21, t)) / 2,
    reach: 250,
  },
  {
    name: 'that is even in a table of quantiles',
    time: table([1, 2]),
    mean: 1,
    scv: 1 / 3,
    left: (t) => (t < 2 ? t - (t * t) / 4 : 1),
    reach: 40,
  },
  {
    name: 'that is exponential in a table of quantiles',
    time: table([0.5, Math.LN2], [0.75, 2 * Math.LN2]),
    mean: 1,
    scv: 1,
    left: (t) => 1 - Math.exp(-t),
    reach: 50,
  },
  { name: 'of a long tail', time: pareto(3), mean: 1.5, scv: 1 / 3, left: paretoLeft(3), reach: 100 },
  { name: 'of a very long tail', time: pareto(2.1), mean: 2.1 / 1.1, scv: 1 / 0.21, left: paretoLeft(2.1), reach: 400 },
];

const LOAD = 0.8;
const CELLS = 4000;

/** The p99 of the wait before one worker by brute force: what is left of work on a lattice, rounded one way. */
function latticeP99({ left, reach }: Known, up: boolean): number {
  const step = reach / CELLS;
  const parts = Array.from({ length: CELLS }, (_, cell) => left((cell + 1) * step) - left(cell * step));
  const rounded = up ? [0, ...parts] : parts;
  const waits = [(1 - LOAD) / (1 - LOAD * rounded[0]!)];
  let sum = waits[0]!;
  for (let at = 1; sum < 0.99 && at < CELLS; at++) {
    let next = 0;
    for (let part = 1; part <= at; part++) next += rounded[part]! * waits[at - part]!;
    waits.push((LOAD * next) / (1 - LOAD * rounded[0]!));
    sum += waits[at]!;
  }
  return (waits.length - 1) * step;
}

describe('one worker with work', () => {
  it.each(KNOWN)('$name has the wait of Pollaczek and Khinchine, and holds as many as Little says', (known) => {
    const { time, mean, scv } = known;
    const rate = LOAD / mean;
    const parts = [
      component({ id: 'u', kind: 'client', ratePerSecond: rate }),
      component({ id: 's', kind: 'service', time, workers: 1 }),
    ];
    const { load } = analyse(resolvedOf(parts, [['u', 's']])).designs[0]!.components['s']!;
    const wait = ((LOAD / (1 - LOAD)) * mean * (1 + scv)) / 2;
    expect(load!.holdSeconds! / mean).toBeCloseTo(1, 12);
    expect(load!.waitSeconds.mean! / wait).toBeCloseTo(1, 12);
    expect(load!.concurrency! / (rate * (wait + mean))).toBeCloseTo(1, 12);
    const [low, high] = [latticeP99(known, false), latticeP99(known, true)];
    expect(high / low).toBeLessThan(1.05);
    expect(load!.waitSeconds.p99).toBeGreaterThan(0.999 * low);
    expect(load!.waitSeconds.p99).toBeLessThan(1.001 * high);
  });
});

/** The share that M/D/1/K turns away: from one end of work to the next, with all that come in between. */
function turnedAway(load: number, places: number): number {
  const come = (count: number): number =>
    Array.from({ length: count }, (_, n) => load / (n + 1)).reduce((product, each) => product * each, Math.exp(-load));
  const left = [1];
  for (let inside = 0; inside < places; inside++) {
    // As often as it is left with one more inside, it was left with each number that could become it.
    let sum = left[inside]! - left[0]! * come(inside);
    for (let before = 1; before <= inside; before++) sum -= left[before]! * come(inside + 1 - before);
    left.push(sum / come(0));
  }
  const idle = 1 / left.reduce((sum, each) => sum + each, 0);
  return 1 - 1 / (idle + load);
}

describe('one worker with a short queue', () => {
  const loadOf = (time: ResolvedTime, ratePerSecond: number, queue: number) => {
    const parts = [
      component({ id: 'u', kind: 'client', ratePerSecond }),
      component({ id: 's', kind: 'service', time, workers: 1, queue }),
    ];
    return analyse(resolvedOf(parts, [['u', 's']])).designs[0]!.components['s']!.load!;
  };

  it.each([
    [0.8, 5],
    [0.95, 10],
    [1.2, 20],
    [2, 1],
  ])('of even work at a load of %f turns away about as many as M/D/1/K with %i places', (load, places) => {
    const { shed } = loadOf({ of: 'constant', seconds: 1 }, load, places);
    expect(Math.abs(shed / turnedAway(load, places) - 1)).toBeLessThan(0.2);
  });

  it('waits no longer than for so many, however long the tail of its work', () => {
    expect(loadOf(pareto(1.5), 0.8 / 3, 5).waitSeconds.mean).toBeLessThan(5 * 3);
  });
});

describe('the mean square of a time', () => {
  const algebra = createAlgebra({ binsPerOctave: 64, rounding: 'near' });
  it.each<ResolvedTime>([
    { of: 'gamma', meanSeconds: 2, shape: 0.3 },
    { of: 'weibull', scaleSeconds: 2, shape: 0.7 },
    { of: 'lognormal', medianSeconds: 2, sigma: 1.5 },
    { of: 'samples', seconds: [1, 2, 5, 30] },
    pareto(4),
    table([0.5, 0.01], [0.9, 0.02], [0.9, 0.03], [0.99, 0.2]),
    table([0, 1], [0.1, 1], [0.100001, 1.5], [0.2, 2], [1, 2.5]),
  ])('$of is what the grid has for it', (time) => {
    expect(algebra.meanSquare(algebra.of(time)) / timeMeanSquare(time)).toBeCloseTo(1, 3);
  });

  it('is infinite where it does not exist', () => {
    expect(timeMeanSquare(pareto(2))).toBe(Number.POSITIVE_INFINITY);
  });
});
