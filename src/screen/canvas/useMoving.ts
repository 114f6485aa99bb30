import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import { containersOf } from '../../drawing/containers.ts';
import { moveTo } from '../../model/edit/board.ts';
import { splice } from '../../model/edit/calls.ts';
import { copyItems, pasteItems } from '../../model/edit/clipboard.ts';
import { withoutKeys } from '../../model/edit/record.ts';
import { only } from '../../model/edit/selection.ts';
import type { Point } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import type { BoardNode } from './board-nodes.ts';
import { draggedOf, movingDomains, positionsOf, startOf, withCarried, type Places, type Start } from './carried.ts';
import { crossingsOf, dropHint, withCrossings, withEmptied, type Crossing } from './dropping.ts';
import { mayBeSpliced } from './making.ts';
import { standingOf } from './node-ids.ts';
import { showDrop } from './surface.ts';
import { callAt, pointerOf } from './under-pointer.ts';

export interface Moving {
  readonly places: Places;
  /** How far the pointer went before it counted as a drag; React Flow leaves that out. */
  readonly lost: { readonly x: number; readonly y: number };
  /** Alt was held: what is dragged is a copy. */
  readonly copying: boolean;
}

const MOVE = 'Move';
const NOWHERE: Places = new Map();
const STILL: Start = { containers: [], carried: new Map(), from: new Map() };

/** What letting go brings about besides the places. */
interface Effect {
  readonly crossings: readonly Crossing[];
  /** Shift was held: components stand there too, and stay where they were. */
  readonly spread: boolean;
  readonly into: { readonly call: string; readonly id: string } | null;
}

function duplicate(places: Places, start: Start, { crossings }: Effect): void {
  const { edit } = board.getState();
  const { components = {}, domains = {}, texts = {} } = positionsOf(places, start);
  const chosen = only({
    components: Object.keys(components),
    texts: Object.keys(texts),
    domains: [...movingDomains(places)],
  });
  const points = [...Object.values(components), ...Object.values(domains), ...Object.values(texts)];
  const corner: Point = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const state = board.getState();
  const scenario = shownScenario(state);
  const clip = copyItems(scenario, state.design, chosen);
  const pasted = pasteItems(scenario, state.design, clip, corner);
  const copyOf = (of: 'components' | 'domains', originals: readonly string[], id: string): string =>
    pasted.selection[of][originals.indexOf(id)] ?? id;
  const crossed = crossings.map((each) => ({
    ...each,
    id:
      each.of === 'component'
        ? copyOf('components', Object.keys(clip.components), each.id)
        : copyOf('domains', clip.containers ?? [], each.id),
  }));
  edit('Duplicate', () => withCrossings(pasted.scenario, state.design, crossed, false), {
    selection: pasted.selection,
  });
}

function drop({ places, copying }: Moving, start: Start, effect: Effect): void {
  const state = board.getState();
  if (copying) {
    state.abandon();
    return duplicate(places, start, effect);
  }
  const { crossings, spread, into } = effect;
  const label = into !== null ? 'Put into the call' : crossings.length > 0 ? 'Move between domains' : MOVE;
  const stay = new Set(spread ? crossings.flatMap((each) => (each.of === 'component' ? [each.id] : [])) : []);
  state.preview(label, (scenario, design) => {
    const { components = {}, ...others } = positionsOf(places, start);
    const moved = moveTo(scenario, { ...others, components: withoutKeys(components, (id) => stay.has(id)) });
    const spliced = into === null ? moved : splice(moved, design, into.call, into.id);
    return withEmptied(withCrossings(spliced, design, crossings, spread), design, start.containers);
  });
  state.settle();
}

/**
 * Dragging nodes. React Flow holds the positions while it lasts; the document gets them when it ends, as one undo step.
 * The drag is a gesture of the store from its start on, so that Escape ends it and everything is back where it was.
 */
