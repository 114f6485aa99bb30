import { CAUSES, type Cause, type JourneyReport } from '../../model/report.ts';
import type { Design } from '../../model/scenario.ts';
import { knownDowntime } from '../../words/known.ts';
import { CAUSE_LABELS } from '../../words/terms.ts';
import { partName } from '../../words/names.ts';
import { availabilityShortText, durationText, sharesText } from '../../words/numbers.ts';
import { causersOf, type JourneyMember } from '../../words/parts.ts';
import type { ChartTable } from './ChartFrame.tsx';
import { downtimeBars, type BarRow, type Segment } from './to-series.ts';

// What the charts about causes of downtime draw: reshaped, never a new quantity.

/** What a part fails by, in the order of all causes. */
function segmentsOf({ part }: JourneyMember): Segment[] {
  if (!('causes' in part)) return [{ cause: 'domain', share: 1 }];
  const known = OWN_CAUSES.filter((cause) => part.causes[cause] > 0);
  return known.map((cause) => ({ cause, share: part.causes[cause] / part.share }));
}

const OWN_CAUSES = CAUSES.filter((cause) => cause !== 'domain');

/** The same bars, each split by what the part fails by. */
export function causeBars(journey: JourneyReport, design: Design): BarRow[] {
  const members = new Map(causersOf(journey).map((member) => [member.key, member]));
  return downtimeBars(journey, design).map((row) => {
    const member = members.get(row.id);
    return member === undefined ? row : { ...row, segments: segmentsOf(member) };
  });
}

/** The causes that a journey has any downtime by. */
export const causesOf = (journey: JourneyReport): Cause[] => CAUSES.filter((cause) => journey.causes[cause] > 0);

export function causeTable(journey: JourneyReport, design: Design): ChartTable {
  const causes = causesOf(journey);
  const shareBy = ({ part }: JourneyMember, cause: Cause): number =>
    'causes' in part ? (cause === 'domain' ? 0 : part.causes[cause]) : cause === 'domain' ? part.share : 0;
  return {
    columns: ['Part', 'Downtime a year', 'Share', ...causes.map((cause) => `By ${CAUSE_LABELS[cause]}`)],
    rows: [
      ...causersOf(journey).map((member) => [
        partName(design, member),
        durationText(member.part.downtimeSecondsPerYear),
        sharesText(member.part.share),
        ...causes.map((cause) => sharesText(shareBy(member, cause))),
      ]),
      ['All', knownDowntime(journey), '100 %', ...causes.map((cause) => sharesText(journey.causes[cause]))],
    ],
  };
}

/** The exact downtime and the usual product's, one below the other. */
export function naiveBars({ naive, downtimeSecondsPerYear: exact }: JourneyReport): BarRow[] {
  if (naive === null || exact === null) return [];
  const bar = (id: string, name: string, value: number, tone: BarRow['tone']): BarRow => {
    return { id, name, value, text: `${durationText(value)} a year`, tone };
  };
  return [
    bar('exact', 'Exact', exact, 'ink'),
    bar('naive', 'Multiplied', exact + naive.errorSecondsPerYear, 'outline'),
  ];
}

export const naiveTable = (journey: JourneyReport): ChartTable => ({
  columns: ['How', 'Availability', 'Downtime a year'],
  rows: naiveBars(journey).map(({ id, name, value }) => [
    name,
    availabilityShortText(id === 'exact' ? journey.unavailability : journey.naive?.unavailability),
    durationText(value),
  ]),
});
