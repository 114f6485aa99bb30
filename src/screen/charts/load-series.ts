import type {
  CacheLoss,
  CapacityPlan,
  ComponentLoad,
  KneeCurve,
  KneePoint,
  LoadLatencyCurve,
  PlannedComponent,
  StormCurve,
} from '../../model/report-load.ts';
import type { DesignReport } from '../../model/report.ts';
import type { Design } from '../../model/scenario.ts';
import { latencyText, shareText } from '../../words/latency.ts';
import { inFlightText, limitedOf, loadText, neededText, strainOf, waitText } from '../../words/load.ts';
import { fullText, monthsText } from '../../words/load-titles.ts';
import { componentName } from '../../words/names.ts';
import { countText, percentText, rateText } from '../../words/numbers.ts';
import { ellipsised } from '../../drawing/text-width.ts';
import { trimmed } from '../../words/rounding.ts';
import type { ChartTable } from './ChartFrame.tsx';
import type { Axis, CurveLine } from './curve.ts';
import { evenTicks } from './time-axis.ts';
import type { BarRow } from './to-series.ts';
import { roundEnd } from '../ui/round-end.ts';

// Answers about load in the shape that charts draw: rows and texts, never a new quantity.

const MOST_BARS = 5;

/** The rows without those that would read the same as one before them. */
const distinct = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(rows.map((row) => [row[0], row])).values(),
];

/** Loads beyond this are drawn as if they were no more. */
const MOST_LOAD = 2;

/** An axis of loads that has room for 100 %. */
export const loadEnd = (loads: readonly number[]): number => roundEnd(Math.min(MOST_LOAD, Math.max(1, ...loads)));

/** A load as a bar against its target; it leads to its component. */
const loadBar = (component: string, load: Pick<ComponentLoad, 'utilisation' | 'target'>) =>
  ({
    value: Math.min(load.utilisation, MOST_LOAD),
    text: loadText(load),
    tone: strainOf(load) === 'within' ? 'ink' : 'bind',
    limit: load.target,
    part: { of: 'component', id: component },
  }) as const;

export const busyBars = (report: DesignReport, design: Design): BarRow[] =>
  limitedOf(report)
    .slice(0, MOST_BARS)
    .map(([id, load]) => ({
      id,
      name: componentName(design, id),
      ...loadBar(id, load),
    }));

export const busyTable = (report: DesignReport, design: Design): ChartTable => ({
  columns: [
    'Component',
    'Load',
    'Target',
    'Gets',
    'In flight',
    'Wait, mean',
    'Wait, p99',
    'Replicas',
    'Needed',
    'Saturated at',
  ],
  rows: limitedOf(report).map(([id, load]) => [
    componentName(design, id),
    loadText(load),
    percentText(load.target),
    rateText(load.ratePerSecond),
    inFlightText(load.concurrency),
    waitText(load.waitSeconds.mean),
    waitText(load.waitSeconds.p99),
    countText(report.components[id]?.replicas ?? 0),
    neededText(load.replicasNeeded),
    rateText(load.saturatesAtRatePerSecond),
  ]),
});

// ---------------------------------------------------------------- lines

/** From 0 to a round end. */
export function evenAxis(end: number, name: string, text: Axis['text']): Axis {
  return { scale: 'linear', domain: [0, end], ticks: evenTicks(end), text, name };
}

/** From no load to full. */
export const LOAD_AXIS: Axis = {
  scale: 'linear',
  domain: [0, 1],
  ticks: [0, 0.25, 0.5, 0.75, 1],
  text: percentText,
  name: 'load',
};

type Side = Pick<KneePoint, 'meanSeconds' | 'p99Seconds'>;

/** The lines of a knee: p99 and mean of the queue that it is, p99 of the one that it would be taken for. */
export function kneeLines({ points }: KneeCurve): CurveLine[] {
  const line = (key: string, look: CurveLine['look'], of: (point: KneePoint) => number | null): CurveLine => ({
    key,
    look,
    points: points.map((point) => ({ x: point.utilisation, y: of(point) })),
  });
  return [
    line('single', 'amdahl', ({ single }) => single.p99Seconds),
    line('mean', 'linear', ({ meanSeconds }) => meanSeconds),
    line('p99', 'line', ({ p99Seconds }) => p99Seconds),
  ];
}

