import { availabilityFigures } from '../../src/engine/numeric/downtime.ts';
import type { AvailabilityFigures, JourneyReport } from '../../src/model/report.ts';

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
