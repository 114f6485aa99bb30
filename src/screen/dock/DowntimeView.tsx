import type { ReactNode } from 'react';
import { useCalm } from '../../store/calm.ts';
import { currentJourney } from '../../store/selectors.ts';
import styles from './dock.module.css';
import { Outages } from './Outages.tsx';
import { Periods } from './Periods.tsx';

interface DowntimeViewProps {
  readonly naive: ReactNode;
  readonly causes: ReactNode;
  readonly replicas: ReactNode;
}

/** How long and how often, by which part and cause, beside the usual product, and against replicas. */
export function DowntimeView({ naive, causes, replicas }: DowntimeViewProps) {
  const journey = useCalm((state) => currentJourney(state)?.journey ?? null);
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        {journey !== null && <Periods journey={journey} />}
        {journey !== null && <Outages journey={journey} />}
        {naive}
      </div>
      <div className={styles['chart']}>{causes}</div>
      <div className={styles['chart']}>{replicas}</div>
    </div>
  );
}
