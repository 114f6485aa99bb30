import { getViewportForBounds, type ReactFlowInstance } from '@xyflow/react';
import { isTyping } from '../../commands/typing.ts';
import { containersAt, probeOf } from '../../drawing/containers.ts';
import type { Point } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import type { CanvasHandlers } from '../../store/state.ts';
import type { CallEdgeType } from './board-edges.ts';
import type { BoardNode } from './board-nodes.ts';
import { standingAt } from './standing.ts';
import { arranged } from './usePlaces.ts';
import { boxOfAll, boxOfOne } from './view-box.ts';

export const LEAST_ZOOM = 0.08;
export const MOST_ZOOM = 4;
const STEP = 1.25;
/** At the right the map stands, where there is one. */
const MARGIN = { top: 44, bottom: '60px', left: '32px' } as const;
/** What lies over the top of the board, and room for the tags of nodes. */
const BELOW_BARS = 44;
const KEPT_CLEAR = 24;
const NOTHING = { x: 0, y: 0, width: 1, height: 1 };
/** Smaller than this the canvas is only just being put on the screen. */
const SMALLEST_FRAME = 50;

/** The zoom that is called 100 %: larger text makes everything on the board larger too. */
const fullSize = (): number => board.getState().textSize / 100;

const motion = (milliseconds: number): { duration: number } => ({
  duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds,
});

/** Which part of the board one sees. */
export class BoardView {
  private places: Readonly<Record<string, Point>> = {};
  /** Nobody has moved the view since everything was shown: it may follow when the window changes. */
  private untouched = true;
  private shownDocument: string | null = null;
  private frame: HTMLElement | null = null;
  private readonly flow: ReactFlowInstance<BoardNode, CallEdgeType>;

  constructor(flow: ReactFlowInstance<BoardNode, CallEdgeType>) {
    this.flow = flow;
  }

  standsIn(frame: HTMLElement | null): void {
    this.frame = frame;
  }

  /** Where components stand now. */
  follow(places: Readonly<Record<string, Point>>): void {
    this.places = places;
  }

  /** From now on the view is somebody's choice. */
  touch(): void {
    this.untouched = false;
  }

  /** Shows a document whole when it has just been opened. */
  open(documentId: string): void {
    if (this.shownDocument === documentId) return;
    const late = this.shownDocument === null && isTyping(document.activeElement);
    this.shownDocument = documentId;
    this.fit();
    // The keys are the board's from here on, unless a dialog has them, or a field that was there before the board.
    if (!late && document.querySelector('dialog[open]') === null) this.frame?.focus({ preventScroll: true });
  }

  refit(milliseconds = 0): void {
    if (this.untouched) this.fit(milliseconds);
  }

  private size(): DOMRect {
    return this.frame?.getBoundingClientRect() ?? new DOMRect();
  }

  fit(milliseconds = 0): void {
    const { width, height } = this.size();
    if (Math.min(width, height) < SMALLEST_FRAME) return;
    this.untouched = true;
    const box = boxOfAll(board.getState(), this.places) ?? NOTHING;
    const beside = this.frame?.querySelector('.react-flow__minimap')?.clientWidth ?? 0;
    const right = `${width > 4 * beside ? beside + 32 : 32}px` as const;
    const bars = this.frame?.closest('main')?.querySelector('[data-bars]')?.clientHeight ?? 0;
    const top = `${bars === 0 ? MARGIN.top : bars + BELOW_BARS}px` as const;
    const margin = { ...MARGIN, top, right };
    const viewport = getViewportForBounds(box, width, height, LEAST_ZOOM, fullSize(), margin);
    void this.flow.setViewport(viewport, motion(milliseconds));
  }

  zoom(to: number): void {
    this.touch();
    void this.flow.zoomTo(to, motion(120));
  }

  /** Brings one thing into view by as little as possible. */
  reveal(id: string): void {
    const box = boxOfOne(board.getState(), id, this.places);
    if (box === null) return;
    const { width, height } = this.size();
    const { x, y, zoom } = this.flow.getViewport();
    const along = (start: number, length: number, room: number): number =>
      start < KEPT_CLEAR ? KEPT_CLEAR - start : Math.min(0, room - KEPT_CLEAR - start - length);
    const dx = along(box.x * zoom + x, box.width * zoom, width);
    const dy = along(box.y * zoom + y, box.height * zoom, height);
    if (dx !== 0 || dy !== 0) void this.flow.setViewport({ x: x + dx, y: y + dy, zoom }, motion(120));
  }

  private centre(id: string): void {
    const box = boxOfOne(board.getState(), id, this.places);
    if (box === null) return;
    this.touch();
    const zoom = Math.max(this.flow.getZoom(), 0.75 * fullSize());
    void this.flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, ...motion(200) });
  }

  /** The board point under a point of the window; null outside the board. */
  pointAt(x: number, y: number): Point | null {
    const { left, right, top, bottom } = this.size();
    if (x < left || x > right || y < top || y > bottom) return null;
    const point = this.flow.screenToFlowPosition({ x, y });
    return [Math.round(point.x), Math.round(point.y)];
  }

  /** Another text size is another 100 %. */
  rescale(factor: number): void {
    if (this.untouched) this.fit();
    else void this.flow.zoomTo(this.flow.getZoom() * factor);
  }

  readonly handlers: CanvasHandlers = {
    // What was changed a moment ago stands where it does in the next frame.
    fit: () => void requestAnimationFrame(() => this.fit(200)),
    zoomIn: () => this.zoom(this.flow.getZoom() * STEP),
    zoomOut: () => this.zoom(this.flow.getZoom() / STEP),
    zoomTo: (zoom) => this.zoom(zoom * fullSize()),
    centreOf: (id) => this.centre(id),
    screenCentre: () => {
      const { left, top, width, height } = this.size();
      return this.pointAt(left + width / 2, top + height / 2) ?? [0, 0];
    },
    domainsAt: (corner, of) => {
      const design = shownDesign(board.getState());
      return design === null ? [] : containersAt(design, this.places, probeOf(corner, of)).map(({ id }) => id);
    },
    putWhereDrawn: standingAt,
    tidy: () => arranged(shownDesign(board.getState()), shownScenario(board.getState()).texts),
  };
}