/** The time at which the axis of a knee ends: it shows what stands beside today and the target, and a piece of the rise. */
export function kneeHeight({ points, today, target }: KneeCurve): number {
  const side = (point: KneePoint | null | undefined): number[] =>
    point == null ? [] : [point.p99Seconds ?? 0, point.single.p99Seconds ?? 0];
  const there = points.find(({ utilisation }) => utilisation >= target);
  const all = [...side(today), ...side(there)];
  return 1.3 * Math.max(...all, ...points.slice(0, 1).map(({ p99Seconds }) => p99Seconds ?? 0), 1e-6);
}

export const kneeTable = ({ points }: KneeCurve): ChartTable => {
  const side = ({ meanSeconds, p99Seconds }: Side): string[] => [waitText(meanSeconds), waitText(p99Seconds)];
  return {
    columns: ['Load', 'Arrivals', 'Mean', 'p99', 'M/M/1 mean', 'M/M/1 p99'],
    rows: distinct(
      points.map((point) => [
        percentText(point.utilisation),
        rateText(point.ratePerSecond),
        ...side(point),
        ...side(point.single),
      ]),
    ),
  };
};

/** Where the axis of times ends: beyond saturation they have no end. */
export function journeyHeight({ points, today }: LoadLatencyCurve, limit: number | null): number {
  const first = points.find(({ p99 }) => p99 !== null)?.p99 ?? 0;
  return Math.max(2 * (limit ?? 0), 2 * (today?.p99 ?? 0), 3 * first, 1e-6);
}

export const journeyTable = ({ points }: LoadLatencyCurve): ChartTable => ({
  columns: ['Requests', 'p50', 'p99', 'Success'],
  rows: distinct(
    points.map(({ ratePerSecond, p50, p99, success }) => [
      rateText(ratePerSecond),
      latencyText(p50),
      latencyText(p99),
      shareText(success),
    ]),
  ),
});

/** Either state's line, and the share of requests that it answers well or how many it makes of one. */
export const stormLines = ({ points }: StormCurve, of: 'success' | 'amplification'): CurveLine[] =>
  (['stormy', 'calm'] as const).map((state) => ({
    key: state,
    look: state === 'calm' ? 'line' : 'linear',
    points: points.map((point) => ({ x: point.ratePerSecond, y: point[state][of] })),
  }));

export const stormTable = ({ points }: StormCurve): ChartTable => ({
  columns: [
    'Requests',
    'Calm: success',
    'Calm: for each',
    'Calm: load',
    'Stormy: success',
    'Stormy: for each',
    'Stormy: load',
  ],
  rows: distinct(
    points.map(({ ratePerSecond, calm, stormy }) => [
      rateText(ratePerSecond),
      ...[calm, stormy].flatMap(({ success, amplification, utilisation }) => [
        shareText(success),
        trimmed(amplification, 3),
        percentText(utilisation),
      ]),
    ]),
  ),
});

// ---------------------------------------------------------------- capacity

/** When each component is full, the first at the head: bars in months that end with the horizon. */
export const planBars = ({ components }: CapacityPlan, design: Design, horizon: number): BarRow[] =>
  components.slice(0, MOST_BARS).map((planned) => ({
    id: planned.component,
    name: componentName(design, planned.component),
    value: Math.min(planned.monthsToTarget ?? horizon, horizon),
    text: fullText(planned),
    tone: planned.monthsToTarget === null || planned.monthsToTarget > horizon ? 'outline' : 'ink',
    part: { of: 'component', id: planned.component },
    ...(isOrdered(planned, horizon) ? { limit: planned.monthsToOrder ?? 0 } : {}),
  }));

/** Whether it has to be ordered before it is full, and that can be seen. */
const isOrdered = ({ monthsToOrder, monthsToTarget }: PlannedComponent, horizon: number): boolean =>
  monthsToOrder !== null && monthsToOrder !== monthsToTarget && monthsToOrder <= horizon;

