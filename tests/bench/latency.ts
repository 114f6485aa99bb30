import type { Algebra, Measure } from '../../src/engine/latency/algebra.ts';
import { createAlgebra } from '../../src/engine/latency/create-algebra.ts';
import { gammaShares } from '../../src/engine/numeric/incomplete-gamma.ts';
import type { ResolvedTime } from '../../src/model/resolved-time.ts';
import { lognormalSum } from '../engine/latency/fourier.ts';

/** One way to compose ten stages: how long it takes, and how far its quantiles are off. */
export interface LatencyRow {
  readonly name: string;
  /** One sum, one second of three, one distribution put on the grid; null where there is no grid. */
  readonly operations: readonly [sum: number, order: number, discretise: number] | null;
  readonly tenStagesMilliseconds: number;
  /** Relative errors: exponential stages at p99 and p99.99, lognormal ones at both. */
  readonly errors: readonly number[];
}

const STAGES = 10;
const SHARES = [0.99, 0.9999];
const DRAWS = 1_000_000;
const SIGMA = 1.5;
const exponential: ResolvedTime = { of: 'exponential', meanSeconds: 0.01 };
const lognormal: ResolvedTime = { of: 'lognormal', medianSeconds: 0.01, sigma: SIGMA };

/** The quantile of an Erlang of ten stages. */
function erlang(share: number): number {
  let [low, high] = [0, 10];
  for (let halving = 0; halving < 100; halving++) {
    const middle = (low + high) / 2;
    if (gammaShares(STAGES, middle / 0.01)[1] > 1 - share) low = middle;
    else high = middle;
  }
  return high;
}

/** The best of several runs: what the machine can do when nothing else is in the way. */
function best(runs: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    work();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

function tenOf(algebra: Algebra, time: ResolvedTime): Measure {
  const one = algebra.of(time);
  let sum = one;
  for (let stage = 1; stage < STAGES; stage++) sum = algebra.after(sum, one);
  return sum;
}

function gridRow(binsPerOctave: number, truth: readonly number[]): LatencyRow {
  const algebra = createAlgebra({ binsPerOctave, rounding: 'near' });
  const one = algebra.of(lognormal);
  const measures = [exponential, lognormal].map((time) => tenOf(algebra, time));
  const quantiles = measures.flatMap((measure) => SHARES.map((share) => algebra.quantile(measure, share)));
  return {
    name: `${binsPerOctave} an octave`,
    operations: [
      best(60, () => algebra.after(one, one)),
      best(60, () => algebra.kthOfSame(2, one, 3)),
      best(60, () => algebra.of(lognormal)),
    ],
    tenStagesMilliseconds: best(20, () => tenOf(algebra, lognormal)),
    errors: quantiles.map((seconds, place) => Math.abs(seconds / truth[place]! - 1)),
  };
}

/** The same by drawing: a fixed sequence of numbers in (0, 1). */
function drawnRow(truth: readonly number[]): LatencyRow {
  let state = 88_172_645;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  const draws = [
    () => -0.01 * Math.log(next()),
    () => 0.01 * Math.exp(SIGMA * Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())),
  ];
  const sums = new Float64Array(DRAWS);
  const times: number[] = [];
  const errors = draws.flatMap((draw, place) => {
    const began = performance.now();
    for (let request = 0; request < DRAWS; request++) {
      let sum = 0;
      for (let stage = 0; stage < STAGES; stage++) sum += draw();
      sums[request] = sum;
    }
    sums.sort();
    times.push(performance.now() - began);
    return SHARES.map((share, at) =>
      Math.abs(sums[Math.ceil(share * DRAWS) - 1]! / truth[place * SHARES.length + at]! - 1),
    );
  });
  return { name: '1e6 drawn requests', operations: null, tenStagesMilliseconds: times[1]!, errors };
}

/** Ten stages at several grids, and drawn. */
export function latencyBench(): LatencyRow[] {
  const sum = lognormalSum(0.01, SIGMA, STAGES);
  const truth = [...SHARES.map(erlang), ...SHARES.map(sum)];
  return [...[32, 64, 128].map((binsPerOctave) => gridRow(binsPerOctave, truth)), drawnRow(truth)];
}
