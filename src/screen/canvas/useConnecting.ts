import type { Connection, FinalConnectionState, HandleType, OnConnectStartParams, OnReconnect } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import { connectComponents } from '../../commands/adding.ts';
import { callIssue, reconnect } from '../../model/edit/calls.ts';
import { NODE_SIZE } from '../../drawing/face.ts';
import type { Point } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { shownDesign } from '../../store/selectors.ts';
import type { OpenMenu } from './BoardMenu.tsx';
import type { CallEdgeType } from './board-edges.ts';
import { standingOf } from './node-ids.ts';
import { pointerOf } from './under-pointer.ts';

/** Whether there may be a call between the two. */
export function isValidConnection({ source, target }: Connection | CallEdgeType): boolean {
  const state = board.getState();
  return callIssue(shownDesign(state) ?? undefined, standingOf(source).id, standingOf(target).id, []) === null;
}

export const onConnect = ({ source, target }: Connection): void =>
  connectComponents(standingOf(source).id, standingOf(target).id);

export const onReconnect: OnReconnect<CallEdgeType> = (edge, { source, target }) => {
  const ends = { from: standingOf(source).id, to: standingOf(target).id };
  board.getState().edit('Reconnect', (scenario, design) => reconnect(scenario, design, edge.id, ends));
};

interface Options {
  readonly toBoard: (x: number, y: number) => Point | null;
  readonly show: (menu: OpenMenu) => void;
}

/** Drawing an arrow by dragging: onto a component it connects, into empty space it asks what shall be there. */
export function useConnecting({ toBoard, show }: Options) {
  /** The end that the pointer is looking for, while one draws. */
  const [seeking, setSeeking] = useState<HandleType | null>(null);
  const redrawn = useRef(false);

  const onConnectStart = useCallback((_event: MouseEvent | TouchEvent, { handleType }: OnConnectStartParams): void => {
    setSeeking(handleType === 'source' ? 'target' : 'source');
  }, []);

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, { fromNode, fromHandle, toNode, isValid }: FinalConnectionState): void => {
      setSeeking(null);
      if (fromNode === null || fromHandle === null || redrawn.current) return;
      const outwards = fromHandle.type === 'source';
      const { id } = standingOf(fromNode.id);
      if (toNode !== null) {
        const other = standingOf(toNode.id).id;
        if (isValid !== true && other !== id) connectComponents(outwards ? id : other, outwards ? other : id);
        return;
      }
      const { x, y } = pointerOf(event);
      const point = toBoard(x, y);
      if (point === null) return;
      const at: Point = [outwards ? point[0] : point[0] - NODE_SIZE.width, point[1] - NODE_SIZE.height / 2];
      show({ menu: 'join', joint: { kind: outwards ? 'caller' : 'callee', id }, x, y, at });
    },
    [toBoard, show],
  );

  const onReconnectStart = useCallback((): void => void (redrawn.current = true), []);
  const onReconnectEnd = useCallback((): void => void (redrawn.current = false), []);
  return { seeking, onConnectStart, onConnectEnd, onReconnectStart, onReconnectEnd };
}
