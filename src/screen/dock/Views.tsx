import { board, useBoard } from '../../store/board.ts';
import { loadViewShown } from '../../store/load-subjects.ts';
import { caches } from '../../store/selectors.ts';
import type { AvailabilityView, LatencyView, LoadView } from '../../store/state.ts';
import { AVAILABILITY_VIEWS, LATENCY_VIEWS, LOAD_VIEWS } from '../../words/views.ts';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './dock.module.css';

const VIEWS = {
  availability: {
    tabs: AVAILABILITY_VIEWS,
    choose: (id: string) => board.getState().setView({ availabilityView: id as AvailabilityView }),
  },
  latency: {
    tabs: LATENCY_VIEWS,
    choose: (id: string) => board.getState().setView({ latencyView: id as LatencyView }),
  },
  load: {
    tabs: LOAD_VIEWS,
    choose: (id: string) => board.getState().setView({ loadView: id as LoadView }),
  },
} as const;

/** What the tabs show that have most to say. */
export function Views() {
  const lens = useBoard((state) => state.lens);
  const chosen = useBoard((state) =>
    lens === 'load' ? loadViewShown(state) : lens === 'latency' ? state.latencyView : state.availabilityView,
  );
  const cached = useBoard((state) => caches(state).length > 0);
  if (lens !== 'availability' && lens !== 'latency' && lens !== 'load') return null;
  const { tabs, choose } = VIEWS[lens];
  const shown = cached ? tabs : tabs.filter(({ id }) => id !== 'cache');
  return (
    <Tabs
      id={lens}
      label={`Views of ${lens}`}
      tabs={shown}
      chosen={chosen}
      variant="quiet"
      onChoose={choose}
      className={styles['views']}
    />
  );
}
