import type { FanOut, JourneyReport } from '../model/report.ts';
import { callIds } from '../model/scenario.ts';
import { hasTimes } from '../words/times.ts';
import {
  componentReport,
  currentJourney,
  currentReport,
  selectedCall,
  selectedComponent,
  shownDesign,
  shownReport,
} from './selectors.ts';
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

/** The journey that is shown, where its requests take any time. */
export const timedJourney = (state: BoardState) => {
  const named = currentJourney(state);
  return hasTimes(named?.journey) ? named : null;
};

/** The limit that good answers are counted within: the one asked for, else the one promised; null where there is neither. */
export const limitShown = (state: BoardState): number | null =>
  state.limit ?? timedJourney(state)?.journey.latency?.objective?.limitSeconds ?? null;

/** The same client's journey in other designs, where it takes any time. */
export const othersTimed = (state: BoardState): { readonly design: number; readonly journey: JourneyReport }[] => {
  const id = currentJourney(state)?.id;
  return (shownReport(state)?.designs ?? []).flatMap(({ journeys }, design) => {
    const journey = id === undefined || design === state.design ? undefined : journeys[id];
    return journey !== undefined && hasTimes(journey) ? [{ design, journey }] : [];
  });
};

/** The design whose times stand beside those of the one on the board. */
export const besideShown = (state: BoardState): { readonly design: number; readonly journey: JourneyReport } | null => {
  if (state.beside === null) return null;
  const others = othersTimed(state);
  return others.find(({ design }) => design === state.beside) ?? others[0] ?? null;
};

/** The call whose fan-out, hedge and timeout are drawn: the selected one, else the journey's widest, else that of the slowest work. */
export const callShown = (state: BoardState): string | null => {
  const calls = shownDesign(state)?.calls ?? [];
  const ids = callIds(calls);
  const selected = selectedCall(state);
  if (selected !== null && ids.includes(selected)) return selected;
  const attempts = timedJourney(state)?.journey.latency?.attempts ?? {};
  const made = ids.filter((id) => (attempts[id] ?? 0) > 0);
  const wide = (currentReport(state)?.fanOuts ?? []).find(({ call }) => made.includes(call));
  const slow = (id: string): number => {
    const to = calls[ids.indexOf(id)]?.to ?? '';
    return componentReport(state, to)?.latency?.own.p99 ?? 0;
  };
  return wide?.call ?? made.toSorted((a, b) => slow(b) - slow(a))[0] ?? ids[0] ?? null;
};

/** The component whose time is to be written first: the selected one, else the first that can take any. */
export const untimedComponent = (state: BoardState): string | null => {
  const components = shownDesign(state)?.components ?? {};
  const works = (id: string): boolean => {
    const kind = components[id]?.kind;
    return kind !== undefined && kind !== 'client' && kind !== 'gate';
  };
  const selected = selectedComponent(state);
  if (selected !== null && works(selected)) return selected;
  return Object.keys(components).find(works) ?? null;
};
