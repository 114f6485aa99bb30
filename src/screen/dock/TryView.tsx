import { useState } from 'react';
import { tryMitigation } from '../../commands/mitigating.ts';
import type { Mitigation } from '../../model/report.ts';
import { useIsCurrent, useLatency } from '../../store/answers.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { timedJourney } from '../../store/chart-subjects.ts';
import { shownDesign } from '../../store/selectors.ts';
import { mitigationCells, mitigationLabel, NOTHING_HELPS, todayText } from '../../words/mitigations.ts';
import styles from './dock.module.css';
import type { Column, Row } from './figure-rows.ts';
import { FigureTable } from './FigureTable.tsx';
import { TryIt } from './TryIt.tsx';
import { Trying } from './Trying.tsx';

const COLUMNS: readonly Column[] = [
  { key: 'what', label: 'What to try' },
  { key: 'p99', label: 'p99' },
  { key: 'success', label: 'Success' },
  { key: 'load', label: 'Calls a request', help: 'Requests along this call for one request of the client.' },
  { key: 'try', label: '' },
];

/** What is worth trying against the tail, each with what it does to p99, success and load before it is applied. */
export function TryView() {
  const journey = useCalm((state) => timedJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const question = journey === null ? null : ({ question: 'mitigations', design: index, journey } as const);
  const answer = useLatency(question);
  const current = useIsCurrent(question);
  const trying = useCalm((state) => state.whatIf !== null);
  const [began, setBegan] = useState(false);
  if (design === null) return null;
  if (trying)
    return (
      <div className={styles['text']}>
        <Trying began={began} />
      </div>
    );
  return (
    <div className={styles['whole']}>
      <p role="status">{answer === null ? 'Trying them …' : `${todayText(answer.today)}.`}</p>
      {answer?.tries.length === 0 && <p>{NOTHING_HELPS}</p>}
      {answer !== null && answer.tries.length > 0 && (
        <FigureTable
          label="What to try, and what it does"
          columns={COLUMNS}
          longNames
          rows={answer.tries.map((mitigation) => {
            const name = mitigationLabel(mitigation, design);
            return rowOf(mitigation, name, current, () => {
              setBegan(true);
              tryMitigation(mitigation, name);
            });
          })}
        />
      )}
    </div>
  );
}

const rowOf = (mitigation: Mitigation, name: string, mayTry: boolean, onTry: () => void): Row => ({
  key: name,
  name,
  cells: [...mitigationCells(mitigation), <TryIt key="try" name={name} mayTry={mayTry} onTry={onTry} />],
  lit: [],
  onChoose: () => board.getState().select({ calls: [mitigation.call] }),
});
