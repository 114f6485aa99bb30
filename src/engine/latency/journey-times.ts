import type { JourneyLatency, JourneyTimes, LatencyVerdict } from '../../model/report.ts';
import type { ResolvedLatencyObjective } from '../../model/resolved.ts';
import { ofAll, type Computed, type JourneySum } from './journey-sum.ts';
import { secondsOf } from './seconds-of.ts';

/** What a journey's times are made from. `computed` is a finer and a coarser algebra. */
export interface JourneyAsked {
  readonly computed: readonly [Pick<Computed, 'algebra'>, Pick<Computed, 'algebra'>];
  readonly sum: JourneySum;
  /** The exact unavailability; null where it is out of reach. */
  readonly unavailability: number | null;
  readonly objective: ResolvedLatencyObjective | null;
  readonly within: readonly number[];
  readonly addedP99Seconds: number | null;
  readonly attempts: JourneyLatency['attempts'];
  readonly narrowing: boolean;
}

/** A quantile that misses its limit by less than one part in 10¹² keeps it. */
const ROUNDING = 1e-12;

/**
 * What is reported of a journey's times, from the sum over its states.
 *
 * Model: rule 11 of the scenario format. States that are not counted are taken to answer like those that are. Units: seconds,
 * probabilities. Errors: null where nothing is ever answered well. Accuracy: that of the algebra, and `remainder`.
 * Cost: a few readings. Source: docs/latency-maths.md.
 *
 * @example journeyTimes({ ...sampleAsked, unavailability: 0.5, within: [1] }).goodWithin // => [{ seconds: 1, probability: 0.5 }]
 */
export function journeyTimes(asked: JourneyAsked): JourneyTimes {
  const { computed, sum, unavailability, objective, addedP99Seconds, attempts, narrowing } = asked;
  const [fine, coarse] = computed;
  const { available, counted, remainder } = sum;
  const [good, coarseGood] = [sum.good[0]!, sum.good[1]!];
  const { failure, never, share } = ofAll(sum, unavailability);
  const limits = [...new Set([...(objective === null ? [] : [objective.limitSeconds]), ...asked.within])];
  const verdict = (): LatencyVerdict | null => {
    if (objective === null) return null;
    const { quantile, limitSeconds } = objective;
    const seconds = good.mass > 0 ? fine.algebra.quantile(good, quantile) : null;
    return { quantile, limitSeconds, seconds, met: seconds !== null && seconds <= limitSeconds * (1 + ROUNDING) };
  };
  return {
    latencySeconds: secondsOf(
      { algebra: fine.algebra, measure: good },
      { algebra: coarse.algebra, measure: coarseGood },
    ),
    success: available > 0 ? 1 - failure : null,
    goodWithin: limits
      .sort((a, b) => a - b)
      .map((seconds) => ({ seconds, probability: Math.min(1, share * fine.algebra.within(good, seconds)) })),
    latency: {
      failure,
      unavailability: never,
      objective: verdict(),
      addedP99Seconds,
      states: { counted, remainder, narrowing },
      attempts,
    },
  };
}
