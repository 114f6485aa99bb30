import { useMemo } from 'react';
import { useCalm } from '../../store/calm.ts';
import { currentJourney, currentReport, shownDesign, shownScenario } from '../../store/selectors.ts';
import { summarySentences, type Summary } from '../../words/summary.ts';

/** What there is to say of the design on the board; null before the first number. */
export function useSummary(): Summary | null {
  const report = useCalm(currentReport);
  const design = useCalm(shownDesign);
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const title = useCalm((state) => shownScenario(state).title);
  return useMemo(
    () => (report === null || design === null ? null : summarySentences(report, design, journey, title)),
    [report, design, journey, title],
  );
}
