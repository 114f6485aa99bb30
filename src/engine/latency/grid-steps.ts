/** Steps an octave of the grid: while something is moved, and once it has come to rest. */
export const LIVE_STEPS = 32;
export const SETTLED_STEPS = 64;
