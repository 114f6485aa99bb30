import type { ReactNode } from 'react';
import { tryMultiple } from '../../commands/trying-load.ts';
import type { CapacityPlan } from '../../model/report-load.ts';
import type { Design } from '../../model/scenario.ts';
import { useCalm } from '../../store/calm.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { useCapacityPlan, usePlanIsCurrent } from '../../store/useCapacityPlan.ts';
import { headroomSentence } from '../../words/load-sentences.ts';
import { multipleText } from '../../words/load-titles.ts';
import { timesText } from '../../words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import styles from './dock.module.css';
import { Said } from './Said.tsx';

interface PlanViewProps {
  readonly timeline: ReactNode;
  readonly growth: ReactNode;
}

/** What is full first, second, third and when, and what many times today's load needs. */
export function PlanView({ timeline, growth }: PlanViewProps) {
  const plan = useCapacityPlan();
  const report = useCalm(currentReport);
  const design = useCalm(shownDesign);
  const trying = useCalm((state) => state.whatIf !== null);
  const current = usePlanIsCurrent();
  if (report === null || design === null) return null;
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        <p>
          <Said sentence={headroomSentence(report, design)} />
        </p>
        {plan === null && <p role="status">Going through the months …</p>}
        {plan?.multiples.map((multiple) => (
          <Multiple key={multiple.times} multiple={multiple} design={design} mayTry={current && !trying} />
        ))}
      </div>
      <div className={styles['chart']}>{timeline}</div>
      <div className={styles['chart']}>{growth}</div>
    </div>
  );
}

interface MultipleProps {
  readonly multiple: CapacityPlan['multiples'][number];
  readonly design: Design;
  /** Not while something is tried, nor while what it needs is that of an earlier design. */
  readonly mayTry: boolean;
}

function Multiple({ multiple, design, mayTry }: MultipleProps) {
  const times = timesText(multiple.times);
  return (
    <section className={styles['multiple']} aria-label={`${times} the load`}>
      <p>
        <b>{times}</b> needs {multipleText(multiple, design)}
      </p>
      <span>
        <Button disabled={!mayTry} onClick={() => tryMultiple(multiple, false)}>
          Try {times}
        </Button>
        <Button disabled={!mayTry} onClick={() => tryMultiple(multiple, true)}>
          with its replicas
        </Button>
      </span>
    </section>
  );
}
