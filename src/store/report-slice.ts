import type { ReportSlice, Slice } from './state.ts';

/** Written by `recompute.ts` and `answers.ts` alone. */
export const reportSlice: Slice<ReportSlice> = () => ({
  report: null,
  issues: [],
  whatIfReport: null,
  computing: null,
  stale: false,
  engineMilliseconds: null,
  curves: {},
  explanations: {},
});
