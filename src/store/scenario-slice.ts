import { emptyScenario } from '../model/edit/document.ts';
import { NOTHING } from '../model/edit/selection.ts';
import { canBeHeld, type Held } from '../model/edit/what-if.ts';
import type { Scenario } from '../model/scenario.ts';
import { freshDocumentId } from './document-id.ts';
import { presentSelection } from './selection.ts';
import { shownScenario, undoDiscards } from './selectors.ts';
import type { BoardState, ScenarioSlice, Slice, Step } from './state.ts';

const UNDO_LIMIT = 500;

const stepOf = (state: BoardState, label: string): Step => ({
  label,
  scenario: state.scenario,
  design: state.design,
  selection: state.selection,
});

const clampDesign = (scenario: Scenario, design: number): number =>
  Math.max(0, Math.min(design, scenario.designs.length - 1));

/** What is held without what no design has any more; the same list when all of it is there. */
function presentHeld(held: readonly Held[], { designs }: Scenario): readonly Held[] {
  const present = held.filter((part) => designs.some((design) => canBeHeld(design, part)));
  return present.length === held.length ? held : present;
}

/** What holds after any change of the document: an edited copy is one's own, and nothing that is gone stays selected. */
function changed(state: BoardState, scenario: Scenario, design = state.design, selection = state.selection) {
  const shown = clampDesign(scenario, design);
  return {
    scenario,
    design: shown,
    origin: 'own' as const,
    selection: presentSelection(selection, scenario, shown),
    held: presentHeld(state.held, scenario),
  };
}

const pushed = (steps: readonly Step[], step: Step): readonly Step[] => [...steps.slice(1 - UNDO_LIMIT), step];

export const scenarioSlice: Slice<ScenarioSlice> = (set, get) => ({
  opened: false,
  scenario: emptyScenario(),
  design: 0,
  documentId: freshDocumentId(),
  origin: 'own',
  past: [],
  future: [],
  gesture: null,
  edits: 0,

  edit(label, change, after = {}) {
    get().settle();
    const shown = shownScenario(get());
    const scenario = change(shown, get().design);
    if (scenario === shown) return false;
    get().keepTried();
    const state = get();
    set({
      ...changed(state, scenario, after.design, after.selection),
      past: pushed(state.past, stepOf(state, label)),
      future: [],
      edits: state.edits + 1,
    });
    return true;
  },

  preview(label, change) {
    if (get().gesture?.label !== label) {
      get().settle();
      get().keepTried();
    }
    const state = get();
    const gesture = state.gesture ?? { label, base: stepOf(state, label), previousEdit: state.edits };
    const scenario = change(gesture.base.scenario, gesture.base.design);
    if (state.gesture !== null && scenario === state.scenario) return;
    set({ scenario, gesture, edits: gesture.previousEdit + 1 });
  },

  settle() {
    const { gesture, ...state } = get();
    if (gesture === null) return;
    if (state.scenario === gesture.base.scenario) return set({ gesture: null, edits: gesture.previousEdit });
    set({ ...changed(get(), state.scenario), gesture: null, past: pushed(state.past, gesture.base), future: [] });
  },

  abandon() {
    const { gesture } = get();
    if (gesture === null) return;
    const { scenario, design, selection } = gesture.base;
    set({ scenario, design, selection, gesture: null, edits: get().edits + 1 });
  },

  undo() {
    if (get().whatIf === null) get().settle();
    const state = get();
    if (undoDiscards(state)) return state.discardWhatIf();
    const step = state.past.at(-1);
    if (step === undefined) return;
    set({
      ...changed(state, step.scenario, step.design, step.selection),
      past: state.past.slice(0, -1),
      future: [...state.future, stepOf(state, step.label)],
      edits: state.edits + 1,
    });
  },

  redo() {
    if (get().whatIf !== null || get().gesture !== null) return;
    const state = get();
    const step = state.future.at(-1);
    if (step === undefined) return;
    set({
      ...changed(state, step.scenario, step.design, step.selection),
      past: pushed(state.past, stepOf(state, step.label)),
      future: state.future.slice(0, -1),
      edits: state.edits + 1,
    });
  },

  switchDesign(design) {
    get().settle();
    const state = get();
    const scenario = shownScenario(state);
    const shown = clampDesign(scenario, design);
    if (shown === state.design) return;
    set({ design: shown, selection: presentSelection(state.selection, scenario, shown), journey: null });
  },

  load(scenario, { documentId, origin, design = 0 }) {
    set({
      opened: true,
      scenario,
      documentId,
      origin,
      design: clampDesign(scenario, design),
      past: [],
      future: [],
      gesture: null,
      edits: get().edits + 1,
      whatIf: null,
      held: [],
      heldAfter: undefined,
      selection: NOTHING,
      hovered: null,
      highlight: [],
      journey: null,
      renaming: null,
      connecting: null,
      focusField: null,
      shared: null,
      tool: 'select',
      report: null,
      whatIfReport: null,
      issues: [],
      stale: false,
      curves: {},
      explanations: {},
      versions: [],
      conflict: null,
    });
  },

  place(positions) {
    const { scenario } = get();
    set({ scenario: { ...scenario, at: { ...positions, ...scenario.at } } });
  },

  keep() {
    set({ origin: 'own' });
  },
});
