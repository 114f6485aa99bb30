import type { JourneyReport } from '../../model/report.ts';
import { useCalm } from '../../store/calm.ts';
import { currentReport } from '../../store/selectors.ts';
import { downtimeTitle, journeyTitle, ninesTitle } from '../../words/figure-titles.ts';
import { PERIOD_LABELS, verdictText } from '../../words/labels.ts';
import { durationText } from '../../words/numbers.ts';
import { auditSentence, naiveSentence } from '../../words/sentences.ts';
import { Verdict } from '../ui/Verdict.tsx';
import { Folded, Part } from './Part.tsx';
import styles from './inspector.module.css';
import { Working } from './Working.tsx';

/** What a client's journey comes to, each figure with its working. */
export function JourneyFigures({ id }: { readonly id: string }) {
  const journey = useCalm((state) => currentReport(state)?.journeys[id] ?? null);
  const design = useCalm((state) => state.design);
  if (journey === null) return null;
  const known = journey.unavailability !== null;
  const isDown = journey.unavailability !== 0;
  return (
    <>
      <Part title={journeyTitle(journey)}>
        {journey.objective !== null && <Verdict met={journey.objective.met} text={verdictText(journey.objective)} />}
        <Working figure={{ figure: 'journey-availability', design, journey: id }} />
        <Sentences journey={journey} />
      </Part>
      {known && isDown && (
        <>
          <Part title={downtimeTitle(journey)}>
            <Periods journey={journey} />
          </Part>
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

function Sentences({ journey }: { readonly journey: JourneyReport }) {
  return [auditSentence(journey), naiveSentence(journey)]
    .filter((sentence) => sentence !== '')
    .map((sentence) => (
      <p key={sentence} className={styles['prose']}>
        {sentence}.
      </p>
    ));
}

function Periods({ journey }: { readonly journey: JourneyReport }) {
  const rows = [
    [PERIOD_LABELS.year, journey.downtimeSecondsPerYear],
    [PERIOD_LABELS.month, journey.downtimeSecondsPer30Days],
    [PERIOD_LABELS.week, journey.downtimeSecondsPer7Days],
  ] as const;
  return (
    <table className={styles['replicas']}>
      <tbody>
        {rows.map(([label, seconds]) => (
          <tr key={label}>
            <td>{durationText(seconds)}</td>
            <th scope="row">{label}</th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
