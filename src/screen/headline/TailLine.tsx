import { useLatency } from '../../store/answers.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { shownDesign } from '../../store/selectors.ts';
import { tailSentence, tailTitle } from '../../words/latency-titles.ts';
import styles from './headline.module.css';

const showTail = (): void => board.getState().showNumbers({ lens: 'latency', latencyView: 'tail' });

/** What holds the time of a journey back, where there is no room for that and for what causes its downtime. */
export function TailLine({ journey }: { readonly journey: string }) {
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const shares = useLatency({ question: 'tail', design: index, journey });
  const sentence = shares === null || design === null ? null : tailSentence(shares, design);
  if (shares === null || design === null || sentence === null) return null;
  return (
    <span className={styles['say']} data-figure="tail" title={tailTitle(shares, design)}>
      <button type="button" className={styles['subject']} onClick={showTail}>
        {sentence.subject}
      </button>
      <span className={styles['rest']}>{sentence.rest}</span>
    </span>
  );
}
