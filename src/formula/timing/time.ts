import { NO_TIME, type ResolvedTime } from '../../model/resolved-time.ts';
import type { Time, Value } from '../../model/scenario.ts';
import { inside, type Place, type Reader } from '../reader.ts';
import { meanOf } from './mean.ts';

/** The standard normal's 99 % quantile. */
const Z99 = 2.3263478740408408;

/** How far the weights of a mixture may be from adding up to 1: what rounding leaves, and no digit that is missing. */
const WEIGHTS_WITHIN = 1e-9;

/** Beyond these a distribution is one time, or spread over more than all times that there are. */
const SHAPES = { min: 0.01, max: 1_000_000 };
const WIDEST_SIGMA = 20;

/** Words among samples are said this often, not a million times. */
const MOST_WRONG = 10;

type Written<K extends string> = Extract<Time, Record<K, unknown>>;

/** Reads a time or distribution; no time at all where something in it is wrong. That its mean is infinite is said. */
export function resolvedTime(written: Time | undefined, place: Place, reader: Reader): ResolvedTime {
  if (written === undefined) return NO_TIME;
  const time = read(written, place, reader);
  if (time !== null && meanOf(time) === Number.POSITIVE_INFINITY) {
    reader.finding(
      'mean-infinite',
      place,
      `${place.where}: the tail of this time is so heavy that its mean is infinite. Its quantiles say how long it takes.`,
    );
  }
  return time ?? NO_TIME;
}

function read(time: Time, place: Place, reader: Reader): ResolvedTime | null {
  if (typeof time !== 'object') return given(reader.number(time, 'duration', place), constant);
  if ('p50' in time) return byQuantilePair(time, place, reader);
  if ('mixture' in time) return mixture(time, place, reader);
  if ('quantiles' in time) return quantiles(time, place, reader);
  if ('samples' in time) return samples(time, place, reader);
  return byParameters(time, place, reader);
}

const constant = (seconds: number): ResolvedTime => ({ of: 'constant', seconds });

const given = (value: number | null, make: (value: number) => ResolvedTime): ResolvedTime | null =>
  value === null ? null : make(value);

/** Both parameters, or null; a distribution around no time at all is no time at all. */
const shaped = (
  seconds: number | null,
  shape: number | null,
  make: (seconds: number, shape: number) => ResolvedTime,
): ResolvedTime | null => (seconds === null || shape === null ? null : seconds === 0 ? NO_TIME : make(seconds, shape));

function byParameters(time: Written<'distribution'>, place: Place, reader: Reader): ResolvedTime | null {
  const duration = (value: Value, key: string): number | null => reader.number(value, 'duration', inside(place, key));
  const ratio = (value: Value, key: string, limits: { min?: number; max: number }): number | null =>
    reader.number(value, 'ratio', inside(place, key), limits);
  switch (time.distribution) {
    case 'exponential':
      return shaped(duration(time.mean, 'mean'), 1, (meanSeconds) => ({ of: 'exponential', meanSeconds }));
    case 'erlang': {
      const stages = reader.number(time.stages, 'count', inside(place, 'stages'), { min: 1, max: SHAPES.max });
      return shaped(duration(time.mean, 'mean'), stages, gamma);
    }
    case 'gamma':
      return shaped(duration(time.mean, 'mean'), ratio(time.shape, 'shape', SHAPES), gamma);
    case 'weibull':
      return shaped(duration(time.scale, 'scale'), ratio(time.shape, 'shape', SHAPES), (scaleSeconds, shape) => ({
        of: 'weibull',
        scaleSeconds,
        shape,
      }));
    case 'lognormal': {
      const sigma = ratio(time.sigma, 'sigma', { max: WIDEST_SIGMA });
      return shaped(duration(time.median, 'median'), sigma, lognormal);
    }
    case 'pareto':
      return shaped(duration(time.scale, 'scale'), ratio(time.alpha, 'alpha', SHAPES), (scaleSeconds, alpha) => ({
        of: 'pareto',
        scaleSeconds,
        alpha,
      }));
  }
}

const gamma = (meanSeconds: number, shape: number): ResolvedTime => ({ of: 'gamma', meanSeconds, shape });

const lognormal = (medianSeconds: number, sigma: number): ResolvedTime =>
  sigma === 0 ? constant(medianSeconds) : { of: 'lognormal', medianSeconds, sigma };

