import {
  QUANTILES,
  type GoodWithin,
  type JourneyLatency,
  type JourneyTimes,
  type LatencyVerdict,
  type QuantileName,
  type Span,
} from '../model/report.ts';
import { availabilityShortText, availabilityText, countText, percentText, timeText, timeTextTo } from './numbers.ts';
import { trimmed } from './rounding.ts';

/** From the middle to the tail. */
export const QUANTILE_NAMES = Object.keys(QUANTILES) as readonly QuantileName[];

/** How one step of a request ends. */
export const OUTCOME_LABELS: Readonly<Record<Span['outcome'], string>> = {
  good: 'answered',
  error: 'error',
  timeout: 'timed out',
  abandoned: 'given up',
};

/** 0.999 -> "p99.9". */
export const quantileLabel = (quantile: number): string => `p${trimmed(100 * quantile, 8)}`;

/** 0.99 -> "99 of 100", 0.9 -> "9 of 10", 0.5 -> "half". */
export function outOf(quantile: number): string {
  if (quantile === 0.5) return 'half';
  const among = [10, 100, 1000, 10_000].find(
    (count) => Math.abs(quantile * count - Math.round(quantile * count)) < 1e-9,
  );
  if (among === undefined) return percentText(quantile);
  return `${countText(Math.round(quantile * among))} of ${countText(among)}`;
}

/** How long an answer takes: "212 ms"; "infinite" where there is none. */
export const latencyText = (seconds: number | null): string => (seconds === null ? 'infinite' : timeText(seconds));

/** On an axis of times, whose numbers are round in seconds: "100 s", not "1.67 min". */
export const tickText = (seconds: number): string =>
  seconds >= 59.95 && seconds < 1e5 ? `${countText(Math.round(seconds))} s` : timeText(seconds);

/** Below this, in seconds, an error is not told apart: nobody measures an answer that finely. */
const FINEST_ERROR = 1e-6;

/**
 * How far a figure may be off by the numerical method, rounded up: "± 0.05 ms", "± 0.001 ms", "exact"; empty where there
 * is no figure.
 */
export function errorText(error: number | null): string {
  if (error === null) return '';
  if (error === 0) return 'exact';
  const most = Math.max(error, FINEST_ERROR);
  const unit = 10 ** (Math.floor(Math.log10(most)) - 1);
  const up = Math.ceil(most / unit - 1e-9) * unit;
  return `± ${up < 1 ? `${trimmed(1000 * up, 2)} ms` : timeTextTo(up, 2)}`;
}

/** "meets 250 ms", "misses 250 ms". */
export const latencyVerdictText = ({ met, limitSeconds }: LatencyVerdict): string =>
  `${met ? 'meets' : 'misses'} ${timeText(limitSeconds)}`;

/** The share of the requests that meet no outage which are answered well; rounds down. */
export const successText = ({ failure }: Pick<JourneyLatency, 'failure'>): string => availabilityText(failure);

/** A share of requests, rounded down: "99.3 %". What is missing is taken for what it is without the last bits of the share. */
export const shareText = (share: number): string => availabilityShortText(Math.round((1 - share) * 1e14) / 1e14);

/** "99.3 % good within 250 ms". */
export const goodWithinText = (good: GoodWithin): string =>
  `${shareText(good.probability)} good within ${timeText(good.seconds)}`;

/** The share within the limit that was promised; undefined where none was. */
export const promisedWithin = ({ goodWithin, latency }: JourneyTimes): GoodWithin | undefined =>
  goodWithin.find(({ seconds }) => seconds === latency?.objective?.limitSeconds);

/** At the line of a limit: "limit 250 ms" of the promise, "asked 300 ms" of another beside it. */
export function limitText(seconds: number, { latency }: JourneyTimes): string {
  const promised = latency?.objective?.limitSeconds ?? seconds;
  return `${seconds === promised ? 'limit' : 'asked'} ${timeText(seconds)}`;
}

/** The figure of a journey that stands for how long it takes: the quantile that was promised, else p99. */
export function leadingQuantile({ latencySeconds, latency }: JourneyTimes): {
  readonly quantile: number;
  readonly seconds: number | null;
} {
  const objective = latency?.objective ?? null;
  return objective ?? { quantile: QUANTILES.p99, seconds: latencySeconds?.p99 ?? null };
}

/** "p99 212 ms". */
export function leadingText(times: JourneyTimes): string {
  const { quantile, seconds } = leadingQuantile(times);
  return `${quantileLabel(quantile)} ${latencyText(seconds)}`;
}

/** What is added to it in small: "p50 31 ms · 99.3 % in time". */
export function besideLeading(times: JourneyTimes): string {
  const good = promisedWithin(times);
  const half = `p50 ${latencyText(times.latencySeconds?.p50 ?? null)}`;
  return good === undefined ? half : `${half} · ${shareText(good.probability)} in time`;
}

/** 0.001 -> "1 in 1,000". */
export const oneInText = (chance: number): string =>
  chance >= 1 ? 'all' : `1 in ${countText(Math.round(1 / chance))}`;

/** Said below the steps of a request that are drawn: "and 87 more steps". */
export const moreSpans = (count: number): string => (count === 1 ? 'and one more' : `and ${countText(count)} more`);
