import { atLeast } from '../numeric/poisson-binomial.ts';
import type { Algebra, Measure } from './algebra.ts';
import { failing, responseOf, sentTogether, type Response } from './response.ts';
import { stopsOf, type Stop } from './stream.ts';

/**
 * All at once: answered well at the k-th good answer, with an error once k can no longer come.
 *
 * Model: of m independent parts, success at the k-th success, error at the (m−k+1)-th error; fewer than k parts are an
 * error at once. Units: as `Response`. Errors: none. Accuracy: that of the algebra; the failure is a sum of positive terms.
 * Cost: k passes a part. Source: docs/latency-maths.md.
 *
 * @example race(sampleAlgebra, 1, [failing(sampleAlgebra, false), answering(sampleAlgebra, sampleAlgebra.at(1), 0.25)]).failure // => 0.25
 */
export function race(
  algebra: Algebra,
  needed: number,
  parts: readonly Response[],
  isCancelled?: readonly boolean[],
): Response {
  const spare = parts.length - needed;
  if (spare < 0) return failing(algebra, false);
  /** When the others alone decide it. */
  const decidedWithout = (part: number): readonly Stop[] => {
    const others = parts.toSpliced(part, 1);
    const good = algebra.kth(
      needed,
      others.map(({ success }) => success),
    );
    const error = algebra.kth(
      spare + 1,
      others.map((other) => other.error),
    );
    return stopsOf(algebra, algebra.either([good, error]));
  };
  const missing = (chance: (part: Response) => number): number => atLeast(parts.map(chance), spare + 1);
  const failure = (): number => missing((part) => part.failure);
  return responseOf({
    success: () =>
      algebra.kth(
        needed,
        parts.map(({ success }) => success),
      ),
    failure,
    never: () =>
      parts.some(({ never }) => never > 0) ? Math.max(0, failure() - missing((part) => part.failure - part.never)) : 0,
    error: () =>
      algebra.kth(
        spare + 1,
        parts.map(({ error }) => error),
      ),
    sends: () => sentTogether(parts, decidedWithout, isCancelled),
  });
}

/**
 * One after the other until one is answered well: the next once the one before has ended with an error and the gate has
 * switched over.
 *
 * Model: S = S₁ + E₁∗w∗S₂ + …; the parts are independent; no part at all is an error at once. Units: `over` is the
 * switch's time. Errors: none. Accuracy: that of the algebra; failures to rounding. Cost: two convolutions a part.
 * Source: docs/latency-maths.md.
 *
 * @example failover(sampleAlgebra, [answering(sampleAlgebra, sampleAlgebra.at(1), 0.1), answering(sampleAlgebra, sampleAlgebra.at(1), 0.1)], sampleAlgebra.at(0)).failure // => 0.01
 */
export function failover(algebra: Algebra, parts: readonly Response[], over: Measure): Response {
  const last = parts.at(-1);
  if (last === undefined) return failing(algebra, false);
  return parts
    .slice(0, -1)
    .reduceRight((next, part) => orElse(algebra, part, () => algebra.after(part.error, over), next), last);
}

/**
 * A part, and after its error another one.
 *
 * Model: S = S₁ + aE₁∗w∗S₂, E = (1 − a)E₁ + aE₁∗w∗E₂, with a the share of errors after which there is another one.
 * Units: `turned` is when it begins: aE₁∗w. Errors: none.
 * Accuracy: that of the algebra; failures to rounding. Cost: one convolution, two where the error is asked for.
 * Source: docs/latency-maths.md.
 *
 * @example orElse(sampleAlgebra, failing(sampleAlgebra, false), () => sampleAlgebra.at(2), answering(sampleAlgebra, sampleAlgebra.at(1), 0.1)).failure // => 0.1
 */
export function orElse(algebra: Algebra, part: Response, turned: () => Measure, next: Response, share = 1): Response {
  const erring = (): number => (part.failure - part.never) * share;
  const leftErring = (): number => (share < 1 ? (part.failure - part.never) * (1 - share) : 0);
  return responseOf({
    success: () =>
      erring() > 0 ? algebra.either([part.success, algebra.after(turned(), next.success)]) : part.success,
    failure: () => part.never + leftErring() + erring() * next.failure,
    never: () => part.never + erring() * next.never,
    error: () => {
      const later = erring() > 0 ? algebra.after(turned(), next.error) : algebra.never;
      return share < 1 ? algebra.either([algebra.scaled(part.error, 1 - share), later]) : later;
    },
    sends: () => ({
      parts: [
        [part, 1],
        [next, erring()],
      ],
      timed: () => [
        { response: part, count: 1 },
        ...(erring() > 0 ? [{ response: next, count: erring(), begins: turned() }] : []),
      ],
    }),
  });
}
