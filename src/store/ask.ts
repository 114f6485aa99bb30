import type { Curve, CurveQuestion, Explanation, Figure, Report } from '../model/report.ts';
import { isWorkerLost } from '../worker/protocol.ts';
import { board } from './board.ts';
import { isNarrowing } from './narrowing.ts';
import { engineClient } from './recompute.ts';
import { computedScenario, shownReport } from './selectors.ts';
import type { Kept } from './state.ts';

type Answers<T> = Readonly<Record<string, Kept<T>>>;

/** Questions under way, by key; those asked again meanwhile, because the report has changed, are marked. */
const underWay = new Map<string, { again: boolean }>();

/** Questions of which the last answer was lost with its worker. */
const lost = new Set<string>();

/** Keeps an answer and drops those about older reports, whose askers hold on to what they show. */
function kept<T>(answers: Answers<T>, key: string, of: Report, value: T): Answers<T> {
  const current = Object.entries(answers).filter(([, answer]) => answer.of === of);
  return { ...Object.fromEntries(current), [key]: { of, value } };
}

async function once(key: string, ask: () => Promise<void>, again: () => void): Promise<void> {
  const known = underWay.get(key);
  if (known !== undefined) {
    known.again = true;
    return;
  }
  const mark = { again: false };
  underWay.set(key, mark);
  try {
    await ask();
    lost.delete(key);
  } catch (error) {
    // No answer is an answer: the place stays empty. Where the worker stopped, its successor is asked, once.
    if (isWorkerLost(error) && !lost.has(key)) {
      lost.add(key);
      mark.again = true;
    }
  }
  underWay.delete(key);
  if (mark.again) again();
}

/** Asks the engine for the points of a chart; the answer comes to `state.curves`. */
export function requestCurve(question: CurveQuestion): void {
  const key = JSON.stringify(question);
  const state = board.getState();
  const of = shownReport(state);
  const client = engineClient();
  if (of === null || client === null || isNarrowing(of) || state.curves[key]?.of === of) return;
  const ask = async (): Promise<void> => {
    const value: Curve = await client.run('curve', {
      scenario: computedScenario(state),
      question,
    });
    board.setState(({ curves }) => ({ curves: kept(curves, key, of, value) }));
  };
  void once(`curve ${key}`, ask, () => requestCurve(question));
}

/** Asks the engine how a figure came to be; the answer comes to `state.explanations`. */
export function requestExplanation(figure: Figure): void {
  const key = JSON.stringify(figure);
  const state = board.getState();
  const of = shownReport(state);
  const client = engineClient();
  if (of === null || client === null || isNarrowing(of) || state.explanations[key]?.of === of) return;
  const ask = async (): Promise<void> => {
    const value: Explanation = await client.run('explain', { scenario: computedScenario(state), figure });
    board.setState(({ explanations }) => ({ explanations: kept(explanations, key, of, value) }));
  };
  void once(`explain ${key}`, ask, () => requestExplanation(figure));
}
