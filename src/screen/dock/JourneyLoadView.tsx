import type { ReactNode } from 'react';
import { useLoad } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney, shownDesign } from '../../store/selectors.ts';
import { saturationSentence, todaySentence } from '../../words/load-sentences.ts';
import styles from './dock.module.css';
import { Said } from './Said.tsx';

/** What the clients of a journey see as they send more. */
export function JourneyLoadView({ chart }: { readonly chart: ReactNode }) {
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const curve = useLoad(journey === null ? null : { question: 'load-latency', design: index, journey });
  if (design === null) return null;
  return (
    <div className={styles['columns']} data-one-chart>
      <div className={styles['text']}>
        {curve === null && <p role="status">Sending more and more requests …</p>}
        {curve !== null && (
          <>
            <p>
              <Said sentence={todaySentence(curve)} />
            </p>
            <p>
              <Said sentence={saturationSentence(curve, design)} />
            </p>
            <p>{IN_STEP}</p>
          </>
        )}
      </div>
      <div className={styles['chart']}>{chart}</div>
    </div>
  );
}

const IN_STEP = 'All other clients are taken to send more in step with this one.';
