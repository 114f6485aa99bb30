import { board, useBoard } from '../../store/board.ts';
import { currentJourneys, shownDesign, type NamedJourney } from '../../store/selectors.ts';
import { knownAvailabilityShort } from '../../words/known.ts';
import { downtimeLabel, verdictText } from '../../words/labels.ts';
import { latencyVerdictText, leadingText } from '../../words/latency.ts';
import { componentName } from '../../words/names.ts';
import { hasTimes } from '../../words/times.ts';
import { Verdict } from '../ui/Verdict.tsx';
import styles from './inspector.module.css';
import { Part } from './Part.tsx';

/** Every journey with its promise, the worst first. */
export function Journeys() {
  const journeys = useBoard(currentJourneys);
  if (journeys.length === 0) return null;
  return (
    <Part title={journeys.length === 1 ? 'Journey' : 'Journeys'}>
      <ul className={styles['list']}>
        {journeys.map((named) => (
          <JourneyRow key={named.id} named={named} />
        ))}
      </ul>
    </Part>
  );
}

function JourneyRow({ named: { id, journey } }: { readonly named: NamedJourney }) {
  const name = useBoard((state) => {
    const design = shownDesign(state);
    return design === null ? id : componentName(design, id);
  });
  const { objective } = journey;
  const latency = journey.latency?.objective ?? null;
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        onClick={() => {
          board.getState().chooseJourney(id);
          board.getState().select({ components: [id] });
        }}
      >
        <span className={styles['rowtitle']}>
          <b>{name}</b>
          {objective !== null && <Verdict met={objective.met} text={verdictText(objective)} />}
          {objective === null && latency === null && 'no promise'}
        </span>
        <span>
          {knownAvailabilityShort(journey)} · {downtimeLabel(journey)}
        </span>
        {hasTimes(journey) && (
          <span className={styles['rowtitle']}>
            <span>{leadingText(journey)}</span>
            {latency !== null && <Verdict met={latency.met} text={latencyVerdictText(latency)} />}
          </span>
        )}
      </button>
    </li>
  );
}
