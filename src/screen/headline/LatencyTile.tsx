import { board, useBoard } from '../../store/board.ts';
import { currentJourney } from '../../store/selectors.ts';
import {
  besideLeading,
  goodWithinText,
  latencyText,
  latencyVerdictText,
  leadingQuantile,
  promisedWithin,
  quantileLabel,
} from '../../words/latency.ts';
import { hasTimes } from '../../words/times.ts';
import { Verdict } from '../ui/Verdict.tsx';
import styles from './headline.module.css';
import { TailLine } from './TailLine.tsx';

const showLatency = (): void => board.getState().showNumbers({ lens: 'latency', latencyView: 'distribution' });

/** How long the journey's answers take, whether that keeps its promise, half of them beside it, and the tail if it is asked for. */
export function LatencyTile({ tail }: { readonly tail: boolean }) {
  const named = useBoard(currentJourney);
  if (named === null || !hasTimes(named.journey)) return null;
  const { id, journey } = named;
  const { quantile, seconds } = leadingQuantile(journey);
  const objective = journey.latency?.objective ?? null;
  const second = besideLeading(journey);
  const good = promisedWithin(journey);
  const help = good === undefined ? second : `${second}: ${goodWithinText(good)}, outages included`;
  return (
    <div className={styles['tile']}>
      <span className={styles['big']} title={help}>
        <button
          type="button"
          className={styles['time']}
          data-figure="latency"
          title="Show how long answers take"
          onClick={showLatency}
        >
          <small>{quantileLabel(quantile)}</small> {latencyText(seconds)}
        </button>
        {objective !== null && (
          <span className={styles['verdict']}>
            <Verdict met={objective.met} text={latencyVerdictText(objective)} />
          </span>
        )}
      </span>
      <span className={styles['sub']} title={help}>
        <span className={styles['second']}>{second}</span>
      </span>
      {tail && objective?.met === false && journey.objective?.met !== false && <TailLine journey={id} />}
    </div>
  );
}
