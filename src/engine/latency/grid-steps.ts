/** Steps an octave of the grid: while something is moved, and once it has come to rest. */
export const LIVE_STEPS = 32;
export const SETTLED_STEPS = 64;
/** What loads are computed on: the coarser of the two that are used while something is moved. */
export const LOAD_STEPS = LIVE_STEPS / 2;
