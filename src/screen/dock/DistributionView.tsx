import { useState, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { QUANTILES, type LatencyBracket } from '../../model/report.ts';
import { useLatency } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { besideShown, timedJourney } from '../../store/chart-subjects.ts';
import { designLetter } from '../../words/labels.ts';
import { errorText, latencyText, QUANTILE_NAMES, quantileLabel } from '../../words/latency.ts';
import { addedSentence, betweenText, statesSentence, successSentence } from '../../words/latency-sentences.ts';
import { Button } from '../ui/Button.tsx';
import { Beside } from './Beside.tsx';
import styles from './dock.module.css';
import { GoodWithin } from './GoodWithin.tsx';
import { Said } from './Said.tsx';

interface DistributionViewProps {
  readonly within: ReactNode;
  readonly beyond: ReactNode;
}

/** How long answers take, in figures and as a curve, and how many are good in time. */
export function DistributionView({ within, beyond }: DistributionViewProps) {
  const times = useCalm((state) => timedJourney(state)?.journey ?? null);
  if (times === null) return null;
  const states = statesSentence(times);
  return (
    <div className={styles['columns']} data-figures>
      <div className={styles['text']}>
        <GoodWithin />
        <Quantiles />
        <p>
          <Said sentence={successSentence(times)} />
        </p>
        <p>
          <Said sentence={addedSentence(times)} />
        </p>
        {states !== '' && <p>{states}.</p>}
        <Beside />
      </div>
      <div className={styles['chart']}>{within}</div>
      <div className={styles['chart']}>{beyond}</div>
    </div>
  );
}

/** Every quantile with how far it may be off, or with the two ends that the truth certainly lies between. */
function Quantiles() {
  const [guaranteed, setGuaranteed] = useState(false);
  const journey = useCalm(useShallow(timedJourney));
  const index = useCalm((state) => state.design);
  const beside = useCalm(useShallow(besideShown));
  const asked = guaranteed && journey !== null;
  const bracket = useLatency(asked ? { question: 'latency-bracket', design: index, journey: journey.id } : null);
  const times = journey?.journey.latencySeconds ?? null;
  if (journey === null || times === null) return null;
  const other = beside?.journey.latencySeconds ?? null;
  return (
    <table className={styles['quantiles']} aria-label="How long good answers take">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Quantile</span>
          </th>
          <th scope="col">within</th>
          <th scope="col">
            <span className="visually-hidden">{guaranteed ? 'Lies' : 'Numerical error'}</span>
            <Button
              className={styles['guarantee']}
              aria-pressed={guaranteed}
              title="Compute the two ends that the truth certainly lies between"
              onClick={() => setGuaranteed(!guaranteed)}
            >
              Guarantee
            </Button>
          </th>
          {beside !== null && <th scope="col">in {designLetter(beside.design)}</th>}
        </tr>
      </thead>
      <tbody>
        {[...QUANTILE_NAMES, 'mean' as const].map((name) => (
          <tr key={name}>
            <th scope="row">{name === 'mean' ? name : quantileLabel(QUANTILES[name])}</th>
            <td>
              <b>{latencyText(times[name])}</b>
            </td>
            <td data-bracket={guaranteed || undefined}>
              {guaranteed ? ends(bracket, name) : errorText(times.numericalError[name])}
            </td>
            {beside !== null && <td>{latencyText(other?.[name] ?? null)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ends(bracket: LatencyBracket | null, name: (typeof QUANTILE_NAMES)[number] | 'mean'): string {
  if (name === 'mean') return '';
  return bracket === null ? '…' : betweenText(bracket.seconds[name]);
}
