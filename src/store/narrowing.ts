import type { Report } from '../model/report.ts';

/** Whether a report is to be followed by a narrower one: questions wait for that. */
export const isNarrowing = ({ designs }: Report): boolean =>
  designs.some(({ journeys }) => Object.values(journeys).some(({ bracket }) => bracket?.narrowing === true));

/** A report whose brackets narrow no more. */
export function settled(report: Report): Report {
  const designs = report.designs.map((design) => ({
    ...design,
    journeys: Object.fromEntries(
      Object.entries(design.journeys).map(([id, journey]) => {
        const { bracket } = journey;
        return [id, bracket === null ? journey : { ...journey, bracket: { ...bracket, narrowing: false } }];
      }),
    ),
  }));
  return { designs };
}
