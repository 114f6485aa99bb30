// Quantiles, means and probabilities of sums, maxima, order statistics, hedges and retries, as composed by the algebra.
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { closeTo, open } from './agreement.mjs';

/** What is asked of a time, and what 0.1 % of a time is worth at most as a probability: t · f(t) is below 1 for all of these. */
const RELATIVE = 1e-3;
const ABSOLUTE = 1e-3;

const root = resolve(import.meta.dirname, '../..');

/** "n=3 k=2 delay=q0.5=10" as numbers by their names; the last number where there are several. */
const numbersOf = (params) =>
  Object.fromEntries(
    [...params.matchAll(/(\S+?)=(?:\S*=)?(?:log\()?([\d.]+)/g)].map(([, name, value]) => [name, Number(value)]),
  );

const exponential = (meanSeconds) => ({ of: 'exponential', meanSeconds });
/** The distributions of the sums, which their rows name in a way of their own. */
const PARTS = {
  ln: { of: 'lognormal', medianSeconds: 10, sigma: 0.6 },
  g: { of: 'gamma', meanSeconds: 10, shape: 2 },
  w: { of: 'weibull', scaleSeconds: 8, shape: 1.5 },
};
const NAMED = {
  exp: ({ mean }) => exponential(mean),
  lognormal: ({ meanlog, sdlog }) => ({ of: 'lognormal', medianSeconds: meanlog, sigma: sdlog }),
  weibull: ({ scale, shape }) => ({ of: 'weibull', scaleSeconds: scale, shape }),
  uniform01: () => ({ of: 'quantiles', points: [{ probability: 1, seconds: 1 }] }),
};

/** What a case is made of: a measure, or a number for what is not asked of a measure. */
const CASES = [
  [
    /^sum_(\w+)$/,
    (algebra, time, { n }) => {
      const one = algebra.of(time);
      return Array.from({ length: n - 1 }).reduce((sum) => algebra.after(sum, one), one);
    },
  ],
  [/^(?:max|quorum)_(\w+)$/, (algebra, time, { n, k = n }) => algebra.kthOfSame(k, algebra.of(time), n)],
  [
    /^hedge_(\w+)$/,
    (algebra, time, { delay }) => {
      const one = algebra.of(time);
      return algebra.kth(1, [one, algebra.after(algebra.at(delay), one)]);
    },
  ],
  [
    /^tandem_mm1$/,
    (algebra, _, params) => {
      const stages = ['mu1-lambda', 'mu2-lambda'].map((name) => algebra.of(exponential(1 / params[name])));
      return algebra.after(...stages);
    },
  ],
  [
    /^conv_(?:\w+)\+(?:\w+)$/,
    (algebra, _, __, name) => {
      const [one, other] = name.slice('conv_'.length).split('+');
      return algebra.after(algebra.of(PARTS[one]), algebra.of(PARTS[other]));
    },
  ],
  [
    /^fanout_any_slow$/,
    (algebra, _, { n, p }) => algebra.kthOfSame(n, algebra.either([algebra.at(10, 1 - p), algebra.at(200, p)]), n),
  ],
  [
    /^bimodal_10_200_fanout$/,
    (algebra, _, { n, p_slow: p }) =>
      algebra.kthOfSame(n, algebra.either([algebra.at(10, 1 - p), algebra.at(200, p)]), n),
  ],
];

/** How a quantity is read off. */
const READ = {
  quantile: (algebra, measure, arg) => algebra.quantile(measure, arg),
  mean: (algebra, measure) => algebra.mean(measure),
  cdf: (algebra, measure, arg) => algebra.within(measure, arg),
  prob: (algebra, measure) => algebra.beyond(measure, 10),
  'P(max=200)': (algebra, measure) => algebra.beyond(measure, 10),
};
const TIMES = new Set(['quantile', 'mean']);

/** What is computed of one row; undefined where it is not known here. */
function computed(algebra, { name, params, quantity, arg }) {
  const numbers = numbersOf(params);
  if (name === 'retry_lognormal_timeout') {
    const failed = 1 - algebra.upTo(algebra.of(PARTS.ln), numbers.tau).mass;
    return Array.from({ length: numbers.tries }, (_, tried) => failed ** tried).reduce((sum, each) => sum + each);
  }
  if (quantity === 'extra_load') {
    const time = algebra.of(PARTS.ln);
    return algebra.beyond(time, algebra.quantile(time, arg));
  }
  const [pattern, build] = CASES.find(([pattern]) => pattern.test(name)) ?? [];
  if (build === undefined || READ[quantity] === undefined) return undefined;
  const [, named] = pattern.exec(name);
  return READ[quantity](algebra, build(algebra, NAMED[named]?.(numbers), numbers, name), arg);
}

/** The checks of `latency.csv`: one row a figure, times in any unit as if they were seconds. */
export async function latencies(text) {
  const { module } = await runnerImport(join(root, 'src/engine/latency/create-algebra.ts'), { root });
  const algebra = module.createAlgebra({ binsPerOctave: 64, rounding: 'near' });
  const [, ...rows] = text.trim().split('\n');
  const checks = rows.map((row) => {
    const [name, params, quantity, arg, value] = row.split(',');
    const what = `${name}, ${params}, ${quantity} ${arg}`;
    const ours = computed(algebra, { name, params, quantity, arg: Number(arg) });
    if (ours === undefined) return open(what, 'what it is made of is not known here');
    return closeTo(what, ours, value, TIMES.has(quantity) ? { relative: RELATIVE } : { absolute: ABSOLUTE });
  });
  return { checks };
}
