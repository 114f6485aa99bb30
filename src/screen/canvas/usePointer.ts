import { useCallback, type MouseEvent } from 'react';
import { toggleDown } from '../../commands/what-if.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { NODE_SIZE } from '../../drawing/face.ts';
import type { Point } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { countOf } from '../../store/selection.ts';
import { shownComponent } from '../../store/selectors.ts';
import type { OpenMenu } from './BoardMenu.tsx';
import { connectTo, makeWithTool } from './making.ts';
import type { Sort } from './node-ids.ts';
import { chooseHit, hitOf, type Hit } from './under-pointer.ts';
import { whenReleased } from './useHeldPointer.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly at: Point;
}

/** What has a name, or words, that can be typed on the board. */
const NAMED: ReadonlySet<Sort> = new Set<Sort>(['component', 'text', 'domain']);

interface Options {
  readonly toBoard: (x: number, y: number) => Point | null;
  readonly show: (menu: OpenMenu) => void;
  readonly write: (spot: Spot) => void;
}

const mayCall = (id: string): boolean => {
  const kind = shownComponent(board.getState(), id)?.kind;
  return kind !== undefined && KIND_SPECS[kind].calls;
};

/** A click while a tool of the palette is chosen puts down what it makes. */
function putDown({ call, pane, standing }: Hit, at: Point): void {
  const { tool, chooseTool } = board.getState();
  if (!pane && call === null && standing?.sort !== 'domain') return;
  chooseTool('select');
  makeWithTool(tool, at, call === null || tool === 'domain' ? null : { kind: 'call', id: call });
}

/** A click while what is clicked is to be down, or up again. */
function takeDown({ standing }: Hit): void {
  if (standing?.sort === 'component' || standing?.sort === 'domain') toggleDown({ of: standing.sort, id: standing.id });
}

/** What clicks, taps and long presses on the board do besides React Flow's own selecting and dragging. */
export function usePointer({ toBoard, show, write }: Options) {
  const onClick = useCallback(
    (event: MouseEvent): void => {
      const hit = hitOf(event.target);
      const state = board.getState();
      const { clientX: x, clientY: y } = event;
      const at = toBoard(x, y);
      if (at === null) return;
      const component = hit.standing?.sort === 'component' ? hit.standing.id : null;
      if (state.tool === 'down') return takeDown(hit);
      if (state.tool !== 'select') return putDown(hit, at);
      if (state.connecting !== null) {
        const { from } = state.connecting;
        if (component !== null) return connectTo(component);
        state.stopConnecting();
        const left: Point = [at[0], at[1] - NODE_SIZE.height / 2];
        return hit.pane ? show({ menu: 'join', joint: { kind: 'caller', id: from }, x, y, at: left }) : undefined;
      }
      if (hit.handle && component !== null && mayCall(component)) return state.startConnecting(component);
      const several = countOf(state.selection) > 1;
      if (hit.pane || (several && hit.standing !== null && !event.shiftKey)) {
        if (hit.standing?.sort === 'text') state.select({ texts: [hit.standing.id] });
        else if (hit.standing?.sort === 'domain') state.select({ domains: [hit.standing.id] });
        else state.select(component === null ? {} : { components: [component] });
      }
    },
    [toBoard, show],
  );

  const onDoubleClick = useCallback(
    (event: MouseEvent): void => {
      const { pane, standing, handle } = hitOf(event.target);
      const { clientX: x, clientY: y } = event;
      const at = toBoard(x, y);
      if (at === null || handle || board.getState().tool === 'down') return;
      if (pane) write({ x, y, at });
      else if (standing !== null && NAMED.has(standing.sort)) board.getState().startRenaming(standing.id);
    },
    [toBoard, write],
  );

  const openContextMenu = useCallback(
    (target: EventTarget, x: number, y: number): void => {
      const hit = hitOf(target);
      const at = toBoard(x, y);
      const { renaming, selection } = board.getState();
      if (at === null || renaming !== null) return;
      chooseHit(hit);
      const onContainer = hit.standing?.sort === 'domain' && !selection.domains.includes(hit.standing.id);
      show({ menu: 'context', x, y, at, beside: onContainer ? selection.components : [] });
    },
    [toBoard, show],
  );

  const onContextMenu = useCallback(
    (event: MouseEvent): void => {
      const { target, clientX, clientY } = event;
      if (target instanceof Element && target.closest('input, textarea') !== null) return;
      event.preventDefault();
      whenReleased(event, () => openContextMenu(target, clientX, clientY));
    },
    [openContextMenu],
  );

  return { onClick, onDoubleClick, onContextMenu, openContextMenu };
}
