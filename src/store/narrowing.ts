import type { Report } from '../model/report.ts';

/** Whether a report is to be followed by a narrower one: questions wait for that. */
export const isNarrowing = ({ designs }: Report): boolean =>
  designs.some(({ journeys }) =>
    Object.values(journeys).some(
      ({ bracket, latency }) => bracket?.narrowing === true || latency?.states.narrowing === true,
    ),
  );

/** A report whose brackets and times narrow no more. */
export function settled(report: Report): Report {
  const designs = report.designs.map((design) => ({
    ...design,
    journeys: Object.fromEntries(
      Object.entries(design.journeys).map(([id, journey]) => {
        const { bracket, latency } = journey;
        const states = latency && { ...latency.states, narrowing: false };
        return [
          id,
          {
            ...journey,
            bracket: bracket && { ...bracket, narrowing: false },
            latency: latency && states && { ...latency, states },
          },
        ];
      }),
    ),
  }));
  return { designs };
}
