import type { Algebra, Measure } from '../../../src/engine/latency/algebra.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';

/** Times with their masses, rising. */
interface Listed extends Measure {
  readonly atoms: readonly (readonly [seconds: number, mass: number])[];
}

const listed = (measure: Measure): Listed['atoms'] => (measure as Listed).atoms;

function gathered(pairs: Iterable<readonly [number, number]>): Listed {
  const sums = new Map<number, number>();
  for (const [seconds, mass] of pairs) {
    const at = Number(seconds.toPrecision(12));
    if (mass > 0) sums.set(at, (sums.get(at) ?? 0) + mass);
  }
  const atoms = [...sums].sort(([a], [b]) => a - b);
  return { atoms, mass: atoms.reduce((sum, [, mass]) => sum + mass, 0) };
}

function pairsOf(time: ResolvedTime): readonly (readonly [number, number])[] {
  if (time.of === 'constant') return [[time.seconds, 1]];
  if (time.of === 'samples') return time.seconds.map((seconds) => [seconds, 1 / time.seconds.length]);
  if (time.of !== 'mixture') throw new Error(`${time.of} is not discrete`);
  return time.parts.flatMap((part) => pairsOf(part.time).map(([seconds, mass]) => [seconds, mass * part.weight]));
}

const within = (measure: Measure, seconds: number): number =>
  listed(measure).reduce((sum, [at, mass]) => (at <= seconds * (1 + 1e-11) ? sum + mass : sum), 0);

/** P(at least k of independent events), one event after the other. */
function atLeast(k: number, chances: readonly number[]): number {
  let happened = [1];
  for (const chance of chances)
    happened = [...happened, 0].map((same, count) => same * (1 - chance) + (happened[count - 1] ?? 0) * chance);
  return happened.slice(Math.max(0, k)).reduce((sum, one) => sum + one, 0);
}

function kth(k: number, measures: readonly Measure[]): Listed {
  const times = [...new Set(measures.flatMap((measure) => listed(measure).map(([at]) => at)))].sort((a, b) => a - b);
  let before = 0;
  return gathered(
    times.map((at) => {
      const now = atLeast(
        k,
        measures.map((measure) => within(measure, at)),
      );
      const pair = [at, now - before] as const;
      before = now;
      return pair;
    }),
  );
}

/** Exact for times that take few values, and slow: what the algebra of the engine is held against. */
export const discrete: Algebra = {
  rounding: 'near',
  never: gathered([]),
  of: (time) => gathered(pairsOf(time)),
  at: (seconds, mass = 1) => gathered([[seconds, mass]]),
  scaled: (measure, factor) => gathered(listed(measure).map(([at, mass]) => [at, mass * factor])),
  either: (measures) => gathered(measures.flatMap(listed)),
  after: (first, second) =>
    gathered(listed(first).flatMap(([a, p]) => listed(second).map(([b, q]) => [a + b, p * q] as const))),
  kth,
  kthOfSame: (k, measure, n) =>
    kth(
      k,
      Array.from({ length: n }, () => measure),
    ),
  upTo: (measure, seconds) => gathered(listed(measure).filter(([at]) => at <= seconds * (1 + 1e-11))),
  within,
  beyond: (measure, seconds) =>
    listed(measure).reduce((sum, [at, mass]) => (at > seconds * (1 + 1e-11) ? sum + mass : sum), 0),
  quantile: (measure, share) => {
    let sum = 0;
    for (const [at, mass] of listed(measure)) {
      sum += mass;
      if (sum >= (share - 1e-12) * measure.mass) return at;
    }
    return Number.POSITIVE_INFINITY;
  },
  roughness: () => 0,
  mean: (measure) => listed(measure).reduce((sum, [at, mass]) => sum + at * mass, 0) / measure.mass,
  meanSquare: (measure) => listed(measure).reduce((sum, [at, mass]) => sum + at * at * mass, 0) / measure.mass,
};
