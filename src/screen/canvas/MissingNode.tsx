import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { BoardNode } from './board-nodes.ts';
import styles from './missing-node.module.css';
import { standingOf } from './node-ids.ts';

/** Stands where a call leads to something that does not exist. */
export const MissingNode = memo(function MissingNode({ id: node }: NodeProps<BoardNode>) {
  const { id } = standingOf(node);
  return (
    <div className={styles['missing']} data-missing={id}>
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles['handle']} />
      <b>✕ {id}</b>
      <span>does not exist</span>
    </div>
  );
});
