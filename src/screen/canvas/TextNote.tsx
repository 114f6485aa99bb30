import type { NodeProps } from '@xyflow/react';
import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { setText } from '../../model/edit/board.ts';
import { board, useBoard } from '../../store/board.ts';
import { shownScenario } from '../../store/selectors.ts';
import { classNames } from '../ui/class-names.ts';
import type { BoardNode } from './board-nodes.ts';
import { standingOf } from './node-ids.ts';
import styles from './text-note.module.css';

/** A free text on the board. */
export const TextNote = memo(function TextNote({ id: node, selected }: NodeProps<BoardNode>) {
  const { id } = standingOf(node);
  const text = useBoard((state) => shownScenario(state).texts?.[id]?.text ?? '');
  const writing = useBoard((state) => state.renaming === id && shownScenario(state).texts?.[id] !== undefined);
  const frame = useRef<HTMLDivElement>(null);
  const written = useRef(false);
  useEffect(() => {
    if (written.current && !writing && document.activeElement === document.body) {
      frame.current?.focus({ preventScroll: true });
    }
    written.current = writing;
  }, [writing]);

  if (writing) return <NoteInput id={id} text={text} />;
  return (
    <div
      ref={frame}
      className={classNames(styles['note'], selected && styles['selected'])}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is chosen, moved and edited by keyboard
      tabIndex={0}
      role="group"
      aria-roledescription="text"
      aria-label={`${text}${selected ? ', selected' : ''}`}
      data-text={id}
    >
      {text}
    </div>
  );
});

function NoteInput({ id, text }: { readonly id: string; readonly text: string }) {
  const done = useRef(false);
  const finish = (typed: string | null): void => {
    if (done.current) return;
    done.current = true;
    if (typed !== null) board.getState().edit('Edit text', (scenario) => setText(scenario, id, typed));
    if (board.getState().renaming === id) board.getState().stopRenaming();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(null);
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      finish(event.currentTarget.value);
    }
  };
  return (
    <textarea
      className={`${styles['input']} nodrag nopan nowheel`}
      aria-label="Text"
      defaultValue={text}
      maxLength={5000}
      rows={text.split('\n').length}
      ref={(area) => {
        if (area === null || document.activeElement === area) return;
        area.focus({ preventScroll: true });
        area.select();
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}
