import { tryRemedy } from '../../commands/designing.ts';
import { useBoard } from '../../store/board.ts';
import { sentenceText } from '../../words/sentence.ts';
import { Button } from '../ui/Button.tsx';
import type { Charts } from './charts.ts';
import styles from './dock.module.css';
import { Said } from './Said.tsx';
import { useSummary } from './useSummary.ts';

/** How it stands, what causes it, what would help most. */
export function SummaryTab({ charts }: { readonly charts: Charts }) {
  const summary = useSummary();
  const trying = useBoard((state) => state.whatIf !== null);
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        {summary?.sentences.map((sentence) => (
          <p key={sentenceText(sentence)}>
            <Said sentence={sentence} />
          </p>
        ))}
        {summary !== null && summary.remedy !== null && !trying && (
          <TryIt label={summary.remedy.label} remedy={summary.remedy.remedy} />
        )}
      </div>
      <div className={styles['chart']}>{charts.downtime}</div>
      <div className={styles['chart']}>{charts.nines}</div>
    </div>
  );
}

type Remedy = Parameters<typeof tryRemedy>[0];

function TryIt({ label, remedy }: { readonly label: string; readonly remedy: Remedy }) {
  return (
    <Button variant="accent" onClick={() => tryRemedy(remedy)}>
      {label}
    </Button>
  );
}
