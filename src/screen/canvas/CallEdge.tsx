import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Point } from '../../model/scenario.ts';
import { edgePath, LABEL_HEIGHT, orderPoint, placedLabel } from '../../drawing/edge.ts';
import { useBoard } from '../../store/board.ts';
import { isBinding } from '../../store/selectors.ts';
import { classNames } from '../ui/class-names.ts';
import type { CallData, CallEdgeType } from './board-edges.ts';
import styles from './call-edge.module.css';
import { obstacles } from './obstacles.ts';
import { problemAt } from './problems.ts';

/** How wide a strip along an arrow takes the pointer. */
const REACH = 26;

/** A call: an arrow with its head at the callee, its order at the caller's end, in the middle what is special about it. */
export const CallEdge = memo(function CallEdge({ id, selected, data, ...ends }: EdgeProps<CallEdgeType>) {
  const { call, index, order, bend, label, fresh, condition, spliced } = data ?? NOTHING;
  const binding = useBoard((state) => isBinding(state, call.to));
  const problem = useBoard((state) => problemAt(state, 'calls', index));
  const hovered = useBoard((state) => state.hovered === id);
  const from: Point = [ends.sourceX, ends.sourceY];
  const to: Point = [ends.targetX, ends.targetY];
  const [x, y] = to;
  const orderAt = orderPoint(from, to, bend);
  const line = edgePath(from, [x - 6, y], bend);
  const quiet = call.optional === true || call.async === true;
  return (
    <g
      className={classNames(
        styles['call'],
        quiet && styles['quiet'],
        binding && styles['binding'],
        fresh && styles['fresh'],
        condition !== null && styles['failing'],
        problem !== null && styles['wrong'],
        hovered && styles['hovered'],
        selected === true && styles['selected'],
        spliced && styles['spliced'],
      )}
      data-call={id}
      data-problem={problem ?? undefined}
      data-spliced={spliced || undefined}
    >
      {problem !== null && <title>{problem}</title>}
      <path d={line} className={styles['line']} />
      <path d={`M${x - 10} ${y - 5}L${x} ${y}L${x - 10} ${y + 5}z`} className={styles['head']} />
      <path d={line} className={`react-flow__edge-interaction ${styles['reach']}`} strokeWidth={REACH} />
      {order !== null && (
        <text x={orderAt[0]} y={orderAt[1]} className={styles['order']}>
          {order}
        </text>
      )}
      {(label !== null || problem !== null) && (
        <Label text={problem === null ? (label ?? '') : '✕'} from={from} to={to} bend={bend} />
      )}
    </g>
  );
});

const NOTHING: CallData = {
  call: { from: '', to: '' },
  index: -1,
  label: null,
  order: null,
  bend: 0,
  fresh: false,
  condition: null,
  spliced: false,
};

interface LabelProps {
  readonly text: string;
  readonly from: Point;
  readonly to: Point;
  readonly bend: number;
}

function Label({ text, from, to, bend }: LabelProps) {
  const boxes = useBoard(obstacles);
  const placed = placedLabel(text, from, to, boxes, bend);
  if (placed === null) return null;
  const { width } = placed;
  const [x, y] = placed.at;
  return (
    <g className={styles['label']}>
      <rect x={x - width / 2} y={y - LABEL_HEIGHT / 2} width={width} height={LABEL_HEIGHT} rx={6} />
      <text x={x} y={y + 4}>
        {placed.text}
      </text>
    </g>
  );
}
