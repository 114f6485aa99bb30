import { useEffect, useMemo, useState } from 'react';
import type { BoardText, Design, Point } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { needsLayout, shownDesign, shownScenario } from '../../store/selectors.ts';

type Places = Readonly<Record<string, Point>>;
const NOWHERE: Places = {};

/** Where the components of a design would stand if they were laid out: all of them, or those that are not in `existing`. */
export async function arranged(
  design: Design | null,
  texts: Readonly<Record<string, BoardText>> | undefined,
  existing: Places = NOWHERE,
): Promise<Places> {
  const { layout } = await import('../../drawing/layout.ts');
  return design === null ? NOWHERE : layout(design, existing, texts);
}

/**
 * Where components stand. Those without a place are laid out: for the document that is written down, which is no edit;
 * for a what-if it is only shown.
 */
export function usePlaces(): Places {
  const at = useBoard((state) => shownScenario(state).at ?? NOWHERE);
  const texts = useBoard((state) => shownScenario(state).texts);
  const design = useBoard(shownDesign);
  const incomplete = useBoard(needsLayout);
  const whatIf = useBoard((state) => state.whatIf !== null);
  const [found, setFound] = useState<Places>(NOWHERE);

  useEffect(() => {
    let current = true;
    const place = async (): Promise<void> => {
      const places = await arranged(design, texts, at);
      if (!current) return;
      if (whatIf) setFound(places);
      else board.getState().place(places);
    };
    if (incomplete) void place();
    return () => {
      current = false;
    };
  }, [incomplete, design, texts, whatIf, at]);

  return useMemo(() => (incomplete && whatIf ? { ...found, ...at } : at), [incomplete, whatIf, found, at]);
}
