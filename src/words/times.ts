import type { JourneyTimes } from '../model/report.ts';

/** Whether requests of a journey take any time that is known. */
export const hasTimes = (journey: Pick<JourneyTimes, 'latencySeconds'> | undefined): boolean =>
  journey?.latencySeconds != null && journey.latencySeconds.mean !== 0;
