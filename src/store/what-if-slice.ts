import { canBeHeld, samePart, withHeld, type Held } from '../model/edit/what-if.ts';
import { presentSelection } from './selection.ts';
import { isWhatIf, shownDesign, shownScenario, whatIfLabel } from './selectors.ts';
import type { BoardState, Slice, WhatIfSlice } from './state.ts';

/** Nothing is shown any more but the document, and a click is a click again. */
const ended = ({ tool }: BoardState) => ({
  whatIf: null,
  whatIfReport: null,
  held: [],
  heldAfter: undefined,
  tool: tool === 'down' ? ('select' as const) : tool,
});

export const whatIfSlice: Slice<WhatIfSlice> = (set, get) => ({
  whatIf: null,
  held: [],
  heldAfter: undefined,

  tryOut(label, change) {
    get().settle();
    const { scenario, design } = get();
    const tried = change(scenario, design);
    if (tried !== scenario) set({ whatIf: { label, scenario: tried }, whatIfReport: null });
  },

  keepTried() {
    const { whatIf, whatIfReport, report, held } = get();
    if (whatIf === null) return;
    set(held.length === 0 ? { whatIf: null, whatIfReport: null, report: whatIfReport ?? report } : { whatIf: null });
    get().edit(whatIf.label, () => whatIf.scenario);
  },

  hold(parts, up) {
    get().settle();
    const state = get();
    const added = parts
      .filter((part) => canBeHeld(shownDesign(state), part))
      .map(({ of, id }): Held => ({ of, id, up }));
    if (added.length === 0) return;
    const now = (one: Held): Held => added.find((each) => samePart(each, one)) ?? one;
    const more = added.filter((one) => !state.held.some((each) => samePart(each, one)));
    set({
      held: [...state.held.map(now), ...more],
      heldAfter: state.past.at(-1),
      whatIfReport: isWhatIf(state) ? state.whatIfReport : null,
    });
  },

  release(parts) {
    const { held, past } = get();
    const left = held.filter((one) => !parts.some((part) => samePart(part, one)));
    if (left.length < held.length) set({ held: left, heldAfter: past.at(-1) });
  },

  applyWhatIf() {
    const state = get();
    if (!isWhatIf(state)) return;
    const { held, whatIfReport, report, design } = state;
    const label = whatIfLabel(state);
    const applied = withHeld(shownScenario(state), design, held);
    set({ ...ended(state), report: whatIfReport ?? report });
    get().edit(label, () => applied);
  },

  discardWhatIf() {
    const state = get();
    if (!isWhatIf(state)) return;
    set({ ...ended(state), selection: presentSelection(state.selection, state.scenario, state.design) });
  },
});
