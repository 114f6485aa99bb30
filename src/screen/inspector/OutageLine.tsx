import type { OutageFigures } from '../../model/report.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { shownDesign } from '../../store/selectors.ts';
import { outagesPieces } from '../../words/outages.ts';
import { LinkedText } from '../ui/LinkedText.tsx';
import styles from './inspector.module.css';

/** How often it is down and for how long, or which fields would tell. */
export function OutageLine({ outages }: { readonly outages: OutageFigures }) {
  const design = useCalm(shownDesign);
  const index = useCalm((state) => state.design);
  if (design === null) return null;
  const pieces = outagesPieces(outages, design, index, (path) => board.getState().leadTo(path));
  if (pieces.length === 0) return null;
  return (
    <p className={styles['prose']}>
      <LinkedText pieces={pieces} />
    </p>
  );
}
