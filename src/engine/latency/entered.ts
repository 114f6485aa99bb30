import type { Waiting } from '../../model/resolved-load.ts';
import type { Algebra } from './algebra.ts';
import { answering, inTurn, responseOf, type Response } from './response.ts';
import { single, type Variants } from './variants.ts';

/** Getting a worker: an error at once where the queue is full. */
function entry(algebra: Algebra, { wait, shed }: Waiting): Response {
  const waited = algebra.of(wait);
  if (shed === 0) return answering(algebra, waited);
  return responseOf({
    success: () => algebra.scaled(waited, 1 - shed),
    failure: () => shed,
    never: () => 0,
    error: () => algebra.at(0, shed),
    sends: () => ({ parts: [] }),
  });
}

/** The first of two to get a worker, of which the second asks later; that cancels the other. */
function firstOfTwo(algebra: Algebra, one: Response, delaySeconds: number): Response {
  const delay = algebra.at(delaySeconds);
  return responseOf({
    success: () => algebra.kth(1, [one.success, algebra.after(delay, one.success)]),
    failure: () => one.failure ** 2,
    never: () => 0,
    error: () => algebra.kth(2, [one.error, algebra.after(delay, one.error)]),
    sends: () => one.sends,
  });
}

/**
 * A visit from when it arrives, by the visit from when it has a worker.
 *
 * Model: rules 2 and 3 of the scenario format: turned away at once with a chance, else the wait and then the visit. Tied
 * copies both wait, and the first to start cancels the other. Where more comes than can be worked off nobody is answered,
 * while the workers go on with those who came first: all but a share of `shed` begin in the end. Units: seconds,
 * chances; `copySeconds` is when the tied copy is sent. Errors: none. Accuracy: that of the algebra. Cost: one convolution, two where the error is asked for.
 * Source: docs/load-maths.md.
 *
 * @example entered(sampleAlgebra, single(answering(sampleAlgebra, sampleAlgebra.at(1))), { wait: { of: 'constant', seconds: 1 }, shed: 0.25, unstable: false }, null).list[0].response.failure // => 0.25
 */
export function entered(
  algebra: Algebra,
  begun: Variants,
  waiting: Waiting | null,
  copySeconds: number | null,
): Variants {
  if (waiting === null) return begun;
  const { list, merged } = begun;
  if (waiting.unstable)
    return single(
      responseOf({
        success: () => algebra.never,
        failure: () => 1,
        never: () => 1,
        error: () => algebra.never,
        sends: () => {
          const parts = list.map(({ weight, response }) => [response, weight * (1 - waiting.shed)] as const);
          // Who is given up is so before it has a worker.
          const timed = () => parts.map(([response, count]) => ({ response, count, begins: algebra.never }));
          return { parts, timed };
        },
      }),
    );
  const one = entry(algebra, waiting);
  const first = copySeconds === null ? one : firstOfTwo(algebra, one, copySeconds);
  return {
    list: list.map(({ weight, response }) => ({ weight, response: inTurn(algebra, first, response) })),
    merged,
  };
}
