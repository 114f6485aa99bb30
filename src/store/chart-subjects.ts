import type { FanOut } from '../model/report.ts';
import { currentJourney, currentReport, selectedCall, selectedComponent } from './selectors.ts';
import type { BoardState } from './state.ts';

// What a chart is about when several things could be: what is selected, else what matters most.

/** The call whose fan-out is drawn: the selected one, else the widest; null where nothing fans out. */
export const fanOutShown = (state: BoardState): FanOut | null => {
  const fanOuts = currentReport(state)?.fanOuts ?? [];
  const selected = selectedCall(state);
  return fanOuts.find(({ call }) => call === selected) ?? fanOuts[0] ?? null;
};

/** The group whose scaling is drawn: the selected one, else the first that has coefficients. */
export const scalingShown = (state: BoardState): string | null => {
  const components = currentReport(state)?.components ?? {};
  const scales = (id: string): boolean => components[id]?.scaling != null;
  const selected = selectedComponent(state);
  if (selected !== null && scales(selected)) return selected;
  return Object.keys(components).find(scales) ?? null;
};

/** The group whose replicas are varied: the selected one, else the one that causes most of the downtime and can have more. */
export const replicasShown = (state: BoardState): string | null => {
  const parts = currentJourney(state)?.journey.parts ?? {};
  const varies = (id: string): boolean => parts[id]?.oneMore != null;
  const selected = selectedComponent(state);
  if (selected !== null && varies(selected)) return selected;
  const share = (id: string): number => parts[id]?.share ?? 0;
  return (
    Object.keys(parts)
      .filter(varies)
      .sort((a, b) => share(b) - share(a))[0] ?? null
  );
};
