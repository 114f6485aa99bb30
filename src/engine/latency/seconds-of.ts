import { QUANTILES, type LatencySeconds, type QuantileName } from '../../model/report.ts';
import type { Algebra, Measure } from './algebra.ts';

/** The same quantity by one algebra. */
export interface MeasuredBy {
  readonly algebra: Algebra;
  readonly measure: Measure;
}

const NAMES = Object.keys(QUANTILES) as QuantileName[];

/**
 * Something for every quantile that is reported.
 *
 * Model: none. Units: those of what is made. Errors: none. Accuracy: exact. Cost: six times what makes it.
 * Source: none needed.
 *
 * @example ofQuantiles((share) => share).p999 // => 0.999
 */
export function ofQuantiles<Value>(make: (share: number, name: QuantileName) => Value): Record<QuantileName, Value> {
  return Object.fromEntries(NAMES.map((name) => [name, make(QUANTILES[name], name)])) as Record<QuantileName, Value>;
}

const finite = (seconds: number): number | null => (Number.isFinite(seconds) ? seconds : null);

/**
 * The quantiles of what comes, and its mean, each with what it may be off by.
 *
 * Model: the error of a grid falls with the square of its steps, so a third of what halving the steps changes is an
 * estimate of what is left (Richardson); where what is spread is not smooth, at least a step of the grid. Units: seconds;
 * `coarse` by an algebra of half as many steps. Errors: null where nothing comes, or where it is infinite. Accuracy: that of the algebra. Cost: seven readings of each, once.
 * Source: L. F. Richardson, "The approximate arithmetical solution by finite differences" (1911).
 *
 * @example secondsOf({ algebra: sampleAlgebra, measure: sampleAlgebra.at(0.04) }, { algebra: sampleAlgebra, measure: sampleAlgebra.at(0.04) }).p99 // => 0.04
 */
export function secondsOf(fine: MeasuredBy, coarse: MeasuredBy): LatencySeconds {
  const before = known.get(fine.measure);
  if (before?.coarse === coarse.measure) return before.seconds;
  const seconds = readBoth(fine, coarse);
  known.set(fine.measure, { coarse: coarse.measure, seconds });
  return seconds;
}

/** What was read of a measure, beside one by a coarser algebra. */
const known = new WeakMap<Measure, { readonly coarse: Measure; readonly seconds: LatencySeconds }>();

function readBoth(fine: MeasuredBy, coarse: MeasuredBy): LatencySeconds {
  const read = (of: (by: MeasuredBy) => number): [number | null, number | null] => {
    if (fine.measure.mass === 0) return [null, null];
    const [seconds, other] = [finite(of(fine)), finite(of(coarse))];
    return [seconds, seconds === null || other === null ? null : Math.abs(seconds - other) / 3];
  };
  const quantiles = ofQuantiles((share) => {
    const [seconds, error] = read(({ algebra, measure }) => algebra.quantile(measure, share));
    const rough = seconds === null ? 0 : fine.algebra.roughness(fine.measure, seconds);
    return [seconds, error === null ? null : Math.max(error, rough)] as const;
  });
  const mean = read(({ algebra, measure }) => algebra.mean(measure));
  return {
    ...ofQuantiles((_, name) => quantiles[name][0]),
    mean: mean[0],
    numericalError: { ...ofQuantiles((_, name) => quantiles[name][1]), mean: mean[1] },
  };
}
