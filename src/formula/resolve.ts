import { fieldOf } from '../model/kinds/kinds.ts';
import type { Resolved, ResolvedCall, ResolvedComponent, ResolvedDesign } from '../model/resolved.ts';
import type { Design, Scenario } from '../model/scenario.ts';
import { callsByCaller } from './calls-by-caller.ts';
import { draftCalls } from './calls.ts';
import { arrivalRates, capacityNeeded } from './capacity.ts';
import { draftComponents } from './components.ts';
import { resolvedDomains } from './domains.ts';
import type { ComponentDraft } from './draft.ts';
import { failed, type FormulaEvaluator } from './evaluator.ts';
import { notComputed } from './fields.ts';
import { gateNeeds } from './gates.ts';
import { inside, readerOf, type Place, type Reader } from './reader.ts';
import { takeoverOf } from './recovery.ts';

/** Used only to work out `needed: capacity`, so they are said to be unused where that is not asked for. */
const FOR_CAPACITY = ['time', 'workers', 'target'];

/**
 * Turns every quantity of a scenario into SI numbers. A wrong field is listed in `issues` and replaced by its neutral
 * default, so that everything else still computes. Without `evaluateFormula` a value with operators is such a wrong
 * field; see `needsFormulas`.
 */
export function resolve(scenario: Scenario, evaluateFormula?: FormulaEvaluator): Resolved {
  const reader = readerOf(scenario.variables ?? {}, evaluateFormula);
  resolveObjectives(scenario, reader);
  const designs = scenario.designs.map((design, index) =>
    resolveDesign(design, { path: ['designs', index], where: design.name }, reader),
  );
  return { designs, issues: reader.issues, findings: reader.findings };
}

/** Whether anything in a scenario has to be worked out, so that the evaluator (and mathjs with it) has to be loaded. */
export function needsFormulas(scenario: Scenario): boolean {
  let needed = false;
  resolve(scenario, () => {
    needed = true;
    return failed('formula/not-loaded', 'Formulas are not loaded');
  });
  return needed;
}

function resolveObjectives({ objectives }: Scenario, reader: Reader): void {
  const dimensions = { cost: 'money', durability: 'availability' } as const;
  for (const key of ['cost', 'durability', 'consistency'] as const) {
    const value = objectives?.[key];
    if (value === undefined) continue;
    const place = { path: ['objectives', key], where: 'objectives' };
    if (key !== 'consistency') reader.number(value, dimensions[key], place);
    reader.finding('not-computed-yet', place, `The objective for ${key} is kept, but no number uses it yet.`);
  }
}

function resolveDesign(design: Design, place: Place, reader: Reader): ResolvedDesign {
  const domains = resolvedDomains(design, place, reader);
  const drafts = draftComponents(design, place, reader);
  const { calls: callDrafts, order } = draftCalls(design, drafts, place, reader);
  const calls = callDrafts.flatMap((draft) => draft.resolved ?? []);
  return { name: design.name, components: withNeeds(drafts, calls, order, reader), calls, domains };
}

/** Fills in what depends on the calls: what gates need, how many replicas carry the load, and who takes over. */
function withNeeds(
  drafts: readonly ComponentDraft[],
  calls: readonly ResolvedCall[],
  order: readonly number[],
  reader: Reader,
): ResolvedComponent[] {
  const outgoing = callsByCaller(calls);
  const gated = drafts.map((draft, index) =>
    draft.component.kind === 'gate'
      ? { ...draft.resolved, ...gateNeeds(draft, outgoing.get(index) ?? [], reader) }
      : draft.resolved,
  );
  const capacity = drafts.some((draft) => draft.values.words.get('needed') === 'capacity');
  const rates = capacity ? arrivalRates(gated, calls, order) : null;
  return gated.map((component, index) => {
    const draft = drafts[index]!;
    const byLoad = draft.values.words.get('needed') === 'capacity';
    if (!byLoad) unusedCapacity(draft, reader);
    const needed = byLoad ? capacityNeeded(draft, rates?.[index] ?? 0, reader) : component.needed;
    return { ...component, needed, ...takeoverOf(draft, { ...component, needed }, reader) };
  });
}

function unusedCapacity({ component, place }: ComponentDraft, reader: Reader): void {
  for (const key of FOR_CAPACITY) {
    const field = Object.hasOwn(component, key) ? fieldOf(component.kind, key) : undefined;
    if (field?.computed === true) notComputed(field, inside(place, key), reader);
  }
}
