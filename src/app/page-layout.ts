import { useSyncExternalStore } from 'react';
import { board } from '../store/board.ts';
import type { BoardState } from '../store/state.ts';

/** wide: everything beside everything. compact: the inspector over the canvas, the dock a sentence. phone: a sheet below the canvas. */
export type PageLayout = 'wide' | 'compact' | 'phone';

/** Widths in rem, so that larger text folds the page as a smaller screen does. */
const WIDE = 76;
const COMPACT = 42;

/** The layout that the window's width asks for at the text size of the moment. */
export function pageLayout(): PageLayout {
  const width = innerWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return width >= WIDE ? 'wide' : width >= COMPACT ? 'compact' : 'phone';
}

function subscribe(changed: () => void): () => void {
  addEventListener('resize', changed);
  const unsubscribe = board.subscribe((state, before) => {
    if (state.textSize !== before.textSize) changed();
  });
  return () => {
    removeEventListener('resize', changed);
    unsubscribe();
  };
}

export const usePageLayout = (): PageLayout => useSyncExternalStore(subscribe, pageLayout);

/** What stands open when the layout has just become this one. */
function open(layout: PageLayout): void {
  board.getState().setView({ dockOpen: layout === 'wide', inspectorOpen: layout === 'wide' });
}

const nothingSelected = ({ selection }: BoardState): boolean =>
  selection.components.length + selection.calls.length + selection.texts.length === 0;

/** Where the inspector lies over the canvas, it comes with a selection and goes with it. */
function followSelection(state: BoardState, before: BoardState): void {
  if (state.selection === before.selection || pageLayout() !== 'compact') return;
  const inspectorOpen = !nothingSelected(state);
  if (inspectorOpen !== state.inspectorOpen) state.setView({ inspectorOpen });
}

/** A number that leads to its field: on a phone the fields are in one tab of the sheet. */
function followField(state: BoardState, before: BoardState): void {
  if (state.focusField === null || state.focusField === before.focusField || pageLayout() !== 'phone') return;
  state.setView({ phoneTab: 'board' });
}

/** Keeps what is open in step with the size of the page. Called once, before the first paint. */
export function installLayout(): void {
  let last = pageLayout();
  open(last);
  subscribe(() => {
    const layout = pageLayout();
    if (layout !== last) open(layout);
    last = layout;
  });
  board.subscribe(followSelection);
  board.subscribe(followField);
}
