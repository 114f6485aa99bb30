import type { Cause, FanOutCurve, JourneyReport, NinesCurve, ReplicasCurve, ScalingCurve } from '../../model/report.ts';
import type { Design } from '../../model/scenario.ts';
import { knownAvailabilityShort, knownDowntime } from '../../words/known.ts';
import { partName, type Named } from '../../words/names.ts';
import { availabilityShortText, countText, durationText, percentText, sharesText } from '../../words/numbers.ts';
import { binds, causersOf } from '../../words/parts.ts';
import type { ChartTable } from './ChartFrame.tsx';

// Reports and curves in the shape that charts draw: rows and texts, never a new quantity.

/** One bar: its name at the left, its number at the end. */
export interface BarRow {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly tone: 'ink' | 'bind' | 'outline';
  /** How long it may be; a line across it. */
  readonly limit?: number;
  /** What the bar is about, where it is a component or a domain. */
  readonly part?: Named;
  /** What it is made of, as shares of the bar that add up to 1. */
  readonly segments?: readonly Segment[];
}

export interface Segment {
  readonly cause: Cause;
  readonly share: number;
}

const MOST_BARS = 5;

/** The parts that cause most downtime, worst first. */
export function downtimeBars(journey: JourneyReport, design: Design): BarRow[] {
  return causersOf(journey)
    .slice(0, MOST_BARS)
    .map((member) => ({
      id: member.key,
      name: partName(design, member),
      value: member.part.downtimeSecondsPerYear,
      text: durationText(member.part.downtimeSecondsPerYear),
      tone: binds(journey, member) ? 'bind' : 'ink',
      part: member,
    }));
}

export const downtimeTable = (journey: JourneyReport, design: Design): ChartTable => ({
  columns: ['Part', 'Downtime a year', 'Share'],
  rows: causersOf(journey).map((member) => [
    partName(design, member),
    durationText(member.part.downtimeSecondsPerYear),
    sharesText(member.part.share),
  ]),
});

/** The promises that are drawn; the table has all of them. */
const DRAWN = new Set(['99 %', '99.9 %', '99.95 %', '99.99 %', '99.999 %']);

export const ninesBars = (curve: NinesCurve): BarRow[] =>
  curve.points
    .filter(({ unavailability }) => DRAWN.has(availabilityShortText(unavailability)))
    .map(({ unavailability, downtimeSecondsPerYear }) => ({
      id: String(unavailability),
      name: availabilityShortText(unavailability),
      value: downtimeSecondsPerYear,
      text: durationText(downtimeSecondsPerYear),
      tone: 'outline',
    }));

const WINDOWS = ['downtimeSecondsPerYear', 'downtimeSecondsPer30Days', 'downtimeSecondsPer7Days'] as const;

export const ninesTable = (curve: NinesCurve, journey: JourneyReport | null): ChartTable => ({
  columns: ['Promise', 'Allows a year', 'In 30 days', 'In a week'],
  rows: [...curve.points, ...(journey === null ? [] : [journey])].map((figures) => [
    figures === journey ? `you: ${knownAvailabilityShort(journey)}` : availabilityShortText(figures.unavailability),
    ...WINDOWS.map((window) => (figures === journey ? knownDowntime(journey, window) : durationText(figures[window]))),
  ]),
});

/** "3, today and knee", "4". */
function replicasName(replicas: number, { today, knee }: ReplicasCurve): string {
  const marks = [replicas === today ? 'today' : '', replicas === knee ? 'knee' : ''].filter((mark) => mark !== '');
  return [countText(replicas), marks.join(' and ')].filter((text) => text !== '').join(', ');
}

/** Today's number of replicas between its neighbours, and the knee, which may be far away. */
export function replicasBars(curve: ReplicasCurve): BarRow[] {
  const today = curve.points.findIndex(({ replicas }) => replicas === curve.today);
  const knee = curve.points.find(({ replicas }) => replicas === curve.knee);
  const first = Math.max(0, Math.min(today - 1, curve.points.length - MOST_BARS));
  const near = curve.points.slice(first, first + MOST_BARS);
  const shown = knee === undefined || near.includes(knee) ? near : withFar(near, knee);
  return shown.map(({ replicas, downtimeSecondsPerYear }) => ({
    id: String(replicas),
    name: replicasName(replicas, curve),
    value: downtimeSecondsPerYear,
    text: durationText(downtimeSecondsPerYear),
    tone: replicas === curve.today ? 'ink' : 'outline',
  }));
}

/** The points with another one that lies before or behind them, in place of the one at the other end. */
function withFar<T extends { readonly replicas: number }>(points: readonly T[], far: T): readonly T[] {
  const before = far.replicas < (points[0]?.replicas ?? 0);
  return before ? [far, ...points.slice(0, MOST_BARS - 1)] : [...points.slice(0, MOST_BARS - 1), far];
}

export const replicasTable = (curve: ReplicasCurve): ChartTable => ({
  columns: ['Replicas', 'Availability', 'Downtime a year'],
  rows: curve.points.map(({ replicas, unavailability, downtimeSecondsPerYear }) => [
    countText(replicas),
    availabilityShortText(unavailability),
    durationText(downtimeSecondsPerYear),
  ]),
});

export const fanOutTable = (curve: FanOutCurve): ChartTable => ({
  columns: ['Calls', 'Requests that meet a slow one'],
  rows: curve.points.map(({ callees, slow }) => [countText(callees), percentText(slow)]),
});

export const scalingTable = (curve: ScalingCurve): ChartTable => ({
  columns: ['Replicas', 'Work (USL)', 'Amdahl', 'Linear'],
  rows: curve.points.map((point) => [point.replicas, point.usl, point.amdahl, point.linear].map(countText)),
});

/** 1, 10, 100 and so on, up to the end of an axis. */
export const decades = (end: number): number[] =>
  Array.from({ length: Math.floor(Math.log10(end) + 1e-9) + 1 }, (_, power) => 10 ** power);

/** Up to where the scaling chart is drawn: the straight line leaves it where it would make the others flat. */
export const highestShown = (curve: ScalingCurve): number =>
  1.1 * Math.max(...curve.points.map((point) => Math.max(point.usl, point.amdahl)), 1);
