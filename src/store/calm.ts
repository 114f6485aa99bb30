import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { board } from './board.ts';
import type { BoardState } from './state.ts';

/** Ten times a second is enough for what is beside the hand: charts, sentences, workings. */
const REST_MILLISECONDS = 100;

/** The board as it was a moment ago. */
const calm = createStore<BoardState>(() => board.getState());
let due: ReturnType<typeof setTimeout> | null = null;
let last = 0;

function follow(): void {
  due = null;
  last = performance.now();
  calm.setState(board.getState(), true);
}

/** Behind the frame in which the number itself is drawn, and not more often than the rest allows. */
board.subscribe(() => {
  if (due !== null) return;
  due = setTimeout(
    () => requestAnimationFrame(() => setTimeout(follow)),
    Math.max(0, last + REST_MILLISECONDS - performance.now()),
  );
});

/** Like `useBoard`, for what may follow at rest: heavy to draw, and not what one looks at while dragging a value. */
export const useCalm = <T>(selector: (state: BoardState) => T): T => useStore(calm, selector);
