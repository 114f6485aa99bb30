import { useEffect, useState } from 'react';
import { board, useBoard } from '../../store/board.ts';
import { stopComputing } from '../../store/recompute.ts';
import { currentJourney } from '../../store/selectors.ts';
import { percentText } from '../../words/numbers.ts';
import styles from './headline.module.css';

/** Whoever is answered sooner need not be told that it takes time. */
const PATIENCE_MILLISECONDS = 500;

/** How far a long calculation has come, and the way to stop it: at once where its range is on the screen already. */
export function Computing() {
  const working = useBoard((state) => state.computing !== null);
  const progress = useBoard((state) => state.computing?.progress ?? null);
  const narrowing = useBoard((state) => currentJourney(state)?.journey.bracket?.narrowing ?? false);
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!working) return;
    const timer = setTimeout(() => setLong(board.getState().computing !== null), PATIENCE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [working]);
  if (!working || !(long || narrowing)) return null;
  return (
    <span className={styles['computing']} role="status">
      {narrowing ? 'narrowing' : 'computing'}
      <span className={styles['progress']}>
        {progress === null ? '…' : percentText(Math.floor(progress * 100) / 100)}
      </span>
      <button type="button" className={styles['stop']} onClick={stopComputing}>
        Stop
      </button>
    </span>
  );
}
