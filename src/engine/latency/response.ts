import { anyOf, anyOfSame } from '../numeric/any-of.ts';
import type { Algebra, Measure } from './algebra.ts';
import { stopsOf, type Stop } from './stream.ts';

/** What is sent for one request: so many along a call, and what each of several responses sends, as often as it is expected. */
export interface Sends {
  readonly along?: readonly [call: string, count: number];
  readonly parts: readonly (readonly [Response, number])[];
  /** The same by when it begins and is given up, where that is not all at once and never. */
  readonly timed?: () => readonly SentPart[];
}

/** Something that is sent for a request, which may be given up while it runs. */
export interface SentPart {
  readonly response: Response;
  /** How often it is to be expected. */
  readonly count: number;
  /** When it begins, with a mass of `count`; at once where it is absent. */
  readonly begins?: Measure;
  /** When it is given up though the request goes on; never where it is absent. Its counts are chances, at most 1 in all. */
  readonly until?: () => readonly Stop[];
  /** It runs to its end whatever becomes of the request. */
  readonly apart?: boolean;
}

/** How one request is answered, given what is down. What is neither answered well nor with an error never ends. */
export interface Response {
  readonly success: Measure;
  readonly error: Measure;
  /** 1 − the mass of `success`, and 1 − that of both, each with all its digits. */
  readonly failure: number;
  readonly never: number;
  readonly sends: Sends;
}

/** What a response is made from. */
export type Making = { readonly [Part in keyof Response]: () => Response[Part] };

const NO_SENDS: Sends = { parts: [] };

/**
 * A response each part of which is computed when it is first asked for, and once.
 *
 * Model: docs/latency-maths.md. Units: chances in [0, 1]. Errors: none. Accuracy: exact. Cost: constant.
 * Source: none needed.
 *
 * @example responseOf({ ...sampleMaking, failure: () => 0.25 }).failure // => 0.25
 */
export function responseOf(making: Making): Response {
  return new MadeResponse(making);
}

class MadeResponse implements Response {
  readonly #making: Making;
  #success: Measure | undefined;
  #error: Measure | undefined;
  #failure: number | undefined;
  #never: number | undefined;
  #sends: Sends | undefined;

  constructor(making: Making) {
    this.#making = making;
  }

