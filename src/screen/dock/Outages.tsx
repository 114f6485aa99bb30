import type { JourneyReport } from '../../model/report.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { shownDesign } from '../../store/selectors.ts';
import { bracketSentence } from '../../words/known.ts';
import { outagesPieces } from '../../words/outages.ts';
import { LinkedText } from '../ui/LinkedText.tsx';
import styles from './dock.module.css';

/** How often and how long; where that is not known, what it takes to know it, each with its field. And why there is a range. */
export function Outages({ journey: { outages, bracket } }: { readonly journey: JourneyReport }) {
  const design = useCalm(shownDesign);
  const index = useCalm((state) => state.design);
  if (design === null) return null;
  const pieces = outagesPieces(outages, design, index, (path) => board.getState().leadTo(path));
  return (
    <>
      {bracket !== null && <p className={styles['outages']}>{bracketSentence(bracket)}.</p>}
      {pieces.length > 0 && (
        <p className={styles['outages']}>
          <LinkedText pieces={pieces} />
        </p>
      )}
    </>
  );
}