const LINES = ['line', 'linear', 'amdahl'] as const;

/** Where the axis of what loads become ends: today’s are on it, however large they are. */
export const growthEnd = (lines: readonly CurveLine[]): number => {
  const today = Math.max(0, ...lines.map(({ points }) => points[0]?.y ?? 0));
  const most = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ y }) => y ?? 0)));
  return roundEnd(Math.min(most, Math.max(MOST_LOAD, 1.5 * today)));
};

/** How busy the first ones will be, month by month. */
export const growthLines = ({ components }: CapacityPlan): CurveLine[] =>
  components.slice(0, LINES.length).map(({ component, utilisation }, place) => ({
    key: component,
    look: LINES[place] ?? 'line',
    points: utilisation.map((y, x) => ({ x, y })),
  }));

const STROKES = ['—', '- -', '···'];
/** For each of so many names, in rem. */
const NAME_ROOM = [16, 6.5, 4];

/** Which line is whose: "load: — App, - - Database". Names are cut, so that all have room. */
export const growthLegend = (names: readonly string[]): string => {
  const room = NAME_ROOM[names.length - 1] ?? 0;
  return `load: ${names.map((name, place) => `${STROKES[place]} ${ellipsised(name, room, 0.8125)}`).join(', ')}`;
};

/** Component by component: when it is full, when it has to be ordered, and how many replicas do at the end. */
export const planTable = ({ components }: CapacityPlan, design: Design): ChartTable => ({
  columns: ['Component', 'Full', 'Saturated', 'Order', 'Load today', 'On average', 'Replicas', 'Needed at the end'],
  rows: components.map((planned) => [
    componentName(design, planned.component),
    monthsText(planned.monthsToTarget),
    monthsText(planned.monthsToSaturation),
    monthsText(planned.monthsToOrder),
    loadText({ utilisation: planned.utilisation[0] ?? 0, target: planned.target }),
    planned.averageUtilisation === null ? '' : percentText(planned.averageUtilisation),
    countText(planned.replicas),
    neededText(planned.replicasNeeded),
  ]),
});

export const growthTable = ({ components }: CapacityPlan, design: Design): ChartTable => ({
  columns: ['Months from now', ...components.map(({ component }) => componentName(design, component))],
  rows: (components[0]?.utilisation ?? []).map((_, month) => [
    countText(month),
    ...components.map(({ utilisation, target }) => loadText({ utilisation: utilisation[month] ?? 0, target })),
  ]),
});

// ---------------------------------------------------------------- caches

/** What a callee gets while the cache is full, and while it is empty. */
export const cacheBars = ({ callees }: CacheLoss, report: DesignReport, design: Design): BarRow[] =>
  callees.slice(0, 2).flatMap((callee): BarRow[] => {
    const name = componentName(design, callee.component);
    const target = report.components[callee.component]?.load?.target ?? 1;
    const bar = (id: string, utilisation: number): BarRow => ({
      id: `${callee.component} ${id}`,
      name: `${name}, ${id}`,
      ...loadBar(callee.component, { utilisation, target }),
    });
    return [
      bar('today', callee.utilisation),
      bar('empty', callee.emptyUtilisation),
      bar('down', callee.downUtilisation),
    ];
  });

export const cacheTable = ({ callees }: CacheLoss, design: Design): ChartTable => ({
  columns: [
    'Callee',
    'Gets',
    'Load',
    'Gets, empty',
    'Load, empty',
    'Gets, down',
    'Load, down',
    'Replicas needed, empty',
  ],
  rows: callees.map((callee) => [
    componentName(design, callee.component),
    rateText(callee.ratePerSecond),
    percentText(callee.utilisation),
    rateText(callee.emptyRatePerSecond),
    percentText(callee.emptyUtilisation),
    rateText(callee.downRatePerSecond),
    percentText(callee.downUtilisation),
    neededText(callee.replicasNeededWhenEmpty),
  ]),
});
