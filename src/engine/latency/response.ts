import { anyOf, anyOfSame } from '../numeric/any-of.ts';
import type { Algebra, Measure } from './algebra.ts';

/** By call id: how many requests are to be expected along it. */
export type Sends = ReadonlyMap<string, number>;

/** How one request is answered, given what is down. What is neither answered well nor with an error never ends. */
export interface Response {
  readonly success: Measure;
  readonly error: Measure;
  /** 1 − the mass of `success`, and 1 − that of both, each with all its digits. */
  readonly failure: number;
  readonly never: number;
  readonly sends: Sends;
}

/** What a response is made from: its error and its sends only where somebody asks for them. */
export interface Making {
  readonly success: Measure;
  readonly failure: number;
  readonly never: number;
  readonly error: () => Measure;
  readonly sends: () => Sends;
}

export const NO_SENDS: Sends = new Map();

/**
 * A response whose error and sends are computed when they are first asked for, and once.
 *
 * Model: docs/latency-maths.md. Units: chances in [0, 1]. Errors: none. Accuracy: exact. Cost: constant.
 * Source: none needed.
 *
 * @example responseOf({ ...sampleMaking, failure: 0.25 }).failure // => 0.25
 */
export function responseOf({ success, failure, never, error, sends }: Making): Response {
  let knownError: Measure | undefined;
  let knownSends: Sends | undefined;
  return {
    success,
    failure,
    never,
    get error() {
      return (knownError ??= error());
    },
    get sends() {
      return (knownSends ??= sends());
    },
  };
}

/**
 * The expected requests of several parts, each of which is reached with a chance.
 *
 * Model: expectations add. Units: requests by call id; chances or counts. Errors: none. Accuracy: rounding.
 * Cost: linear. Source: rule 12 of the scenario format.
 *
 * @example [...sentBy([[new Map([['a', 2]]), 0.5], [new Map([['a', 1]]), 1]])] // => [['a', 2]]
 */
export function sentBy(parts: readonly (readonly [Sends, number])[]): Sends {
  const sum = new Map<string, number>();
  for (const [sends, factor] of parts) {
    if (factor > 0) for (const [call, count] of sends) sum.set(call, (sum.get(call) ?? 0) + factor * count);
  }
  return sum;
}

/**
 * A time that is always answered, well or by chance with an error.
 *
 * Model: rule 2 of the scenario format. Units: `errors` in [0, 1]. Errors: none. Accuracy: that of the measure.
 * Cost: one pass. Source: docs/latency-maths.md.
 *
 * @example answering(sampleAlgebra, sampleAlgebra.at(0.04), 0.25).failure // => 0.25
 */
export function answering(algebra: Algebra, time: Measure, errors = 0): Response {
  return responseOf({
    success: errors > 0 ? algebra.scaled(time, 1 - errors) : time,
    failure: errors,
    never: 0,
    error: () => (errors > 0 ? algebra.scaled(time, errors) : algebra.never),
    sends: () => NO_SENDS,
  });
}

/**
 * An answer that is an error at once, or that never comes: what is down gives it.
 *
 * Model: rule 6 of the scenario format. Units: none. Errors: none. Accuracy: exact. Cost: constant.
 * Source: docs/latency-maths.md.
 *
 * @example failing(sampleAlgebra, true).never // => 1
 */
export function failing(algebra: Algebra, hangs: boolean): Response {
  return responseOf({
    success: algebra.never,
    failure: 1,
    never: hangs ? 1 : 0,
    error: () => (hangs ? algebra.never : algebra.at(0)),
    sends: () => NO_SENDS,
  });
}

/**
 * One after the other: the second only once the first has been answered well.
 *
 * Model: S = S₁∗S₂, E = E₁ + S₁∗E₂. Units: as `Response`. Errors: none. Accuracy: that of the algebra; failures to rounding.
 * Cost: one convolution, two where the error is asked for. Source: docs/latency-maths.md.
 *
 * @example inTurn(sampleAlgebra, answering(sampleAlgebra, sampleAlgebra.at(1), 0.1), answering(sampleAlgebra, sampleAlgebra.at(1), 0.2)).failure // => 0.28
 */
export function inTurn(algebra: Algebra, first: Response, second: Response): Response {
  const reached = 1 - first.failure;
  return responseOf({
    success: algebra.after(first.success, second.success),
    failure: first.failure + reached * second.failure,
    never: first.never + reached * second.never,
    error: () => algebra.either([first.error, algebra.after(first.success, second.error)]),
    sends: () =>
      sentBy([
        [first.sends, 1],
        [second.sends, reached],
      ]),
  });
}

