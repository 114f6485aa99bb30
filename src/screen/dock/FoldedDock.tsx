import { board } from '../../store/board.ts';
import { sentenceText } from '../../words/sentence.ts';
import { Button } from '../ui/Button.tsx';
import styles from './dock.module.css';
import { Said } from './Said.tsx';
import { TryRemedy } from './TryRemedy.tsx';
import { useSummary } from './useSummary.ts';

/** The dock as one sentence: the one that says what would help, or how it stands. */
export function FoldedDock() {
  const summary = useSummary();
  const sentence = summary?.sentences.at(-1);
  return (
    <div className={styles['folded']}>
      <p className={styles['sentence']} title={sentence && sentenceText(sentence)}>
        {sentence !== undefined && <Said sentence={sentence} />}
      </p>
      <TryRemedy summary={summary} />
      <Button onClick={() => board.getState().setView({ dockOpen: true })}>Charts</Button>
    </div>
  );
}
