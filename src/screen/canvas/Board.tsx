import {
  Background,
  BackgroundVariant,
  ReactFlow,
  SelectionMode,
  useStore,
  type EdgeChange,
  type Edge,
  type NodeChange,
  type NodeMouseHandler,
  type OnMove,
  type ReactFlowState,
} from '@xyflow/react';
import { useCallback, useEffect, useRef, type CSSProperties, type MouseEvent, type PointerEvent } from 'react';
import type { Point } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import styles from './board.module.css';
import type { CallEdgeType } from './board-edges.ts';
import type { BoardNode } from './board-nodes.ts';
import { LEAST_ZOOM, MOST_ZOOM } from './board-view.ts';
import type { OpenMenu } from './BoardMenu.tsx';
import { CallEdge } from './CallEdge.tsx';
import { selectCalls, selectContainers, selectNodes } from './changes.ts';
import { ComponentNode } from './ComponentNode.tsx';
import { ContainerNode } from './ContainerNode.tsx';
import { distanceAt, DistanceContext, UNLABELLED_BELOW } from './distance.ts';
import { MissingNode } from './MissingNode.tsx';
import { standingOf } from './node-ids.ts';
import { Overview } from './Overview.tsx';
import { shared, useCarried } from './surface.ts';
import { TextNote } from './TextNote.tsx';
import { callAt } from './under-pointer.ts';
import { isValidConnection, onConnect, onReconnect, useConnecting } from './useConnecting.ts';
import { useElements } from './useElements.ts';
import { useHeldPointer } from './useHeldPointer.ts';
import { useKeyboardFollow } from './useKeyboardFollow.ts';
import { useMoving } from './useMoving.ts';
import { usePinch } from './usePinch.ts';
import { usePlaces } from './usePlaces.ts';
import { usePointer, type Spot } from './usePointer.ts';
import { useView } from './useView.ts';

const NODE_TYPES = {
  component: ComponentNode,
  ghost: ComponentNode,
  domain: ContainerNode,
  shade: ContainerNode,
  text: TextNote,
  missing: MissingNode,
};
const EDGE_TYPES = { call: CallEdge };
const MIDDLE_BUTTON = [1];
/** From so many nodes on a map helps; only what is visible is drawn; the dots cost too much. */
const MANY = { mapped: 30, cropped: 150, bare: 300 } as const;

const enter: NodeMouseHandler<BoardNode> = (event, node) => {
  if (event.buttons === 0) board.getState().hover(standingOf(node.id).id);
};
const leave = (event: MouseEvent): void => {
  if (event.buttons === 0) board.getState().hover(null);
};
const enterCall = (_event: MouseEvent, { id }: Edge): void => board.getState().hover(id);

/** How much larger than drawn a dot must be to be hit with a finger: in steps, so that zooming seldom changes it. */
const fingerScale = ({ transform: [, , zoom] }: ReactFlowState): number =>
  Math.min(4, Math.max(1, Math.round(2 / zoom) / 2));

interface BoardProps {
  readonly openMenu: (menu: OpenMenu) => void;
  readonly write: (spot: Spot) => void;
}

/**
 * The drawing itself: React Flow with the document's components, texts and calls on it. While one drags it is drawn anew
 * every frame, so everything that it hands to React Flow stays the same from one frame to the next.
 */
