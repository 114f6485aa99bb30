import { board, useBoard } from '../../store/board.ts';
import { useCurve } from '../../store/answers.ts';
import { fanOutTitle } from '../../words/chart-titles.ts';
import type { Charts } from './charts.ts';
import styles from './dock.module.css';
import { SlowChance } from './SlowChance.tsx';
import { fanOutQuestion, widestFanOut } from './fan-out-question.ts';

/** How many requests meet at least one slow call. */
export function FanOutTab({ charts }: { readonly charts: Charts }) {
  const fanOut = useBoard(widestFanOut);
  return (
    <div className={styles['columns']} data-wide>
      <div className={styles['text']}>
        {fanOut === null ? (
          <p>No call here is made more than once for a request. Select a call and set its times, such as 100.</p>
        ) : (
          <p>
            {fanOut.from} calls {fanOut.to} <b>{fanOut.callees}</b> times for one request, and waits for the slowest.
          </p>
        )}
        <SlowChance />
      </div>
      <div className={styles['chart']}>{charts.fanOut}</div>
    </div>
  );
}
