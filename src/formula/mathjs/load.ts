import type { FormulaEvaluator } from '../evaluator.ts';

/** Fetches the formula evaluator, which brings mathjs along: only asked for once a scenario has a formula. */
export async function loadEvaluator(): Promise<FormulaEvaluator> {
  return (await import('./evaluate.ts')).evaluateFormula;
}
