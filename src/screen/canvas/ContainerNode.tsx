import type { NodeProps } from '@xyflow/react';
import { memo, useContext, useEffect, useMemo, useRef } from 'react';
import { DOMAIN_SPECS } from '../../model/kinds/domain.ts';
import { useBoard } from '../../store/board.ts';
import { CONDITION_TAG } from '../../words/condition.ts';
import { SINGLE_POINT_HELP } from '../../words/importance.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/Icon.tsx';
import { LateIcon } from '../ui/LateIcon.tsx';
import type { BoardNode } from './board-nodes.ts';
import { containerViewOf, spokenContainer, type ContainerView } from './container-view.ts';
import styles from './container-node.module.css';
import { DistanceContext } from './distance.ts';
import { renameDomainTo } from './making.ts';
import { NameInput } from './NameInput.tsx';
import { standingOf } from './node-ids.ts';
import { useDrop } from './surface.ts';

const BORDERS = ['top', 'right', 'bottom', 'left'] as const;

/** A domain: a border around what stands in it, its name, and a line for every group that is spread over it. */
export const ContainerNode = memo(function ContainerNode({ id: node, selected, type }: NodeProps<BoardNode>) {
  const { id } = standingOf(node);
  const shade = type === 'shade';
  const view = useBoard(useMemo(() => containerViewOf(id), [id]));
  const target = useDrop(({ into }) => into.includes(id));
  const distance = useContext(DistanceContext);
  const head = useRef<HTMLDivElement>(null);
  const renaming = view?.renaming === true && !shade;

  // The keyboard stays where the name was typed.
  const renamed = useRef(false);
  useEffect(() => {
    if (renamed.current && !renaming && document.activeElement === document.body) {
      head.current?.focus({ preventScroll: true });
    }
    renamed.current = renaming;
  }, [renaming]);

  if (view === null) return null;
  const { face, problem } = view;
  return (
    <div
      className={classNames(
        styles['container'],
        selected && styles['selected'],
        face.tag !== null && styles['binding'],
        problem !== null && styles['wrong'],
        view.fresh && styles['fresh'],
        view.lit && styles['lit'],
        view.down && styles['down'],
        target && styles['target'],
        shade && styles['shade'],
        distance !== 'near' && styles['far'],
      )}
    >
      {BORDERS.map((side) => (
        <span key={side} className={classNames(styles['grip'], styles[side])} />
      ))}
      {face.tag !== null && <span className={styles['tag']}>{face.tag}</span>}
      <div
        ref={head}
        className={styles['head']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is chosen, moved and renamed by keyboard
        tabIndex={shade ? -1 : 0}
        role={renaming ? undefined : 'group'}
        aria-roledescription={renaming ? undefined : 'domain'}
        aria-label={renaming ? undefined : spokenContainer(view, selected)}
        title={problem ?? undefined}
        data-domain={id}
        data-selected={selected || undefined}
        data-binding={face.tag !== null || undefined}
        data-target={target || undefined}
      >
        {renaming ? (
          <NameInput id={id} name={view.name} keep={(text) => renameDomainTo(id, text)} />
        ) : (
          <Head view={view} near={distance === 'near'} />
        )}
      </div>
      {distance === 'near' &&
        face.rows.map(({ id: group, text }) => (
          <p key={group} className={styles['row']} title={text} data-row>
            {text}
          </p>
        ))}
    </div>
  );
});

interface HeadProps {
  readonly view: ContainerView;
  /** From afar there is room for the name, and a sign that it is down. */
  readonly near: boolean;
}

function Head({ view: { face, problem, down, held }, near }: HeadProps) {
  const mark = held ?? (down ? CONDITION_TAG.down : null);
  return (
    <>
      {problem !== null && (
        <span className={styles['problem']} data-problem>
          ✕
        </span>
      )}
      {face.singlePoint && (
        <span className={styles['single']} title={SINGLE_POINT_HELP} data-single>
          1
        </span>
      )}
      <LateIcon name={DOMAIN_SPECS[face.kind].icon} size="15px" />
      <span className={styles['name']} title={face.title}>
        {face.title}
      </span>
      {mark === null && face.up !== '' && (
        <span className={styles['up']} title={face.up}>
          · {face.up}
        </span>
      )}
      {mark !== null && (near || down) && (
        <span className={styles['mark']} data-mark data-held={held !== null || undefined}>
          {down && <Icon name="PowerOff" size={near ? '12px' : '24px'} />}
          {near && mark}
        </span>
      )}
    </>
  );
}
