import { useCalm } from '../../store/calm.ts';
import { currentJourney } from '../../store/selectors.ts';
import { naiveSentence } from '../../words/sentences.ts';
import type { Charts } from './charts.ts';
import styles from './dock.module.css';
import { Periods } from './Periods.tsx';

/** Where the downtime comes from, and what one replica more or fewer changes. */
export function AvailabilityTab({ charts }: { readonly charts: Charts }) {
  const journey = useCalm((state) => currentJourney(state)?.journey ?? null);
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        <p>{journey === null ? EMPTY : productSentence(naiveSentence(journey), journey.naive !== null)}</p>
        {journey !== null && <Periods journey={journey} />}
      </div>
      <div className={styles['chart']}>{charts.downtime}</div>
      <div className={styles['chart']}>{charts.replicas}</div>
    </div>
  );
}

const EMPTY = 'No client yet: add one and connect it to what it calls, and its downtime is here.';

function productSentence(naive: string, known: boolean): string {
  if (naive !== '') return `${naive}.`;
  return known ? 'Multiplying availabilities along the path is right here: nothing is shared.' : '';
}
