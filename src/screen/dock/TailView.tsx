import type { ReactNode } from 'react';
import styles from './dock.module.css';

interface TailViewProps {
  readonly shares: ReactNode;
  readonly typical: ReactNode;
  readonly slow: ReactNode;
}

/** Where the slowest requests spend their time, and one of them beside a typical one. */
export const TailView = ({ shares, typical, slow }: TailViewProps) => (
  <div className={styles['columns']} data-charts>
    <div className={styles['chart']}>{shares}</div>
    <div className={styles['chart']}>{typical}</div>
    <div className={styles['chart']}>{slow}</div>
  </div>
);
