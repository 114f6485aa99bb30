import { useReactFlow, type Viewport } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { board } from '../../store/board.ts';
import { LEAST_ZOOM, MOST_ZOOM, type BoardView } from './board-view.ts';

/** Two fingers on the frame: the point between them and how far they are apart. */
interface Grip {
  readonly x: number;
  readonly y: number;
  readonly apart: number;
}

function gripOf(touches: TouchList, frame: Element): Grip | null {
  const [first, second] = touches;
  if (first === undefined || second === undefined) return null;
  const { left, top } = frame.getBoundingClientRect();
  return {
    x: (first.clientX + second.clientX) / 2 - left,
    y: (first.clientY + second.clientY) / 2 - top,
    apart: Math.max(1, Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY)),
  };
}

/** The view that keeps under the fingers what they took hold of. */
function pinched(from: Viewport, start: Grip, now: Grip): Viewport {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, (from.zoom * now.apart) / start.apart));
  const scale = zoom / from.zoom;
  return { x: now.x - (start.x - from.x) * scale, y: now.y - (start.y - from.y) * scale, zoom };
}

/**
 * Zooming and moving the view with two fingers, wherever they are. React Flow's own pinch needs both on the empty board,
 * and on a phone most of what one sees is components and arrows.
 */
export function usePinch(frame: RefObject<HTMLElement | null>, view: BoardView): void {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let start: { readonly grip: Grip; readonly from: Viewport } | null = null;
    const down = (event: TouchEvent): void => {
      const grip = gripOf(event.touches, element);
      if (grip === null) return;
      event.stopPropagation();
      board.getState().abandon();
      view.touch();
      start = { grip, from: getViewport() };
    };
    // The finger that is left when the other has gone does nothing until it is lifted too.
    const move = (event: TouchEvent): void => {
      if (start === null) return;
      event.stopPropagation();
      event.preventDefault();
      const now = gripOf(event.touches, element);
      if (now !== null) void setViewport(pinched(start.from, start.grip, now));
    };
    const up = (event: TouchEvent): void => {
      if (event.touches.length === 0) start = null;
    };
    const first = { capture: true, passive: false };
    element.addEventListener('touchstart', down, first);
    element.addEventListener('touchmove', move, first);
    element.addEventListener('touchend', up, true);
    element.addEventListener('touchcancel', up, true);
    return () => {
      element.removeEventListener('touchstart', down, true);
      element.removeEventListener('touchmove', move, true);
      element.removeEventListener('touchend', up, true);
      element.removeEventListener('touchcancel', up, true);
    };
  }, [frame, view, getViewport, setViewport]);
}
