import type {
  CacheLoss,
  CapacityPlan,
  KneeCurve,
  KneePoint,
  LoadLatencyCurve,
  PlannedComponent,
} from '../model/report-load.ts';
import type { DesignReport } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { latencyText } from './latency.ts';
import { fullestText, headroomText, strainOf } from './load.ts';
import { foundRateText, hardestHit } from './load-sentences.ts';
import { componentName } from './names.ts';
import { countText, percentText, rateText, timeText } from './numbers.ts';
import { listed } from './parts.ts';
import { trimmed } from './rounding.ts';

/** "App is full first, at 1.4× today’s load". */
export function busyTitle({ load }: DesignReport, design: Design): string {
  const fullest = load?.fullest ?? null;
  if (fullest === null) return 'How busy workers are';
  if (strainOf(fullest) !== 'within') return fullestText(fullest, design);
  return `${componentName(design, fullest.component)} is full first, at ${headroomText(fullest.timesToTarget)} today’s load`;
}

/** "App at 70 %: p99 184 ms, one M/M/1 queue would say 614 ms". */
export function kneeTitle({ today, target }: KneeCurve, name: string): string {
  if (today === null) return `What load does to ${name}`;
  const at = `${name} at ${percentText(today.utilisation)}`;
  if (today.p99Seconds === null) return `${at} is unstable: its target is ${percentText(target)}`;
  const single = singleBeside(today);
  const instead = single === null ? '' : `, M/M/1 would say ${timeText(single)}`;
  return `${at}: p99 ${timeText(today.p99Seconds)}${instead}`;
}

/** What one M/M/1 queue would say of p99; null where it says nothing, or nothing else: where it is that queue. */
export function singleBeside({ p99Seconds, single }: KneePoint): number | null {
  const said = single.p99Seconds;
  return said === null || p99Seconds === null || Math.abs(said - p99Seconds) < 1e-3 * said ? null : said;
}

/** "Meets 250 ms up to 9,800 req/s, saturates at 11,430 req/s". */
export function loadLatencyTitle(
  { points, saturatesAtRatePerSecond, today }: LoadLatencyCurve,
  limit: number | null,
): string {
  const saturates = saturatesAtRatePerSecond === null ? '' : `saturates at ${foundRateText(saturatesAtRatePerSecond)}`;
  if (limit === null) {
    const now =
      today === null
        ? 'What load does to the answers'
        : `p99 ${latencyText(today.p99)} at ${rateText(today.ratePerSecond)}`;
    return [now, saturates].filter((part) => part !== '').join(', ');
  }
  const kept = points.findLast(({ p99 }) => p99 !== null && p99 <= limit);
  const meets =
    kept === undefined
      ? `Misses ${timeText(limit)} at any load`
      : kept === points.at(-1)
        ? `Meets ${timeText(limit)} ${saturates === '' ? 'at every load shown' : 'until it is full'}`
        : `Meets ${timeText(limit)} up to ${foundRateText(kept.ratePerSecond)}`;
  return [meets, saturates].filter((part) => part !== '').join(', ');
}

/** What the lines of the knee and of the journey's curve are. */
export const KNEE_LEGEND = 'solid p99, dashed mean, dotted M/M/1';
export const LOAD_LATENCY_LEGEND = 'solid p99, dashed p50';
export const STORM_LEGEND = 'solid calm, dashed stormy';

// ---------------------------------------------------------------- capacity

/** Counted from today, whole months that are certainly left: "now", "in under a month", "in 11 months", "in 4.5 years". */
export function monthsText(months: number | null): string {
  if (months === null) return 'not in 100 years';
  if (months === 0) return 'now';
  if (months < 1) return 'in under a month';
  if (months < 2) return 'in a month';
  if (months < 24) return `in ${countText(Math.floor(months + 1e-9))} months`;
  return `in ${trimmed(Math.floor((10 * months) / 12 + 1e-9) / 10, 3)} years`;
}

/** "App is full in 11 months, then Database in 19 months". */
export function planTitle({ components }: CapacityPlan, design: Design): string {
  const ever = components.filter(({ monthsToTarget }) => monthsToTarget !== null);
  const [first, second] = ever;
  if (first === undefined) return 'Nothing fills up in 100 years';
  const said = ({ component, monthsToTarget }: PlannedComponent): string =>
    `${componentName(design, component)} ${monthsText(monthsToTarget)}`;
  const { component, monthsToTarget } = first;
  const begin = `${componentName(design, component)} is full ${monthsText(monthsToTarget)}`;
  return second === undefined ? begin : `${begin}, then ${said(second)}`;
}

/** Behind a bar of the plan: "in 11 months, order in 9". A unit that both have is said once. */
export function fullText({ monthsToTarget, monthsToOrder }: PlannedComponent): string {
  const full = monthsText(monthsToTarget);
  if (monthsToTarget === null || monthsToOrder === null || monthsToOrder === monthsToTarget) return full;
  const order = monthsText(monthsToOrder);
  const unit = / (months|years)$/.exec(order)?.[0] ?? '';
  return `${full}, order ${unit !== '' && full.endsWith(unit) ? order.slice(0, -unit.length) : order}`;
}

/** "36 months from now Database is 140 % busy": the busiest at the end. */
export function growthTitle({ components }: CapacityPlan, design: Design): string {
  const [busiest] = components.toSorted((a, b) => (b.utilisation.at(-1) ?? 0) - (a.utilisation.at(-1) ?? 0));
  if (busiest === undefined) return 'How busy workers will be';
  const months = busiest.utilisation.length - 1;
  const [now, then] = [busiest.utilisation[0] ?? 0, busiest.utilisation.at(-1) ?? 0];
  if (now === then) return 'No client grows: load stays as it is';
  return `${componentName(design, busiest.component)}: ${percentText(now)} today, ${percentText(then)} in ${countText(months)} months`;
}

/** "App 12, Database 4": what a multiple of today's load needs. */
export function multipleText({ components }: CapacityPlan['multiples'][number], design: Design): string {
  const needs = components.map(({ component, replicasNeeded }) => {
    const name = componentName(design, component);
    return replicasNeeded === null ? `${name}: no number is enough` : `${name} ${countText(replicasNeeded)}`;
  });
  return listed(needs, 4);
}

/** "Empty, Database gets 350 %: it melts". */
export function cacheTitle(loss: CacheLoss, design: Design): string {
  const hit = hardestHit(loss);
  if (hit === undefined) return 'The cache calls nothing';
  const name = componentName(design, hit.component);
  if (hit.emptyUtilisation === 0) return `Empty, it sends ${name} ${rateText(hit.emptyRatePerSecond)}`;
  return `Empty, it loads ${name} to ${percentText(hit.emptyUtilisation)}: ${hit.emptyUtilisation >= 1 ? 'it melts' : 'it holds'}`;
}