/** {p50, p99}: the lognormal with these quantiles. */
function byQuantilePair(time: Written<'p50'>, place: Place, reader: Reader): ResolvedTime | null {
  const p50 = reader.number(time.p50, 'duration', inside(place, 'p50'));
  const p99 = reader.number(time.p99, 'duration', inside(place, 'p99'));
  if (p50 === null || p99 === null) return null;
  if (p99 < p50) {
    reader.issue(
      'time/quantiles',
      inside(place, 'p99'),
      'The p99 is below the p50, but 99 % cannot be faster than half of them. Write a p99 of at least as much',
    );
    return null;
  }
  if (p50 === 0 && p99 > 0) {
    reader.issue('time/quantiles', inside(place, 'p50'), 'No lognormal has a p50 of 0. Write a p50 above 0');
    return null;
  }
  return p99 === p50 ? constant(p50) : lognormal(p50, (Math.log(p99) - Math.log(p50)) / Z99);
}

/** Mixtures inside mixtures are taken apart, so that what comes out has none inside. */
function mixture(time: Written<'mixture'>, place: Place, reader: Reader): ResolvedTime | null {
  const parts = time.mixture.map((part, index) => {
    const at = inside(place, 'mixture', index);
    const weight = reader.number(part.weight, 'ratio', inside(at, 'weight'));
    return { weight, time: read(part.time, inside(at, 'time'), reader) };
  });
  const known = parts.flatMap((part) => (part.weight === null ? [] : part.weight));
  const sum = known.reduce((total, weight) => total + weight, 0);
  if (known.length === parts.length && !(Math.abs(sum - 1) <= WEIGHTS_WITHIN)) {
    reader.issue(
      'time/weights',
      inside(place, 'mixture'),
      `The weights add up to ${Number(sum.toPrecision(10))}, not to 1. Write shares such as 0.95 and 0.05, or 95 % and 5 %`,
    );
    return null;
  }
  const flat: { weight: number; time: ResolvedTime }[] = [];
  for (const part of parts) {
    if (part.weight === null || part.time === null) return null;
    if (part.weight === 0) continue;
    const inner = part.time.of === 'mixture' ? part.time.parts : [{ weight: 1, time: part.time }];
    for (const each of inner) flat.push({ weight: (part.weight * each.weight) / sum, time: each.time });
  }
  return flat.length === 1 ? flat[0]!.time : { of: 'mixture', parts: flat };
}

/** A table as measured, by share. The keys are shares as any value may be written: "0.99" or "99 %". */
function quantiles(time: Written<'quantiles'>, place: Place, reader: Reader): ResolvedTime | null {
  const points: { readonly probability: number; readonly seconds: number; readonly at: Place }[] = [];
  const entries = Object.entries(time.quantiles);
  for (const [key, value] of entries) {
    const at = inside(place, 'quantiles', key);
    const probability = shareOf(key, at, reader);
    const seconds = reader.number(value, 'duration', at);
    if (probability !== null && seconds !== null) points.push({ probability, seconds, at });
  }
  if (points.length < entries.length) return null;
  points.sort((a, b) => a.probability - b.probability);
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    const twice = point.probability === before.probability;
    if (!twice && point.seconds >= before.seconds) continue;
    reader.issue(
      'time/quantiles',
      point.at,
      twice
        ? 'This share stands twice in the table. Leave one of them out'
        : `This is less than the time of ${String(before.at.path.at(-1))}, but the times of a table rise with the shares. Put them in order`,
    );
    return null;
  }
  if (points.at(-1)!.probability === 0) {
    reader.issue(
      'time/quantiles',
      inside(place, 'quantiles'),
      'The table has the shortest time alone. Write how long other shares take, such as 0.5 and 0.99',
    );
    return null;
  }
  return { of: 'quantiles', points: points.map(({ probability, seconds }) => ({ probability, seconds })) };
}

function shareOf(key: string, at: Place, reader: Reader): number | null {
  if (!/^p\d/i.test(key)) return reader.number(key, 'probability', at);
  reader.issue('time/quantiles', at, `${key} is no share. Write one such as 0.99 or 99 %`);
  return null;
}

function samples(time: Written<'samples'>, place: Place, reader: Reader): ResolvedTime | null {
  const seconds: number[] = [];
  let wrong = 0;
  for (const [index, sample] of time.samples.entries()) {
    const plain = typeof sample === 'number' && sample >= 0;
    const value = plain ? sample : reader.number(sample, 'duration', inside(place, 'samples', index));
    if (value !== null) seconds.push(value);
    else if (++wrong === MOST_WRONG) break;
  }
  if (wrong > 0) return null;
  const rising = seconds.every((value, index) => index === 0 || value >= seconds[index - 1]!);
  return { of: 'samples', seconds: rising ? seconds : [...Float64Array.from(seconds).sort()] };
}
