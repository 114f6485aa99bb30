import type { ReactNode } from 'react';
import { useBoard } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { timedJourney, untimedComponent } from '../../store/chart-subjects.ts';
import { currentJourney, shownDesign } from '../../store/selectors.ts';
import type { LatencyView } from '../../store/state.ts';
import { componentName, inSentence } from '../../words/names.ts';
import styles from './dock.module.css';
import { Leads } from './Leads.tsx';

/** How long answers take: their distribution, where the tail comes from, what a call's timing does, and what to try. */
export function LatencyTab({ views }: { readonly views: Readonly<Record<LatencyView, ReactNode>> }) {
  const view = useBoard((state) => state.latencyView);
  const any = useCalm((state) => currentJourney(state) !== null);
  const timed = useCalm((state) => timedJourney(state) !== null);
  const never = useCalm((state) => timedJourney(state)?.journey.latencySeconds?.p50 === null);
  return (
    <div
      role="tabpanel"
      id="latency-panel"
      aria-labelledby={`latency-${view}`}
      tabIndex={-1}
      className={styles['panel']}
    >
      {never ? (
        <p className={styles['text']}>{NEVER}</p>
      ) : timed ? (
        views[view]
      ) : any ? (
        <NoTimes />
      ) : (
        <p className={styles['text']}>{EMPTY}</p>
      )}
    </div>
  );
}

const NEVER =
  'Nothing is ever answered well: every request meets an error, a timeout or an outage. Once some do not, how long they take is here.';

const EMPTY = 'No client yet: add one and connect it to what it calls, and how long its requests take is here.';

const ALONE = 'The client calls nothing yet: connect it to what answers its requests, and how long they take is here.';

/** Says where a time is written, and leads there. */
function NoTimes() {
  const index = useCalm((state) => state.design);
  const id = useCalm(untimedComponent);
  const design = useCalm(shownDesign);
  const client = useCalm((state) => currentJourney(state)?.id ?? null);
  const calls = design?.calls?.some(({ from }) => from === client) ?? false;
  if (id === null || design === null || !calls) return <p className={styles['text']}>{ALONE}</p>;
  const name = inSentence(componentName(design, id));
  return (
    <Leads
      text={`Nothing here takes any time yet. Write how long ${name} works on one request, such as 40 ms, and how long answers take is here.`}
      button="Write its time"
      path={['designs', index, 'components', id, 'time']}
    />
  );
}
