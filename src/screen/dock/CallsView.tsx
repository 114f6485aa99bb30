import type { ReactNode } from 'react';
import { callIds } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { callShown } from '../../store/chart-subjects.ts';
import { shownDesign } from '../../store/selectors.ts';
import { callName } from '../../words/call-ends.ts';
import { Choice } from '../ui/Choice.tsx';
import styles from './dock.module.css';

const ID = 'call-shown';

interface CallsViewProps {
  readonly fanOut: ReactNode;
  readonly hedge: ReactNode;
  readonly timeout: ReactNode;
}

/** What one call's fan-out, hedge and timeout do to the whole. */
export function CallsView({ fanOut, hedge, timeout }: CallsViewProps) {
  const call = useCalm(callShown);
  const design = useCalm(shownDesign);
  if (call === null || design === null) return <p className={styles['text']}>No call yet: connect two components.</p>;
  const options = callIds(design.calls ?? []).map((value) => ({ value, label: callName(design, value) }));
  return (
    <div className={styles['call']}>
      <p className={styles['about']}>
        <label htmlFor={ID}>What would change with</label>
        <Choice id={ID} value={call} options={options} onChoose={(id) => board.getState().select({ calls: [id] })} />
      </p>
      <div className={styles['columns']} data-charts>
        <div className={styles['chart']}>{fanOut}</div>
        <div className={styles['chart']}>{hedge}</div>
        <div className={styles['chart']}>{timeout}</div>
      </div>
    </div>
  );
}
