import type { ResolvedTime } from '../../model/resolved-time.ts';
import { gammaDrawn, normalDrawn } from '../numeric/drawn.ts';
import type { Random } from '../numeric/random.ts';

type Point = Extract<ResolvedTime, { of: 'quantiles' }>['points'][number];

const START: Point = { probability: 0, seconds: 0 };

/** Between two points the logarithm of the survival is linear, and so beyond; up to a certain one it is the probability itself. */
function along(from: Point, to: Point, probability: number): number {
  const fall = (point: Point): number => Math.log1p(-point.probability);
  const share =
    to.probability === 1
      ? (probability - from.probability) / (1 - from.probability)
      : (Math.log1p(-probability) - fall(from)) / (fall(to) - fall(from));
  return from.seconds + share * (to.seconds - from.seconds);
}

function fromQuantiles(points: readonly Point[], probability: number): number {
  let last = START;
  let rising: readonly [Point, Point] = [START, START];
  for (const point of points) {
    if (point.seconds > last.seconds && point.probability > last.probability) rising = [last, point];
    if (point.probability >= probability) return along(last, point, probability);
    last = point;
  }
  // The tail goes on from the last point as it fell last.
  const [from, to] = rising;
  if (from === to) return last.seconds;
  return along(from, to, probability) + last.seconds - along(from, to, last.probability);
}

/**
 * One time, drawn at random from its distribution.
 *
 * Model: the inverse of the distribution where it has one, Marsaglia and Tsang's rejection for a gamma; a table of
 * quantiles goes on beyond its last point as it went before it. Units: seconds. Errors: none. Accuracy: exact in
 * distribution. Cost: one to three random numbers. Source: L. Devroye, "Non-uniform random variate generation" (1986).
 *
 * @example drawTime({ of: 'exponential', meanSeconds: 1 }, () => 0.5) // => 0.6931471805599453
 */
export function drawTime(time: ResolvedTime, random: Random): number {
  switch (time.of) {
    case 'constant':
      return time.seconds;
    case 'exponential':
      return -time.meanSeconds * Math.log(random());
    case 'gamma':
      return (time.meanSeconds / time.shape) * gammaDrawn(time.shape, random);
    case 'weibull':
      return time.scaleSeconds * (-Math.log(random())) ** (1 / time.shape);
    case 'lognormal':
      return time.medianSeconds * Math.exp(time.sigma * normalDrawn(random));
    case 'pareto':
      return time.scaleSeconds * random() ** (-1 / time.alpha);
    case 'quantiles':
      return fromQuantiles(time.points, random());
    case 'samples':
      return time.seconds[Math.floor(random() * time.seconds.length)]!;
    case 'mixture': {
      let left = random();
      const part = time.parts.find(({ weight }) => (left -= weight) < 0) ?? time.parts.at(-1)!;
      return drawTime(part.time, random);
    }
  }
}
