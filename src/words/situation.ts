import type { DesignReport, JourneyReport } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { worstKnown } from './known.ts';

/** What there is to say of a design, before any number. */
export type Situation = 'empty' | 'no-client' | 'client-alone' | 'unknown' | 'never-fails' | 'always-down' | 'works';

/** Which of the situations a design is in, seen from one journey. */
export function situationOf(report: DesignReport, design: Design, journeyId: string | null): Situation {
  const kinds = Object.values(design.components).map((component) => component.kind);
  if (kinds.length === 0) return 'empty';
  const journey = journeyOf(report, journeyId);
  if (!journey) return kinds.includes('client') ? 'unknown' : 'no-client';
  if (journeyId !== null && !(design.calls ?? []).some((call) => call.from === journeyId)) return 'client-alone';
  const { unavailability } = worstKnown(journey);
  if (unavailability === null) return 'unknown';
  if (unavailability === 0) return 'never-fails';
  return (journey.bracket?.low.unavailability ?? unavailability) >= 1 ? 'always-down' : 'works';
}

/** One journey of a report, by the client's id. */
export const journeyOf = (report: DesignReport, id: string | null): JourneyReport | undefined =>
  id !== null && Object.hasOwn(report.journeys, id) ? report.journeys[id] : undefined;

/** How bad a journey is: how many of its promises are broken, then how often what may go wrong does. */
function badness(journey: JourneyReport): readonly [broken: number, strain: number] {
  const { objective, latency, goodWithin } = journey;
  const { unavailability } = worstKnown(journey);
  const promise = latency?.objective ?? null;
  const broken = Number(objective?.met === false) + Number(promise?.met === false);
  if (unavailability === null) return [broken, Infinity];
  const down = objective ? unavailability / Math.max(objective.unavailability, Number.MIN_VALUE) : unavailability;
  const good = goodWithin.find(({ seconds }) => seconds === promise?.limitSeconds);
  const slow = promise && good ? (1 - good.probability) / Math.max(1 - promise.quantile, Number.MIN_VALUE) : 0;
  return [broken, Math.max(down, slow)];
}

/** The journey to show when none was chosen: the worst, the first of them where several are as bad. */
export function worstJourney(report: DesignReport): string | null {
  let worst: string | null = null;
  let most: readonly [number, number] = [-1, -1];
  for (const [id, journey] of Object.entries(report.journeys)) {
    const own = badness(journey);
    if (own[0] > most[0] || (own[0] === most[0] && own[1] > most[1])) {
      worst = id;
      most = own;
    }
  }
  return worst;
}
