import { useEffect, useState } from 'react';
import { board, useBoard } from '../../store/board.ts';
import { currentJourney, currentReport, shownDesign, shownScenario } from '../../store/selectors.ts';
import { headline } from '../../words/sentences.ts';

/** Numbers that follow a drag are said when they have come to rest. */
const REST_MILLISECONDS = 800;

function said(): string {
  const state = board.getState();
  const report = currentReport(state);
  const design = shownDesign(state);
  if (report === null || design === null) return '';
  return headline(report, design, currentJourney(state)?.id ?? null, shownScenario(state).title);
}

/** What a screen reader hears when the numbers have changed. */
export function Spoken() {
  const report = useBoard(currentReport);
  const journey = useBoard((state) => state.journey);
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(said()), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [report, journey]);
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
