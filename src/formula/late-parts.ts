import type { ResolvedCall, ResolvedComponent, ResolvedDomain } from '../model/resolved.ts';
import type { CallDraft, ComponentDraft } from './draft.ts';
import type { FormulaEvaluator } from './evaluator.ts';
import type { Reader } from './reader.ts';

/** A design whose quantities are read, but for those of time. */
export interface Untimed {
  readonly drafts: readonly ComponentDraft[];
  /** As in the drafts, and what gates need is filled in. */
  readonly components: readonly ResolvedComponent[];
  readonly calls: readonly CallDraft[];
  readonly domains: readonly ResolvedDomain[];
  /** The components, callers before what they call. */
  readonly order: readonly number[];
}

export interface Timed {
  readonly components: readonly ResolvedComponent[];
  readonly calls: readonly ResolvedCall[];
}

/** What is loaded only where a scenario asks for it; see `needsFormulas` and `needsTiming`. */
export interface LateParts {
  readonly evaluateFormula?: FormulaEvaluator | undefined;
  /** Fills in the times of a design and what it carries, and how many replicas carry its load. */
  readonly timing?: ((design: Untimed, reader: Reader) => Timed) | undefined;
}
