import type { ReactNode } from 'react';
import { useBoard } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { untimedComponent } from '../../store/chart-subjects.ts';
import { anyTraffic, idleClient, loadViewShown } from '../../store/load-subjects.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import type { LoadView } from '../../store/state.ts';
import { componentName, inSentence } from '../../words/names.ts';
import styles from './dock.module.css';
import { Leads } from './Leads.tsx';

/** What happens when it gets busy. */
export function LoadTab({ views }: { readonly views: Readonly<Record<LoadView, ReactNode>> }) {
  const view = useBoard(loadViewShown);
  return (
    <div role="tabpanel" id="load-panel" aria-labelledby={`load-${view}`} tabIndex={-1} className={styles['panel']}>
      <View view={view}>{views[view]}</View>
    </div>
  );
}

/** Views that say something where no component can be full. */
const WITHOUT_LIMITS: ReadonlySet<LoadView> = new Set<LoadView>(['journey', 'cache']);

function View({ view, children }: { readonly view: LoadView; readonly children: ReactNode }) {
  const known = useCalm((state) => currentReport(state)?.load != null);
  const client = useCalm(idleClient);
  const traffic = useCalm(anyTraffic);
  const limited = useCalm((state) => currentReport(state)?.load?.fullest != null);
  if (client === null) return <p className={styles['text']}>{EMPTY}</p>;
  if (!known) return null;
  if (!traffic) return <NoTraffic client={client} />;
  return limited || WITHOUT_LIMITS.has(view) ? children : <NoWorkers />;
}

const EMPTY =
  'No client yet: add one, connect it to what it calls and say how many requests it sends, and what they do to it is here.';

function NoTraffic({ client }: { readonly client: string }) {
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  if (design === null) return null;
  const name = inSentence(componentName(design, client));
  return (
    <Leads
      text={`Nothing arrives anywhere yet. Write how many requests ${name} sends, such as 8,000 req/s, and how busy everything gets is here.`}
      button="Write its rate"
      path={['designs', index, 'components', client, 'rate']}
    />
  );
}

function NoWorkers() {
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const id = useCalm(untimedComponent);
  if (design === null || id === null) return <p className={styles['text']}>{EMPTY}</p>;
  const name = inSentence(componentName(design, id));
  return (
    <Leads
      text={`Nothing here can be full: everything works on as many requests as come. Write how many ${name} works on at the same time in one replica, such as 64, and how long one takes.`}
      button="Write its workers"
      path={['designs', index, 'components', id, 'workers']}
    />
  );
}
