import type { JourneyLatency, JourneyTimes, LatencySeconds } from '../../src/model/report.ts';

/** The two speeds: 95 % at 10 ms, 5 % at 200 ms. Its quantiles are its atoms, so that nothing is off. */
export const TWO_SPEEDS: LatencySeconds = {
  p50: 0.01,
  p90: 0.01,
  p95: 0.01,
  p99: 0.2,
  p999: 0.2,
  p9999: 0.2,
  mean: 0.0195,
  numericalError: { p50: 0, p90: 0, p95: 0, p99: 0, p999: 0, p9999: 0, mean: 0 },
};

interface Given {
  readonly latencySeconds?: LatencySeconds | null;
  readonly goodWithin?: JourneyTimes['goodWithin'];
  readonly latency?: Partial<JourneyLatency>;
}

/** A journey's times: the two speeds without errors or promises, but for what is given. */
export const timesOf = ({ latencySeconds = TWO_SPEEDS, goodWithin = [], latency = {} }: Given = {}): JourneyTimes => ({
  latencySeconds,
  success: 1 - (latency.failure ?? 0),
  goodWithin,
  latency: {
    failure: 0,
    unavailability: 0,
    objective: null,
    addedP99Seconds: TWO_SPEEDS.p99,
    states: { counted: 1, remainder: 0, narrowing: false },
    attempts: {},
    ...latency,
  },
});

/** 99 % promised within so many seconds. */
export const promised = (limitSeconds: number, seconds = 0.2) => ({
  quantile: 0.99,
  limitSeconds,
  seconds,
  met: seconds <= limitSeconds,
});
