import { useRef, type KeyboardEvent } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { board } from '../../store/board.ts';
import styles from './name-input.module.css';

interface NameInputProps {
  readonly id: string;
  readonly name: string;
  readonly keep: (text: string) => void;
}

/** A name while it is typed. Enter and leaving keep it, Escape doesn't, Tab goes on with what a component calls. */
export function NameInput({ id, name, keep }: NameInputProps) {
  const done = useRef(false);

  const finish = (text: string | null): void => {
    if (done.current) return;
    done.current = true;
    if (text !== null) keep(text);
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
