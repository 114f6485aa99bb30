import { board, useBoard } from '../../store/board.ts';
import type { AvailabilityView, LatencyView } from '../../store/state.ts';
import { AVAILABILITY_VIEWS, LATENCY_VIEWS } from '../../words/views.ts';
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
} as const;

/** What the tabs show that have most to say. */
export function Views() {
  const lens = useBoard((state) => state.lens);
  const availability = useBoard((state) => state.availabilityView);
  const latency = useBoard((state) => state.latencyView);
  if (lens !== 'availability' && lens !== 'latency') return null;
  const { tabs, choose } = VIEWS[lens];
  return (
    <Tabs
      id={lens}
      label={`Views of ${lens}`}
      tabs={tabs}
      chosen={lens === 'availability' ? availability : latency}
      variant="quiet"
      onChoose={choose}
      className={styles['views']}
    />
  );
}
