import { MiniMap } from '@xyflow/react';
import { board } from '../../store/board.ts';
import { isBinding } from '../../store/selectors.ts';
import type { BoardNode } from './board-nodes.ts';
import styles from './board.module.css';
import { standingOf } from './node-ids.ts';

const isDomain = ({ type }: BoardNode): boolean => type === 'domain' || type === 'shade';
const binds = (node: BoardNode): boolean =>
  isBinding(board.getState(), standingOf(node.id).id, isDomain(node) ? 'domain' : 'component');

const outline = (node: BoardNode): string =>
  !isDomain(node) ? 'transparent' : binds(node) ? 'var(--bind)' : 'var(--edge)';
const colour = (node: BoardNode): string =>
  isDomain(node) ? 'transparent' : binds(node) ? 'var(--bind)' : 'var(--edge)';

const SIZE = { width: 168, height: 112 };

/** A small map of a large board: shows where one is, and goes where it is dragged. */
export function Overview() {
  return (
    <MiniMap<BoardNode>
      className={styles['overview'] ?? ''}
      ariaLabel="Map of the board"
      nodeColor={colour}
      nodeStrokeColor={outline}
      nodeStrokeWidth={8}
      nodeBorderRadius={20}
      style={SIZE}
      pannable
      zoomable
    />
  );
}
