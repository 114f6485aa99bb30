import { useMemo } from 'react';
import { useBoard } from '../../store/board.ts';
import { currentJourney, currentReport, shownDesign, shownScenario } from '../../store/selectors.ts';
import { summarySentences, type Summary } from '../../words/summary.ts';

/** What there is to say of the design on the board; null before the first number. */
export function useSummary(): Summary | null {
  const report = useBoard(currentReport);
  const design = useBoard(shownDesign);
  const journey = useBoard((state) => currentJourney(state)?.id ?? null);
  const title = useBoard((state) => shownScenario(state).title);
  return useMemo(
    () => (report === null || design === null ? null : summarySentences(report, design, journey, title)),
    [report, design, journey, title],
  );
}
