import { useState, type ReactNode } from 'react';
import { countText } from '../../../words/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './time.module.css';

/** So many more at a press: a list that was measured may be longer than anyone reads. */
const STEP = 100;

/** How much of a list is shown: all of one that people write, the beginning of one that was measured; with a button for more. */
export function useShown(all: number, whole: number, beginning: number): readonly [shown: number, more: ReactNode] {
  const [pressed, setPressed] = useState(0);
  const shown = Math.min(all, (all > whole ? beginning : whole) + STEP * pressed);
  const more = all > shown && (
    <Button className={styles['add']} onClick={() => setPressed(pressed + 1)}>
      Show {countText(Math.min(STEP, all - shown))} more of {countText(all)}
    </Button>
  );
  return [shown, more];
}
