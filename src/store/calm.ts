import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { board } from './board.ts';
import type { BoardState } from './state.ts';

/** Ten times a second is enough for what is beside the hand: charts, sentences, workings. */
const REST_MILLISECONDS = 100;
/** Where drawing them is slow they rest longer, so that the hand keeps most of the time. */
const REST_PER_COST = 5;

/** The board as it was a moment ago. */
const calm = createStore<BoardState>(() => board.getState());
let due: ReturnType<typeof setTimeout> | null = null;
let rested = 0;

function follow(): void {
  due = null;
  const began = performance.now();
  rested = began + REST_MILLISECONDS;
  calm.setState(board.getState(), true);
  // What was drawn for it was drawn before this.
  setTimeout(() => (rested = Math.max(rested, began + REST_PER_COST * (performance.now() - began))));
}

/** Behind the frame in which the number itself is drawn, and not more often than the rest allows. */
board.subscribe(() => {
  if (due !== null) return;
  const wait = Math.max(0, rested - performance.now());
  due = setTimeout(() => requestAnimationFrame(() => setTimeout(follow)), wait);
});

/** Like `useBoard`, for what may follow at rest: heavy to draw, and not what one looks at while dragging a value. */
export const useCalm = <T>(selector: (state: BoardState) => T): T => useStore(calm, selector);
