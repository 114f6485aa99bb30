import type { Time, Value } from '../model/scenario.ts';
import { inside, type Place, type Reader } from './reader.ts';

/** The standard normal's 99 % quantile. */
const Z99 = 2.3263478740408408;

/**
 * Reads a time or distribution and gives its mean in seconds; Infinity where it has none (a Pareto tail of alpha up to
 * 1), null where something in it is wrong. Of a table of quantiles the mean is by trapezoids, flat beyond its ends.
 */
export function meanTime(time: Time, place: Place, reader: Reader): number | null {
  if (typeof time !== 'object') return reader.number(time, 'duration', place);
  const duration = (value: Value, key: string): number | null => reader.number(value, 'duration', inside(place, key));
  const ratio = (value: Value, key: string): number | null =>
    reader.number(value, 'ratio', inside(place, key), { min: Number.MIN_VALUE });
  if ('p50' in time) return lognormalMean(duration(time.p50, 'p50'), duration(time.p99, 'p99'), place, reader);
  if ('mixture' in time) return mixtureMean(time.mixture, place, reader);
  if ('quantiles' in time) return quantilesMean(time.quantiles, place, reader);
  if ('samples' in time) return samplesMean(time.samples, place, reader);
  switch (time.distribution) {
    case 'exponential':
      return duration(time.mean, 'mean');
    case 'erlang':
      return both(
        duration(time.mean, 'mean'),
        reader.number(time.stages, 'count', inside(place, 'stages'), { min: 1 }),
        (mean) => mean,
      );
    case 'gamma':
      return both(duration(time.mean, 'mean'), ratio(time.shape, 'shape'), (mean) => mean);
    case 'weibull':
      return both(
        duration(time.scale, 'scale'),
        ratio(time.shape, 'shape'),
        (scale, shape) => scale * gamma(1 + 1 / shape),
      );
    case 'lognormal':
      return both(
        duration(time.median, 'median'),
        reader.number(time.sigma, 'ratio', inside(place, 'sigma')),
        (median, sigma) => median * Math.exp(sigma ** 2 / 2),
      );
    case 'pareto':
      return both(duration(time.scale, 'scale'), ratio(time.alpha, 'alpha'), (scale, alpha) =>
        alpha <= 1 ? Number.POSITIVE_INFINITY : (alpha * scale) / (alpha - 1),
      );
  }
}

const both = (a: number | null, b: number | null, mean: (a: number, b: number) => number): number | null =>
  a === null || b === null ? null : mean(a, b);

function lognormalMean(p50: number | null, p99: number | null, place: Place, reader: Reader): number | null {
  if (p50 === null || p99 === null) return null;
  if (p99 < p50 || (p50 === 0 && p99 > 0)) {
    reader.issue(
      'time/quantiles',
      place,
      'p50 and p99 do not go together. Write a p50 above 0 and a p99 of at least as much',
    );
    return null;
  }
  return p50 === 0 ? 0 : p50 * Math.exp((Math.log(p99 / p50) / Z99) ** 2 / 2);
}

function mixtureMean(parts: readonly { weight: Value; time: Time }[], place: Place, reader: Reader): number | null {
  let weights = 0;
  let sum = 0;
  for (const [index, part] of parts.entries()) {
    const at = inside(place, 'mixture', index);
    const weight = reader.number(part.weight, 'ratio', inside(at, 'weight'));
    const mean = meanTime(part.time, inside(at, 'time'), reader);
    if (weight === null || mean === null) return null;
    weights += weight;
    if (weight > 0) sum += weight * mean;
  }
  if (weights > 0) return sum / weights;
  reader.issue('time/weights', inside(place, 'mixture'), 'The weights add up to 0. Give one of them more');
  return null;
}

function quantilesMean(table: Readonly<Record<string, Value>>, place: Place, reader: Reader): number | null {
  const points: { share: number; seconds: number }[] = [];
  for (const [key, value] of Object.entries(table)) {
    const at = inside(place, 'quantiles', key);
    const share = reader.number(key, 'probability', at);
    const seconds = reader.number(value, 'duration', at);
    if (share === null || seconds === null) return null;
    points.push({ share, seconds });
  }
  points.sort((a, b) => a.share - b.share);
  const first = points[0];
  const last = points.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    points.some((point, i) => point.seconds < (points[i - 1]?.seconds ?? 0))
  ) {
    reader.issue(
      'time/quantiles',
      inside(place, 'quantiles'),
      'These times do not rise from quantile to quantile. Put them in order',
    );
    return null;
  }
  let mean = first.share * first.seconds + (1 - last.share) * last.seconds;
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (before !== undefined) mean += ((point.share - before.share) * (point.seconds + before.seconds)) / 2;
  }
  return mean;
}

function samplesMean(samples: readonly Value[], place: Place, reader: Reader): number | null {
  let sum = 0;
  for (const [index, sample] of samples.entries()) {
    const plain = typeof sample === 'number' && sample >= 0;
    const seconds = plain ? sample : reader.number(sample, 'duration', inside(place, 'samples', index));
    if (seconds === null) return null;
    sum += seconds;
  }
  return samples.length === 0 ? null : sum / samples.length;
}

/** The gamma function for x >= 1 (Lanczos, g = 7, n = 9; relative error below 1e-13). */
function gamma(x: number): number {
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  const sum = coefficients.reduce((total, coefficient, i) => total + coefficient / (z + i + 1), 0.99999999999980993);
  const t = z + 7.5;
  return Math.sqrt(2 * Math.PI) * Math.exp((z + 0.5) * Math.log(t) - t) * sum;
}
