import type { ResolvedTime } from '../../model/resolved-time.ts';

/** The mean in seconds; Infinity where there is none (a Pareto tail of alpha up to 1). */
export function meanOf(time: ResolvedTime): number {
  switch (time.of) {
    case 'constant':
      return time.seconds;
    case 'exponential':
    case 'gamma':
      return time.meanSeconds;
    case 'weibull':
      return time.scaleSeconds * gamma(1 + 1 / time.shape);
    case 'lognormal':
      return time.medianSeconds * Math.exp(time.sigma ** 2 / 2);
    case 'pareto':
      return time.alpha <= 1 ? Number.POSITIVE_INFINITY : (time.alpha * time.scaleSeconds) / (time.alpha - 1);
    case 'mixture':
      return time.parts.reduce((sum, part) => sum + part.weight * meanOf(part.time), 0);
    case 'quantiles':
      return meanOfTable(time.points);
    case 'samples':
      return time.seconds.reduce((sum, seconds) => sum + seconds, 0) / time.seconds.length;
  }
}

interface Point {
  readonly probability: number;
  readonly seconds: number;
}

/**
 * The area under the share that takes longer, S(t). Between two points ln S falls in a straight line, from S = 1 at 0 s
 * on; a last point at 1 is reached in a straight line of S itself, and without one S goes on falling as it last fell.
 */
function meanOfTable(points: readonly Point[]): number {
  let area = 0;
  let rate = Number.POSITIVE_INFINITY;
  let before: Point = { probability: 0, seconds: 0 };
  for (const point of points) {
    const [high, low] = [1 - before.probability, 1 - point.probability];
    const width = point.seconds - before.seconds;
    const fall = Math.log(high / low);
    area += low === 0 ? (width * high) / 2 : fall === 0 ? width * high : (width * (high - low)) / fall;
    if (width > 0 && fall > 0) rate = fall / width;
    before = point;
  }
  return before.probability === 1 ? area : area + (1 - before.probability) / rate;
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
