import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import type { Algebra, Measure } from './algebra.ts';
import { callAlone, withCall, type Asked } from './asked.ts';
import { createDesignLatency } from './design-latency.ts';
import type { Stretchable } from './scaled-design.ts';

/** Later than everything. */
const NO_CUT = 1e12;
/** What is late less often than this is in time. */
const NEVER_LATE = 1e-12;

/** A call that cuts: the share of the good answers that its timeout leaves, and its deadline; null where it has none. */
interface Cutting {
  readonly call: ResolvedCall;
  readonly byTimeout: number | null;
  readonly byDeadline: number | null;
}

/** One attempt before its timeout; a copy that would come after that does not. */
const uncut = ({ hedgeSeconds, timeoutSeconds }: ResolvedCall): Partial<ResolvedCall> => {
  const isLate = hedgeSeconds !== null && hedgeSeconds >= (timeoutSeconds ?? Number.POSITIVE_INFINITY);
  return { timeoutSeconds: null, deadlineSeconds: null, retries: 0, ...(isLate ? { hedgeSeconds: null } : {}) };
};

const leftBy = (algebra: Algebra, measure: Measure, seconds: number | null): number | null =>
  seconds === null || !(measure.mass > 0) ? null : algebra.within(measure, seconds) / measure.mass;

function cutAt(algebra: Algebra, measure: Measure, left: number): number {
  return left > 1 - NEVER_LATE ? NO_CUT : left > 0 ? algebra.quantile(measure, left) : 0;
}

/**
 * Makes stretched designs in which as many answers as before are in time at every timeout and deadline.
 *
 * Model: what a time adds to those requests that it belongs to, with their course as it was: good answers are cut where
 * the same share of them is left, in the order of their length, while what is late ends at the timeout. Units: as the
 * design. Errors: none. Accuracy: exact to first order in what is
 * stretched, where branches behind a retry are alike. Cost: one evaluation for each call that cuts, and one more for
 * each of those above what is stretched. Source: L. J. Hong, G. Liu, Management Science 55 (2009), on pathwise derivatives.
 *
 * @example finished(finished(keepingCuts({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }))({ of: { component: 'app' }, place: 2, call: null, stretched: () => samples.checkout.designs[0] }, 1)) === samples.checkout.designs[0] // => true
 */
export function* keepingCuts(
  asked: Asked,
): Generator<unknown, (part: Stretchable, factor: number) => Generator<unknown, ResolvedDesign>> {
  const { design, algebra, cache } = asked;
  const { calls, order } = createDesignLatency(design, algebra, cache);
  const cutting: Cutting[] = [];
  for (const call of order.flatMap((place) => calls[place]!)) {
    const { timeoutSeconds, deadlineSeconds } = call;
    if (timeoutSeconds === null && deadlineSeconds === null) continue;
    const attempt = yield* callAlone(asked, call, uncut(call));
    const all = yield* callAlone(asked, call, { deadlineSeconds: null });
    const byTimeout = leftBy(algebra, attempt.success, timeoutSeconds);
    cutting.push({ call, byTimeout, byDeadline: leftBy(algebra, all.success, deadlineSeconds) });
  }
  const below = new Map<ResolvedCall, Set<number>>();
  for (const { call } of cutting) {
    const reached = new Set([call.to]);
    for (const place of reached) for (const { to } of calls[place]!) reached.add(to);
    below.set(call, reached);
  }
  return function* (part, factor) {
    let stretched = part.stretched(factor);
    for (const { call, byTimeout, byDeadline } of cutting) {
      if (part.call !== call && !below.get(call)!.has(part.place)) continue;
      const now = (): ResolvedCall => stretched.calls.find(({ id }) => id === call.id)!;
      const alone = (change: Partial<ResolvedCall>) => callAlone({ ...asked, design: stretched }, now(), change);
      if (byTimeout !== null) {
        const { success } = yield* alone(uncut(call));
        stretched = withCall(stretched, now(), { timeoutCutSeconds: cutAt(algebra, success, byTimeout) });
      }
      if (byDeadline !== null) {
        const { success } = yield* alone({ deadlineSeconds: null });
        stretched = withCall(stretched, now(), { deadlineCutSeconds: cutAt(algebra, success, byDeadline) });
      }
    }
    return stretched;
  };
}
