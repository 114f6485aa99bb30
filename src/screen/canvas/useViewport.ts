import { getViewportForBounds, useReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { NODE_SIZE } from '../../drawing/face.ts';
import type { Point } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { needsLayout } from '../../store/selectors.ts';
import { arranged } from './usePlaces.ts';
import { boxOfAll, boxOfOne } from './view-box.ts';

export const LEAST_ZOOM = 0.08;
export const MOST_ZOOM = 4;
const STEP = 1.25;
const MARGIN = { top: '44px', right: '32px', bottom: '60px', left: '32px' } as const;
const KEPT_CLEAR = 24;
const NOTHING = { x: 0, y: 0, width: 1, height: 1 };

/** The zoom that is called 100 %: larger text makes everything on the board larger too. */
export const fullSize = (): number => board.getState().textSize / 100;

const motion = (milliseconds: number): { duration: number } => ({
  duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds,
});

/**
 * Registers what only the canvas can do, shows a document whole when it is opened, and keeps it whole as the window
 * changes until somebody moves the view.
 */
export function useViewport(frame: RefObject<HTMLElement | null>, at: Readonly<Record<string, Point>>) {
  const flow = useReactFlow();
  const places = useRef(at);
  const untouched = useRef(true);
  useLayoutEffect(() => {
    places.current = at;
  }, [at]);

  const whole = useCallback((): Viewport => {
    const { width = 0, height = 0 } = frame.current?.getBoundingClientRect() ?? {};
    const box = boxOfAll(board.getState(), places.current) ?? NOTHING;
    return getViewportForBounds(box, width, height, LEAST_ZOOM, fullSize(), MARGIN);
  }, [frame]);

  const fit = useCallback(
    (milliseconds = 0): void => {
      const size = frame.current?.getBoundingClientRect();
      if (size === undefined || size.width < 50 || size.height < 50) return;
      untouched.current = true;
      void flow.setViewport(whole(), motion(milliseconds));
    },
    [flow, frame, whole],
  );

  /** Brings one thing into view by as little as possible. */
  const show = useCallback(
    (id: string): void => {
      const box = boxOfOne(board.getState(), id, places.current);
      const size = frame.current?.getBoundingClientRect();
      if (box === null || size === undefined) return;
      const { x, y, zoom } = flow.getViewport();
      const along = (start: number, length: number, room: number): number =>
        start < KEPT_CLEAR ? KEPT_CLEAR - start : Math.min(0, room - KEPT_CLEAR - start - length);
      const dx = along(box.x * zoom + x, box.width * zoom, size.width);
      const dy = along(box.y * zoom + y, box.height * zoom, size.height);
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, motion(120));
    },
    [flow, frame],
  );

  useEffect(() => {
    const touch = (): void => {
      untouched.current = false;
    };
    return board.getState().registerCanvas({
      fit: () => fit(200),
      zoomIn: () => (touch(), void flow.zoomTo(flow.getZoom() * STEP, motion(120))),
      zoomOut: () => (touch(), void flow.zoomTo(flow.getZoom() / STEP, motion(120))),
      zoomTo: (zoom) => (touch(), void flow.zoomTo(zoom * fullSize(), motion(150))),
      centreOf(id) {
        const box = boxOfOne(board.getState(), id, places.current);
        if (box === null) return;
        touch();
        const zoom = Math.max(flow.getZoom(), 0.75 * fullSize());
        void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, ...motion(200) });
      },
      screenCentre() {
        const { x = 0, y = 0, width = 0, height = 0 } = frame.current?.getBoundingClientRect() ?? {};
        const point = flow.screenToFlowPosition({ x: x + width / 2, y: y + height / 2 });
        return [Math.round(point.x), Math.round(point.y)];
      },
      tidy: () => arranged(board.getState()),
    });
  }, [flow, frame, fit]);

  // A document that has just been opened is shown whole as soon as everything in it has a place.
  const documentId = useBoard((state) => (state.opened ? state.documentId : null));
  const placed = useBoard((state) => !needsLayout(state));
  const fitted = useRef<string | null>(null);
  useEffect(() => {
    if (documentId === null || !placed || fitted.current === documentId) return;
    fitted.current = documentId;
    fit();
  }, [documentId, placed, fit]);

  useEffect(
    () =>
      board.subscribe((state, before) => {
        if (state.edits !== before.edits && state.documentId === before.documentId) untouched.current = false;
      }),
    [],
  );

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (untouched.current) fit();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, fit]);

  // Another text size is another 100 %.
  const textSize = useBoard((state) => state.textSize);
  const shownSize = useRef(textSize);
  useEffect(() => {
    if (shownSize.current === textSize) return;
    const factor = textSize / shownSize.current;
    shownSize.current = textSize;
    if (untouched.current) fit();
    else void flow.zoomTo(flow.getZoom() * factor);
  }, [textSize, flow, fit]);

  return { show, moved: useCallback(() => void (untouched.current = false), []) };
}

/** The upper left corner of a component whose middle is there. */
export const cornerOf = ([x, y]: Point): Point => [x - NODE_SIZE.width / 2, y - NODE_SIZE.height / 2];
