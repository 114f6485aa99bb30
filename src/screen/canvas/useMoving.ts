import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import { moveTo, type Positions } from '../../model/edit/board.ts';
import { splice } from '../../model/edit/calls.ts';
import { copyItems, pasteItems } from '../../model/edit/clipboard.ts';
import { only } from '../../model/edit/selection.ts';
import type { Point } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { shownScenario } from '../../store/selectors.ts';
import type { BoardNode } from './board-nodes.ts';
import { mayBeSpliced } from './making.ts';
import { standingOf } from './node-ids.ts';
import { callAt, pointerOf } from './under-pointer.ts';

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

export interface Moving {
  readonly places: Places;
  /** How far the pointer went before it counted as a drag; React Flow leaves that out. */
  readonly lost: { readonly x: number; readonly y: number };
  /** Alt was held: what is dragged is a copy. */
  readonly copying: boolean;
}

const MOVE = 'Move';
const NOWHERE: Places = new Map();

const positionsOf = (places: Places): Positions => {
  const points = (sort: 'component' | 'text'): Record<string, Point> =>
    Object.fromEntries(
      [...places].flatMap(([node, { x, y }]): [string, Point][] =>
        standingOf(node).sort === sort ? [[standingOf(node).id, [x, y]]] : [],
      ),
    );
  return { components: points('component'), texts: points('text') };
};

function duplicate(places: Places): void {
  const state = board.getState();
  const { components = {}, texts = {} } = positionsOf(places);
  const chosen = only({ components: Object.keys(components), texts: Object.keys(texts) });
  const corner: Point = [
    Math.min(...[...places.values()].map(({ x }) => x)),
    Math.min(...[...places.values()].map(({ y }) => y)),
  ];
  const scenario = shownScenario(state);
  const pasted = pasteItems(scenario, state.design, copyItems(scenario, state.design, chosen), corner);
  state.edit('Duplicate', () => pasted.scenario, { selection: pasted.selection });
}

function drop({ places, copying }: Moving, into: { call: string; id: string } | null): void {
  const state = board.getState();
  if (copying) {
    state.abandon();
    return duplicate(places);
  }
  const label = into === null ? MOVE : 'Put into the call';
  state.preview(label, (scenario, design) => {
    const moved = moveTo(scenario, positionsOf(places));
    return into === null ? moved : splice(moved, design, into.call, into.id);
  });
  state.settle();
}

/**
 * Dragging nodes. React Flow holds the positions while it lasts; the document gets them when it ends, as one undo step.
 * The drag is a gesture of the store from its start on, so that Escape ends it and everything is back where it was.
 */
export function useMoving(pointAt: (x: number, y: number) => Point | null) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const [into, setInto] = useState<string | null>(null);
  const current = useRef<Moving | null>(null);
  const pressed = useRef<Point | null>(null);
  const splicing = useRef<{ call: string | null; id: string } | null>(null);

  const show = useCallback((next: Moving | null): void => {
    current.current = next;
    setMoving(next);
  }, []);

  const end = useCallback((): void => {
    splicing.current = null;
    setInto(null);
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
      show({ places: NOWHERE, copying, lost: lostBy(event) });
    },
    [show, lostBy],
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
      show({ ...current.current, places });
    },
    [show],
  );

  const onNodeDrag = useCallback<OnNodeDrag<BoardNode>>((event) => {
    if (splicing.current === null) return;
    const { x, y } = pointerOf(event);
    splicing.current.call = callAt(x, y);
    setInto(splicing.current.call);
  }, []);

  const onNodeDragStop = useCallback((): void => {
    const last = current.current;
    const target = splicing.current;
    if (last === null) return;
    current.current = null;
    if (last.places.size === 0) board.getState().settle();
    else drop(last, target === null || target.call === null ? null : { call: target.call, id: target.id });
    end();
  }, [end]);

  return { moving, into, move, onPointerDownCapture, dragging: { onNodeDragStart, onNodeDrag, onNodeDragStop } };
}
