import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, useContext, useEffect, useMemo, useRef } from 'react';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { useBoard } from '../../store/board.ts';
import { CONDITION_TAG } from '../../words/condition.ts';
import { SINGLE_POINT_HELP } from '../../words/importance.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/Icon.tsx';
import type { BoardNode } from './board-nodes.ts';
import styles from './component-node.module.css';
import { Dots } from './Dots.tsx';
import { DistanceContext } from './distance.ts';
import { renameTo } from './making.ts';
import { NameInput } from './NameInput.tsx';
import { standingOf } from './node-ids.ts';
import { nodeViewOf, spokenName, type NodeView } from './node-view.ts';

/** One component: name, replicas, one figure. It draws anew when one of its own texts changes. */
export const ComponentNode = memo(function ComponentNode({ id: node, selected, type }: NodeProps<BoardNode>) {
  const { id } = standingOf(node);
  const ghost = type === 'ghost';
  const view = useBoard(useMemo(() => nodeViewOf(id), [id]));
  const distance = useContext(DistanceContext);
  const frame = useRef<HTMLDivElement>(null);
  const renaming = view?.renaming === true && !ghost;

  // The keyboard stays where the name was typed.
  const renamed = useRef(false);
  useEffect(() => {
    if (renamed.current && !renaming && document.activeElement === document.body) {
      frame.current?.focus({ preventScroll: true });
    }
    renamed.current = renaming;
  }, [renaming]);

  if (view === null) return null;
  const { face, problem } = view;
  return (
    <div
      ref={frame}
      className={classNames(
        styles['node'],
        selected && styles['selected'],
        face.tag !== null && styles['binding'],
        problem !== null && styles['wrong'],
        view.fresh && styles['fresh'],
        view.lit && styles['lit'],
        view.condition !== null && styles[view.condition],
        view.held !== null && styles['held'],
        view.connecting && styles['connecting'],
        ghost && styles['ghost'],
        distance !== 'near' && styles['far'],
        distance === 'tiny' && styles['tiny'],
      )}
      tabIndex={ghost ? -1 : 0}
      // While its name is typed the field speaks for it.
      role={renaming ? undefined : 'group'}
      aria-roledescription={renaming ? undefined : 'component'}
      aria-label={renaming ? undefined : spokenName(view, selected)}
      title={problem ?? undefined}
      data-component={id}
      data-selected={selected || undefined}
      data-binding={face.tag !== null || undefined}
      data-lit={view.lit || undefined}
      data-condition={view.condition ?? undefined}
    >
      <Handle type="target" position={Position.Left} className={styles['handle']} />
      {face.tag !== null && <span className={styles['tag']}>{face.tag}</span>}
      {problem === null ? face.singlePoint && <SinglePoint /> : <Problem />}
      <Mark view={view} />
      {renaming ? <NameInput id={id} name={view.name} keep={(text) => renameTo(id, text)} /> : <Title view={view} />}
      {distance === 'near' && <Rows view={view} />}
      <Handle
        type="source"
        position={Position.Right}
        className={styles['handle']}
        isConnectable={KIND_SPECS[view.kind].calls && !ghost}
      />
    </div>
  );
});

/** That it is down, or what else is tried of it. */
function Mark({ view: { condition, held } }: { readonly view: NodeView }) {
  const text = held ?? (condition === null ? null : CONDITION_TAG[condition]);
  if (text === null) return null;
  return (
    <span className={styles['mark']} data-mark data-held={held !== null || undefined}>
      {condition === 'down' && <Icon name="PowerOff" size="12px" />}
      {text}
    </span>
  );
}

const Problem = () => (
  <span className={styles['problem']} data-problem>
    ✕
  </span>
);

/** Where something is wrong that is said instead. */
const SinglePoint = () => (
  <span className={styles['single']} title={SINGLE_POINT_HELP} data-single>
    1
  </span>
);

function Title({ view: { face, kind } }: { readonly view: NodeView }) {
  return (
    <div className={styles['title']}>
      <span className={styles['name']} title={face.title}>
        {face.title}
      </span>
      <Icon name={KIND_SPECS[kind].icon} size="16px" />
    </div>
  );
}

function Rows({ view: { face } }: { readonly view: NodeView }) {
  return (
    <>
      <div className={styles['row']}>
        {face.dots === null ? (
          <span className={styles['words']} title={face.standsText || undefined}>
            {face.dotsText}
          </span>
        ) : (
          <span title={face.standsText || undefined}>
            <Dots {...face.dots} />
          </span>
        )}
        <span>{face.sparesText}</span>
      </div>
      <div className={styles['row']}>
        <span>{face.figureLabel}</span>
        <b className={styles['figure']} data-figure data-broken={face.figureBroken || undefined}>
          {face.figureValue}
        </b>
      </div>
    </>
  );
}
