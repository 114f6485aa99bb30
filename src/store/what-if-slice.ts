import { presentSelection } from './selection.ts';
import type { Slice, WhatIfSlice } from './state.ts';

export const whatIfSlice: Slice<WhatIfSlice> = (set, get) => ({
  whatIf: null,

  tryOut(label, change) {
    get().settle();
    const { scenario, design } = get();
    const tried = change(scenario, design);
    if (tried !== scenario) set({ whatIf: { label, scenario: tried }, whatIfReport: null });
  },

  applyWhatIf() {
    const { whatIf, whatIfReport, report } = get();
    if (whatIf === null) return;
    set({ whatIf: null, whatIfReport: null, report: whatIfReport ?? report });
    get().edit(whatIf.label, () => whatIf.scenario);
  },

  discardWhatIf() {
    const { whatIf, scenario, design, selection } = get();
    if (whatIf === null) return;
    set({ whatIf: null, whatIfReport: null, selection: presentSelection(selection, scenario, design) });
  },
});
