import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Point } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { needsLayout, shownDesign, shownScenario } from '../../store/selectors.ts';
import type { BoardState } from '../../store/state.ts';

type Places = Readonly<Record<string, Point>>;
const NOWHERE: Places = {};

/** Where everything of the design on the board would stand if it were laid out anew; only what has no place yet, with `existing`. */
export async function arranged(state: BoardState, existing: Places = NOWHERE): Promise<Places> {
  const { layout } = await import('../../drawing/layout.ts');
  const design = shownDesign(state);
  return design === null ? NOWHERE : layout(design, existing, shownScenario(state).texts);
}

/**
 * Where components stand. Those without a place are laid out: for the document that is written down, which is no edit;
 * for a what-if it is only shown.
 */
export function usePlaces(): Places {
  const at = useBoard((state) => shownScenario(state).at ?? NOWHERE);
  const incomplete = useBoard(needsLayout);
  const [design, whatIf] = useBoard(useShallow((state) => [shownDesign(state), state.whatIf !== null] as const));
  const [found, setFound] = useState<Places>(NOWHERE);

  useEffect(() => {
    if (!incomplete) return;
    let current = true;
    const place = async (): Promise<void> => {
      const places = await arranged(board.getState(), at);
      if (!current) return;
      if (whatIf) setFound(places);
      else board.getState().place(places);
    };
    void place();
    return () => {
      current = false;
    };
  }, [incomplete, design, whatIf, at]);

  return useMemo(() => (incomplete && whatIf ? { ...found, ...at } : at), [incomplete, whatIf, found, at]);
}