export function Board({ openMenu, write }: BoardProps) {
  const frame = useRef<HTMLDivElement>(null);
  const at = usePlaces();
  const view = useView(frame, at);
  const toBoard = useCallback((x: number, y: number) => view.pointAt(x, y), [view]);
  const { moving, into, move, onPointerDownCapture, dragging } = useMoving(toBoard, at);
  const carriedInto = useCarried((carried) => carried?.into ?? null);
  const { nodes, edges } = useElements(at, moving, into ?? carriedInto);
  const reveal = useCallback((id: string) => view.reveal(id), [view]);
  const { seeking, ...connecting } = useConnecting({ toBoard, show: openMenu });
  const { openContextMenu, ...pointer } = usePointer({ toBoard, show: openMenu, write });
  useHeldPointer(frame, openContextMenu);
  usePinch(frame, view);
  useKeyboardFollow(frame, reveal);
  useEffect(() => {
    shared.setState({ surface: { toBoard, callAt } });
    return () => shared.setState({ surface: null });
  }, [toBoard]);

  // A marquee chooses components and texts, and domains that lie in it whole; the calls between them go with them anyway.
  const marquee = useRef(false);
  const began = useRef<Point | null>(null);
  const onNodesChange = useCallback(
    (changes: NodeChange<BoardNode>[]): void => {
      if (changes.some((change) => change.type === 'position')) move(changes);
      selectNodes(changes, marquee.current);
    },
    [move],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<CallEdgeType>[]): void => {
    if (!marquee.current) selectCalls(changes);
  }, []);
  const onSelectionStart = useCallback(() => void (marquee.current = true), []);
  const onSelectionEnd = useCallback(
    ({ clientX, clientY }: MouseEvent): void => {
      marquee.current = false;
      const end = toBoard(clientX, clientY);
      if (began.current !== null && end !== null) selectContainers(at, began.current, end);
    },
    [toBoard, at],
  );
  const onPress = useCallback(
    (event: PointerEvent): void => {
      began.current = toBoard(event.clientX, event.clientY);
      onPointerDownCapture(event);
    },
    [toBoard, onPointerDownCapture],
  );
  const onMoveStart = useCallback<OnMove>(
    (event) => {
      if (event !== null) view.touch();
    },
    [view],
  );

  const distance = useStore((state) => distanceAt(state.transform[2]));
  const unlabelled = useStore((state) => state.transform[2] < UNLABELLED_BELOW);
  const sizes: CSSProperties & Record<'--finger', number> = { '--finger': useStore(fingerScale) };
  const aiming = useBoard((state) => state.tool !== 'select' || state.connecting !== null);
  const takingDown = useBoard((state) => state.tool === 'down');
  return (
    <DistanceContext value={distance}>
      <div
        ref={frame}
        className={styles['board']}
        data-board
        data-seeking={seeking ?? undefined}
        // With nothing on it yet there is nothing else in it for the keyboard to reach.
        tabIndex={nodes.length === 0 ? 0 : -1}
        role={nodes.length === 0 ? 'group' : undefined}
        aria-label={nodes.length === 0 ? 'Empty board' : undefined}
        style={sizes}
        data-unlabelled={unlabelled || undefined}
        data-aiming={aiming || undefined}
        data-taking-down={takingDown || undefined}
        data-dragging={moving !== null || undefined}
        onPointerDownCapture={onPress}
        {...pointer}
      >
        <ReactFlow<BoardNode, CallEdgeType>
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeMouseEnter={enter}
          onNodeMouseLeave={leave}
          onEdgeMouseEnter={enterCall}
          onEdgeMouseLeave={leave}
          {...dragging}
          {...connecting}
          onConnect={onConnect}
          onReconnect={onReconnect}
          isValidConnection={isValidConnection}
          onMoveStart={onMoveStart}
          onSelectionStart={onSelectionStart}
          onSelectionEnd={onSelectionEnd}
          minZoom={LEAST_ZOOM}
          maxZoom={MOST_ZOOM}
          nodesDraggable={!aiming}
          elementsSelectable={!takingDown}
          nodesFocusable={false}
          edgesFocusable={false}
          connectOnClick={false}
          connectionDragThreshold={4}
          nodeDragThreshold={3}
          paneClickDistance={4}
          selectionOnDrag={!aiming}
          selectionMode={SelectionMode.Partial}
          panOnDrag={MIDDLE_BUTTON}
          panOnScroll
          zoomOnDoubleClick={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode="Shift"
          panActivationKeyCode="Space"
          disableKeyboardA11y
          onlyRenderVisibleElements={nodes.length >= MANY.cropped}
          aria-label="Components and their calls"
        >
          {nodes.length <= MANY.bare && <Background variant={BackgroundVariant.Dots} gap={20} size={2} />}
          {nodes.length >= MANY.mapped && <Overview />}
        </ReactFlow>
      </div>
    </DistanceContext>
  );
}
