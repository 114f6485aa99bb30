import type { ComponentLoad } from '../model/report-load.ts';
import { isLimited } from '../words/load.ts';
import { caches, componentReport, currentJourney, currentReport, selectedComponent } from './selectors.ts';
import type { BoardState, LoadView } from './state.ts';

// What a chart about load is about when several things could be: what is selected, else what matters most.

/** Of a component; null where it is not known. */
export const loadOf = (state: BoardState, id: string): ComponentLoad | null => componentReport(state, id)?.load ?? null;

/** The component whose knee is drawn: the selected one, else the one that is full first; null where no workers are limited. */
export const kneeShown = (state: BoardState): string | null => {
  const selected = selectedComponent(state);
  const load = selected === null ? null : loadOf(state, selected);
  if (load !== null && isLimited(load)) return selected;
  return currentReport(state)?.load?.fullest?.component ?? null;
};

/** The view of load that is open: of caches only where there is one. */
export const loadViewShown = (state: BoardState): LoadView =>
  state.loadView === 'cache' && caches(state).length === 0 ? 'busy' : state.loadView;

/** The cache that is taken to be empty: the selected one, else the first. */
export const cacheShown = (state: BoardState): string | null => {
  const all = caches(state);
  const selected = selectedComponent(state);
  return all.find((id) => id === selected) ?? all[0] ?? null;
};

/** Whether anything arrives anywhere. */
export const anyTraffic = (state: BoardState): boolean =>
  Object.values(currentReport(state)?.components ?? {}).some(({ load }) => (load?.ratePerSecond ?? 0) > 0);

/** The client whose rate is to be written first: that of the journey that is shown. */
export const idleClient = (state: BoardState): string | null => currentJourney(state)?.id ?? null;
