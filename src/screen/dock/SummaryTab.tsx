import { sentenceText } from '../../words/sentence.ts';
import type { Charts } from './charts.ts';
import styles from './dock.module.css';
import { Said } from './Said.tsx';
import { TryRemedy } from './TryRemedy.tsx';
import { useSummary } from './useSummary.ts';

/** How it stands, what causes it, what would help most. */
export function SummaryTab({ charts }: { readonly charts: Charts }) {
  const summary = useSummary();
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        {summary?.sentences.map((sentence) => (
          <p key={sentenceText(sentence)}>
            <Said sentence={sentence} />
          </p>
        ))}
        {charts.others}
        <TryRemedy summary={summary} />
      </div>
      <div className={styles['chart']}>{charts.downtime}</div>
      <div className={styles['chart']}>{charts.nines}</div>
    </div>
  );
}
