/** The engine's front door. */
export { analyse, analyseStepwise, isOutOfReach, type AnalyseOptions, type Progress } from './analyse.ts';
export { createCache, type EngineCache } from './engine-cache.ts';
export { curve } from './curve.ts';
export { explain } from './explain.ts';
export { isLoaded, isTimed } from './latency/is-timed.ts';
