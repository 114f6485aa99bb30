import { useReactFlow } from '@xyflow/react';
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { Point } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { needsLayout } from '../../store/selectors.ts';
import type { CallEdgeType } from './board-edges.ts';
import type { BoardNode } from './board-nodes.ts';
import { BoardView } from './board-view.ts';

/**
 * Registers what only the canvas can do, shows a document whole when it is opened, and keeps it whole as the window
 * changes until somebody moves the view or edits.
 */
export function useView(frame: RefObject<HTMLElement | null>, places: Readonly<Record<string, Point>>): BoardView {
  const flow = useReactFlow<BoardNode, CallEdgeType>();
  const [view] = useState(() => new BoardView(flow));

  useLayoutEffect(() => {
    view.follow(places);
  }, [view, places]);

  useEffect(() => {
    const element = frame.current;
    view.standsIn(element);
    const observer = new ResizeObserver(() => view.refit());
    if (element !== null) observer.observe(element);
    const unregister = board.getState().registerCanvas(view.handlers);
    const unsubscribe = board.subscribe((state, before) => {
      if (state.edits !== before.edits && state.documentId === before.documentId) view.touch();
      if (state.whatIf !== before.whatIf) requestAnimationFrame(() => view.refit(200));
      if (state.textSize !== before.textSize) view.rescale(state.textSize / before.textSize);
    });
    return () => {
      observer.disconnect();
      unregister();
      unsubscribe();
    };
  }, [view, frame]);

  // A document that has just been opened is shown whole as soon as everything in it has a place.
  const documentId = useBoard((state) => (state.opened ? state.documentId : null));
  const placed = useBoard((state) => !needsLayout(state));
  useEffect(() => {
    if (documentId !== null && placed) view.open(documentId);
  }, [view, documentId, placed]);

  return view;
}