export function useMoving(pointAt: (x: number, y: number) => Point | null, at: Readonly<Record<string, Point>>) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const [into, setInto] = useState<string | null>(null);
  const current = useRef<Moving | null>(null);
  const pressed = useRef<Point | null>(null);
  const splicing = useRef<{ call: string | null; id: string } | null>(null);
  const start = useRef(STILL);

  const show = useCallback((next: Moving | null): void => {
    current.current = next;
    setMoving(next);
  }, []);

  const end = useCallback((): void => {
    splicing.current = null;
    start.current = STILL;
    setInto(null);
    showDrop([], null);
    show(null);
  }, [show]);

  useEffect(
    () =>
      board.subscribe((state, before) => {
        if (current.current !== null && before.gesture !== null && state.gesture === null) end();
      }),
    [end],
  );

  /** Remembers where a drag may begin. */
  const onPointerDownCapture = useCallback(
    ({ clientX, clientY }: PointerEvent): void => {
      pressed.current = pointAt(clientX, clientY);
    },
    [pointAt],
  );

  const lostBy = useCallback(
    (event: MouseEvent | TouchEvent): Moving['lost'] => {
      const { x, y } = pointerOf(event);
      const now = pointAt(x, y);
      const start = pressed.current;
      return now === null || start === null ? { x: 0, y: 0 } : { x: now[0] - start[0], y: now[1] - start[1] };
    },
    [pointAt],
  );

  const onNodeDragStart = useCallback<OnNodeDrag<BoardNode>>(
    (event, _node, nodes) => {
      board.getState().preview(MOVE, (scenario) => scenario);
      const [only] = nodes;
      const { sort, id } = standingOf(only?.id ?? '');
      const copying = 'altKey' in event && event.altKey;
      const alone = nodes.length === 1 && sort === 'component' && !copying;
      splicing.current = alone && mayBeSpliced(id) ? { call: null, id } : null;
      const design = shownDesign(board.getState());
      start.current = startOf(nodes, design === null ? [] : containersOf(design, at), at);
      show({ places: NOWHERE, copying, lost: lostBy(event) });
    },
    [show, lostBy, at],
  );

  /** Where nodes are dragged to; nothing else is React Flow's to decide. */
  const move = useCallback(
    (changes: readonly NodeChange<BoardNode>[]): void => {
      if (current.current === null) return;
      const { lost } = current.current;
      const places = new Map(current.current.places);
      for (const change of changes) {
        if (change.type !== 'position' || change.position === undefined) continue;
        const { x, y } = change.position;
        places.set(change.id, { x: x + lost.x, y: y + lost.y });
      }
      show({ ...current.current, places: withCarried(places, start.current) });
    },
    [show],
  );

  const crossings = useCallback((): readonly Crossing[] => {
    const design = shownDesign(board.getState());
    const places = current.current?.places ?? NOWHERE;
    if (design === null || start.current.containers.length === 0) return [];
    const dragged = draggedOf(places, start.current);
    return crossingsOf(design, start.current.containers, dragged, movingDomains(places));
  }, []);

  const onNodeDrag = useCallback<OnNodeDrag<BoardNode>>(
    (event) => {
      const crossed = crossings();
      const design = shownDesign(board.getState());
      if (design !== null) {
        const into = crossed.flatMap(({ enters }) => enters);
        showDrop(into, dropHint(design, crossed, !('touches' in event) && current.current?.copying !== true));
      }
      if (splicing.current === null) return;
      const { x, y } = pointerOf(event);
      splicing.current.call = callAt(x, y);
      setInto(splicing.current.call);
    },
    [crossings],
  );

  const onNodeDragStop = useCallback<OnNodeDrag<BoardNode>>(
    (event): void => {
      const last = current.current;
      const target = splicing.current;
      if (last === null) return;
      const effect = {
        crossings: crossings(),
        spread: event.shiftKey && !last.copying,
        into: target === null || target.call === null ? null : { call: target.call, id: target.id },
      };
      const began = start.current;
      current.current = null;
      if (last.places.size === 0) board.getState().settle();
      else drop(last, began, effect);
      end();
    },
    [end, crossings],
  );

  return { moving, into, move, onPointerDownCapture, dragging: { onNodeDragStart, onNodeDrag, onNodeDragStop } };
}
