import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { fanOutShown } from '../../store/chart-subjects.ts';
import { useCalm } from '../../store/calm.ts';
import { shownDesign } from '../../store/selectors.ts';
import { endsOf } from '../../words/call-ends.ts';
import { countText } from '../../words/numbers.ts';
import styles from './dock.module.css';
import { SlowChance } from './SlowChance.tsx';

/** How many requests meet at least one slow call. */
export function FanOutTab({ chart }: { readonly chart: ReactNode }) {
  const fanOut = useCalm(useShallow(fanOutShown));
  const design = useCalm(shownDesign);
  const ends = fanOut === null || design === null ? null : endsOf(design, fanOut.call);
  return (
    <div className={styles['columns']} data-one-chart>
      <div className={styles['text']}>
        {fanOut === null || ends === null ? (
          <p>No call is made more than once for a request yet: select an arrow and set its times, such as 100.</p>
        ) : (
          <p>
            {ends.from} calls {ends.to} <b>{countText(fanOut.callees)}</b> times for one request, and waits for the
            slowest.
          </p>
        )}
        <SlowChance />
      </div>
      <div className={styles['chart']}>{chart}</div>
    </div>
  );
}
