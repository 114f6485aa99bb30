import { Fragment } from 'react';
import type { ComponentLoad } from '../../model/report-load.ts';
import { useBoard } from '../../store/board.ts';
import { loadWorkings } from '../../words/load-working.ts';
import { FoldedLate } from './Part.tsx';
import { Working } from './Working.tsx';
import styles from './inspector.module.css';

interface LoadWorkingProps {
  readonly id: string;
  readonly load: ComponentLoad;
}

/** How the load of a component came to be, figure by figure. */
export function LoadWorking({ id, load }: LoadWorkingProps) {
  const design = useBoard((state) => state.design);
  const workings = loadWorkings(load);
  if (workings.length === 0) return null;
  return (
    <FoldedLate title="How its load is worked out">
      {workings.map(({ figure, title }) => (
        <Fragment key={figure}>
          <h4 className={styles['worked']}>{title}</h4>
          <Working figure={{ figure, design, component: id }} />
        </Fragment>
      ))}
    </FoldedLate>
  );
}
