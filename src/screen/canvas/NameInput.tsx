import { useRef, type KeyboardEvent } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { board } from '../../store/board.ts';
import { shownComponent } from '../../store/selectors.ts';
import { renameTo } from './making.ts';
import styles from './name-input.module.css';

/** A component's name while it is typed. Enter and leaving keep it, Escape doesn't, Tab goes on with what it calls. */
export function NameInput({ id }: { readonly id: string }) {
  const done = useRef(false);
  const name = shownComponent(board.getState(), id)?.name ?? '';

  const finish = (text: string | null): void => {
    if (done.current) return;
    done.current = true;
    if (text !== null) renameTo(id, text);
    if (board.getState().renaming === id) board.getState().stopRenaming();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(null);
    else if (event.key === 'Enter') finish(event.currentTarget.value);
    else if (event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      finish(event.currentTarget.value);
      void runCommand('add-next');
    }
  };

  return (
    <input
      className={`${styles['input']} nodrag nopan`}
      aria-label="Name"
      placeholder={id}
      defaultValue={name}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      ref={(input) => {
        if (input === null || document.activeElement === input) return;
        input.focus({ preventScroll: true });
        input.select();
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}