/**
 * All together: answered well once all are, with an error at the first error.
 *
 * Model: F_S = ∏F_Sᵢ, F_E = 1 − ∏(1 − F_Eᵢ); the parts are independent. Units: as `Response`. Domain: at least one part.
 * Errors: none. Accuracy: that of the algebra; failures to rounding. Cost: one pass a part.
 * Source: docs/latency-maths.md.
 *
 * @example allOf(sampleAlgebra, [answering(sampleAlgebra, sampleAlgebra.at(1), 0.1), answering(sampleAlgebra, sampleAlgebra.at(1), 0.2)]).failure // => 0.28
 */
export function allOf(algebra: Algebra, parts: readonly Response[]): Response {
  if (parts.length === 1) return parts[0]!;
  const erring = anyOf(parts.map(({ failure, never }) => failure - never));
  return responseOf({
    success: algebra.kth(
      parts.length,
      parts.map(({ success }) => success),
    ),
    failure: anyOf(parts.map(({ failure }) => failure)),
    never: (1 - erring) * anyOf(parts.map(neverUnlessError)),
    error: () =>
      algebra.kth(
        1,
        parts.map(({ error }) => error),
      ),
    sends: () => sentBy(parts.map(({ sends }) => [sends, 1])),
  });
}

/** That it never ends, given that it does not end with an error. */
const neverUnlessError = ({ failure, never }: Response): number => (never > 0 ? never / (1 - (failure - never)) : 0);

/**
 * The same part N times, all together or one after the other.
 *
 * Model: as `allOf` and `inTurn`. Units: whole N ≥ 1. Errors: none. Accuracy: as those. Cost: one pass together, log N
 * convolutions one by one. Source: docs/latency-maths.md.
 *
 * @example alike(sampleAlgebra, answering(sampleAlgebra, sampleAlgebra.at(1), 0.1), 2, false).failure // => 0.19
 */
export function alike(algebra: Algebra, part: Response, count: number, sequential: boolean): Response {
  if (count === 1) return part;
  if (sequential) {
    const half = alike(algebra, part, count >> 1, true);
    const both = inTurn(algebra, half, half);
    return count % 2 === 0 ? both : inTurn(algebra, both, part);
  }
  const { failure, never } = part;
  return responseOf({
    success: algebra.kthOfSame(count, part.success, count),
    failure: anyOfSame(failure, count),
    never: (1 - anyOfSame(failure - never, count)) * anyOfSame(neverUnlessError(part), count),
    error: () => algebra.kthOfSame(1, part.error, count),
    sends: () => sentBy([[part.sends, count]]),
  });
}

/**
 * One of several by chance.
 *
 * Model: a weighted sum. Units: weights that add up to 1. Errors: none. Accuracy: rounding. Cost: one pass a part.
 * Source: docs/latency-maths.md.
 *
 * @example oneOf(sampleAlgebra, [{ weight: 0.5, response: failing(sampleAlgebra, true) }, { weight: 0.5, response: failing(sampleAlgebra, false) }]).never // => 0.5
 */
export function oneOf(
  algebra: Algebra,
  choices: readonly { readonly weight: number; readonly response: Response }[],
): Response {
  const first = choices[0]!.response;
  if (choices.every(({ response }) => response === first)) return first;
  const sum = (of: (response: Response) => number): number =>
    choices.reduce((total, { weight, response }) => total + weight * of(response), 0);
  const mixed = (of: (response: Response) => Measure): Measure =>
    algebra.either(choices.map(({ weight, response }) => algebra.scaled(of(response), weight)));
  return responseOf({
    success: mixed(({ success }) => success),
    failure: sum(({ failure }) => failure),
    never: sum(({ never }) => never),
    error: () => mixed(({ error }) => error),
    sends: () => sentBy(choices.map(({ weight, response }) => [response.sends, weight])),
  });
}

/**
 * What is waited for without minding how it ends.
 *
 * Model: rule 2 of the scenario format, optional calls. Units: as `Response`. Errors: none. Accuracy: rounding.
 * Cost: one pass. Source: docs/latency-maths.md.
 *
 * @example ended(sampleAlgebra, failing(sampleAlgebra, false)).failure // => 0
 */
export function ended(algebra: Algebra, response: Response): Response {
  return responseOf({
    success: response.failure > 0 ? algebra.either([response.success, response.error]) : response.success,
    failure: response.never,
    never: response.never,
    error: () => algebra.never,
    sends: () => response.sends,
  });
}
