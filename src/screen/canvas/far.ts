import { createContext } from 'react';

/** Whether the board is so far away that a node shows its name only. */
export const FarContext = createContext(false);

/** Below this zoom small text cannot be read. */
export const FAR_BELOW = 0.5;
/** Below this one even names are small. */
export const TINY_BELOW = 0.4;
/** Below this one the labels of calls are in the way. */
export const UNLABELLED_BELOW = 0.7;
