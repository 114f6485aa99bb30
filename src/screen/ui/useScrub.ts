import { useRef, type MouseEvent, type PointerEvent } from 'react';

export interface Scrub {
  /** So many steps from where the drag began. */
  readonly onScrub: (steps: number) => void;
  readonly onScrubEnd: () => void;
  readonly onScrubCancel: () => void;
}

/** Pixels a step, and pixels before a press counts as a drag. */
const STEP = 6;
const THRESHOLD = 4;

interface Drag {
  readonly pointer: number;
  readonly from: number;
  steps: number;
  dragging: boolean;
  release(): void;
}

interface ScrubProps {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Dragging an element to the left and right steps a value, live. Escape puts it back; a press without a drag is a click. */
export function useScrub(scrub: Scrub | undefined): ScrubProps | undefined {
  const drag = useRef<Drag | null>(null);
  const dragged = useRef(false);
  if (scrub === undefined) return undefined;

  const end = (cancelled: boolean): void => {
    const last = drag.current;
    if (last === null) return;
    drag.current = null;
    last.release();
    dragged.current = last.dragging;
    if (!last.dragging) return;
    if (cancelled) scrub.onScrubCancel();
    else scrub.onScrubEnd();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    end(true);
  };

  return {
    onPointerDown(event) {
      if (event.button !== 0 || drag.current !== null) return;
      const element = event.currentTarget;
      window.addEventListener('keydown', onKeyDown, true);
      drag.current = {
        pointer: event.pointerId,
        from: event.clientX,
        steps: 0,
        dragging: false,
        release() {
          window.removeEventListener('keydown', onKeyDown, true);
          if (element.hasPointerCapture(event.pointerId)) element.releasePointerCapture(event.pointerId);
        },
      };
      dragged.current = false;
      element.setPointerCapture(event.pointerId);
    },
    onPointerMove(event) {
      const now = drag.current;
      if (now === null || now.pointer !== event.pointerId) return;
      const distance = event.clientX - now.from;
      if (!now.dragging && Math.abs(distance) < THRESHOLD) return;
      now.dragging = true;
      const steps = Math.trunc(distance / STEP);
      if (steps === now.steps) return;
      now.steps = steps;
      scrub.onScrub(steps);
    },
    onPointerUp: () => end(false),
    onPointerCancel: () => end(true),
    onClick(event) {
      if (dragged.current) event.preventDefault();
      dragged.current = false;
    },
  };
}
