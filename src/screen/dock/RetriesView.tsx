import { useState, type ReactNode } from 'react';
import { tryStormRemedy } from '../../commands/trying-load.ts';
import type { StormRemedy } from '../../model/report-load.ts';
import { useIsCurrent, useLoad } from '../../store/answers.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney, shownDesign } from '../../store/selectors.ts';
import { isTriedAgain, stormTodaySentence } from '../../words/load-sentences.ts';
import { stormRemedyCells, stormRemedyLabel } from '../../words/storm-remedies.ts';
import styles from './dock.module.css';
import type { Column, Row } from './figure-rows.ts';
import { FigureTable } from './FigureTable.tsx';
import { Said } from './Said.tsx';
import { TryIt } from './TryIt.tsx';
import { Trying } from './Trying.tsx';

const COLUMNS: readonly Column[] = [
  { key: 'what', label: 'What to try' },
  { key: 'tips', label: 'Tips over above' },
  { key: 'back', label: 'Comes back below' },
  { key: 'success', label: 'Success', help: 'At today’s rate, in the worse of the states that it may be in.' },
  { key: 'try', label: '' },
];

/** What retries make of the load: the states it can settle in, when it tips over, and what would keep it from that. */
export function RetriesView({ chart }: { readonly chart: ReactNode }) {
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const question = journey === null ? null : ({ question: 'storm', design: index, journey } as const);
  const curve = useLoad(question);
  const current = useIsCurrent(question);
  const trying = useCalm((state) => state.whatIf !== null);
  const [began, setBegan] = useState(false);
  if (design === null) return null;
  return (
    <div className={styles['columns']} data-half>
      <div className={styles['text']}>
        {curve === null && <p role="status">Looking for every state that it can settle in …</p>}
        {curve !== null && (
          <>
            <p>
              <Said sentence={stormTodaySentence(curve, design)} />
            </p>
            {!isTriedAgain(design) && <p>{NO_RETRIES}</p>}
            {trying && <Trying began={began} />}
            {!trying && curve.remedies.length > 0 && (
              <FigureTable
                label="What would keep it from tipping over"
                columns={COLUMNS}
                longNames
                rows={curve.remedies.map((remedy) => {
                  const name = stormRemedyLabel(remedy, design);
                  return rowOf(remedy, name, current, () => {
                    setBegan(true);
                    tryStormRemedy(remedy, name);
                  });
                })}
              />
            )}
          </>
        )}
      </div>
      <div className={styles['chart']}>{chart}</div>
    </div>
  );
}

const NO_RETRIES =
  'Select a call and write its timeout and how many retries it has: what they do to the load when it gets busy is here.';

const rowOf = (remedy: StormRemedy, name: string, mayTry: boolean, onTry: () => void): Row => ({
  key: name,
  name,
  cells: [...stormRemedyCells(remedy), <TryIt key="try" name={name} mayTry={mayTry} onTry={onTry} />],
  lit: 'component' in remedy ? [remedy.component] : [],
  onChoose: () =>
    board.getState().select('component' in remedy ? { components: [remedy.component] } : { calls: [remedy.call] }),
});