  get success(): Measure {
    return (this.#success ??= this.#making.success());
  }

  get error(): Measure {
    return (this.#error ??= this.#making.error());
  }

  get failure(): number {
    return (this.#failure ??= this.#making.failure());
  }

  get never(): number {
    return (this.#never ??= this.#making.never());
  }

  get sends(): Sends {
    return (this.#sends ??= this.#making.sends());
  }
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
    success: () => (errors > 0 ? algebra.scaled(time, 1 - errors) : time),
    failure: () => errors,
    never: () => 0,
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
    success: () => algebra.never,
    failure: () => 1,
    never: () => (hangs ? 1 : 0),
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
  return responseOf({
    success: () => algebra.after(first.success, second.success),
    failure: () => first.failure + (1 - first.failure) * second.failure,
    never: () => first.never + (1 - first.failure) * second.never,
    error: () => algebra.either([first.error, algebra.after(first.success, second.error)]),
    sends: () => ({
      parts: [
        [first, 1],
        [second, 1 - first.failure],
      ],
      timed: () => [
        { response: first, count: 1 },
        { response: second, count: 1 - first.failure, begins: first.success },
      ],
    }),
  });
}

/**
 * What is sent for parts that all begin at once.
 *
 * Model: a part that is cancelled is given up when `decidedWithout` says that the others have settled it; the rest runs to its end.
 * Units: places of the parts. Errors: none. Accuracy: that of the stops. Cost: none before it is asked for. Source: docs/load-maths.md.
 *
 * @example sentTogether([failing(sampleAlgebra, true)], () => []).parts[0][1] // => 1
 */
export const sentTogether = (
  parts: readonly Response[],
  decidedWithout: (part: number) => readonly Stop[],
  isCancelled?: readonly boolean[],
): Sends => ({
  parts: parts.map((part) => [part, 1]),
  timed: () =>
    parts.map((response, part) =>
      isCancelled?.[part] === true ? { response, count: 1, until: () => decidedWithout(part) } : { response, count: 1 },
    ),
});

/**
 * All together: answered well once all are, with an error at the first error.
 *
 * Model: F_S = ∏F_Sᵢ, F_E = 1 − ∏(1 − F_Eᵢ); the parts are independent. Units: as `Response`. Domain: at least one part.
 * Errors: none. Accuracy: that of the algebra; failures to rounding. Cost: one pass a part.
 * Source: docs/latency-maths.md.
 *
 * @example allOf(sampleAlgebra, [answering(sampleAlgebra, sampleAlgebra.at(1), 0.1), answering(sampleAlgebra, sampleAlgebra.at(1), 0.2)]).failure // => 0.28
 */
export function allOf(algebra: Algebra, parts: readonly Response[], isCancelled?: readonly boolean[]): Response {
  if (parts.length === 1) return parts[0]!;
  const errorBeside = (part: number): readonly Stop[] => {
    const errors = parts.flatMap(({ error }, place) => (place === part ? [] : [error]));
    return stopsOf(algebra, algebra.kth(1, errors));
  };
  return responseOf({
    success: () =>
      algebra.kth(
        parts.length,
        parts.map(({ success }) => success),
      ),
    failure: () => anyOf(parts.map(({ failure }) => failure)),
    never: () => (1 - anyOf(parts.map(({ failure, never }) => failure - never))) * anyOf(parts.map(neverUnlessError)),
    error: () =>
      algebra.kth(
        1,
        parts.map(({ error }) => error),
      ),
    sends: () => sentTogether(parts, errorBeside, isCancelled),
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
export function alike(
  algebra: Algebra,
  part: Response,
  count: number,
  sequential: boolean,
  isCancelled = false,
): Response {
  if (count === 1) return part;
  if (sequential) {
    const half = alike(algebra, part, count >> 1, true);
    const both = inTurn(algebra, half, half);
    return count % 2 === 0 ? both : inTurn(algebra, both, part);
  }
  return responseOf({
    success: () => algebra.kthOfSame(count, part.success, count),
    failure: () => anyOfSame(part.failure, count),
    never: () => (1 - anyOfSame(part.failure - part.never, count)) * anyOfSame(neverUnlessError(part), count),
    error: () => algebra.kthOfSame(1, part.error, count),
    sends: () => ({
      parts: [[part, count]],
      timed: () => [
        isCancelled
          ? { response: part, count, until: () => stopsOf(algebra, algebra.kthOfSame(1, part.error, count - 1)) }
          : { response: part, count },
      ],
    }),
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
    success: () => mixed(({ success }) => success),
    failure: () => sum(({ failure }) => failure),
    never: () => sum(({ never }) => never),
    error: () => mixed(({ error }) => error),
    sends: () => ({ parts: choices.map(({ weight, response }) => [response, weight]) }),
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
    success: () => (response.failure > 0 ? algebra.either([response.success, response.error]) : response.success),
    failure: () => response.never,
    never: () => response.never,
    error: () => algebra.never,
    sends: () => response.sends,
  });
}

/**
 * What is waited for, all together, beside what is only sent.
 *
 * Model: rule 5 of the scenario format, asynchronous calls; nothing waited for is over at once. Units: as `Response`.
 * Errors: none. Accuracy: that of `allOf`. Cost: that of `allOf`. Source: docs/latency-maths.md.
 *
 * @example beside(sampleAlgebra, [], [failing(sampleAlgebra, true)]).failure // => 0
 */
export function beside(
  algebra: Algebra,
  waited: readonly Response[],
  sent: readonly Response[],
  isCancelled?: readonly boolean[],
): Response {
  const all = waited.length === 0 ? answering(algebra, algebra.at(0)) : allOf(algebra, waited, isCancelled);
  if (sent.length === 0) return all;
  return responseOf({
    success: () => all.success,
    failure: () => all.failure,
    never: () => all.never,
    error: () => all.error,
    sends: () => ({
      parts: [all, ...sent].map((part) => [part, 1]),
      timed: () => [{ response: all, count: 1 }, ...sent.map((response) => ({ response, count: 1, apart: true }))],
    }),
  });
}
