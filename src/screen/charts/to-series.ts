import type { FanOutCurve, JourneyReport, NinesCurve, ReplicasCurve, ScalingCurve } from '../../model/report.ts';
import type { Design } from '../../model/scenario.ts';
import { componentName } from '../../words/names.ts';
import { availabilityShortText, countText, durationText, percentText, sharesText } from '../../words/numbers.ts';
import type { ChartTable } from './ChartFrame.tsx';

// Reports and curves in the shape that charts draw: rows and texts, never a new quantity.

/** One bar: its name at the left, its number at the end. */
export interface BarRow {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly tone: 'ink' | 'bind' | 'outline';
}

const MOST_BARS = 5;

/** The parts that cause most downtime, worst first. */
export function downtimeBars(journey: JourneyReport, design: Design): BarRow[] {
  return causes(journey)
    .slice(0, MOST_BARS)
    .map(([id, part]) => ({
      id,
      name: componentName(design, id),
      value: part.downtimeSecondsPerYear,
      text: durationText(part.downtimeSecondsPerYear),
      tone: journey.binding?.component === id ? 'bind' : 'ink',
    }));
}

const causes = (journey: JourneyReport): [string, JourneyReport['parts'][string]][] =>
  Object.entries(journey.parts)
    .filter(([, part]) => part.share > 0)
    .sort(([, a], [, b]) => b.downtimeSecondsPerYear - a.downtimeSecondsPerYear);

export const downtimeTable = (journey: JourneyReport, design: Design): ChartTable => ({
  columns: ['Part', 'Downtime a year', 'Share'],
  rows: causes(journey).map(([id, part]) => [
    componentName(design, id),
    durationText(part.downtimeSecondsPerYear),
    sharesText(part.share),
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

export const ninesTable = (curve: NinesCurve, journey: JourneyReport | null): ChartTable => ({
  columns: ['Promise', 'Allows a year', 'In 30 days', 'In a week'],
  rows: [...curve.points, ...(journey === null ? [] : [journey])].map((figures) => [
    figures === journey
      ? `you: ${availabilityShortText(figures.unavailability)}`
      : availabilityShortText(figures.unavailability),
    durationText(figures.downtimeSecondsPerYear),
    durationText(figures.downtimeSecondsPer30Days),
    durationText(figures.downtimeSecondsPer7Days),
  ]),
});

const replicasName = (replicas: number): string => `${countText(replicas)} ${replicas === 1 ? 'replica' : 'replicas'}`;

/** Today's number of replicas between its neighbours. */
export function replicasBars(curve: ReplicasCurve): BarRow[] {
  const today = curve.points.findIndex(({ replicas }) => replicas === curve.today);
  const first = Math.max(0, Math.min(today - 1, curve.points.length - MOST_BARS));
  return curve.points.slice(first, first + MOST_BARS).map(({ replicas, downtimeSecondsPerYear }) => ({
    id: String(replicas),
    name: replicas === curve.today ? `${replicasName(replicas)} today` : replicasName(replicas),
    value: downtimeSecondsPerYear,
    text: durationText(downtimeSecondsPerYear),
    tone: replicas === curve.today ? 'ink' : 'outline',
  }));
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

const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The next round number: 1, 1.5, 2, 3 and so on, so that an axis ends on it. */
export function roundEnd(value: number): number {
  if (!(value > 0)) return 1;
  const decade = 10 ** Math.floor(Math.log10(value));
  return ROUND.map((step) => step * decade).find((end) => end >= value * (1 - 1e-12)) ?? 10 * decade;
}

/** 1, 10, 100 and so on, up to the end of an axis. */
export const decades = (end: number): number[] =>
  Array.from({ length: Math.floor(Math.log10(end) + 1e-9) + 1 }, (_, power) => 10 ** power);

/** Up to where the scaling chart is drawn: the straight line leaves it where it would make the others flat. */
export const highestShown = (curve: ScalingCurve): number =>
  1.1 * Math.max(...curve.points.map((point) => Math.max(point.usl, point.amdahl)), 1);
