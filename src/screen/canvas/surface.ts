import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Kind, Point } from '../../model/scenario.ts';

/** What the board tells the palette: where a point of the window lies on it, and what is there. */
export interface Surface {
  /** The board point under a point of the window; null outside the board. */
  toBoard(x: number, y: number): Point | null;
  callAt(x: number, y: number): string | null;
}

/** What is on its way from the palette to the board. */
export interface Carried {
  readonly tool: Kind | 'domain' | 'text';
  readonly x: number;
  readonly y: number;
  /** The call that it would be put into. */
  readonly into: string | null;
}

/** What letting go of what is dragged would do. */
interface Drop {
  /** The domains that it comes into. */
  readonly into: readonly string[];
  /** In words. */
  readonly hint: string | null;
}

interface Shared {
  readonly surface: Surface | null;
  readonly carried: Carried | null;
  readonly drop: Drop;
}

const NO_DROP: Drop = { into: [], hint: null };

/** What palette, board and its containers share while something is dragged. */
export const shared = createStore<Shared>(() => ({ surface: null, carried: null, drop: NO_DROP }));

/** Says what a drop would do, as often as the drag goes on; told only when it changes. */
export function showDrop(into: readonly string[], hint: string | null): void {
  const { drop } = shared.getState();
  const same = drop.hint === hint && drop.into.length === into.length && into.every((id) => drop.into.includes(id));
  if (!same) shared.setState({ drop: hint === null && into.length === 0 ? NO_DROP : { into, hint } });
}

export const useDrop = <T>(selector: (drop: Drop) => T): T => useStore(shared, (state) => selector(state.drop));

export const useCarried = <T>(selector: (carried: Carried | null) => T): T =>
  useStore(shared, (state) => selector(state.carried));
