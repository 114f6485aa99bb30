import type { ClaimList, JourneyReport } from '../../model/report.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { claimsText } from '../../words/claims.ts';
import { downtimeTitle, journeyTitle, ninesTitle } from '../../words/figure-titles.ts';
import { singlePointsSentence } from '../../words/importance.ts';
import { bracketSentence, knownDowntime, worstKnown } from '../../words/known.ts';
import { PERIOD_LABELS } from '../../words/terms.ts';
import { verdictText } from '../../words/labels.ts';
import { membersOf } from '../../words/parts.ts';
import { auditSentence, naiveSentence } from '../../words/sentences.ts';
import { LinkedText } from '../ui/LinkedText.tsx';
import { Verdict } from '../ui/Verdict.tsx';
import { JourneyLatency } from './LatencyFigures.tsx';
import { JourneyLoad } from './LoadFigures.tsx';
import { OutageLine } from './OutageLine.tsx';
import { Folded, Part } from './Part.tsx';
import styles from './inspector.module.css';
import { Working } from './Working.tsx';

/** What a client's journey comes to, each figure with its working. */
export function JourneyFigures({ id }: { readonly id: string }) {
  const journey = useCalm((state) => currentReport(state)?.journeys[id] ?? null);
  const design = useCalm((state) => state.design);
  if (journey === null) return null;
  const { bracket, unavailability } = journey;
  const { unavailability: worst } = worstKnown(journey);
  return (
    <>
      <Part title={journeyTitle(journey)}>
        {journey.objective !== null && <Verdict met={journey.objective.met} text={verdictText(journey.objective)} />}
        {bracket === null && <Working figure={{ figure: 'journey-availability', design, journey: id }} />}
        <Sentences journey={journey} />
      </Part>
      {worst !== null && worst !== 0 && (
        <Part title={downtimeTitle(journey)}>
          <Periods journey={journey} />
          <OutageLine outages={journey.outages} />
        </Part>
      )}
      <JourneyLatency id={id} journey={journey} />
      <JourneyLoad id={id} />
      {journey.claims !== null && <Claims claims={journey.claims} id={id} />}
      {unavailability !== null && unavailability !== 0 && (
        <>
          <Folded title="How that is worked out">
            <Working figure={{ figure: 'downtime', design, journey: id }} />
          </Folded>
          <Folded title={ninesTitle(journey)}>
            <Working figure={{ figure: 'nines', design, journey: id }} />
          </Folded>
        </>
      )}
    </>
  );
}

interface ClaimsProps {
  readonly claims: ClaimList;
  readonly id: string;
}

/** How many claims the number rests on, and where they are listed. */
function Claims({ claims, id }: ClaimsProps) {
  const list = (): void => {
    const state = board.getState();
    state.chooseJourney(id);
    state.showNumbers({ lens: 'availability', availabilityView: 'claims' });
  };
  return (
    <Part title="Rests on">
      <p className={styles['prose']}>
        The number rests on{' '}
        <LinkedText pieces={[{ text: claimsText(claims), go: list, title: 'Show them' }, { text: '.' }]} />
      </p>
    </Part>
  );
}

function Sentences({ journey }: { readonly journey: JourneyReport }) {
  const design = useCalm(shownDesign);
  if (design === null) return null;
  const reason = journey.bracket === null ? '' : bracketSentence(journey.bracket);
  const points = Object.keys(journey.parts).length === 0 ? '' : singlePointsSentence(membersOf(journey), design);
  return [reason, points, auditSentence(journey), naiveSentence(journey)]
    .filter((sentence) => sentence !== '')
    .map((sentence) => (
      <p key={sentence} className={styles['prose']}>
        {sentence}.
      </p>
    ));
}

function Periods({ journey }: { readonly journey: JourneyReport }) {
  const rows = [
    [PERIOD_LABELS.year, 'downtimeSecondsPerYear'],
    [PERIOD_LABELS.month, 'downtimeSecondsPer30Days'],
    [PERIOD_LABELS.week, 'downtimeSecondsPer7Days'],
  ] as const;
  return (
    <table className={styles['replicas']}>
      <tbody>
        {rows.map(([label, window]) => (
          <tr key={label}>
            <td>{knownDowntime(journey, window)}</td>
            <th scope="row">{label}</th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
