import { useEffect, useEffectEvent, useState } from 'react';
import type { LoadQuestion } from '../model/report-load.ts';
import type { Curve, CurveQuestion, Explanation, Figure, LatencyQuestion, Report } from '../model/report.ts';
import { useCalm } from './calm.ts';
import { requestCurve, requestExplanation } from './ask.ts';
import { shownReport } from './selectors.ts';

/** What a question is about, without the value that a slider of it changes: an old answer may stand in meanwhile. */
function subjectOf(question: CurveQuestion | Figure): string {
  return JSON.stringify({ ...question, slowProbability: 0, callees: 0, limits: [] });
}

/** The last answer about the same thing, so that nothing flickers while a new one is on its way. */
function useLast<T>(subject: string | null, value: T | null): T | null {
  const [last, setLast] = useState<{ subject: string | null; value: T | null }>({ subject, value });
  if (last.subject !== subject || (value !== null && last.value !== value)) setLast({ subject, value });
  return value ?? (last.subject === subject ? last.value : null);
}

/** The points of a chart that is open; null until the first answer, or where there is none. */
export function useCurve(question: CurveQuestion | null): Curve | null {
  const key = question === null ? null : JSON.stringify(question);
  const report = useCalm(shownReport);
  const value = useCalm((state) => (key === null ? null : (state.curves[key]?.value ?? null)));
  useAsked(key, report, question, requestCurve);
  return useLast(question && subjectOf(question), value);
}

/** Whether the answer to a question is about what is shown now, and not the last one that stands in for it. */
export function useIsCurrent(question: CurveQuestion | null): boolean {
  const key = question === null ? null : JSON.stringify(question);
  return useCalm((state) => key !== null && state.curves[key]?.of === shownReport(state));
}

type AnswerTo<Q extends LatencyQuestion | LoadQuestion> = Extract<Curve, { question: Q['question'] }>;

/** The answer to a question about load, which waits while a value is dragged. */
export const useLoad = <Q extends LoadQuestion>(question: Q | null): AnswerTo<Q> | null => useTimes(question);

/** The answer to a question about times. Only the share within t follows a value while it is dragged; the others wait. */
export const useLatency = <Q extends LatencyQuestion>(question: Q | null): AnswerTo<Q> | null => useTimes(question);

function useTimes<Q extends LatencyQuestion | LoadQuestion>(question: Q | null): AnswerTo<Q> | null {
  const key = question === null ? null : JSON.stringify(question);
  const report = useCalm(shownReport);
  const waits = useCalm((state) => state.gesture !== null) && question?.question !== 'within';
  const value = useCalm((state) => (key === null ? null : (state.curves[key]?.value ?? null)));
  useAsked(waits ? null : key, report, question, requestCurve);
  return useLast(question && subjectOf(question), value as AnswerTo<Q> | null);
}

/** The working of a figure; null until the first answer, or where there is none. */
export function useExplanation(figure: Figure | null): Explanation | null {
  const key = figure === null ? null : JSON.stringify(figure);
  const report = useCalm(shownReport);
  const value = useCalm((state) => (key === null ? null : (state.explanations[key]?.value ?? null)));
  useAsked(key, report, figure, requestExplanation);
  return useLast(figure && subjectOf(figure), value);
}

/** Asks when the question is another one in what it says, or when there is a new report. */
function useAsked<Q>(key: string | null, report: Report | null, question: Q | null, ask: (question: Q) => void): void {
  const latest = useEffectEvent(() => {
    if (question !== null) ask(question);
  });
  useEffect(() => {
    if (key !== null && report !== null) latest();
  }, [key, report]);
}
