import type { WithinCurve } from '../model/report.ts';
import { useLatency } from './answers.ts';
import { useCalm } from './calm.ts';
import { limitShown, timedJourney } from './chart-subjects.ts';

/** How the times of the journey that is shown are distributed in a design; null where there are none. */
export function useWithin(design: number | null): WithinCurve | null {
  const journey = useCalm((state) => timedJourney(state)?.id ?? null);
  const limit = useCalm(limitShown);
  const limits = limit === null ? [] : [limit];
  return useLatency(design === null || journey === null ? null : { question: 'within', design, of: journey, limits });
}
