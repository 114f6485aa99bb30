import { createContext } from 'react';

/** How much of a node can be read: all of it, only its name, or hardly that. */
export type Distance = 'near' | 'far' | 'tiny';
export const DistanceContext = createContext<Distance>('near');

/** By the zoom. */
export const distanceAt = (zoom: number): Distance => (zoom < 0.3 ? 'tiny' : zoom < 0.5 ? 'far' : 'near');

/** Below this zoom the labels of calls are in the way. */
export const UNLABELLED_BELOW = 0.7;
