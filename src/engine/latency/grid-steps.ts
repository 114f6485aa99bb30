/** Steps an octave of the grid: while something is moved, once it has come to rest, and for what is asked beside the report. */
export const LIVE_STEPS = 16;
export const SETTLED_STEPS = 64;
export const ASKED_STEPS = 32;
/** What loads are computed on, so that they are the same while something is moved and at rest. */
export const LOAD_STEPS = LIVE_STEPS;
