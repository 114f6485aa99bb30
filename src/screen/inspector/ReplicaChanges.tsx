import type { JourneyPart } from '../../model/report.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney } from '../../store/selectors.ts';
import { knownAvailability } from '../../words/known.ts';
import { availabilityText, countText } from '../../words/numbers.ts';
import { replicaChangeText } from '../../words/sentences.ts';
import { Part } from './Part.tsx';
import styles from './inspector.module.css';

interface ReplicaChangesProps {
  readonly part: JourneyPart;
  readonly replicas: number;
}

/** What the journey becomes with one replica more or fewer. */
export function ReplicaChanges({ part: { oneFewer, oneMore }, replicas }: ReplicaChangesProps) {
  const journey = useCalm((state) => currentJourney(state)?.journey ?? null);
  if (oneFewer === null && oneMore === null) return null;
  const today = { replicas, unavailability: null, changeSecondsPerYear: null };
  const rows = [oneFewer, today, oneMore].filter((row) => row !== null);
  return (
    <Part title="One replica more or fewer">
      <table className={styles['replicas']}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Replicas</th>
            <th scope="col">The journey is up</th>
            <th scope="col">Change of downtime</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.replicas} data-today={row === today || undefined}>
              <th scope="row">{countText(row.replicas)}:</th>
              <td>
                {row === today && journey !== null ? knownAvailability(journey) : availabilityText(row.unavailability)}
              </td>
              <td>
                {row.changeSecondsPerYear === null ? 'today' : `(${replicaChangeText(row.changeSecondsPerYear)})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
