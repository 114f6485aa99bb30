import { QUANTILES, type ComponentLatency, type JourneyReport } from '../../model/report.ts';
import { useCalm } from '../../store/calm.ts';
import { board } from '../../store/board.ts';
import {
  goodWithinText,
  latencyText,
  latencyVerdictText,
  leadingQuantile,
  promisedWithin,
  QUANTILE_NAMES,
  quantileLabel,
  successText,
} from '../../words/latency.ts';
import {
  addedSentence,
  failureSentence,
  latencyTitle,
  successSentence,
  visitTitle,
} from '../../words/latency-sentences.ts';
import { atStart } from '../../words/names.ts';
import { sentenceText } from '../../words/sentence.ts';
import { hasTimes } from '../../words/times.ts';
import { LinkedText } from '../ui/LinkedText.tsx';
import { Verdict } from '../ui/Verdict.tsx';
import { Folded, Part } from './Part.tsx';
import styles from './inspector.module.css';
import { Working } from './Working.tsx';

const ROWS = [...QUANTILE_NAMES, 'mean'] as const;

interface VisitFiguresProps {
  readonly name: string;
  readonly latency: ComponentLatency;
}

/** How long one visit to a component takes: its own work, and with all that it calls. */
export function VisitFigures({ name, latency }: VisitFiguresProps) {
  const { own, response, failure } = latency;
  if (response.mean === 0 && failure === 0) return null;
  const calls = ROWS.some((row) => own[row] !== response[row]);
  return (
    <Part title={visitTitle(name, response.p99)}>
      <table className={styles['measures']} aria-label="How long a visit takes">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Quantile</span>
            </th>
            <th scope="col">Own work</th>
            {calls && <th scope="col">With its calls</th>}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{row === 'mean' ? row : quantileLabel(QUANTILES[row])}</th>
              <td>{latencyText(own[row])}</td>
              {calls && <td>{latencyText(response[row])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {failure > 0 && <p className={styles['prose']}>{failureSentence(failure)}.</p>}
    </Part>
  );
}

interface JourneyLatencyProps {
  readonly id: string;
  readonly journey: JourneyReport;
}

/** How long a client's requests take, and where all of it is shown. */
export function JourneyLatency({ id, journey }: JourneyLatencyProps) {
  const design = useCalm((state) => state.design);
  if (!hasTimes(journey)) return null;
  const objective = journey.latency?.objective ?? null;
  const { quantile, seconds } = leadingQuantile(journey);
  const good = promisedWithin(journey);
  const show = (): void => {
    const state = board.getState();
    state.chooseJourney(id);
    state.showNumbers({ lens: 'latency', latencyView: 'distribution' });
  };
  const said = [sentenceText(successSentence(journey)), sentenceText(addedSentence(journey))];
  return (
    <>
      <Part title={latencyTitle(journey)}>
        {objective !== null && <Verdict met={objective.met} text={latencyVerdictText(objective)} />}
        {seconds !== null && <Working figure={{ figure: 'latency-quantile', design, journey: id, quantile }} />}
        {said
          .filter((sentence) => sentence !== '')
          .map((sentence) => (
            <p key={sentence} className={styles['prose']}>
              {sentence}
            </p>
          ))}
        <p className={styles['prose']}>
          <LinkedText
            pieces={[
              { text: 'All of it', go: show, title: 'Show how long answers take' },
              { text: ' is in the charts.' },
            ]}
          />
        </p>
      </Part>
      {good !== undefined && (
        <Folded title={atStart(goodWithinText(good))}>
          <Working figure={{ figure: 'good-within', design, journey: id, seconds: good.seconds }} />
        </Folded>
      )}
      {journey.latency !== null && journey.latency.failure > 0 && (
        <Folded title={`${successText(journey.latency)} answered well, of what meets no outage`}>
          <Working figure={{ figure: 'success', design, journey: id }} />
        </Folded>
      )}
    </>
  );
}
