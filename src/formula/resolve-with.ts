import { CALL_FIELDS } from '../model/kinds/call.ts';
import type { Section } from '../model/kinds/field.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import type { Resolved, ResolvedDesign } from '../model/resolved.ts';
import type { Design, Scenario } from '../model/scenario.ts';
import { callsByCaller } from './calls-by-caller.ts';
import { draftCalls } from './calls.ts';
import { draftComponents } from './components.ts';
import { resolvedDomains } from './domains.ts';
import type { CallDraft, ComponentDraft } from './draft.ts';
import { failed } from './evaluator.ts';
import { gateNeeds } from './gates.ts';
import type { LateParts, Timed, Untimed } from './late-parts.ts';
import { readerOf, type Place, type Reader } from './reader.ts';
import { takeoverOf } from './recovery.ts';

const TIMED_SECTIONS: ReadonlySet<Section> = new Set(['timing', 'capacity', 'traffic']);

/** What a component or call has that has to do with time or load, but for a client's rate. */
const TIMED_KEYS = [CALL_FIELDS, ...Object.values(KIND_SPECS).map((spec) => spec.fields)]
  .flat()
  .filter(({ key, section }) => key !== 'rate' && TIMED_SECTIONS.has(section))
  .map(({ key }) => key);

/** `resolve` with the parts that were loaded. What needs a part that was not is neutral. */
export function resolveWith(scenario: Scenario, parts: LateParts): Resolved {
  const reader = readerOf(scenario.variables ?? {}, parts.evaluateFormula);
  resolveObjectives(scenario, reader);
  const designs = scenario.designs.map((design, index) =>
    resolveDesign(design, { path: ['designs', index], where: design.name }, reader, parts.timing ?? untimed),
  );
  return { designs, issues: reader.issues, findings: reader.findings };
}

/** Whether anything in a scenario has to be worked out, so that the evaluator (and mathjs with it) has to be loaded. */
export function needsFormulasIn(scenario: Scenario, timing: LateParts['timing']): boolean {
  let needed = false;
  const evaluateFormula = (): ReturnType<typeof failed> => {
    needed = true;
    return failed('formula/not-loaded', 'Formulas are not loaded');
  };
  resolveWith(scenario, { evaluateFormula, timing });
  return needed;
}

/** Whether a scenario says anything about time or load, or has replicas counted by their load. */
export const needsTiming = ({ designs }: Scenario): boolean =>
  designs.some(
    ({ components, calls = [] }) =>
      Object.values(components).some(
        ({ objectives, needed, ...rest }) =>
          needed === 'capacity' || objectives?.latency !== undefined || isTimed(rest),
      ) || calls.some(isTimed),
  );

const isTimed = (owner: object): boolean => TIMED_KEYS.some((key) => key in owner);

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

function resolveDesign(
  design: Design,
  place: Place,
  reader: Reader,
  timing: NonNullable<LateParts['timing']>,
): ResolvedDesign {
  const domains = resolvedDomains(design, place, reader);
  const drafts = draftComponents(design, place, reader);
  const { calls, order } = draftCalls(design, drafts, place, reader);
  const timed = timing({ drafts, components: withGates(drafts, calls, reader), calls, domains, order }, reader);
  const components = timed.components.map((component, index) => {
    const draft = drafts[index]!;
    return { ...component, ...takeoverOf(draft, component, reader) };
  });
  return { name: design.name, components, calls: timed.calls, domains };
}

const untimed = ({ components, calls }: Untimed): Timed => ({
  components,
  calls: calls.flatMap((draft) => draft.resolved ?? []),
});

/** Fills in what gates need, which depends on their calls. */
function withGates(
  drafts: readonly ComponentDraft[],
  calls: readonly CallDraft[],
  reader: Reader,
): ComponentDraft['resolved'][] {
  const outgoing = callsByCaller(calls.flatMap((draft) => draft.resolved ?? []));
  return drafts.map((draft, index) =>
    draft.component.kind === 'gate'
      ? { ...draft.resolved, ...gateNeeds(draft, outgoing.get(index) ?? [], reader) }
      : draft.resolved,
  );
}
