import type { Resolved } from '../model/resolved.ts';
import type { Scenario } from '../model/scenario.ts';
import type { FormulaEvaluator } from './evaluator.ts';
import { needsFormulasIn, resolveWith } from './resolve-with.ts';
import { timing } from './timing/timing.ts';

/**
 * Turns every quantity of a scenario into SI numbers. A wrong field is listed in `issues` and replaced by its neutral
 * default, so that everything else still computes. Without `evaluateFormula` a value with operators is such a wrong
 * field; see `needsFormulas`.
 */
export const resolve = (scenario: Scenario, evaluateFormula?: FormulaEvaluator): Resolved =>
  resolveWith(scenario, { evaluateFormula, timing });

/** Whether anything in a scenario has to be worked out, so that the evaluator (and mathjs with it) has to be loaded. */
export const needsFormulas = (scenario: Scenario): boolean => needsFormulasIn(scenario, timing);
