import type {
  DrawnRequest,
  FanOutLatencyCurve,
  HedgeCurve,
  JourneyTimes,
  Span,
  TailShares,
  TimeoutCurve,
  WithinCurve,
} from '../../model/report.ts';
import { QUANTILES } from '../../model/report.ts';
import type { Design } from '../../model/scenario.ts';
import { latencyText, OUTCOME_LABELS, quantileLabel, shareText, tickText } from '../../words/latency.ts';
import { retriesText, spentOn, spentOnShort } from '../../words/latency-titles.ts';
import {
  availabilityShortText,
  chanceText,
  countText,
  percentText,
  sharesText,
  timeText,
  timeTextTo,
} from '../../words/numbers.ts';
import type { ChartTable } from './ChartFrame.tsx';
import type { Axis, CurveDot, CurveLine } from './curve.ts';
import { evenTicks, heightAt, logTicks, stepAbove, stepBelow } from './time-axis.ts';
import { roundEnd } from '../ui/round-end.ts';

// Answers about times in the shape that charts draw: rows and texts, never a new quantity.

type Point = WithinCurve['points'][number];

const known = (points: readonly Point[]): readonly Point[] => points.filter(({ seconds }) => seconds > 0);

interface Side {
  readonly name: string;
  readonly curve: WithinCurve;
}

/** A line of a curve: how many are within t, or still not. */
export const shareLine = (
  curve: WithinCurve,
  of: 'within' | 'beyond',
  key: string,
  look: CurveLine['look'],
): CurveLine => ({
  key,
  look,
  points: known(curve.points).map((point) => ({ x: point.seconds, y: point[of] })),
});

/** Where an axis of times begins and ends that shows nearly all of some curves: of none, whatever comes makes it wider. */
export function timeRange(sides: readonly Side[], least: number, most: number): readonly [from: number, to: number] {
  const from = sides.map(({ curve: { points } }) => known(points).find(({ within }) => within > least)?.seconds ?? 1);
  const to = sides.map(({ curve: { points } }) => {
    const all = known(points);
    const never = all.at(-1)?.beyond ?? 0;
    return all.find(({ beyond }) => beyond - never <= most)?.seconds ?? all.at(-1)?.seconds ?? 1;
  });
  return [Math.min(...from), Math.max(0, ...to)];
}

/** An axis of times between two of 1, 2, 5, 10 …, or from 0 on. */
export function timeAxis(scale: Axis['scale'], from: number, to: number, name = 'time'): Axis {
  if (scale === 'linear') {
    const end = roundEnd(to);
    return { scale, domain: [0, end], ticks: evenTicks(end), text: tickText, name };
  }
  const domain: Axis['domain'] = [stepBelow(0.9 * from), stepAbove(to)];
  return { scale, domain, ticks: logTicks(...domain), text: tickText, name: `${name}, log scale` };
}

/** What an axis of shares has, whatever it is called. */
export const SHARES = { scale: 'linear', domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] } as const;

/** The quantiles of good answers that are marked on a curve, those of one time at one dot. */
export function quantileDots(
  { latencySeconds }: JourneyTimes,
  line: CurveLine | undefined,
  names: readonly (keyof typeof QUANTILES)[],
): CurveDot[] {
  const at = new Map<number, string[]>();
  for (const name of names) {
    const seconds = latencySeconds?.[name] ?? 0;
    if (seconds > 0) at.set(seconds, [...(at.get(seconds) ?? []), quantileLabel(QUANTILES[name])]);
  }
  if (line === undefined) return [];
  return Array.from(at, ([seconds, labels]) => ({
    x: seconds,
    y: heightAt(line.points, seconds),
    text: `${labels.join(', ')} ${timeText(seconds)}`,
  }));
}

/** Both designs' shares at the times of the first, thinned to what can be read. */
export function withinTable(sides: readonly Side[]): ChartTable {
  const [first] = sides;
  const all = first === undefined ? [] : known(first.curve.points);
  const every = Math.max(1, Math.ceil(all.length / MOST_ROWS));
  const rows = all.filter((_, place) => place % every === 0 || place === all.length - 1);
  const lines = sides.map(({ curve }) => shareLine(curve, 'beyond', '', 'line'));
  return {
    columns: ['Time', ...sides.flatMap(({ name }) => [`${name}: within`, `${name}: longer`])],
    rows: rows.map(({ seconds }) => [
      timeTextTo(seconds, 4),
      ...lines
        .map((line) => heightAt(line.points, seconds))
        .flatMap((beyond) => [availabilityShortText(beyond), chanceText(beyond)]),
    ]),
  };
}

const MOST_ROWS = 40;

// ---------------------------------------------------------------- what a call's timing does

