/**
 * How long something takes, as numbers. `{p50, p99}` has become a lognormal, Erlang a gamma of whole shape, a mixture's
 * weights add up to 1, and parts of weight 0 are gone.
 */
export type ResolvedTime =
  | { readonly of: 'constant'; readonly seconds: number }
  | { readonly of: 'exponential'; readonly meanSeconds: number }
  | { readonly of: 'gamma'; readonly meanSeconds: number; readonly shape: number }
  | { readonly of: 'weibull'; readonly scaleSeconds: number; readonly shape: number }
  | { readonly of: 'lognormal'; readonly medianSeconds: number; readonly sigma: number }
  | { readonly of: 'pareto'; readonly scaleSeconds: number; readonly alpha: number }
  | { readonly of: 'mixture'; readonly parts: readonly { readonly weight: number; readonly time: ResolvedTime }[] }
  /** Measured quantiles, rising in both; what lies between and beyond them is said in docs/latency-maths.md. */
  | { readonly of: 'quantiles'; readonly points: readonly { readonly probability: number; readonly seconds: number }[] }
  /** Measured times, rising, each as likely as the other. */
  | { readonly of: 'samples'; readonly seconds: readonly number[] };

export const NO_TIME: ResolvedTime = { of: 'constant', seconds: 0 };

/** What one retry waits before it is made: `first`, then `factor` times as long each, at most `max`. */
export interface ResolvedBackoff {
  readonly firstSeconds: number;
  readonly factor: number;
  /** Infinity where there is no limit. */
  readonly maxSeconds: number;
  /** Whether each wait is drawn evenly from 0 to its length. */
  readonly jitter: boolean;
}

export const NO_BACKOFF: ResolvedBackoff = {
  firstSeconds: 0,
  factor: 1,
  maxSeconds: Number.POSITIVE_INFINITY,
  jitter: false,
};

/** How a call is timed where nothing is written: at once, one attempt, waited for. */
export const PLAIN_TIMING = {
  sequential: false,
  network: NO_TIME,
  timeoutSeconds: null,
  deadlineSeconds: null,
  retries: 0,
  backoff: NO_BACKOFF,
  hedgeSeconds: null,
  tied: false,
  cancel: false,
} as const;
