import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import styles from './canvas.module.css';
import { makeQuick } from './making.ts';
import type { Spot } from './usePointer.ts';

/** From the corner of a node to where its name begins. */
const NAME_AT = { x: 14, y: 21 };

/** A line to type on the board: "App 3 × 99 %" makes that component there. */
export function QuickText({ spot, onClose }: { readonly spot: Spot; readonly onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useLayoutEffect(() => {
    const element = input.current;
    const room = element?.offsetParent?.getBoundingClientRect();
    if (element === null || room === undefined) return;
    const left = Math.min(spot.x - room.left - NAME_AT.x, room.width - element.offsetWidth - 8);
    element.style.left = `${Math.max(8, left)}px`;
    element.style.top = `${spot.y - room.top - NAME_AT.y}px`;
    element.focus({ preventScroll: true });
  }, [spot]);

  const finish = (text: string): void => {
    if (done.current) return;
    done.current = true;
    onClose();
    makeQuick(text, [spot.at[0] - NAME_AT.x, spot.at[1] - NAME_AT.y], spot.at);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(event.currentTarget.value);
    else if (event.key === 'Escape') finish('');
  };
  return (
    <input
      ref={input}
      className={styles['quick']}
      aria-label="New component, such as App 3 × 99 %"
      placeholder="App 3 × 99 %"
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}
