import { board, useBoard } from '../../store/board.ts';
import { currentJourney } from '../../store/selectors.ts';
import { NinesMeter } from '../ui/NinesMeter.tsx';
import { Verdict } from '../ui/Verdict.tsx';
import { bracketSentence, knownAvailability, knownAvailabilityShort } from '../../words/known.ts';
import { answeredLabel, downtimeLabel, OUTAGES_ONLY_HELP, verdictText } from '../../words/labels.ts';
import { atStart } from '../../words/names.ts';
import { ninesText } from '../../words/numbers.ts';
import { ninesMeter } from '../../words/nines-meter.ts';
import { auditSentence } from '../../words/sentences.ts';
import { Computing } from './Computing.tsx';
import styles from './headline.module.css';
import { JourneySwitch } from './JourneySwitch.tsx';

const LEADS = 'Show where the downtime comes from';

/** Leads to the charts behind the number. */
const showAvailability = (): void =>
  board.getState().showNumbers({ lens: 'availability', availabilityView: 'downtime' });

/** "99.9497 %" in its digits and its sign, which is drawn smaller. */
function parts(text: string): { digits: string; sign: string } {
  return text.endsWith(' %') ? { digits: text.slice(0, -2), sign: '%' } : { digits: text, sign: '' };
}

/** How much of the time the journey works, whether that keeps its promise, and what it means in a year. */
export function AvailabilityTile({ any }: { readonly any: boolean }) {
  const named = useBoard(currentJourney);
  const stale = useBoard((state) => state.stale);
  if (!any || named === null) {
    return (
      <div className={styles['tile']}>
        <span className={styles['big']}>
          <span className={styles['none']}>no number yet</span>
        </span>
        <span className={styles['sub']}>
          <Computing />
        </span>
      </div>
    );
  }
  const { journey } = named;
  const { bracket } = journey;
  const { digits, sign } = parts(knownAvailability(journey));
  const second = [
    downtimeLabel(journey),
    answeredLabel(journey),
    auditSentence(journey),
    bracket === null ? '' : bracketSentence(bracket),
  ]
    .filter((text) => text !== '')
    .join(' · ');
  return (
    <div className={styles['tile']} title={second}>
      <span className={styles['big']}>
        <button
          type="button"
          className={styles['number']}
          data-figure="availability"
          title={bracket === null ? LEADS : `${atStart(knownAvailabilityShort(journey))}. ${LEADS}`}
          onClick={showAvailability}
        >
          <span className={bracket !== null ? styles['range'] : sign === '' ? styles['words'] : styles['digits']}>
            {digits}
          </span>
          {sign !== '' && <small> {sign}</small>}
        </button>
        {journey.unavailability !== null && (
          <span className={styles['meter']}>
            <NinesMeter
              bars={ninesMeter(journey.nines, journey.unavailability)}
              label={journey.nines === null ? 'never down' : ninesText(journey.nines)}
            />
          </span>
        )}
        {journey.objective !== null && (
          <span
            className={styles['verdict']}
            title={journey.objective.outagesOnly ? OUTAGES_ONLY_HELP : verdictText(journey.objective)}
          >
            <Verdict met={journey.objective.met} text={verdictText(journey.objective)} />
          </span>
        )}
      </span>
      <span className={styles['sub']}>
        <JourneySwitch />
        {stale && <span className={styles['stale']}>from before</span>}
        <span className={styles['second']} data-figure="downtime">
          {second}
        </span>
        <Computing />
      </span>
    </div>
  );
}
