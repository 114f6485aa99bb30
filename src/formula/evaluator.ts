import type { Amount } from '../model/quantity/amount.ts';

/** What a formula or variable comes to, or why it has no value. */
export type Evaluated =
  | { readonly ok: true; readonly amount: Amount }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Works out a formula such as "2 * peak / 3"; `variable` says what a name stands for. */
export type FormulaEvaluator = (text: string, variable: (name: string) => Evaluated) => Evaluated;

export const failed = (code: string, message: string): Evaluated => ({ ok: false, code, message });
