import { useEffect, useRef } from 'react';
import type { Curve, CurveQuestion, Explanation, Figure } from '../model/report.ts';
import { useBoard } from './board.ts';
import { requestCurve, requestExplanation } from './ask.ts';
import { shownReport } from './selectors.ts';

/** What a question is about, without the value that a slider of it changes: an old answer may stand in meanwhile. */
function subjectOf(question: CurveQuestion | Figure): string {
  return JSON.stringify({ ...question, slowProbability: 0, callees: 0 });
}

/** The last answer about the same thing, so that nothing flickers while a new one is on its way. */
function useLast<T>(subject: string | null, value: T | null): T | null {
  const last = useRef<{ subject: string; value: T } | null>(null);
  if (subject !== null && value !== null) last.current = { subject, value };
  return value ?? (last.current !== null && last.current.subject === subject ? last.current.value : null);
}

/** The points of a chart that is open; null until the first answer, or where there is none. */
export function useCurve(question: CurveQuestion | null): Curve | null {
  const key = question === null ? null : JSON.stringify(question);
  const report = useBoard(shownReport);
  const value = useBoard((state) => (key === null ? null : (state.curves[key]?.value ?? null)));
  useEffect(() => {
    if (key !== null) requestCurve(JSON.parse(key) as CurveQuestion);
  }, [key, report]);
  return useLast(question && subjectOf(question), value);
}

/** The working of a figure; null until the first answer, or where there is none. */
export function useExplanation(figure: Figure | null): Explanation | null {
  const key = figure === null ? null : JSON.stringify(figure);
  const report = useBoard(shownReport);
  const value = useBoard((state) => (key === null ? null : (state.explanations[key]?.value ?? null)));
  useEffect(() => {
    if (key !== null) requestExplanation(JSON.parse(key) as Figure);
  }, [key, report]);
  return useLast(figure && subjectOf(figure), value);
}
