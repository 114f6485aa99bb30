import { useEffect, useState } from 'react';
import { board } from '../../store/board.ts';
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
  const [text, setText] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = board.subscribe((state, before) => {
      if (currentReport(state) === currentReport(before) && state.journey === before.journey) return;
      clearTimeout(timer);
      timer = setTimeout(() => setText(said()), REST_MILLISECONDS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