export const fanOutLatencyTable = ({ points }: FanOutLatencyCurve): ChartTable => ({
  columns: ['Answers', 'p50', 'p99', 'Wait for a slow one'],
  rows: points.map(({ callees, p50, p99, slow }) => [
    countText(callees),
    latencyText(p50),
    latencyText(p99),
    percentText(slow),
  ]),
});

export const hedgeTable = ({ points }: HedgeCurve): ChartTable => ({
  columns: ['Hedge after', 'p99', 'More calls'],
  rows: points.map(({ delaySeconds, p99, extraLoad }) => [
    timeText(delaySeconds),
    latencyText(p99),
    percentText(extraLoad),
  ]),
});

export const timeoutTable = ({ lines }: TimeoutCurve): ChartTable => ({
  columns: [
    'Timeout',
    ...lines.flatMap(({ retries }) => [`p99, ${retriesText(retries)}`, `Success, ${retriesText(retries)}`]),
  ],
  rows: (lines[0]?.points ?? []).map(({ timeoutSeconds }, place) => [
    timeText(timeoutSeconds),
    ...lines.flatMap(({ points }) => {
      const point = points[place];
      return [latencyText(point?.p99 ?? null), shareText(point?.success ?? 0)];
    }),
  ]),
});

/** From the lowest to the highest of some values above 0; one of each where there are none. */
export function ends(values: readonly (number | null)[]): readonly [low: number, high: number] {
  const positive = values.filter((value) => value !== null && value > 0) as number[];
  return positive.length === 0 ? [1, 1] : [Math.min(...positive), Math.max(...positive)];
}

/** The highest of some values; 0 where none is known yet, so that an axis grows to the first at once. */
export const highest = (values: readonly (number | null)[]): number =>
  Math.max(0, ...values.map((value) => value ?? 0));

// ---------------------------------------------------------------- where the tail comes from

export interface TailBar {
  readonly key: string;
  readonly name: string;
  /** Where there is little room. */
  readonly short: string;
  readonly component: string | null;
  readonly mean: number;
  readonly slowest: number;
}

const MOST_BARS = 5;

export const tailBars = ({ parts }: TailShares, design: Design): TailBar[] =>
  parts
    .filter(({ mean, slowest }) => mean > 0 || slowest > 0)
    .toSorted((a, b) => b.slowest - a.slowest || b.mean - a.mean)
    .slice(0, MOST_BARS)
    .map(({ of, mean, slowest }) => ({
      key: JSON.stringify(of),
      name: spentOn(design, of),
      short: spentOnShort(design, of),
      component: 'component' in of ? of.component : null,
      mean,
      slowest,
    }));

export const tailTable = ({ parts, meanSeconds, slowestSeconds }: TailShares, design: Design): ChartTable => ({
  columns: ['Part', 'Of all requests', 'Of the slowest 1 %'],
  rows: [
    ...parts
      .toSorted((a, b) => b.slowest - a.slowest)
      .map(({ of, mean, slowest }) => [spentOn(design, of), sharesText(mean), sharesText(slowest)]),
    ['Mean time', latencyText(meanSeconds), latencyText(slowestSeconds)],
  ],
});

// ---------------------------------------------------------------- one request from its beginning to its end

export interface SpanRow extends Span {
  readonly key: string;
  readonly name: string;
  /** Where there is little room. */
  readonly short: string;
}

/** The spans that are drawn, in the order in which they begin: those that the answer waited for first, then the longest. */
export function spanRows({ spans }: DrawnRequest, design: Design, most: number): SpanRow[] {
  const length = (span: Span): number => span.endSeconds - span.startSeconds;
  const chosen = new Set(
    spans.toSorted((a, b) => Number(b.critical) - Number(a.critical) || length(b) - length(a)).slice(0, most),
  );
  const named = ({ of, attempt }: Span): Pick<SpanRow, 'name' | 'short'> => {
    const again = attempt > 1 ? `, try ${countText(attempt)}` : '';
    return { name: `${spentOn(design, of)}${again}`, short: `${spentOnShort(design, of)}${again}` };
  };
  return spans.flatMap((span, place) => (chosen.has(span) ? [{ ...span, key: String(place), ...named(span) }] : []));
}

export const spanTable = (request: DrawnRequest, design: Design): ChartTable => ({
  columns: ['Step', 'What', 'Begins at', 'Takes', 'Ends as', 'The answer waits for it'],
  rows: spanRows(request, design, request.spans.length).map((span) => [
    countText(Number(span.key) + 1),
    span.name,
    timeText(span.startSeconds),
    timeText(span.endSeconds - span.startSeconds),
    OUTCOME_LABELS[span.outcome],
    span.critical ? 'yes' : 'no',
  ]),
});
