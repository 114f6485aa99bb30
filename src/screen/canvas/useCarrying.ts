import { useRef, type MouseEvent, type PointerEvent } from 'react';
import { mayStand } from '../../model/domains.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import type { Point } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { shared, showDrop, type Carried } from './surface.ts';

/** A press that goes further than this is a drag. */
const SLACK = 6;

const fitsInto = (tool: Carried['tool']): boolean =>
  tool !== 'text' && tool !== 'domain' && KIND_SPECS[tool].calls && KIND_SPECS[tool].called;

/** Whether what a tool makes stands in the domains where it is put. */
const stands = (tool: Carried['tool']): boolean => tool === 'domain' || (tool !== 'text' && mayStand(tool));

/** Shows the containers that it would stand in. */
function showContainers(tool: Carried['tool'], at: Point | null): void {
  const { viewport } = board.getState();
  showDrop(at === null || !stands(tool) ? [] : (viewport?.domainsAt(at, 'point') ?? []), null);
}

function carry(tool: Carried['tool'], x: number, y: number): void {
  const { surface } = shared.getState();
  const at = surface?.toBoard(x, y) ?? null;
  const into = surface !== null && at !== null && fitsInto(tool) ? surface.callAt(x, y) : null;
  showContainers(tool, at);
  shared.setState({ carried: { tool, x, y, into } });
}

function putDown(): void {
  const { surface, carried } = shared.getState();
  shared.setState({ carried: null });
  showDrop([], null);
  if (carried === null) return;
  const at = surface?.toBoard(carried.x, carried.y) ?? null;
  if (at === null) return;
  const joint = carried.into === null ? null : { kind: 'call' as const, id: carried.into };
  // It has come with the board.
  void import('./making.ts').then(({ makeWithTool }) => makeWithTool(carried.tool, at, joint));
}

/** Dragging something from the palette to the board, by mouse, pen or finger. Escape lets it go. */
export function useCarrying(tool: Carried['tool'] | null) {
  const start = useRef<{ x: number; y: number } | null>(null);
  const dragged = useRef(false);

  const escape = useRef((event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end();
  });
  function end(): void {
    start.current = null;
    removeEventListener('keydown', escape.current, true);
    shared.setState({ carried: null });
    showDrop([], null);
  }

  return {
    onPointerDown(event: PointerEvent): void {
      dragged.current = false;
      if (tool === null || event.button !== 0) return;
      start.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove({ clientX, clientY }: PointerEvent): void {
      if (tool === null || start.current === null) return;
      const { x, y } = start.current;
      if (!dragged.current) {
        if (Math.hypot(clientX - x, clientY - y) < SLACK) return;
        dragged.current = true;
        addEventListener('keydown', escape.current, true);
      }
      carry(tool, clientX, clientY);
    },
    onPointerUp(): void {
      if (start.current !== null && dragged.current) putDown();
      end();
    },
    onPointerCancel: end,
    onDragStart: (event: MouseEvent): void => event.preventDefault(),
    /** The click that ends a drag chooses nothing. */
    onClickCapture(event: MouseEvent): void {
      if (dragged.current) event.stopPropagation();
      dragged.current = false;
    },
  };
}
