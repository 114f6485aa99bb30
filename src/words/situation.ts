import type { DesignReport, JourneyReport } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';

/** What there is to say of a design, before any number. */
export type Situation = 'empty' | 'no-client' | 'client-alone' | 'unknown' | 'never-fails' | 'always-down' | 'works';

/** Which of the situations a design is in, seen from one journey. */
export function situationOf(report: DesignReport, design: Design, journeyId: string | null): Situation {
  const kinds = Object.values(design.components).map((component) => component.kind);
  if (kinds.length === 0) return 'empty';
  const journey = journeyOf(report, journeyId);
  if (!journey) return kinds.includes('client') ? 'unknown' : 'no-client';
  if (journeyId !== null && !(design.calls ?? []).some((call) => call.from === journeyId)) return 'client-alone';
  if (journey.unavailability === null) return 'unknown';
  if (journey.unavailability === 0) return 'never-fails';
  return journey.unavailability >= 1 ? 'always-down' : 'works';
}

/** One journey of a report, by the client's id. */
export const journeyOf = (report: DesignReport, id: string | null): JourneyReport | undefined =>
  id !== null && Object.hasOwn(report.journeys, id) ? report.journeys[id] : undefined;

/** The journey to show when none was chosen: a broken promise first, then the one that breaks or strains it most. */
export function worstJourney(report: DesignReport): string | null {
  const rank = ([, { unavailability, objective }]: readonly [string, JourneyReport]): readonly [number, number] => [
    objective?.met === false ? 1 : 0,
    unavailability === null
      ? Infinity
      : objective
        ? unavailability / Math.max(objective.unavailability, Number.MIN_VALUE)
        : unavailability,
  ];
  const sorted = Object.entries(report.journeys).sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return other[0] - one[0] || (other[1] > one[1] ? 1 : other[1] < one[1] ? -1 : 0);
  });
  return sorted[0]?.[0] ?? null;
}
