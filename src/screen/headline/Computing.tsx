import { useEffect, useState } from 'react';
import { board, useBoard } from '../../store/board.ts';
import { stopComputing } from '../../store/recompute.ts';
import { percentText } from '../../words/numbers.ts';
import styles from './headline.module.css';

/** Whoever is answered sooner need not be told that it takes time. */
const PATIENCE_MILLISECONDS = 500;

/** How far a long calculation has come, and the way to stop it. */
export function Computing() {
  const working = useBoard((state) => state.computing !== null);
  const progress = useBoard((state) => state.computing?.progress ?? null);
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!working) return;
    const timer = setTimeout(() => setLong(board.getState().computing !== null), PATIENCE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [working]);
  if (!working || !long) return null;
  return (
    <span className={styles['computing']} role="status">
      computing{progress === null ? ' …' : ` ${percentText(Math.floor(progress * 100) / 100)}`}
      <button type="button" className={styles['stop']} onClick={stopComputing}>
        Stop
      </button>
    </span>
  );
}
