import type { ReactNode } from 'react';
import { useCalm } from '../../store/calm.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { headroomSentence, strainSentence } from '../../words/load-sentences.ts';
import styles from './dock.module.css';
import { Said } from './Said.tsx';

interface BusyViewProps {
  readonly busy: ReactNode;
  readonly knee: ReactNode;
}

/** Which component is full first, how far that is away, and what load does to one. */
export function BusyView({ busy, knee }: BusyViewProps) {
  const report = useCalm(currentReport);
  const design = useCalm(shownDesign);
  if (report === null || design === null) return null;
  const strain = strainSentence(report, design);
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        <p>
          <Said sentence={strain.length > 0 ? strain : headroomSentence(report, design)} />
        </p>
        <p>{KNEE}</p>
      </div>
      <div className={styles['chart']}>{busy}</div>
      <div className={styles['chart']}>{knee}</div>
    </div>
  );
}

const KNEE =
  'Select a component for its own curve: it bends where requests begin to wait more than they are worked on.';
