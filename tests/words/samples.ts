import { availabilityFigures } from '../../src/engine/numeric/downtime.ts';
import type { AvailabilityFigures, DomainPart, JourneyPart, JourneyReport } from '../../src/model/report.ts';

/** Unavailability and what follows from it, by the engine's own conversion. */
export const figuresOf = (unavailability: number): AvailabilityFigures => availabilityFigures(unavailability);

type Bracketed = Pick<JourneyReport, keyof AvailabilityFigures | 'bracket'>;

/** Figures that are known only between two. */
export const bracketed = (low: number, high: number, narrowing = false): Bracketed => ({
  unavailability: null,
  availability: null,
  nines: null,
  downtimeSecondsPerYear: null,
  downtimeSecondsPer30Days: null,
  downtimeSecondsPer7Days: null,
  bracket: { low: figuresOf(low), high: figuresOf(high), failures: 4, narrowing },
});

const NO_CAUSES = { replicas: 0, common: 0, failover: 0, planned: 0 };

/** What a domain does to a journey: nothing, but for what is given. */
export const domainPart = (given: Partial<DomainPart> = {}): DomainPart => ({
  share: 0,
  downtimeSecondsPerYear: 0,
  birnbaum: 0,
  unavailabilityIfPerfect: 0.001,
  unavailabilityIfDown: 0.001,
  fussellVesely: 0,
  riskAchievement: 1,
  riskReduction: 1,
  singlePoint: false,
  outagesPerYear: null,
  ...given,
});

/** The same of a component, all of it by its replicas unless told. */
export const journeyPart = ({ causes, ...given }: Partial<Omit<JourneyPart, 'causes'>> & Causes = {}): JourneyPart => ({
  ...domainPart(given),
  causes: causes === undefined ? { ...NO_CAUSES, replicas: given.share ?? 0 } : { ...NO_CAUSES, ...causes },
  oneFewer: null,
  oneMore: null,
});

interface Causes {
  readonly causes?: Partial<JourneyPart['causes']>;
}
