import { board } from '../store/board.ts';
import { shownScenario } from '../store/selectors.ts';
import type { BoardState } from '../store/state.ts';

const title = (state: BoardState): string => shownScenario(state).title?.trim() ?? '';

/** Puts theme, text size and title on the document, now and when they change. The theme's colours are in theme.css. */
export function installAppearance(): void {
  const show = (state: BoardState): void => {
    const root = document.documentElement;
    root.dataset['theme'] = state.theme;
    root.style.fontSize = state.textSize === 100 ? '' : `${state.textSize}%`;
    const name = title(state);
    document.title = name === '' ? 'Nineboard' : `${name} · Nineboard`;
  };
  show(board.getState());
  board.subscribe((state, before) => {
    const same = state.theme === before.theme && state.textSize === before.textSize && title(state) === title(before);
    if (!same) show(state);
  });
}
