import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Kind, Point } from '../../model/scenario.ts';

/** What the board tells the palette: where a point of the window lies on it, and which call is there. */
export interface Surface {
  /** The board point under a point of the window; null outside the board. */
  toBoard(x: number, y: number): Point | null;
  callAt(x: number, y: number): string | null;
}

/** What is on its way from the palette to the board. */
export interface Carried {
  readonly tool: Kind | 'text';
  readonly x: number;
  readonly y: number;
  /** The call that it would be put into. */
  readonly into: string | null;
}

interface Shared {
  readonly surface: Surface | null;
  readonly carried: Carried | null;
}

/** What palette and board share while something is dragged from the one to the other. */
export const shared = createStore<Shared>(() => ({ surface: null, carried: null }));

export const useCarried = <T>(selector: (carried: Carried | null) => T): T =>
  useStore(shared, (state) => selector(state.carried));
