import { useState, type ReactNode } from 'react';
import { tryMultiple } from '../../commands/trying-load.ts';
import type { CapacityPlan } from '../../model/report-load.ts';
import type { Design } from '../../model/scenario.ts';
import { useCalm } from '../../store/calm.ts';
import { idleClient } from '../../store/load-subjects.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { useCapacityPlan, usePlanIsCurrent } from '../../store/useCapacityPlan.ts';
import { headroomSentence } from '../../words/load-sentences.ts';
import { multipleText } from '../../words/load-titles.ts';
import { componentName, inSentence } from '../../words/names.ts';
import { timesText } from '../../words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import styles from './dock.module.css';
import { Leads } from './Leads.tsx';
import { Said } from './Said.tsx';
import { Trying } from './Trying.tsx';

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
  const client = useCalm(idleClient);
  const index = useCalm((state) => state.design);
  const [began, setBegan] = useState(false);
  if (report === null || design === null) return null;
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        <p>
          <Said sentence={headroomSentence(report, design)} />
        </p>
        {plan === null && <p role="status">Going through the months …</p>}
        {trying && <Trying began={began} />}
        {!trying &&
          plan?.multiples.map((multiple) => (
            <Multiple
              key={multiple.times}
              multiple={multiple}
              design={design}
              mayTry={current}
              onTry={(scaled) => {
                setBegan(true);
                tryMultiple(multiple, scaled);
              }}
            />
          ))}
      </div>
      <div className={styles['chart']}>{timeline}</div>
      {plan !== null && client !== null && !grows(plan) ? (
        <Leads
          text={`No client’s load grows, so it stays as it is. Write the growth of ${inSentence(componentName(design, client))}, such as 3 %/month, and when everything is full is here.`}
          button="Write its growth"
          path={['designs', index, 'components', client, 'growth']}
        />
      ) : (
        <div className={styles['chart']}>{growth}</div>
      )}
    </div>
  );
}

/** Whether any load is another one at the end. */
const grows = ({ components }: CapacityPlan): boolean =>
  components.some(({ utilisation }) => utilisation[0] !== utilisation.at(-1));

interface MultipleProps {
  readonly multiple: CapacityPlan['multiples'][number];
  readonly design: Design;
  /** Not while what it needs is that of an earlier design. */
  readonly mayTry: boolean;
  readonly onTry: (scaled: boolean) => void;
}

function Multiple({ multiple, design, mayTry, onTry }: MultipleProps) {
  const times = timesText(multiple.times);
  return (
    <section className={styles['multiple']} aria-label={`${times} the load`}>
      <p>
        <b>{times}</b> needs {multipleText(multiple, design)}
      </p>
      <span>
        <Button disabled={!mayTry} onClick={() => onTry(false)}>
          Try {times}
        </Button>
        {multiple.components.every(({ replicasNeeded }) => replicasNeeded !== null) && (
          <Button disabled={!mayTry} onClick={() => onTry(true)}>
            with its replicas
          </Button>
        )}
      </span>
    </section>
  );
}
