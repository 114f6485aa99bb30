import type { ComponentLoad, DesignLoad } from '../model/report-load.ts';
import type { DesignReport } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { componentName } from './names.ts';
import { countText, percentText, rateText, timeText } from './numbers.ts';
import { trimmed } from './rounding.ts';

type Busy = Pick<ComponentLoad, 'utilisation' | 'target'>;

/** within: as busy as it may be. over: busier. overloaded: more comes than its workers can do. */
type Strain = 'within' | 'over' | 'overloaded';

export function strainOf({ utilisation, target }: Busy): Strain {
  if (utilisation >= 1) return 'overloaded';
  return utilisation > target * (1 + 1e-9) ? 'over' : 'within';
}

/** Whether it is busier than it may be. */
export const isStrained = (load: ComponentLoad | null | undefined): boolean =>
  load != null && isLimited(load) && strainOf(load) !== 'within';

/** Stands before a load that is more than it may be, so that colour is never alone. */
const OVER = '✕';

/** "62 %", "✕ 85 %": how busy workers are, and whether that is too much. */
export const loadText = (busy: Busy): string =>
  `${strainOf(busy) === 'within' ? '' : `${OVER} `}${percentText(busy.utilisation)}`;

/** Whether its workers are limited, so that they can be full. */
export const isLimited = ({ saturatesAtRatePerSecond }: ComponentLoad): boolean => saturatesAtRatePerSecond !== null;

/** What stands on a node: how busy it is and against what, or where nothing limits it what arrives. */
export function nodeLoad(load: ComponentLoad): readonly [label: string, value: string] {
  if (!isLimited(load)) return ['gets', rateText(load.ratePerSecond)];
  const strain = strainOf(load);
  const label =
    strain === 'within'
      ? 'load'
      : strain === 'over'
        ? `over ${percentText(load.target)}`
        : load.shed > 0
          ? `sheds ${percentText(load.shed)}`
          : load.waitSeconds.mean === null
            ? 'unstable'
            : 'overloaded';
  return [label, loadText(load)];
}

/** Components whose workers are limited, the one that is nearest to its target or furthest beyond it first. */
export const limitedOf = (report: DesignReport): readonly (readonly [id: string, load: ComponentLoad])[] =>
  Object.entries(report.components)
    .flatMap(([id, { load }]) => (load !== null && isLimited(load) ? [[id, load] as const] : []))
    .toSorted(([, a], [, b]) => b.utilisation / b.target - a.utilisation / a.target);

/** So many times today's load, with two digits and never more than there is: 1.428 is "1.4×". */
export function headroomText(times: number): string {
  if (!(times > 0)) return '0×';
  const unit = 10 ** (Math.floor(Math.log10(times) + 1e-12) - 1);
  return `${trimmed(Math.floor(times / unit + 1e-9) * unit, 2)}×`;
}

/** How long a request waits for a worker; "unstable" where the queue only grows. */
export const waitText = (seconds: number | null): string => (seconds === null ? 'unstable' : timeText(seconds));

/** How many replicas are needed: "8"; "no number is enough" where contention and coordination eat up what more would add. */
export const neededText = (replicas: number | null): string =>
  replicas === null ? 'no number is enough' : countText(replicas);

/** How many requests are in it at the same time. */
export const inFlightText = (concurrency: number | null): string =>
  concurrency === null ? 'ever more' : trimmed(concurrency, 3);

type Fullest = NonNullable<DesignLoad['fullest']>;

/** "App is full first, at 11,400 req/s"; "App is over its target of 70 %". */
export function fullestText(
  { component, utilisation, target, ratePerSecondAtTarget }: Fullest,
  design: Design,
): string {
  const name = componentName(design, component);
  switch (strainOf({ utilisation, target })) {
    case 'within':
      return `${name} is full first, at ${rateText(ratePerSecondAtTarget)}`;
    case 'over':
      return `${name} is ${percentText(utilisation)} busy, its target is ${percentText(target)}`;
    case 'overloaded':
      return `${name} gets more than it can do: ${percentText(utilisation)}`;
  }
}

/** The same where the component is not named: "until 8,960 req/s", "target 70 %", "at 156 %". */
export function fullestShortText({ utilisation, target, ratePerSecondAtTarget }: Fullest): string {
  const strain = strainOf({ utilisation, target });
  if (strain === 'within') return `until ${rateText(ratePerSecondAtTarget)}`;
  return strain === 'over' ? `target ${percentText(target)}` : `at ${percentText(utilisation)}`;
}

/** The headroom, with a sign where there is none. */
export const headroomFigure = (fullest: Fullest): string =>
  `${strainOf(fullest) === 'within' ? '' : `${OVER} `}${headroomText(fullest.timesToTarget)}`;

/** A label with rates, and shorter ones for where it has no room: "20,000 req/s", "20,000/s", "20k/s". */
export const withShortRates = (label: string): readonly string[] => [
  label,
  label.replace(' req/s', '/s'),
  label.replace(/([\d,.]+) req\/s/, (_, digits: string) => `${shortCount(digits)}/s`),
];

function shortCount(digits: string): string {
  const count = Number(digits.replaceAll(',', ''));
  return count >= 1e6 ? `${trimmed(count / 1e6, 2)}M` : count >= 1000 ? `${trimmed(count / 1000, 2)}k` : digits;
}

/** Above the figures of a component: "App is 62 % busy, its target is 70 %", "Cache gets 8,000 req/s". */
export function loadTitle(name: string, load: ComponentLoad): string {
  if (!isLimited(load)) return `${name} gets ${rateText(load.ratePerSecond)}`;
  const target = percentText(load.target);
  switch (strainOf(load)) {
    case 'within':
      return `${name} is ${percentText(load.utilisation)} busy, its target is ${target}`;
    case 'over':
      return `${OVER} ${name} is ${percentText(load.utilisation)} busy, over its target of ${target}`;
    case 'overloaded':
      return `${OVER} ${name} gets more than it can do: ${percentText(load.utilisation)}`;
  }
}

const sparesText = (needed: number | null): string =>
  needed === null ? '' : `${countText(needed + 1)} and ${countText(needed + 2)}`;

/** The load of a component, figure by figure. */
export function loadRows(load: ComponentLoad): readonly (readonly [label: string, text: string])[] {
  const { ratePerSecond, concurrency, waitSeconds, replicasNeeded, saturatesAtRatePerSecond, shed, queue, band } = load;
  const inIt: readonly [string, string][] = [
    ['Arrivals', rateText(ratePerSecond)],
    ['In flight', concurrency === 0 ? '' : inFlightText(concurrency)],
  ];
  const said = (rows: readonly (readonly [string, string])[]) => rows.filter(([, text]) => text !== '');
  if (!isLimited(load)) return said(inIt);
  const rows: readonly [string, string][] = [
    ...inIt,
    ['Wait, mean', waitText(waitSeconds.mean)],
    ['Wait, p99', waitText(waitSeconds.p99)],
    ['Turned away', shed === 0 ? '' : percentText(shed)],
    ['Replicas for the target', neededText(replicasNeeded)],
    ['With N + 1 and N + 2', sparesText(replicasNeeded)],
    ['Saturated at', rateText(saturatesAtRatePerSecond)],
    ['Queue', queue === null ? '' : `${queue}${bandText(band)}`],
  ];
  return said(rows);
}

/** How far the mean wait of a queue may be off: ", exact", ", mean wait ± 5 %". */
const bandText = (band: number | null): string =>
  band === null ? ', approximate' : band === 0 ? ', exact' : `, mean wait ± ${percentText(band)}`;
