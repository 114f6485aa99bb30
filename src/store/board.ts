import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { librarySlice } from './library-slice.ts';
import { reportSlice } from './report-slice.ts';
import { scenarioSlice } from './scenario-slice.ts';
import type { BoardState } from './state.ts';
import { viewSlice } from './view-slice.ts';
import { whatIfSlice } from './what-if-slice.ts';

/** The one store of the page. */
export const board: StoreApi<BoardState> = createStore<BoardState>()((...api) => ({
  ...viewSlice(...api),
  ...scenarioSlice(...api),
  ...whatIfSlice(...api),
  ...reportSlice(...api),
  ...librarySlice(...api),
}));

/** Draws anew only when what the selector picks changes. Selectors that build objects need `useShallow`. */
export const useBoard = <T>(selector: (state: BoardState) => T): T => useStore(board, selector);
